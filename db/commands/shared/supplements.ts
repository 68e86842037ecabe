// Changes of what was agreed: put to both sides, counted, brought into force when both have said yes, or let go.
import { and, eq } from 'drizzle-orm'
import type { Side } from '../../../flows/case.ts'
import { DAY, dayOf, inQuietHours, outsideQuietHours } from '../../../flows/casework/calendar.ts'
import type { Duty } from '../../../flows/casework/duties.ts'
import { reschedule } from '../../../flows/casework/performing.ts'
import { isRefused, type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { SupplementGiven } from '../../../flows/supplement/commands.ts'
import type { Books } from '../../books.ts'
import { supplements } from '../../schema/index.ts'
import { chatAddress } from './ask-side.ts'
import { type Case, officerLed, subjectOf } from './case.ts'
import { awaitDuty, dutiesOf, type Held, keepDuty, writeEvent } from './duty-book.ts'
import { offsetOf } from './facts-shown.ts'
import { takeTurnToWrite } from './may-write.ts'
import { moveRoundsOf } from './plan-rounds.ts'
import { severalPeople } from './several-people.ts'
import { forget, waitFor } from './waiting.ts'

export type SupplementRow = typeof supplements.$inferSelect
/** Another last moment; another sum in all, or null where it stays. */
export type Terms = { dueAt: number; amountFen: number | null }

/** How long both sides have to answer; without both what was agreed stands. [D] */
const ANSWER_WITHIN = 3 * DAY
const SIDES: readonly Side[] = ['A', 'B']

export async function supplementById(books: Books, id: string): Promise<SupplementRow | null> {
  const [row] = await books.tx
    .select()
    .from(supplements)
    .where(and(eq(supplements.stationId, books.station.id), eq(supplements.id, id)))
  return row ?? null
}

/** The change of each duty that is being asked about; never two of one duty. */
export async function askedOf(books: Books, c: Pick<Case, 'row'>): Promise<SupplementRow[]> {
  return books.tx
    .select()
    .from(supplements)
    .where(
      and(
        eq(supplements.stationId, books.station.id),
        eq(supplements.disputeId, c.row.id),
        eq(supplements.state, 'asked'),
      ),
    )
}

/**
 * Where a side may be asked about a change: alone in its own chat, and in no case that officers lead. What a third owes
 * is not for the sides to change without it, so that goes on paper.
 */
export async function askableSides(books: Books, c: Case, { row }: Held): Promise<Map<Side, string>> {
  const found = new Map<Side, string>()
  if (officerLed(books, c.row) || row.debtor === 'third') return found
  for (const side of SIDES) {
    const address = await chatAddress(books, c, side)
    if (address !== null && !(await severalPeople(books, address))) found.set(side, address)
  }
  return found
}

/** Who has not said yes. */
export const missing = ({ agreedA, agreedB }: SupplementRow): Side[] => [
  ...(agreedA === null ? (['A'] as const) : []),
  ...(agreedB === null ? (['B'] as const) : []),
]

type Proposal = Terms & { reason: string | null }

async function put(books: Books, c: Case, { row }: Held, { dueAt, amountFen, reason }: Proposal) {
  for (const earlier of (await askedOf(books, c)).filter(({ dutyId }) => dutyId === row.id))
    await endSupplement(books, c, earlier, 'withdrawn')
  const id = books.newId()
  const words = reason?.trim()
  const [written] = await books.tx
    .insert(supplements)
    .values({
      stationId: books.station.id,
      id,
      disputeId: c.row.id,
      dutyId: row.id,
      at: books.now,
      by: books.actor.id,
      newDueAt: dueAt,
      newAmountFen: amountFen,
      reason: words ? c.vault.seal('supplements.reason', id, words) : null,
      state: 'asked',
    })
    .returning()
  if (!written) throw new Error('a supplement was not written')
  books.audit('supplement', subjectOf(c), { duty: row.no, supplement: id })
  return written
}

/** Both signed it: in force at once, and in the place of anything they were asked before. */
export async function signedByBoth(
  books: Books,
  c: Case,
  held: Held,
  proposal: Proposal,
): Promise<Held | Refused> {
  const fits = changed(held.duty, proposal)
  if (isRefused(fits)) return fits
  let row = await put(books, c, held, proposal)
  for (const side of SIDES) row = await agree(books, c, row, side, 'paper')
  return bringIntoForce(books, c, row)
}

/** Who can be asked in chat is asked there; the others are named, for their signature. */
export async function askBoth(
  books: Books,
  c: Case,
  held: Held,
  proposal: Proposal,
): Promise<{ asked: Side[]; unsigned: Side[] } | Refused> {
  const fits = changed(held.duty, proposal)
  if (isRefused(fits)) return fits
  const to: [Side, string][] = []
  for (const [side, address] of await askableSides(books, c, held))
    if (await takeTurnToWrite(books, address)) to.push([side, address])
  if (to.length === 0)
    return refuse(
      'on-paper',
      '这件事不能在聊天里问，请用书面变更，双方签字。',
      'This cannot be asked in chat: it needs a supplement on paper that both sides sign.',
    )
  const row = await put(books, c, held, proposal)
  const { calendar } = books.station.rulebook
  const at = inQuietHours(books.now, calendar) ? outsideQuietHours(books.now, calendar) : books.now
  const given = givenOf(books, c, held, row)
  for (const [side, address] of to)
    await books.open({
      key: `agree:${c.row.id}:${row.id}:${side}`,
      address,
      flow: 'supplement',
      id: books.newId(),
      given,
      at,
      dispute: c.row.id,
    })
  const asked = to.map(([side]) => side)
  await waitFor(books, c, 'supplement', at + ANSWER_WITHIN, {
    payload: { supplement: row.id, asked },
    about: row.id,
  })
  return { asked, unsigned: SIDES.filter((side) => !asked.includes(side)) }
}

const givenOf = (books: Books, c: Case, { duty }: Held, row: SupplementRow): SupplementGiven => ({
  supplement: row.id,
  dispute: c.row.id,
  number: c.row.number,
  what: duty.what,
  due: row.newDueAt ?? duty.dueAt ?? books.now,
  fen: row.newAmountFen,
  offset: offsetOf(books),
  station: { name: books.station.name, phone: books.station.phone },
})

/** One side's yes, with how and when. */
export async function agree(
  books: Books,
  c: Case,
  row: SupplementRow,
  side: Side,
  how: 'chat' | 'paper',
): Promise<SupplementRow> {
  const set = side === 'A' ? { agreedA: how, agreedAAt: books.now } : { agreedB: how, agreedBAt: books.now }
  books.audit('supplement-agreed', subjectOf(c), { supplement: row.id, side, how })
  return setSupplement(books, row, set)
}

/** No longer asked about: nobody is, and nobody's silence counts. */
export async function endSupplement(
  books: Books,
  c: Case,
  row: SupplementRow,
  state: 'agreed' | 'refused' | 'withdrawn',
): Promise<void> {
  await setSupplement(books, row, { state, endedAt: books.now })
  await books.cancel(`agree:${c.row.id}:${row.id}`)
  await forget(books, c, 'supplement', row.id)
  books.audit('supplement-ended', subjectOf(c), { supplement: row.id, state })
}

async function setSupplement(
  books: Books,
  row: SupplementRow,
  set: Partial<Omit<SupplementRow, 'stationId' | 'id'>>,
): Promise<SupplementRow> {
  await books.tx
    .update(supplements)
    .set(set)
    .where(and(eq(supplements.stationId, books.station.id), eq(supplements.id, row.id)))
  return { ...row, ...set }
}

/** The duty a change is about, where it is still in force and not ended. */
export async function dutyOf(books: Books, c: Case, { dutyId }: SupplementRow): Promise<Held | null> {
  const held = (await dutiesOf(books, c)).find(({ row }) => row.id === dutyId)
  return held && !['done', 'waived'].includes(held.row.state) ? held : null
}

const changed = (duty: Duty, { dueAt, amountFen }: Terms): Duty | Refused =>
  reschedule(duty, { dueAt, amountFen, supplement: true, bothConfirm: true })

/**
 * Both have said yes: the duty has its new day and sum, its reminders follow, and so does the round of the day after.
 * Withdrawn where it does not fit any more what was done meanwhile.
 */
export async function bringIntoForce(books: Books, c: Case, row: SupplementRow): Promise<Held | Refused> {
  const held = await dutyOf(books, c, row)
  const dueAt = row.newDueAt ?? held?.duty.dueAt ?? null
  const duty =
    held && dueAt !== null && dueAt >= books.now
      ? changed(held.duty, { dueAt, amountFen: row.newAmountFen })
      : refuse(
          'past',
          '新的期限已经过去，或者这一项已经办完。',
          'The new day has passed, or this duty has ended.',
        )
  if (!held || dueAt === null || isRefused(duty)) {
    await endSupplement(books, c, row, 'withdrawn')
    return isRefused(duty) ? duty : refuse('done', '这一项已经办完了。', 'This duty has ended already.')
  }
  await endSupplement(books, c, row, 'agreed')
  const reason = c.vault.open('supplements.reason', row.id, row.reason)
  await writeEvent(books, c, held.row, { what: 'extended', by: row.by, newDueAt: dueAt, reason })
  const kept = await keepDuty(books, held.row, duty)
  await awaitDuty(books, c, kept, duty)
  // Both sides are asked on the day after the new date, as they would have been after the old one.
  await moveRoundsOf(books, c, kept.no, dayOf(dueAt, books.station.rulebook.calendar))
  return { row: kept, duty }
}
