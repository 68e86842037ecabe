import type { CaseGiven, PartyGiven, Side } from '../case.ts'
import type { Instant } from '../core/event.ts'
import type { Choice } from '../core/reply.ts'
import type { RecordRevisit } from '../revisit/commands.ts'

/** A side that is to be asked: by which phone, and where to go. */
export type Where = {
  side: Side
  label: string
  phone: string | null
  place: string | null
  /** There is a plan for reaching this person safely; it is read before anybody phones, and the number is not shown here. */
  careful: boolean
}
/** One thing that was promised and is not done yet, in the words of the agreement. */
export type Promised = { no: number; what: string; due: Instant | null; remainingFen: number | null }
/** What to ask a side about: what the other one promised it, and what it promised itself. */
export type ToAsk = { side: Side; theirs: Promised[]; own: Promised[] }

/** An officer records a revisit by phone or at the door. `rounds` are those that are due or open, as "id:side". */
export type VisitGiven = CaseGiven & {
  parties: PartyGiven[]
  rounds: Choice[]
  officerLed: boolean
  /** Absent in what was begun before a visit was a task with an address. */
  where?: Where[]
  asks?: ToAsk[]
  /** Nothing that was promised has come due and is still open: "all well" can be no receipt. */
  well?: boolean
}
export type { RecordRevisit }
