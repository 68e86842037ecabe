import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'
import type { Moved } from '../screening/commands.ts'

/** A simple dispute is offered to the mediators of its village: they are told which case it is, and nothing that was said. */
export type OfferGiven = Pick<CaseGiven, 'dispute' | 'number' | 'offset'>

/** 我来调解: who comes first has it. */
export type TakeOffer = Command<
  'takeOffer',
  { dispute: string },
  (Moved & { officer: string; contactBy: Instant }) | Refused
>
/** 不接: the others may still; when nobody does, a leader assigns it as any other. */
export type DeclineOffer = Command<'declineOffer', { dispute: string }, Moved | Refused>
/** 难案: a leader finds a case hard whatever the rules say. */
export type MarkHard = Command<'markHard', { dispute: string; rev: number; reason: string }, Moved | Refused>
