import { flow } from '../core/flow.ts'
import type { RequestGiven, ShowRequest } from '../difficulty/commands.ts'

/** 看: what somebody asked for, for whoever may know. */
export const requestshow = flow<RequestGiven>('requestshow', { version: 1 })
  .direct()
  .done(({ given: { request } }): ShowRequest => ({ do: 'showRequest', with: { request } }))
