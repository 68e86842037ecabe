import type { ClaimDispute } from '../assignment/commands.ts'
import type { CaseGiven } from '../case.ts'
import { flow } from '../core/flow.ts'

/** 签收: the responsible officer takes the case. One press, no question. */
export const claim = flow<CaseGiven>('claim', { version: 1 })
  .direct()
  .done(({ given: { dispute, rev } }): ClaimDispute => ({ do: 'claimDispute', with: { dispute, rev } }))
