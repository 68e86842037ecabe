import type { Refused } from './command.ts'
import type { Signals } from './conversation.ts'
import type { MakeCode, MyCase } from './desk-commands.ts'
import type { Event, Json, Locale } from './event.ts'
import type { Flow } from './flow.ts'
import type { Sitting } from './sitting.ts'

/** Everything a station's desk can do, put together once at start: its flows, its watch, its words. */
export type House = {
  flows: ReadonlyMap<string, Flow>
  /** Reads every inbound text for danger before any flow does. */
  watch: (text: string) => Signals
  /** What a text out of the blue is about. */
  reads: (text: string) => Sense
  /** The flow that takes a report, and what it is given. */
  report: { flow: string; given: (sitting: Sitting) => Json }
  /** The flow to which something told out of the blue by staff may belong; the books know whether they were asked for it. */
  overheard?: string
  openers: readonly Opener[]
  /** Finds a case number in a text, however it is typed; `rest` is the text without it. */
  numberIn: (text: string) => { number: string; rest: string } | null
  words: { [L in Locale]: HouseWords }
}

/** `trouble` begins a report; an `opener` has said nothing yet; the others are answered and left. */
export type Sense = 'trouble' | 'opener' | 'inquiry' | 'thanks' | 'abuse'

/** Words that begin a flow. The station's books decide whether this person may, and on which case. */
export type Opener = {
  flow: string
  who: 'resident' | 'staff' | 'anyone'
  hears: { [L in Locale]?: readonly string[] }
  /** Whether what follows such a word belongs to it, as the month does in "report 2026-10"; the flow is told of it. */
  follows?: (text: string) => boolean
}

export type HouseWords = {
  hears: { [K in Global]: readonly string[] }
  help: { resident: string[]; staff: string[] }
  human: string
  stopped: string
  privacy: string
  erase: string
  language: string
  inquiry: string
  thanks: string
  abuse: string
  nothingOpen: string
  /** P04 without its last sentence, which is sent only after the duty officer was really told. */
  emergency: string
  emergencyTold: string
  unknownToStaff: string
  code: CodeWords
  /** A message was changed after its talk had ended. */
  correction: { kept: (number: string) => string; sayAgain: string }
  /** What came cannot be read, for each reason. */
  unreadable: { [W in Extract<Event, { kind: 'unreadable' }>['why']]: string }
  /** A group gets the alerts from now on, or no longer, or nothing has changed. */
  group: { on: string; off: string; unchanged: string }
  /** The cases of somebody who works here, a line each. `offset` is in minutes east of UTC. */
  mine: (cases: readonly MyCase[], offset: number) => string
}

/** One-time codes: for staff to bind a chat, for residents to go on in another one. */
export type CodeWords = {
  /** What is typed before a code. */
  hears: readonly string[]
  /** Such a word alone. */
  missing: string
  /** Wrong, used up and old are one. */
  wrong: string
  staff: (name: string) => string
  joined: (numbers: readonly string[]) => string
  /** The last message is what is to be typed in the other chat, and nothing else. */
  made: (made: Exclude<NonNullable<MakeCode['result']>, Refused>) => string[]
}

/** What people may say at any time, whatever is open. */
export type Global =
  | 'help'
  | 'human'
  | 'stop'
  | 'back'
  | 'cancel'
  | 'privacy'
  | 'erase'
  | 'link'
  | 'mine'
  | Locale
