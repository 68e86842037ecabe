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
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { Instant, Json } from '../../../flows/core/event.ts'
import type { Books, Schedule } from '../../books.ts'
import { type Case, stateOf } from './case.ts'

/** How urgent a case is to the clock and to the outbox. */
export const priorityOf = (c: Case): number => ({ RED: 30, ORANGE: 20, YELLOW: 10, BLUE: 0 })[c.row.level]

/** Everything that can be due on a case. The name is the kind of the row and the beginning of its key. */
export type Kind =
  | 'lead'
  | 'lapse'
  | 'emergency'
  | 'contact'
  | 'accept'
  | 'target'
  | 'resume'
  | 'receipt'
  | 'review'
  | 'night'
  | 'duty'
  | 'breach'
  | 'revisit'
  | 'appointment'
  | 'unanswered'
  | 'thirdparty'
  | 'tell'
  | 'confirmable'
  | 'supplement'

const BEFORE_CONTACT: readonly State[] = ['DRAFT', 'REPORTED', 'SCREENING', 'ACCEPTED', 'ASSIGNED', 'CLAIMED']
const BEFORE_AGREED: readonly State[] = ['ACCEPTED', 'ASSIGNED', 'CLAIMED', 'MEDIATING', 'SUSPENDED']
const ENDED: readonly State[] = ['CLOSED', 'REJECTED', 'MERGED']

/** In which states each kind of waiting has a point. */
const WAITS: { [K in Kind]: (state: State) => boolean } = {
  lead: (state) => state === 'DRAFT',
  lapse: (state) => state === 'DRAFT',
  emergency: (state) => state === 'EMERGENCY',
  contact: (state) => BEFORE_CONTACT.includes(state),
  accept: (state) => state === 'ASSIGNED',
  target: (state) => BEFORE_AGREED.includes(state),
  resume: (state) => state === 'SUSPENDED',
  receipt: (state) => state === 'REFERRED',
  review: isOpen,
  night: isOpen,
  duty: (state) => !ENDED.includes(state),
  breach: (state) => !ENDED.includes(state),
  revisit: (state) => !ENDED.includes(state),
  appointment: (state) => !ENDED.includes(state),
  unanswered: (state) => !ENDED.includes(state),
  thirdparty: (state) => !ENDED.includes(state),
  tell: () => true,
  confirmable: (state) => !ENDED.includes(state),
  supplement: (state) => !ENDED.includes(state),
}

/** Whether this kind of waiting has a point in this state. */
export const waits = (kind: Kind, state: State): boolean => WAITS[kind](state)

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
export const ACCEPT_LADDER = [1, 1.5, 2, 3] as const
export const acceptStep = (from: Instant, by: Instant, step: number): Instant =>
  from + Math.round((by - from) * (ACCEPT_LADDER[step] ?? 3))

export const awaitAccept = (books: Books, c: Case, from: Instant, step = 0): Promise<void> =>
  waitFor(books, c, 'accept', acceptStep(from, c.row.acceptBy ?? books.now, step), {
    payload: { from, step },
  })

/** Five days and one day before the level's aim, and on it (W05). */
export async function awaitTarget(books: Books, c: Case): Promise<void> {
  const target = c.row.targetAt
  if (target === null) return
  const at = [5, 1, 0].map((left) => target - left * DAY).find((one) => one > books.now)
  if (at !== undefined) await waitFor(books, c, 'target', at)
}

/** The morning of a day at the station. */
export const morningOf = (books: Books, day: string): Instant =>
  instantAt(day, '09:00', books.station.rulebook.calendar)

export const lastMomentOf = (books: Books, day: string): Instant =>
  endOfDay(day, books.station.rulebook.calendar)

/** An unacknowledged referral is asked after in three days (W18). */
export const awaitReceipt = (books: Books, c: Case): Promise<void> =>
  waitFor(books, c, 'receipt', books.now + 3 * DAY)

export const EMERGENCY_EVERY = 2 * MINUTE
export const JOIN_TTL = 30 * DAY
export const BUTTON_TTL = 7 * DAY
export const TALKING = 15 * MINUTE
export const REMIND_EVERY = HOUR
