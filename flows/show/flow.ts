import type { CaseGiven } from '../case.ts'
import { flow } from '../core/flow.ts'
import type { ShowCase } from './commands.ts'

/** 看: the card of a case as it stands now. The number alone is enough to ask for it. */
export const show = flow<CaseGiven>('show', { version: 1 })
  .direct()
  .done(({ given: { dispute } }): ShowCase => ({ do: 'showCase', with: { dispute } }))
