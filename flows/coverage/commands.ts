import type { Coverage, Period } from '../casework/coverage.ts'
import type { Command, Refused } from '../core/command.ts'

/** Minutes east of UTC at the station. */
export type CoverageGiven = { offset: number }
/** 应访尽访, over the cases of whoever asks: a leader's area, an officer's own. */
export type ShowCoverage = Command<'showCoverage', { period: Period }, Coverage | Refused>
