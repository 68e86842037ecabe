import type { Command, Refused } from './command.ts'
import type { Json } from './event.ts'

/** The commands that the desk itself makes, whichever flow is open. */
export type DeskCommand = Open | Press | RaiseEmergency | CallHuman | StopMessages | RequestErasure

/** What the books give to a flow that may begin. */
export type Opened = { flow: string; id: string; given: Json }

/** Somebody typed the words of a flow. `number` is the case they named. */
export type Open = Command<'open', { flow: string; number: string | null }, Opened | Refused>
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
