import { flow } from '../core/flow.ts'
import type { ShowWarnings, WarningsGiven } from './commands.ts'

/** 预警: what stands for whoever asks, now. */
export const warnings = flow<WarningsGiven>('warnings', { version: 1 })
  .direct()
  .done((): ShowWarnings => ({ do: 'showWarnings', with: {} }))
