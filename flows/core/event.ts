/** What the world can tell a conversation, in no channel's dialect. */
export type Event =
  | { kind: 'text'; text: string }
  /** An answer chosen from a question's own choices. */
  | { kind: 'pick'; question: string; choice: string }
  /** A button on a card; its id means something only to the station's books. */
  | { kind: 'press'; button: string }
  | { kind: 'place'; lat: number; lon: number; label?: string }
  | { kind: 'files'; files: FileRef[]; caption?: string }
  | { kind: 'language'; locale: Locale }
  /** A choice pressed on a channel whose buttons hold few bytes; `token` is made by `tapOf`. */
  | { kind: 'tap'; token: string }
  /** Somebody opened the chat, perhaps by a link that names a village. */
  | { kind: 'arrive'; village: string | null }
  /** A one-time code: it binds this chat to somebody who works here, or joins a resident's other chat. */
  | { kind: 'code'; code: string }
  /** A message was changed by whoever wrote it. `was` is what it said; null where the books do not know it. */
  | { kind: 'correct'; text: string; was: string | null }
  /** Several questions of the open conversation answered at once, in their order. */
  | { kind: 'form'; answers: FormAnswer[] }
  /** Something came that nobody here can read: of no known kind, too large, not to be fetched, another's phone. */
  | { kind: 'unreadable'; why: 'kind' | 'tooLarge' | 'lost' | 'notOwnPhone' }
  /**
   * The platform says that this person can be written to again, or not any more; or that they allowed so many more messages
   * to be sent to them first. `bounced`: nobody shut us out; something that the platform took has come back.
   */
  | { kind: 'reach'; reachable: boolean; grants?: number; bounced?: true }
  /** Somebody asks that a group of this channel get the alerts, or no longer. `group` is its address on the channel. */
  | { kind: 'group'; group: string; alerts: boolean }
  | { kind: 'back' | 'cancel' | 'help' | 'human' | 'stop' | 'clock' }
  /** Begins a flow; it comes from the books (a revisit that is due, an opening that was granted). */
  | { kind: 'open'; flow: string; id: string; given: Json }
  /** What came of a command. `of` is the conversation that asked, or the desk itself. */
  | { kind: 'result'; of: string; name: string; value: Json }

export type FormAnswer = {
  question: string
  event: Extract<Event, { kind: 'text' | 'pick' }>
}

export type Locale = 'zh' | 'en' | 'bo'
/** Milliseconds since the epoch: plain JSON, plain arithmetic. */
export type Instant = number
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/** A file kept by the station. `type` is its media type; a voice note is `audio/*` with its length in seconds. */
export type FileRef = { id: string; type: string; name?: string; seconds?: number }

export const LOCALES = ['zh', 'en', 'bo'] as const satisfies readonly Locale[]
