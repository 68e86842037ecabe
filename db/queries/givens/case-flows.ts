// Every flow that is begun on a case.
import { BooksError } from '../../errors.ts'
import type { CaseFlow } from './case-flow.ts'
import { flag } from './flagging.ts'
import { close, duty, thirdparty, visit } from './following.ts'
import { plan } from './planning.ts'
import { agreement, contact, mediation } from './settling.ts'
import { calm, level, move, referral } from './steering.ts'
import { assignment, claim, decline, screening, show } from './taking.ts'

const CASE_FLOWS: { readonly [flow: string]: CaseFlow } = {
  show,
  screening,
  assignment,
  claim,
  decline,
  contact,
  mediation,
  agreement,
  visit,
  thirdparty,
  flag,
  duty,
  close,
  calm,
  referral,
  level,
  move,
  plan,
}

export function caseFlow(name: string): CaseFlow {
  const flow = Object.hasOwn(CASE_FLOWS, name) ? CASE_FLOWS[name] : undefined
  if (!flow) throw new BooksError('no-such-flow', name)
  return flow
}
