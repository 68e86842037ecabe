// What each flow is given when somebody begins it, by words or by a button.
import type { Refused } from '../../../flows/casework/refusal.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { Books } from '../../books.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import { behalf } from './behalf.ts'
import { caseFlow } from './case-flows.ts'
import { coverage } from './figures.ts'
import { cannot, coming, otherTime } from './invited.ts'
import { assesscase, assessment, decision } from './meeting.ts'
import { lookout, type Overheard, overheard, patrol, patrolled, zero } from './patrol.ts'
import { report } from './report.ts'
import { difficulty, offer, offerdecline, ofRequest, REQUEST_FLOWS, requestsolved } from './requests.ts'
import { add, type Begin, intake, revisit, status } from './resident.ts'
import { appointment, contactPlan, ownContactPlan } from './safe-contact.ts'
import { onNumber, onPressed } from './staff.ts'
import { warnings } from './warnings.ts'

/** The books alone begin it, for a side whose yes is wanted. */
const supplement: Begin = async () => noSuchCase()

const OWN: { readonly [flow: string]: Begin } = {
  intake,
  add,
  status,
  revisit,
  appointment,
  supplement,
  coverage,
  coming,
  cannot,
  othertime: otherTime,
  sitdown: supplement,
  difficulty,
  ...REQUEST_FLOWS,
  requestsolved,
  offer,
  offerdecline,
  assessment,
  assesscase,
  decision,
  warnings,
  patrol,
  patrolled,
  lookout,
  zero,
  behalf,
  report,
}

const find = <V>(table: { readonly [flow: string]: V }, flow: string): V | undefined =>
  Object.hasOwn(table, flow) ? table[flow] : undefined

/** `number` is the case that was named; without one it may be clear which is meant. */
export async function givenByWords(
  books: Books,
  typed: string,
  number: string | null,
  rest?: string,
): Promise<Opened | Refused> {
  const flow = ofRequest(books, typed, number)
  if (flow === 'safecontact')
    return books.actor.person ? onNumber(books, flow, contactPlan, number) : ownContactPlan(books, number)
  const own = find(OWN, flow)
  if (own) return own(books, number, null, rest)
  return onNumber(books, flow, caseFlow(flow), number)
}

/** Told by staff out of the blue: it belongs to what they were asked for, or to nothing. */
export const givenOverheard = (books: Books, flow: string, said: Overheard): Promise<Opened | Refused> =>
  flow === 'lookout' ? overheard(books, said) : Promise.resolve(noSuchCase())

export async function givenByButton(
  books: Books,
  flow: string,
  dispute: string | null,
  subject: string | null = null,
): Promise<Opened | Refused> {
  const own = find(OWN, flow)
  if (own) return own(books, null, subject)
  return dispute === null
    ? onNumber(books, flow, caseFlow(flow), null)
    : onPressed(books, flow, caseFlow(flow), dispute)
}
