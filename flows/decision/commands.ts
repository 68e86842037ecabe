import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

/** One thing that a meeting decided and somebody owes, opened for whoever owes it. */
export type Owed = {
  entry: string
  dispute: string
  number: string
  level: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
  decision: string
  due: number
}
export type DecisionGiven = { owed: Owed[]; choices: Choice[]; offset: number }
/** It is done, and how, in a sentence. */
export type CarryOutDecision = Command<'carryOutDecision', { entry: string; words: string }, Moved | Refused>
