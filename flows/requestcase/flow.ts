import { flow } from '../core/flow.ts'
import type { RequestGiven, RequestToCase } from '../difficulty/commands.ts'

/** 是纠纷: what was told of as a difficulty becomes a case, with the same words. */
export const requestcase = flow<RequestGiven>('requestcase', { version: 1 })
  .direct()
  .done(({ given: { request, rev } }): RequestToCase => ({ do: 'requestToCase', with: { request, rev } }))
