import type { CaseGiven, Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { FileRef, Instant } from '../core/event.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

export type JointHeldGiven = CaseGiven & {
  meeting: string
  at: Instant
  /** Everybody who was asked beside the sides; the id is the invitation's. */
  invited: Choice[]
}

export type JointResult = 'agreed' | 'again' | 'failed' | 'absent'

/** 联调记录: who came and what came of it. What was mediated is a session of the case like any other. */
export type RecordJoint = Command<
  'recordJoint',
  {
    dispute: string
    rev: number
    meeting: string
    /** Ids of invitations. */
    came: string[]
    sides: Side[]
    result: JointResult
    summary: string | null
    /** Points of difference. */
    reason: string | null
    remediesTold: 'yes' | 'no' | null
    photos: FileRef[] | null
  },
  (Moved & { threeForce: boolean }) | Refused
>
