import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'
import type { PreventionKind } from '../prevention/commands.ts'
import type { Moved } from '../screening/commands.ts'

/** What waits for a leader's word, with what the officer wrote. */
export type Waiting = Choice & { kind: PreventionKind; people: number; by: string; reason: string }
export type PreventionCheckGiven = CaseGiven & { waiting: Waiting[] }

export type DecidePrevention = Command<
  'decidePrevention',
  { dispute: string; prevention: string; approve: boolean },
  (Moved & { approved: boolean }) | Refused
>
