// A round of screening from its beginning to its end: asked, reminded half-way, closed, and the next one where it comes again.
import { yearOf } from '../../../flows/casework/number.ts'
import { nextPatrol, patrolNo, remindAt } from '../../../flows/casework/patrol.ts'
import type { Notice, NoticeButton } from '../../../flows/notices/notice.ts'
import type { Books, Schedule } from '../../books.ts'
import { patrols } from '../../schema/index.ts'
import { offsetOf, villageName } from './facts-shown.ts'
import { askAll, buttonsFor } from './patrol-ask.ts'
import { coverage, leads, type Patrol, setPatrol } from './patrol-book.ts'

export type PatrolKind = 'patrol' | 'patrolremind' | 'patrolend'
/** One row of each kind for a round; the keys of a round begin alike. */
const waiting = (patrol: Patrol, kind: PatrolKind, at: number): Schedule => ({
  key: `patrol:${patrol.id}:${kind}`,
  kind,
  at,
  payload: { patrol: patrol.id },
})

const forget = (books: Books, { id }: Patrol): Promise<number> => books.cancel(`patrol:${id}:`)

export type PatrolMade = Pick<Patrol, 'at' | 'until' | 'by' | 'villages' | 'method' | 'repeat'>

/** A round that is to come; whoever plans it opens it where it begins at once. */
export async function planOne(books: Books, made: PatrolMade): Promise<Patrol> {
  const year = yearOf(made.at, books.station.rulebook.calendar)
  const no = patrolNo(year, await books.nextNumber('patrol', year))
  const [row] = await books.tx
    .insert(patrols)
    .values({ stationId: books.station.id, id: books.newId(), no, state: 'planned', ...made })
    .returning()
  const patrol = row!
  const { villages, method, repeat } = made
  books.audit('patrol-planned', `patrol:${patrol.id}`, { no, villages, method, repeat })
  await books.schedule(waiting(patrol, 'patrol', patrol.at))
  return patrol
}

/** Everybody is asked; the leader gets a card by which to see how it goes. */
export async function openOne(books: Books, planned: Patrol) {
  await forget(books, planned)
  const patrol = await setPatrol(books, planned, {
    state: 'open',
    openedAt: books.now,
    until: planned.until,
  })
  const { asked, nobody } = await askAll(books, patrol)
  books.audit('patrol-opened', `patrol:${patrol.id}`, { asked, nobody })
  await awaitEnd(books, patrol)
  const named = nobody.map((code) => villageName(books, code) ?? code)
  await tellLeader(books, patrol, (offset, buttons) => ({
    kind: 'patrolBegun',
    offset,
    ref: '',
    no: patrol.no,
    villages: patrol.villages.length,
    asked,
    nobody: named,
    until: patrol.until,
    buttons,
  }))
  return { patrol, asked, nobody }
}

/** Also where the end was moved: the silent are reminded once. */
export async function awaitEnd(books: Books, patrol: Patrol, reminded = false): Promise<void> {
  const { calendar } = books.station.rulebook
  const remind = reminded ? null : remindAt(patrol.openedAt ?? books.now, patrol.until, calendar)
  await books.cancel(`patrol:${patrol.id}:patrolremind`)
  await books.schedule(
    waiting(patrol, 'patrolend', patrol.until),
    ...(remind !== null && remind > books.now ? [waiting(patrol, 'patrolremind', remind)] : []),
  )
}

/** Moved, while it has not begun. */
export const awaitBegin = (books: Books, patrol: Patrol): Promise<void> =>
  books.schedule(waiting(patrol, 'patrol', patrol.at))

/** By village, to the leader alone; and the next one, where it comes again. */
export async function closeOne(books: Books, open: Patrol): Promise<void> {
  await forget(books, open)
  const patrol = await setPatrol(books, open, { state: 'done', endedAt: books.now })
  const found = await coverage(books, patrol)
  const { asked, answered, zero, lead, voice, silent, leads: kept } = found.total
  books.audit('patrol-ended', `patrol:${patrol.id}`, {
    asked,
    answered,
    zero,
    lead,
    voice,
    silent,
    leads: kept,
  })
  const next = nextPatrol(patrol.at, patrol.repeat, books.now, books.station.rulebook.calendar)
  const villages = found.villages.map(({ village, ...one }) => ({
    name: villageName(books, village) ?? village,
    ...one,
  }))
  await tellLeader(books, patrol, (offset) => ({
    kind: 'patrolEnded',
    offset,
    no: patrol.no,
    villages,
    total: found.total,
    covered: found.covered,
    next,
  }))
  if (next === null) return
  const { until, at, by, method, repeat } = patrol
  await planOne(books, {
    at: next,
    until: next + (until - at),
    by,
    villages: patrol.villages,
    method,
    repeat,
  })
}

export async function cancelOne(books: Books, patrol: Patrol): Promise<Patrol> {
  await forget(books, patrol)
  books.audit('patrol-cancelled', `patrol:${patrol.id}`)
  return setPatrol(books, patrol, { state: 'cancelled', repeat: 'none', endedAt: books.now })
}

/** Whoever began it; where they have left, whoever leads there now. */
async function tellLeader(
  books: Books,
  patrol: Patrol,
  make: (offset: number, buttons: NoticeButton[]) => Notice,
): Promise<void> {
  const by = await books.person(patrol.by)
  const instead = leads(by) ? [by] : await books.people({ roles: ['chief', 'leader'], active: true })
  await books.tellPerson(
    instead.map(({ id }) => id),
    async ({ id }) => make(offsetOf(books), await buttonsFor(books, patrol, id, ['patrolled'])),
  )
}
