// What somebody who was asked answers for their villages. A zero takes no lead back, and silence is no zero.
import { and, eq, inArray } from 'drizzle-orm'
import { graver } from '../../flows/casework/patrol.ts'
import type { Books, Handler } from '../books.ts'
import { patrolAsks } from '../schema/index.ts'
import { type Ask, lockPatrol } from './shared/patrol-book.ts'
import { lookoutFor, nextOf } from './shared/patrol-next.ts'
import { noSuchCase } from './shared/refusal.ts'

export const answerPatrol: Handler<'answerPatrol'> = async (books, { asks, what, households }) => {
  const mine = await askedOf(books, asks)
  const [first] = mine
  const patrol = first && (await lockPatrol(books, first.patrolId))
  if (!patrol || mine.length !== asks.length) return noSuchCase()
  const over = patrol.state !== 'open'
  const kept = what === 'zero' && mine.some(({ answer }) => answer === 'lead' || answer === 'voice')
  for (const ask of mine) await write(books, ask, what === 'zero', households)
  if (what === 'zero') books.audit('patrol-zero', `patrol:${patrol.id}`, { asks: asks.length })
  const said = { what, over, kept }
  if (what === 'left') return said
  const asksOn = what === 'told' ? lookoutFor(books, patrol, first, true) : await nextOf(books, patrol, first)
  return asksOn ? { ...said, asksOn } : said
}

/** Those of these that were asked of whoever acts, locked. */
export async function askedOf(books: Books, ids: readonly string[]): Promise<Ask[]> {
  const { person } = books.actor
  if (!person || ids.length === 0) return []
  return books.tx
    .select()
    .from(patrolAsks)
    .where(
      and(
        eq(patrolAsks.stationId, books.station.id),
        eq(patrolAsks.personId, person.id),
        inArray(patrolAsks.id, [...ids]),
      ),
    )
    .orderBy(patrolAsks.village, patrolAsks.id)
    .for('update')
}

async function write(books: Books, ask: Ask, zero: boolean, households: number | null): Promise<void> {
  const answer = zero ? graver(ask.answer, 'zero') : ask.answer
  if (answer === ask.answer && households === null) return
  await books.tx
    .update(patrolAsks)
    .set({
      answer,
      answeredAt: ask.answeredAt ?? (answer === null ? null : books.now),
      ...(households === null ? {} : { households }),
    })
    .where(and(eq(patrolAsks.stationId, books.station.id), eq(patrolAsks.id, ask.id)))
}
