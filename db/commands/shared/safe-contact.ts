// Safe contact: what a person at risk allowed, and nothing beside it. Without a plan nothing is sent, and never to the other side.
import {
  allowedUntil,
  allows,
  allowsChat,
  type ContactPlan,
  firstAllowed,
  phraseText,
  planFrom,
} from '../../../flows/casework/contact-plan.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { type Case, officerLed } from './case.ts'
import { samePerson } from './own-addresses.ts'
import { type Party, partiesOf } from './resident.ts'
import { type RevisitRow, setRevisit } from './rounds.ts'
import { severalPeople } from './several-people.ts'
import { forget, waitFor } from './waiting.ts'

export type Side = 'A' | 'B'

/** Where officers lead, and wherever a side is at risk: nothing of our own accord but by a plan. */
export const isGuarded = (books: Books, c: Case, party: Pick<Party, 'atRisk'> | undefined): boolean =>
  officerLed(books, c.row) || party?.atRisk === true

export const planOf = (c: Case, { id, contactPlan }: Pick<Party, 'id' | 'contactPlan'>): ContactPlan | null =>
  planFrom(c.vault.open('parties.contact_plan', id, contactPlan))

/** Plain words from before there were plans come back as a plan that allows nothing. */
export async function contactPlanOf(books: Books, c: Case, side: Side): Promise<ContactPlan | null> {
  const party = (await partiesOf(books, c.row.id)).find((one) => one.side === side)
  return party ? planOf(c, party) : null
}

/**
 * Where somebody at risk may be written to: only where their plan says so, in the very chat where it was given, while that
 * is theirs alone and open. Never the side that nobody holds to be at risk.
 */
export async function mayChat(
  books: Books,
  c: Case,
  side: Side,
): Promise<{ address: string; plan: ContactPlan } | null> {
  const sides = await partiesOf(books, c.row.id)
  const party = sides.find((one) => one.side === side)
  const plan = party ? planOf(c, party) : null
  if (!party?.atRisk || party.stoppedAt !== null || !plan || !allowsChat(plan)) return null
  if (party.addressId === null || party.addressId !== plan.address) return null
  const address = await books.address(party.addressId)
  if (!address || address.stopped || address.person !== null || address.unreachableSince !== null) return null
  const other = sides.find((one) => one.side !== side)
  if (other?.addressId && (await samePerson(books, party.addressId, other.addressId))) return null
  // A chat that several people are known to use is no secret from any of them.
  return (await severalPeople(books, address.id)) ? null : { address: address.id, plan }
}

/** After this long without an answer the talk is over, and a person has to look. */
export const SILENT_AFTER = 24 * 60 * 60_000

/**
 * One side's part of a round is asked by the guarded talk, at the first instant that the plan allows. False where there is
 * none: then it is a person's to do.
 */
export async function openAppointment(
  books: Books,
  c: Case,
  revisit: RevisitRow,
  at: Instant,
): Promise<boolean> {
  const may = await mayChat(books, c, revisit.side)
  const when = may && firstInstant(books, may.plan, at)
  if (when === null) return false
  await setRevisit(books, revisit, { state: 'open', openedAt: books.now, mode: 'chat' })
  await waitFor(books, c, 'appointment', when, {
    payload: { revisit: revisit.id, step: 'ask' },
    about: revisit.id,
  })
  return true
}

export const firstInstant = (
  { station: { rulebook } }: Books,
  plan: ContactPlan,
  at: Instant,
): Instant | null => firstAllowed(plan, at, rulebook.revisitHours, rulebook.calendar)

export const isAllowed = ({ now, station: { rulebook } }: Books, plan: ContactPlan): boolean =>
  allows(plan, now, rulebook.revisitHours, rulebook.calendar)

export const untilWhen = ({ now, station: { rulebook } }: Books, plan: ContactPlan): Instant =>
  allowedUntil(plan, now, rulebook.revisitHours, rulebook.calendar)

/** Lets go of whatever was to be asked in the guarded talk. */
export async function forgetAppointment(books: Books, c: Case, revisit: string): Promise<void> {
  await forget(books, c, 'appointment', revisit)
  await books.cancel(`ask:${c.row.id}:${revisit}`)
}

/** A phrase as it is kept: a keyed hash, of this person alone. */
export const phraseHash = (books: Books, party: string, said: string): string =>
  books.blind('phrase', `${party}:${phraseText(said)}`)
