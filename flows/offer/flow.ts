import { flow } from '../core/flow.ts'
import type { OfferGiven, TakeOffer } from './commands.ts'

/** 我来调解: a mediator takes a simple dispute of the village. One press, no question. */
export const offer = flow<OfferGiven>('offer', { version: 1 })
  .direct()
  .done(({ given: { dispute } }): TakeOffer => ({ do: 'takeOffer', with: { dispute } }))
