import { flow } from '../core/flow.ts'
import type { DeclineOffer, OfferGiven } from '../offer/commands.ts'

/** 不接: another may take it. */
export const offerdecline = flow<OfferGiven>('offerdecline', { version: 1 })
  .direct()
  .done(({ given: { dispute } }): DeclineOffer => ({ do: 'declineOffer', with: { dispute } }))
