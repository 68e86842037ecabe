import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

export type AssignmentGiven = CaseGiven & {
  officers: Choice[]
  leaders: Choice[]
  /** Village and township people who may be asked to help. */
  helpers: Choice[]
  suggested: { officer: string | null; leader: string | null; reasons: string[] }
}

/** Names the responsible leader and the responsible officer; a leader does it. */
export type AssignDispute = Command<
  'assignDispute',
  { dispute: string; rev: number; officer: string; leader: string; helpers: string[]; reason: string | null },
  (Moved & { officer: string; acceptBy: number }) | Refused
>
/** 签收 */
export type ClaimDispute = Command<
  'claimDispute',
  { dispute: string; rev: number },
  (Moved & { contactBy: number }) | Refused
>
/** Hands the case back with a reason; the leader assigns it again. */
export type DeclineDispute = Command<
  'declineDispute',
  { dispute: string; rev: number; reason: string },
  Moved | Refused
>
