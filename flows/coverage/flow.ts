import { DAY, HOUR } from '../casework/calendar.ts'
import { PERIODS } from '../casework/coverage.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import type { CoverageGiven, ShowCoverage } from './commands.ts'

/** 应访尽访: how many sides were to be visited, how many were, and what became of the others. */
export const coverage = flow<CoverageGiven>('coverage', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('period', oneOf(PERIODS))
  .direct()
  .done(({ period }): ShowCoverage => ({ do: 'showCoverage', with: { period } }))
