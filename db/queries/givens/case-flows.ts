// Every flow that is begun on a case.
import { BooksError } from '../../errors.ts'
import type { CaseFlow } from './case-flow.ts'
import { flag } from './flagging.ts'
import { close, duty, thirdparty, visit } from './following.ts'
import { confirmation, limit } from './law.ts'
import { atease, uneasy, workplan } from './meeting.ts'
import { merge } from './merging.ts'
import { plan } from './planning.ts'
import { prevention, preventioncheck } from './preventing.ts'
import { receipt, referral } from './referring.ts'
import { asrequest, hard } from './requests.ts'
import { agreement, contact, mediation } from './settling.ts'
import { joint, jointheld } from './sitting.ts'
import { calm, level, move } from './steering.ts'
import { assignment, claim, decline, screening, show } from './taking.ts'

const CASE_FLOWS: { readonly [flow: string]: CaseFlow } = {
  show,
  screening,
  merge,
  assignment,
  claim,
  decline,
  contact,
  mediation,
  agreement,
  confirmation,
  limit,
  visit,
  thirdparty,
  flag,
  duty,
  close,
  calm,
  referral,
  receipt,
  joint,
  jointheld,
  level,
  move,
  plan,
  asrequest,
  hard,
  uneasy,
  atease,
  workplan,
  prevention,
  preventioncheck,
}

/** Whether a flow is about a case that whoever begins it sees. */
export const isCaseFlow = (name: string): boolean => Object.hasOwn(CASE_FLOWS, name)

export function caseFlow(name: string): CaseFlow {
  const flow = Object.hasOwn(CASE_FLOWS, name) ? CASE_FLOWS[name] : undefined
  if (!flow) throw new BooksError('no-such-flow', name)
  return flow
}
