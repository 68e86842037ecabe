// The officer's revisit as a task: by which phone, where and what to ask, for those alone who may record it; every look is audited.
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { parties } from '../../../db/schema/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { VisitGiven } from '../../../flows/visit/commands.ts'
import { performing } from '../case.ts'
import { toldOf } from '../commands/a-case.ts'
import { halfOf } from '../commands/resident/a-round.ts'
import { at, DAY, HOUR, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const OWED = [
  { what: '付3000元', due: '2026-12-20', amountFen: 300_000 },
  { what: '22:30后不放音响', debtor: 'both' as const, due: null },
]

async function agreed() {
  const id = await performing(now(), {
    from: now().resident(),
    joined: now().resident(),
    now: START,
    owed: OWED,
  })
  const half = await halfOf(now(), 1, 'A')
  await now().until(Number(half.at) + HOUR)
  return { id, when: Number(half.at) + HOUR }
}
const opens = async (who: Address, when: number) =>
  (await now().asks(who, when, { do: 'open', with: { flow: 'visit', number: 'RD-2026-0001' } })) as {
    given?: VisitGiven
    refused?: string
  }
const looks = async () => (await now().rows('audit')).filter(({ action }) => action === 'read-where')

test('the officer is told by which phone, where and what to ask, and the look is audited', async () => {
  const { when } = await agreed()
  const { given } = await opens(now().officer.at, when)
  expect(given?.where).toEqual([
    { side: 'A', label: '甲方', phone: '13900000001', place: '示例甲村 村口', careful: false },
    { side: 'B', label: '乙方', phone: null, place: '示例甲村 村口', careful: false },
  ])
  expect(given?.asks).toMatchObject([
    {
      side: 'A',
      theirs: [
        { no: 1, what: '付3000元', remainingFen: 300_000 },
        { no: 2, what: '22:30后不放音响', due: null, remainingFen: null },
      ],
      own: [{ no: 2 }],
    },
    { side: 'B', theirs: [{ no: 2 }], own: [{ no: 1 }, { no: 2 }] },
  ])
  expect(given?.well).toBe(true)
  expect(await looks()).toHaveLength(1)
  expect(JSON.stringify(await looks())).not.toMatch(/13900000001|村口/)
})

test('nobody else is told, and nothing is opened for them', async () => {
  const { when } = await agreed()
  for (const who of [now().grid, now().other])
    expect(await opens(who.at, when)).toMatchObject({ refused: 'no-such-case' })
  expect(await opens(now().resident(), when)).not.toHaveProperty('given')
  expect(await looks()).toEqual([])
})

test('where somebody is at risk no number lies open: the plan is read first', async () => {
  const { id, when } = await agreed()
  await now().does(now().officer.at, when, (books) =>
    books.tx
      .update(parties)
      .set({ atRisk: true })
      .where(and(eq(parties.disputeId, id), eq(parties.side, 'A'))),
  )
  const { given } = await opens(now().officer.at, when)
  expect(given?.where?.find(({ side }) => side === 'A')).toMatchObject({ phone: null, careful: true })
})

test('once something has come due nothing is well by a tap, and the card names it by number and day', async () => {
  await agreed()
  const late = at('2026-12-22', '10:00')
  await now().until(late + 30 * DAY)
  const { given } = await opens(now().officer.at, late + 30 * DAY)
  expect(given?.well).toBe(false)
  const cards = (await toldOf(now(), now().officer.at, 'revisitDue')).filter(
    ({ duties = [] }) => duties.length > 0,
  )
  expect(cards.at(-1)?.duties).toMatchObject([{ no: 1 }])
  expect(JSON.stringify(cards)).not.toMatch(/3000元|音响|13900000001|村口/)
})
