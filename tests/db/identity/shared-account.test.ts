// One chat, several people: whoever answers is asked who they are, and two sides on one account are asked by a person.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { revisitGiven } from '../../../db/commands/shared/ask-side.ts'
import { upsertParty } from '../../../db/commands/shared/filing.ts'
import { disputes, revisits } from '../../../db/schema/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { filed, held, performing, report, wall } from '../case.ts'
import { toldOf } from '../commands/a-case.ts'
import { at, DAY, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const owed = [{ what: '退还一尺', due: '2026-12-20' }]

/** What the revisit of side A would be given at this moment. */
async function shared(id: string): Promise<true | undefined> {
  return now().does(now().officer.at, START, async (books) => {
    const rows = await books.tx.select().from(revisits)
    const half = rows.find(({ disputeId, side }) => disputeId === id && side === 'A')!
    return (await revisitGiven(books, await held(books, id), half)).shared
  })
}

const followed = (from: Address, told = wall()) => performing(now(), { from, now: START, owed, told })

test('one person with two matters is one person', async () => {
  const from = now().resident()
  const id = await followed(from)
  expect(await shared(id)).toBeUndefined()
  await filed(now(), from, START)
  expect(await shared(id)).toBeUndefined()
})

test('two people who are sides from one chat are told apart', async () => {
  const from = now().resident()
  const id = await followed(from)
  await filed(now(), from, START, report({ name: '村民甲' }))
  expect(await shared(id)).toBe(true)
})

test('a side, and somebody who told of another’s trouble, from one chat', async () => {
  const from = now().resident()
  const id = await followed(from)
  await filed(now(), from, START, report({ role: 'WITNESS' }))
  expect(await shared(id)).toBe(true)
})

test('another’s matter that has ended counts no more', async () => {
  const from = now().resident()
  const id = await followed(from)
  const other = await filed(now(), from, START, report({ name: '村民甲' }))
  await now().does(now().leader.at, START, async (books) => {
    await books.tx.update(disputes).set({ state: 'CLOSED' }).where(eq(disputes.id, other))
  })
  expect(await shared(id)).toBeUndefined()
})

test('both sides of one case on one account are asked by an officer, and neither in the chat', async () => {
  const from = now().resident()
  const id = await followed(from)
  await now().does(from, START, async (books) => {
    await upsertParty(books, await held(books, id), 'B', { addressId: books.actor.address, joinedAt: START })
  })
  expect(await now().until(START + 6 * DAY)).toEqual([])
  expect((await toldOf(now(), now().officer.at, 'revisitDue')).length).toBeGreaterThan(0)
})

test('and so are those whose two chats belong to one resident', async () => {
  const [from, second] = [now().resident(), now().resident()]
  const id = await followed(from)
  await now().does(second, START, async (books) => {
    await upsertParty(books, await held(books, id), 'B', { addressId: books.actor.address, joinedAt: START })
  })
  const rows = await now().rows('parties')
  const [a, b] = ['A', 'B'].map((side) => String(rows.find((row) => row.side === side)?.address_id))
  await now().does(second, START, (books) => books.identity.joinResident(a!, b!))
  expect(await now().until(START + 6 * DAY)).toEqual([])
  expect((await toldOf(now(), now().officer.at, 'revisitDue')).length).toBeGreaterThan(0)
})
