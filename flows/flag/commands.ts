import type { CaseGiven } from '../case.ts'
import type { Said } from '../casework/said.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

/** A judged round with surface signals: what they were, what they came to, and whether somebody has marked it already. */
export type Flagged = Choice & { score: number; reasons: Said[]; flag: 'right' | 'wrong' | null }
export type FlagGiven = CaseGiven & { rounds: Flagged[] }
/** 核对: whether the signals of a round told the truth. Marked again it is changed. */
export type MarkFlag = Command<
  'markFlag',
  { dispute: string; rev: number; round: string; right: boolean; note: string | null },
  Moved | Refused
>
