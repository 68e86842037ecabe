import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import type { ShowPatrol } from '../patrol/commands.ts'
import type { PatrolledGiven } from './commands.ts'

/** 摸排进度: what was answered so far, by village. */
export const patrolled = flow<PatrolledGiven>('patrolled', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(
    ({ given }) => given.rounds.length > 1,
    'which',
    ({ given }) => choose(given.rounds),
  )
  .direct()
  .done(
    ({ given, which }): ShowPatrol => ({
      do: 'showPatrol',
      with: { patrol: which ?? given.rounds[0]?.id ?? '' },
    }),
  )
