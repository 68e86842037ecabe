// Asking those who look after a village: a card in their own chat, once for all villages that one of them is asked about.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { DAY } from '../../../flows/casework/calendar.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Does, NoticeButton } from '../../../flows/notices/notice.ts'
import type { Books, Person } from '../../books.ts'
import { addresses, patrolAsks } from '../../schema/index.ts'
import { offsetOf, villageName } from './facts-shown.ts'
import type { Ask, Patrol } from './patrol-book.ts'
import { FLOW_OF } from './tell.ts'

/** Who knows a village: mediators, people of its committee, grid workers. */
const ASKED: Role[] = ['mediator', 'cadre', 'grid']

/**
 * Whom to ask about each village: those who look after it by name; where there are none, those who look after all of them.
 * Whoever has no chat cannot be asked.
 */
async function toAsk(books: Books, villages: readonly string[]): Promise<Map<string, Person[]>> {
  const all = await books.people({ roles: ASKED, active: true })
  const reachable = await withChat(books, all)
  const here = new Map<string, Person[]>()
  for (const village of villages) {
    const own = reachable.filter((one) => one.villages.includes(village))
    here.set(village, own.length > 0 ? own : reachable.filter((one) => one.villages.length === 0))
  }
  return here
}

async function withChat(books: Books, people: readonly Person[]): Promise<Person[]> {
  if (people.length === 0) return []
  const rows = await books.tx
    .select({ person: addresses.personId })
    .from(addresses)
    .where(
      and(
        eq(addresses.stationId, books.station.id),
        eq(addresses.isGroup, false),
        isNull(addresses.unreachableSince),
        inArray(
          addresses.personId,
          people.map(({ id }) => id),
        ),
      ),
    )
  const bound = new Set(rows.map(({ person }) => person))
  return people.filter(({ id }) => bound.has(id))
}

/** Returns how many people were asked, and the villages where there was nobody to ask. */
export async function askAll(books: Books, patrol: Patrol): Promise<{ asked: number; nobody: string[] }> {
  const here = await toAsk(books, patrol.villages)
  const mine = new Map<string, string[]>()
  for (const [village, people] of here)
    for (const { id } of people) mine.set(id, [...(mine.get(id) ?? []), village])
  const rows = [...mine].flatMap(([person, villages]) =>
    villages.map((village) => ({
      stationId: books.station.id,
      id: books.newId(),
      patrolId: patrol.id,
      personId: person,
      village,
      askedAt: books.now,
      disputes: [],
    })),
  )
  if (rows.length > 0) await books.tx.insert(patrolAsks).values(rows)
  for (const [person, villages] of mine) await askOne(books, patrol, person, villages, false)
  return { asked: mine.size, nobody: patrol.villages.filter((village) => here.get(village)?.length === 0) }
}

/** Once more, to those who have not answered for a village. */
export async function remindAll(books: Books, patrol: Patrol, silent: readonly Ask[]): Promise<number> {
  const people = [...new Set(silent.map(({ personId }) => personId))]
  for (const person of people) {
    const villages = silent.filter(({ personId }) => personId === person).map(({ village }) => village)
    await askOne(books, patrol, person, villages, true)
  }
  if (silent.length > 0)
    await books.tx
      .update(patrolAsks)
      .set({ remindedAt: books.now })
      .where(
        and(
          eq(patrolAsks.stationId, books.station.id),
          inArray(
            patrolAsks.id,
            silent.map(({ id }) => id),
          ),
        ),
      )
  return people.length
}

async function askOne(books: Books, patrol: Patrol, person: string, villages: string[], again: boolean) {
  const named = villages.map((code) => villageName(books, code) ?? code)
  const until = patrol.until
  await books.tellPerson(person, async ({ id }) => ({
    kind: 'patrolAsk',
    offset: offsetOf(books),
    ref: '',
    villages: named,
    until,
    again,
    buttons: await buttonsFor(books, patrol, id, ['zero', 'lookout']),
  }))
}

/** Buttons about a round, for one person, as long as it may be of use. */
export async function buttonsFor(
  books: Books,
  patrol: Patrol,
  person: string,
  does: Does[],
): Promise<NoticeButton[]> {
  const ttl = Math.max(patrol.until - books.now, 0) + LATER
  const buttons: NoticeButton[] = []
  for (const one of does)
    buttons.push({ id: await books.button(FLOW_OF[one], { person }, { subject: patrol.id, ttl }), does: one })
  return buttons
}

/** What was heard after the end is of use, too. */
const LATER = 3 * DAY
