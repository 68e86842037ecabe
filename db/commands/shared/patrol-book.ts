// Rounds of screening in the books: who may lead them, who was asked, what was answered.
import { and, desc, eq, inArray } from 'drizzle-orm'
import { coverageOf, type PatrolAsk, type PatrolCoverage } from '../../../flows/casework/patrol.ts'
import { actsAs } from '../../../flows/casework/roles.ts'
import type { PatrolShown, Planned } from '../../../flows/patrol/commands.ts'
import type { Books, Person } from '../../books.ts'
import { patrolAsks, patrols } from '../../schema/index.ts'

export type Patrol = typeof patrols.$inferSelect
export type Ask = typeof patrolAsks.$inferSelect

/** Who leads rounds: a leader in the villages that they look after, the head of the station everywhere. */
export const leads = (person: Person | null): person is Person =>
  person !== null && actsAs(person.roles).includes('leader')

export const villagesOf = (books: Books, person: Person): string[] => {
  const all = books.station.villages.map(({ code }) => code)
  const everywhere = person.roles.includes('chief') || person.villages.length === 0
  return everywhere ? all : all.filter((code) => person.villages.includes(code))
}

/** Their own rounds, and those that go nowhere else than where they lead. */
export function mayLead(books: Books, person: Person | null, patrol: Patrol): person is Person {
  if (!leads(person)) return false
  const theirs = villagesOf(books, person)
  return patrol.by === person.id || patrol.villages.every((village) => theirs.includes(village))
}

const isPatrol = (books: Books, id: string) =>
  and(eq(patrols.stationId, books.station.id), eq(patrols.id, id))

export async function lockPatrol(books: Books, id: string): Promise<Patrol | null> {
  const [row] = await books.tx.select().from(patrols).where(isPatrol(books, id)).for('update')
  return row ?? null
}

export async function setPatrol(
  books: Books,
  { id }: Pick<Patrol, 'id'>,
  change: Partial<Patrol>,
): Promise<Patrol> {
  const [row] = await books.tx.update(patrols).set(change).where(isPatrol(books, id)).returning()
  return row!
}

/** Those of these states that somebody may lead, newest first. */
export async function patrolsLed(
  books: Books,
  person: Person,
  states: Patrol['state'][],
  most: number,
): Promise<Patrol[]> {
  const rows = await books.tx
    .select()
    .from(patrols)
    .where(and(eq(patrols.stationId, books.station.id), inArray(patrols.state, states)))
    .orderBy(desc(patrols.at), desc(patrols.no))
    .limit(LOOKED_AT)
  return rows.filter((row) => mayLead(books, person, row)).slice(0, most)
}

const LOOKED_AT = 200

export const asksOf = (books: Books, ids: readonly string[]): Promise<Ask[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : books.tx
        .select()
        .from(patrolAsks)
        .where(and(eq(patrolAsks.stationId, books.station.id), inArray(patrolAsks.patrolId, [...ids])))
        .orderBy(patrolAsks.askedAt, patrolAsks.village, patrolAsks.id)

/** What figures know of one. */
export const counted = ({ village, answer, answeredAt, households, disputes }: Ask): PatrolAsk => ({
  village,
  answer,
  answeredAt,
  households,
  leads: disputes.length,
})

export async function coverage(books: Books, patrol: Patrol): Promise<PatrolCoverage> {
  return coverageOf(patrol.villages, (await asksOf(books, [patrol.id])).map(counted))
}

/** People, not questions: who looks after two villages is one of them. */
const peopleIn = (asks: readonly Ask[]): number => new Set(asks.map(({ personId }) => personId)).size

export const peopleAsked = async (books: Books, patrol: Patrol): Promise<number> =>
  peopleIn(await asksOf(books, [patrol.id]))

/** Answered for every village that they were asked about. */
export function answeredBy(asks: readonly Ask[]): { asked: number; answered: number } {
  const silent = asks.filter(({ answer }) => answer === null)
  const asked = peopleIn(asks)
  return { asked, answered: asked - peopleIn(silent) }
}

export function planned(patrol: Patrol, asked: number, nobody: string[]): Planned {
  const { no, state, at, until, repeat } = patrol
  return { no, state, at, until, repeat, asked, nobody }
}

export async function shown(books: Books, patrol: Patrol): Promise<PatrolShown> {
  const asks = await asksOf(books, [patrol.id])
  const found = coverageOf(patrol.villages, asks.map(counted))
  const nobody = patrol.state === 'planned' ? [] : found.nobody
  return { ...planned(patrol, peopleIn(asks), nobody), method: patrol.method, coverage: found }
}
