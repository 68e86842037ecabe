// O07: the week's work, to the chief on Monday morning.
import { and, count, eq, inArray, isNull, lt, lte, notInArray, or } from 'drizzle-orm'
import { type Day, dayOf, dayStart, shiftDay, weekdayOf } from '../../flows/casework/calendar.ts'
import type { Level } from '../../flows/casework/tables/level.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Books, DueHandler } from '../books.ts'
import { offsetOf } from '../commands/shared/facts-shown.ts'
import { morningOf } from '../commands/shared/waiting.ts'
import { disputes, revisits } from '../schema/index.ts'

const ENDED: readonly State[] = ['CLOSED', 'REJECTED', 'MERGED']
const BEFORE_AGREED: readonly State[] = ['ACCEPTED', 'ASSIGNED', 'CLAIMED', 'MEDIATING', 'SUSPENDED']

export const digest: DueHandler = async (books) => {
  const levels = await openCases(books)
  const notice = {
    kind: 'digest' as const,
    offset: offsetOf(books),
    levels,
    overdue: await overdueCases(books),
    breached: await breachedCases(books),
    unvisited: await unvisited(books),
  }
  const told = await books.tellRoles(['chief'], notice)
  if (told === 0) await books.tellRoles(['leader'], notice)
  await books.schedule({ key: 'digest', kind: 'digest', at: nextDigest(books) })
}

export function nextDigest(books: Books): number {
  const { calendar } = books.station.rulebook
  let day: Day = dayOf(books.now, calendar)
  while (weekdayOf(day) !== 1 || morningOf(books, day) <= books.now) day = shiftDay(day, 1)
  return morningOf(books, day)
}

const mine = ({ station }: Books) => eq(disputes.stationId, station.id)

async function openCases(books: Books): Promise<{ [L in Level]: number }> {
  const rows = await books.tx
    .select({ level: disputes.level, cases: count() })
    .from(disputes)
    .where(and(mine(books), notInArray(disputes.state, [...ENDED])))
    .groupBy(disputes.level)
  const of = (level: Level) => rows.find((row) => row.level === level)?.cases ?? 0
  return { RED: of('RED'), ORANGE: of('ORANGE'), YELLOW: of('YELLOW'), BLUE: of('BLUE') }
}

/** Past the limit of the first contact, or past the aim for settling. */
async function overdueCases(books: Books): Promise<number> {
  const late = and(
    isNull(disputes.contactedAt),
    lte(disputes.contactBy, books.now),
    inArray(disputes.state, ['DRAFT', 'REPORTED', 'SCREENING', ...BEFORE_AGREED]),
  )
  const slow = and(lte(disputes.targetAt, books.now), inArray(disputes.state, [...BEFORE_AGREED]))
  return counted(
    await books.tx
      .select({ cases: count() })
      .from(disputes)
      .where(and(mine(books), or(late, slow))),
  )
}

const breachedCases = async (books: Books): Promise<number> =>
  counted(
    await books.tx
      .select({ cases: count() })
      .from(disputes)
      .where(and(mine(books), eq(disputes.state, 'BREACHED'))),
  )

/** Sides that were to be asked and were not: their day is over, as the figures of coverage have it. */
const unvisited = async (books: Books): Promise<number> =>
  counted(
    await books.tx
      .select({ cases: count() })
      .from(revisits)
      .where(
        and(
          eq(revisits.stationId, books.station.id),
          inArray(revisits.state, ['planned', 'open']),
          lt(revisits.at, dayStart(books.now, books.station.rulebook.calendar)),
        ),
      ),
  )

const counted = (rows: { cases: number }[]): number => rows[0]?.cases ?? 0
