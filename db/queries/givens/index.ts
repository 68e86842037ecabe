// What each flow is given when somebody begins it, by words or by a button.
import type { Refused } from '../../../flows/casework/refusal.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { Books } from '../../books.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import { caseFlow } from './case-flows.ts'
import { coverage } from './figures.ts'
import { add, type Begin, intake, revisit, status } from './resident.ts'
import { appointment, contactPlan, ownContactPlan } from './safe-contact.ts'
import { onNumber, onPressed } from './staff.ts'

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
}

const find = <V>(table: { readonly [flow: string]: V }, flow: string): V | undefined =>
  Object.hasOwn(table, flow) ? table[flow] : undefined

/** `number` is the case that was named; without one it may be clear which is meant. */
export async function givenByWords(
  books: Books,
  flow: string,
  number: string | null,
): Promise<Opened | Refused> {
  if (flow === 'safecontact')
    return books.actor.person ? onNumber(books, flow, contactPlan, number) : ownContactPlan(books, number)
  const own = find(OWN, flow)
  if (own) return own(books, number)
  return onNumber(books, flow, caseFlow(flow), number)
}

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
