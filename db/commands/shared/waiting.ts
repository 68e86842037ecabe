// What a case waits for: one due row for each thing, named so that scheduling it again moves it.
import {
  addDays,
  DAY,
  dayOf,
  endOfDay,
  HOUR,
  instantAt,
  MINUTE,
  shiftDay,
} from '../../../flows/casework/calendar.ts'
import { deadlines } from '../../../flows/casework/level.ts'
import { type Kind, WAITS, waits } from '../../../flows/casework/waiting.ts'
import { EVERY } from '../../../flows/casework/warnings/w01.ts'
import { LADDER } from '../../../flows/casework/warnings/w02.ts'
import { w05 } from '../../../flows/casework/warnings/w05.ts'
import type { Instant, Json } from '../../../flows/core/event.ts'
import type { Books, Schedule } from '../../books.ts'
import { plainly } from '../../warnings/plainly.ts'
import { type Case, stateOf } from './case.ts'

/** How urgent a case is to the clock and to the outbox. */
export const priorityOf = (c: Case): number => ({ RED: 30, ORANGE: 20, YELLOW: 10, BLUE: 0 })[c.row.level]

// The kinds themselves, and in which states each has a point: flows/casework/waiting.ts.
export { type Kind, waits }

const prefix = (kind: Kind, c: Case): string => `${kind}:${c.row.id}`

type About = { payload?: { [name: string]: Json }; about?: string }

export const waitFor = (books: Books, c: Case, kind: Kind, at: Instant, about: About = {}): Promise<void> =>
  books.schedule(waiting(c, kind, at, about))

const waiting = (c: Case, kind: Kind, at: Instant, { payload = {}, about }: About = {}): Schedule => ({
  key: about === undefined ? prefix(kind, c) : `${prefix(kind, c)}:${about}`,
  kind,
  at,
  payload: { dispute: c.row.id, ...payload },
  priority: priorityOf(c),
  dispute: c.row.id,
})

export const forget = (books: Books, c: Case, kind: Kind, about?: string): Promise<number> =>
  books.cancel(about === undefined ? prefix(kind, c) : `${prefix(kind, c)}:${about}`)

/** Lets go of everything that has no point in the state the case has come to. */
export async function letGo(books: Books, c: Case): Promise<void> {
  const state = stateOf(c.row)
  const over = (Object.keys(WAITS) as Kind[]).filter((kind) => !waits(kind, state))
  await books.cancel(...over.map((kind) => prefix(kind, c)))
}

/** A lead that nobody completes is shown to a person, and given up after a month of silence. */
export async function awaitLead(books: Books, c: Case): Promise<void> {
  await books.schedule(
    waiting(c, 'lead', books.now + 15 * MINUTE),
    waiting(c, 'lapse', addDays(books.now, 30)),
  )
}

/** First contact by then; `contactBy` is kept on the case. */
export const awaitContact = (books: Books, c: Case): Promise<void> =>
  waitFor(
    books,
    c,
    'contact',
    c.row.contactBy ?? deadlines(c.row.level, books.now, books.station.rulebook).firstContact,
  )

/** The next review, and the nightly look at what only the calendar changes. */
export async function awaitReview(books: Books, c: Case): Promise<void> {
  const { rulebook } = books.station
  await books.schedule(
    waiting(c, 'review', deadlines(c.row.level, books.now, rulebook).review),
    waiting(c, 'night', nextNight(books)),
  )
}

/** Of a new case, in one statement: its review, the nightly look, and a comparison with others once most of it was told. */
export async function awaitFirst(books: Books, c: Case): Promise<void> {
  const { review } = deadlines(c.row.level, books.now, books.station.rulebook)
  await books.schedule(
    waiting(c, 'review', review),
    waiting(c, 'night', nextNight(books)),
    waiting(c, 'alike', books.now + COMPARE_AFTER),
  )
}

/** A report takes some minutes to tell; people who wait for the other one wait no longer than for a first contact. */
const COMPARE_AFTER = 10 * MINUTE

/** A case that had ended is looked at like every other, and called for while nobody has taken it. */
export async function awaitAgain(books: Books, c: Case): Promise<void> {
  const { accept } = deadlines(c.row.level, books.now, books.station.rulebook)
  await awaitReview(books, c)
  await waitFor(books, c, 'owner', accept, { payload: { times: 0 } })
}

export const awaitNight = (books: Books, c: Case): Promise<void> =>
  waitFor(books, c, 'night', nextNight(books))

function nextNight(books: Books): Instant {
  const { calendar } = books.station.rulebook
  return instantAt(shiftDay(dayOf(books.now, calendar), 1), '06:00', calendar)
}

/**
 * The ladder of an assignment that is not accepted, in limits of its level: to the officer, to the leader as well, to the
 * chief, to the township.
 */
export const ACCEPT_LADDER = LADDER
export const acceptStep = (from: Instant, by: Instant, step: number): Instant =>
  from + Math.round((by - from) * (ACCEPT_LADDER[step] ?? 3))

export const awaitAccept = (books: Books, c: Case, from: Instant, step = 0): Promise<void> =>
  waitFor(books, c, 'accept', acceptStep(from, c.row.acceptBy ?? books.now, step), {
    payload: { from, step },
  })

/** Before the level's aim, and on it (W05). */
export async function awaitTarget(books: Books, c: Case): Promise<void> {
  const at = w05.next(plainly(c), books.now, books.station.rulebook)
  if (at !== null) await waitFor(books, c, 'target', at)
}

/** The morning of a day at the station. */
export const morningOf = (books: Books, day: string): Instant =>
  instantAt(day, '09:00', books.station.rulebook.calendar)

export const lastMomentOf = (books: Books, day: string): Instant =>
  endOfDay(day, books.station.rulebook.calendar)

/** An unacknowledged referral is asked after in three days (W18). */
export const awaitReceipt = (books: Books, c: Case): Promise<void> =>
  waitFor(books, c, 'receipt', books.now + 3 * DAY)

export const EMERGENCY_EVERY = EVERY
export const JOIN_TTL = 30 * DAY
export const BUTTON_TTL = 7 * DAY
export const TALKING = 15 * MINUTE
export const REMIND_EVERY = HOUR
