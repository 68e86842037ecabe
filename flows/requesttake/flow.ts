import { flow } from '../core/flow.ts'
import type { RequestGiven, TakeRequest } from '../difficulty/commands.ts'

/** 接: an officer takes a difficulty. One press, no question. */
export const requesttake = flow<RequestGiven>('requesttake', { version: 1 })
  .direct()
  .done(({ given: { request, rev } }): TakeRequest => ({ do: 'takeRequest', with: { request, rev } }))
