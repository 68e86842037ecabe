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
  | { kind: 'back' | 'cancel' | 'help' | 'human' | 'stop' | 'clock' }
  /** Begins a flow; it comes from the books (a revisit that is due, an opening that was granted). */
  | { kind: 'open'; flow: string; id: string; given: Json }
  /** What came of a command. `of` is the conversation that asked, or the desk itself. */
  | { kind: 'result'; of: string; name: string; value: Json }

export type Locale = 'zh' | 'en' | 'bo'
/** Milliseconds since the epoch: plain JSON, plain arithmetic. */
export type Instant = number
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/** A file kept by the station. `type` is its media type; a voice note is `audio/*` with its length in seconds. */
export type FileRef = { id: string; type: string; name?: string; seconds?: number }

export const LOCALES = ['zh', 'en', 'bo'] as const satisfies readonly Locale[]
