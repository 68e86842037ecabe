import type { Command, Refused } from './command.ts'
import type { FileRef, Instant, Json } from './event.ts'

/** The commands that the desk itself makes, whichever flow is open. */
export type DeskCommand =
  | Open
  | Press
  | RaiseEmergency
  | CallHuman
  | StopMessages
  | RequestErasure
  | UseCode
  | MakeCode
  | KeepCorrection
  | NoteReach
  | SetGroup
  | ListMine

/** What the books give to a flow that may begin. */
export type Opened = { flow: string; id: string; given: Json }

/**
 * Somebody typed the words of a flow. `number` is the case they named, `rest` what else they said with them. `said` is what
 * somebody who works here told out of the blue: the flow begins with it where they were asked for such a thing.
 */
export type Open = Command<
  'open',
  { flow: string; number: string | null; rest?: string; said?: { text: string; files: FileRef[] } },
  Opened | Refused
>
/** Somebody pressed a button of a card. */
export type Press = Command<'press', { button: string }, Opened | Refused>

/** A hard trigger was heard: the books open EMERGENCY on the case, or make the case first. */
export type RaiseEmergency = Command<
  'raiseEmergency',
  {
    conversation: string
    flow: string
    /** The case this conversation is known to be about. */
    dispute: string | null
    codes: string[]
    /** The words that were heard, as said. */
    text: string
    /** The answers so far, for a case that has to be made from them. */
    answers: { [step: string]: Json }
  },
  { dispute: string; number: string }
>
export type CallHuman = Command<'callHuman', { dispute: string | null }, { told: boolean }>
export type StopMessages = Command<'stopMessages', { dispute: string | null }, { stopped: boolean }>
export type RequestErasure = Command<'requestErasure', { dispute: string | null }, { asked: boolean }>

/**
 * Somebody gave a one-time code. `staff`: this chat speaks for somebody who works here from now on. `resident`: this chat and
 * the one that asked for the code belong to one person. A code that joins a side to a case opens its flow.
 */
export type UseCode = Command<
  'useCode',
  { code: string },
  | { as: 'staff'; name: string; roles: string[] }
  | { as: 'resident'; matters: { dispute: string; number: string }[] }
  | Opened
  | Refused
>
/** Asks for a one-time code for one's own other chat. `staff`: the code binds it to the same member of staff. */
export type MakeCode = Command<
  'makeCode',
  { [nothing: string]: never },
  { code: string; until: Instant; staff: boolean; offset: number } | Refused
>
/** A message was changed after its answer had been taken: both are kept with the case that it was about. */
export type KeepCorrection = Command<
  'keepCorrection',
  { dispute: string | null; was: string | null; text: string },
  { dispute: string; number: string } | { kept: false }
>
/** The platform says whether this person can be written to, and how many more times they let us write to them first. */
export type NoteReach = Command<
  'noteReach',
  { reachable: boolean; grants?: number; bounced?: true },
  { noted: boolean }
>
/** A group of staff on the channel of whoever asks gets the alerts from now on, or no longer. */
export type SetGroup = Command<'setGroup', { group: string; alerts: boolean }, { set: boolean } | Refused>
/** The open cases of whoever asks, most urgent first. */
export type ListMine = Command<
  'listMine',
  { [nothing: string]: never },
  { cases: MyCase[]; offset: number } | Refused
>
export type MyCase = {
  number: string
  level: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
  state: { zh: string; en: string }
  due: { what: { zh: string; en: string }; at: Instant } | null
  overdue: boolean
}
