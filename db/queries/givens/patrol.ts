// Begun about a round of screening: by whoever leads it, and by those who are asked in it.
import { and, desc, eq, inArray } from 'drizzle-orm'
import { type PatrolLine, roundName } from '../../../flows/casework/patrol-text.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import { villageIn } from '../../../flows/casework/understand/index.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { FileRef } from '../../../flows/core/event.ts'
import type { ZeroGiven } from '../../../flows/lookout/commands.ts'
import type { PatrolGiven } from '../../../flows/patrol/commands.ts'
import type { PatrolledGiven } from '../../../flows/patrolled/commands.ts'
import type { Books } from '../../books.ts'
import { offsetOf, villageName } from '../../commands/shared/facts-shown.ts'
import {
  type Ask,
  answeredBy,
  asksOf,
  leads,
  type Patrol,
  patrolsLed,
  villagesOf,
} from '../../commands/shared/patrol-book.ts'
import { lookoutFor } from '../../commands/shared/patrol-next.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import { patrolAsks, patrols } from '../../schema/index.ts'
import { localeOf } from './choices.ts'
import type { Begin } from './resident.ts'

const choicesOf = (books: Books, codes: readonly string[]) =>
  codes.map((code) => ({ id: code, label: villageName(books, code) ?? code }))

/** As many as a leader looks through. */
const MOST = 8

export const patrol: Begin = async (books) => {
  const { person } = books.actor
  if (!leads(person)) return noSuchCase()
  const running = await patrolsLed(books, person, ['planned', 'open'], MOST)
  const asks = await asksOf(
    books,
    running.map(({ id }) => id),
  )
  const locale = await localeOf(books)
  const line = (one: Patrol): PatrolLine => ({
    id: one.id,
    label: roundName(one.no, locale),
    no: one.no,
    state: one.state === 'open' ? 'open' : 'planned',
    at: one.at,
    until: one.until,
    villages: one.villages.length,
    repeat: one.repeat,
    ...answeredBy(asks.filter(({ patrolId }) => patrolId === one.id)),
  })
  const given: PatrolGiven = {
    offset: offsetOf(books),
    villages: choicesOf(books, villagesOf(books, person)),
    rounds: running.map(line),
  }
  return { flow: 'patrol', id: books.newId(), given }
}

export const patrolled: Begin = async (books, _number, subject = null) => {
  const { person } = books.actor
  if (!leads(person)) return noSuchCase()
  const all = await patrolsLed(books, person, ['open', 'done'], MOST)
  const open = all.filter(({ state }) => state === 'open')
  const named = subject === null ? [] : all.filter(({ id }) => id === subject)
  const rounds = named.length > 0 ? named : open.length > 0 ? open : all.slice(0, 1)
  if (rounds.length === 0)
    return refuse(
      'no-round',
      '还没有摸排过。要开始，回“摸排”。',
      'There has been no screening yet. Type "screen" to begin one.',
    )
  const locale = await localeOf(books)
  const given: PatrolledGiven = {
    offset: offsetOf(books),
    villages: choicesOf(
      books,
      books.station.villages.map(({ code }) => code),
    ),
    rounds: rounds.map(({ id, no }) => ({ id, label: roundName(no, locale) })),
  }
  return { flow: 'patrolled', id: books.newId(), given }
}

/** What was asked of whoever acts in one round: the one of the button, or the latest that runs. */
async function askedIn(
  books: Books,
  subject: string | null,
): Promise<{ patrol: Patrol; asks: Ask[] } | null> {
  const { person } = books.actor
  if (!person) return null
  const rows = await books.tx
    .select({ patrol: patrols, ask: patrolAsks })
    .from(patrolAsks)
    .innerJoin(patrols, and(eq(patrols.stationId, patrolAsks.stationId), eq(patrols.id, patrolAsks.patrolId)))
    .where(
      and(
        eq(patrolAsks.stationId, books.station.id),
        eq(patrolAsks.personId, person.id),
        subject === null ? eq(patrols.state, 'open') : eq(patrols.id, subject),
        inArray(patrols.state, ['open', 'done']),
      ),
    )
    .orderBy(desc(patrols.openedAt), desc(patrols.no), patrolAsks.village)
  const first = rows[0]?.patrol
  if (!first) return null
  return { patrol: first, asks: rows.flatMap((row) => (row.patrol.id === first.id ? [row.ask] : [])) }
}

const notAsked = (books: Books) =>
  books.actor.person === null
    ? noSuchCase()
    : refuse(
        'no-round',
        '现在没有在问您的摸排。要报一件事，回“登记”。',
        'No screening round is asking you now. To register something type "register".',
      )

/** One village after the other; when all are answered, one more lead from the first. */
export const lookout: Begin = async (books, _number, subject = null) => {
  const found = await askedIn(books, subject)
  if (!found) return notAsked(books)
  const open = found.asks.find(({ answer }) => answer === null)
  const ask = open ?? found.asks[0]
  return ask ? lookoutFor(books, found.patrol, ask, open === undefined) : notAsked(books)
}

export type Overheard = { text: string; files: FileRef[] }

/** Whoever is asked in a round and has not answered may simply tell it; of several villages the one that they name. */
export async function overheard(books: Books, said: Overheard): Promise<Opened | Refused> {
  const found = await askedIn(books, null)
  const open = found?.asks.filter(({ answer }) => answer === null) ?? []
  const villages = books.station.villages.map(({ code, name, names }) => ({ id: code, label: name, names }))
  const named = villageIn(said.text, villages)
  const ask = open.find(({ village }) => village === named) ?? open[0]
  if (!found || !ask) return notAsked(books)
  const { id, given } = lookoutFor(books, found.patrol, ask, false)
  return { flow: 'lookout', id, given: { ...given, said } }
}

/** Every village that is not answered yet. */
export const zero: Begin = async (books, _number, subject = null) => {
  const found = await askedIn(books, subject)
  if (!found) return notAsked(books)
  const open = found.asks.filter(({ answer }) => answer === null)
  const asks = open.length > 0 ? open : found.asks
  const given: ZeroGiven = {
    asks: asks.map(({ id }) => id),
    villageNames: asks.map(({ village }) => villageName(books, village) ?? village),
    visits: found.patrol.method === 'visit',
  }
  return { flow: 'zero', id: books.newId(), given }
}
