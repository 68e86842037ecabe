// 停: nothing more is sent to this person of our own accord, on any of their chats; whoever follows a case of theirs does it in person.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { Books, Handler } from '../books.ts'
import { disputes, parties } from '../schema/index.ts'
import { askSide } from './shared/ask-side.ts'
import { type Case, lockCase, stateOf } from './shared/case.ts'
import { ownAddresses } from './shared/own-addresses.ts'
import { halvesOf, roundsOf } from './shared/rounds.ts'
import { tellOfCase } from './shared/tell-wish.ts'
import { forget } from './shared/waiting.ts'

export const stopMessages: Handler<'stopMessages'> = async (books, { dispute }) => {
  const { address } = books.actor
  if (address === null) return { stopped: false }
  const chats = await ownAddresses(books)
  for (const one of chats) await books.setAddress(one, { stopped: true })
  books.audit('stopped', `address:${address}`, { chats: chats.length })
  const sides = await books.tx
    .select({ dispute: parties.disputeId, side: parties.side })
    .from(parties)
    .where(and(eq(parties.stationId, books.station.id), inArray(parties.addressId, chats)))
  await books.tx
    .update(parties)
    .set({ stoppedAt: books.now })
    .where(
      and(
        eq(parties.stationId, books.station.id),
        inArray(parties.addressId, chats),
        isNull(parties.stoppedAt),
      ),
    )
  const told = await books.tx
    .select({ dispute: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), inArray(disputes.reporterAddress, chats)))
  const mine = [...new Set([...sides, ...told].map((one) => one.dispute))].sort()
  for (const id of mine) {
    const c = await lockCase(books, id)
    if (!c || (!isOpen(stateOf(c.row)) && id !== dispute)) continue
    await tellOfCase(books, { c }, 'stop')
    for (const one of sides.filter((side) => side.dispute === id)) await askInPerson(books, c, one.side)
  }
  return { stopped: true }
}

/** What was being asked in the chat becomes a call. */
async function askInPerson(books: Books, c: Case, side: 'A' | 'B'): Promise<void> {
  for (const round of await roundsOf(books, c, ['open']))
    for (const half of await halvesOf(books, round.id)) {
      if (half.side !== side || half.state !== 'open' || half.mode !== 'chat') continue
      await books.cancel(`ask:${c.row.id}:${half.id}`)
      await forget(books, c, 'unanswered', half.id)
      await askSide(books, c, half)
    }
}
