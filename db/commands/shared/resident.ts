// Telling residents: never at night, never where it could be read by the wrong eyes; then an officer tells them instead.
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import {
  dayOf,
  endOfDay,
  inQuietHours,
  outsideQuietHours,
  shiftDay,
} from '../../../flows/casework/calendar.ts'
import type { Notice } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { agreements, duties, heard, parties, referrals, transitions } from '../../schema/index.ts'
import { agreementInForce } from './agreements.ts'
import { type Case, officerLed } from './case.ts'
import { notKeptFor } from './entitled.ts'
import { offsetOf } from './facts-shown.ts'
import { meetingToTell } from './joint-rows.ts'
import { lawSaid } from './law-said.ts'
import { remediesAtBreach, remediesFor } from './remedies.ts'
import { chatsMissed } from './rounds.ts'
import { responsible, tellStaff } from './tell.ts'
import { TALKING, waitFor } from './waiting.ts'

/** What residents may be told of a case. Rebuilt from the books when it is sent, so that it may wait for the morning. */
export type Telling =
  | 'taken'
  | 'refusedCase'
  | 'lapsed'
  | 'referred'
  | 'referralBack'
  | 'referralResult'
  | 'jointSoon'
  | 'jointOff'
  | 'merged'
  | 'closed'
  | 'agreed'
  | 'confirmable'
  | 'notAgreed'
  | 'notKept'
  | 'willCall'
  | 'permission'

/** Both sides may go to the court together for thirty days (mediation law, article 33). */
function confirmUntil(books: Books, from: number): number {
  const { calendar } = books.station.rulebook
  return endOfDay(shiftDay(dayOf(from, calendar), 30), calendar)
}

export type Told = 'told' | 'later' | 'by-hand' | 'nobody'
export type Party = typeof parties.$inferSelect

export const partiesOf = (books: Books, dispute: string): Promise<Party[]> =>
  books.tx
    .select()
    .from(parties)
    .where(and(eq(parties.stationId, books.station.id), eq(parties.disputeId, dispute)))
    .orderBy(parties.side)

export async function tellReporter(books: Books, c: Case, what: Telling): Promise<Told> {
  const { reporterAddress } = c.row
  if (reporterAddress !== null) return tellResident(books, c, reporterAddress, what, null)
  // Told to a colleague by somebody who never came to chat: an officer says it, by phone or in person.
  if (c.row.source !== 'chat') await byHand(books, c, 'not-in-chat')
  return 'nobody'
}

/** Each side that can be reached in chat, and nobody of an officer-led case. */
export async function tellSides(books: Books, c: Case, what: Telling): Promise<void> {
  for (const party of await partiesOf(books, c.row.id))
    if (party.addressId !== null && party.stoppedAt === null)
      await tellResident(books, c, party.addressId, what, party)
}

/** `side` is the party the address belongs to, null for a reporter who is none. */
export async function tellResident(
  books: Books,
  c: Case,
  address: string,
  what: Telling,
  side: Party | null,
): Promise<Told> {
  const facts = await books.address(address)
  if (!facts) return 'nobody'
  const ours = address === c.row.reporterAddress
  const guarded = officerLed(books, c.row) || side?.atRisk === true || facts.atRisk
  const talking = await isTalking(books, address)
  // Fifteen minutes after the last word somebody else may hold the phone: only in the very turn in which they speak.
  if (guarded && !(ours && books.actor.address === address)) return byHand(books, c, 'contact-plan')
  if (facts.stopped) return byHand(books, c, 'stopped')
  const { calendar } = books.station.rulebook
  if (!talking && inQuietHours(books.now, calendar)) {
    const payload = { what, address, party: side?.id ?? null }
    await waitFor(books, c, 'tell', outsideQuietHours(books.now, calendar), {
      payload,
      about: `${what}:${address}`,
    })
    return 'later'
  }
  const notice = await residentNotice(books, c, what, side)
  if (!notice) return 'nobody'
  const how = { dispute: c.row.id, class: guarded ? ('once' as const) : ('repeatable' as const) }
  return (await books.post(address, { notice }, how)) ? 'told' : 'nobody'
}

/** Somebody who wrote a few minutes ago holds the phone in their own hands. */
export async function isTalking(books: Books, address: string): Promise<boolean> {
  if (books.actor.address === address) return true
  const [row] = await books.tx
    .select({ at: heard.at })
    .from(heard)
    .where(
      and(
        eq(heard.stationId, books.station.id),
        eq(heard.addressId, address),
        gt(heard.at, books.now - TALKING),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** What may not be sent becomes a task: the officer says it, in the way that person named as safe. */
export async function byHand(books: Books, c: Case, why: string): Promise<Told> {
  const told = await tellStaff(books, c, { people: responsible(c) }, ({ facts, offset }) => ({
    kind: 'undelivered',
    facts,
    offset,
    why,
  }))
  return told > 0 ? 'by-hand' : 'nobody'
}

/** Null where there is nothing (any more) to be told. */
export async function residentNotice(
  books: Books,
  c: Case,
  what: Telling,
  side: Party | null,
): Promise<Notice | null> {
  const offset = offsetOf(books)
  const { number } = c.row
  switch (what) {
    case 'taken': {
      const officer = c.row.officerId ? ((await books.person(c.row.officerId))?.name ?? null) : null
      const contactBy = c.row.contactedAt === null ? (c.row.contactBy ?? books.now) : null
      return { kind: what, offset, number, officer, contactBy }
    }
    case 'refusedCase':
      return { kind: what, offset, number, reason: (await lastWords(books, c, 'REJECTED')) ?? '' }
    case 'lapsed':
      return { kind: what, offset, number, filed: c.row.filedAt }
    case 'referred': {
      const last = await lastReferral(books, c)
      if (!last) return null
      const details = c.vault.open('referrals.details', last.id, last.details)
      const phone = details ? ((JSON.parse(details) as { phone: string | null }).phone ?? null) : null
      return { kind: what, offset, number, unit: last.toUnit, phone, due: last.dueAt }
    }
    case 'referralBack':
      return { kind: what, offset, number }
    case 'referralResult': {
      const last = await lastReferral(books, c)
      const kept = last && c.vault.open('referrals.result_words', last.id, last.resultWords)
      const told = kept ? (JSON.parse(kept) as { told: string | null }).told : null
      return last && told !== null ? { kind: what, offset, number, unit: last.toUnit, words: told } : null
    }
    case 'jointSoon':
    case 'jointOff': {
      const meeting = side && (await meetingToTell(books, c, what))
      if (!meeting) return null
      return what === 'jointSoon'
        ? { kind: what, offset, number, at: meeting.at, place: meeting.place }
        : { kind: what, offset, number, at: meeting.at }
    }
    case 'agreed': {
      const law = await lawSaid(books, c, 'agreement')
      const duties = side && (await agreedFor(books, c, side.side))
      return duties && { kind: what, offset, number, duties, ...(law ? { law } : {}) }
    }
    case 'confirmable': {
      const paper = side && (await agreementInForce(books, c))
      return (
        paper && { kind: what, offset, number, until: confirmUntil(books, paper.effectiveAt ?? paper.at) }
      )
    }
    case 'notAgreed':
      return { kind: what, offset, number, remedies: remediesFor(c.row) }
    case 'notKept': {
      const owed = side ? await notKeptFor(books, c, side.side) : []
      return owed.length === 0
        ? null
        : { kind: what, offset, number, remedies: await remediesAtBreach(books, c, owed) }
    }
    case 'merged':
    case 'closed':
      return { kind: what, offset, number }
    case 'willCall':
      return { kind: what, offset }
    case 'permission': {
      const rounds = side === null ? 0 : await chatsMissed(books, c, side.side)
      return rounds === 0 ? null : { kind: what, offset, rounds }
    }
  }
}

/** The reason somebody wrote when the case last came to this state. */
async function lastWords(books: Books, c: Case, to: string): Promise<string | null> {
  const [row] = await books.tx
    .select()
    .from(transitions)
    .where(
      and(
        eq(transitions.stationId, books.station.id),
        eq(transitions.disputeId, c.row.id),
        eq(transitions.to, to),
      ),
    )
    .orderBy(desc(transitions.rev), desc(transitions.step))
    .limit(1)
  return row ? c.vault.open('transitions.text', `${c.row.id}:${row.rev}:${row.step}`, row.text) : null
}

export async function lastReferral(books: Books, c: Pick<Case, 'row'>) {
  const [row] = await books.tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.stationId, books.station.id), eq(referrals.disputeId, c.row.id)))
    .orderBy(desc(referrals.at))
    .limit(1)
  return row ?? null
}

/** What concerns this side: what it owes, and what it is owed. */
async function agreedFor(books: Books, c: Case, side: 'A' | 'B') {
  const rows = await books.tx
    .select({ duty: duties })
    .from(duties)
    .innerJoin(
      agreements,
      and(eq(agreements.stationId, duties.stationId), eq(agreements.id, duties.agreementId)),
    )
    .where(
      and(
        eq(duties.stationId, books.station.id),
        eq(duties.disputeId, c.row.id),
        isNull(agreements.replacedAt),
      ),
    )
    .orderBy(duties.no)
  return rows
    .map(({ duty }) => duty)
    .filter(({ debtor, creditor }) => [debtor, creditor].some((one) => one === side || one === 'both'))
    .map(({ id, what, debtor, dueAt }) => ({
      mine: debtor === side || debtor === 'both',
      what: c.vault.open('duties.what', id, what) ?? '',
      due: dueAt,
    }))
}
