// Planning in the books: each side in the way that its channel allows, permissions asked for and used up, rounds that follow a duty.
import { expect, test } from 'vitest'
import { noteJoined } from '../../../../db/commands/note-joined.ts'
import { recordAgreement } from '../../../../db/commands/record-agreement.ts'
import { upsertParty } from '../../../../db/commands/shared/filing.ts'
import { moveRoundsOf, planRounds } from '../../../../db/commands/shared/plan-rounds.ts'
import { revisitById, setRevisit } from '../../../../db/commands/shared/rounds.ts'
import { askPermissions } from '../../../../db/commands/shared/ways.ts'
import type { Row } from '../../../../db/database/database.ts'
import { dayOf, defaultCalendar } from '../../../../flows/casework/calendar.ts'
import type { Address } from '../../../../flows/core/ports.ts'
import { held, performing, wall } from '../../case.ts'
import { asks, audited } from '../../identity/asking.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import { about, act, mediating, paper, toldOf } from '../a-case.ts'
import { joined } from './setup.ts'

const START = at('2026-11-25', '10:12')
const now = station(START, undefined, {
  window: { kind: 'window', hours: 48, grants: true },
  closed: { kind: 'window', hours: 48, grants: false },
  answers: { kind: 'never' },
})

let made = 0
const on = (channel: string): Address => ({ channel, id: `on-${channel}-${made++}` })

/** YELLOW: chats first and between, a call at the end. Signed by both, the other side on a channel of its own. */
async function signed(B: Address, { wrote = START } = {}) {
  const A = now().resident()
  const id = await mediating(now(), A, START)
  await joined(now(), id, B, wrote)
  await now().does(now().officer.at, START, async (books) => {
    await upsertParty(books, await held(books, id), 'B', { phone: '13900000002' })
  })
  const when = Math.max(START, wrote) + HOUR
  const result = await act(now(), now().officer, when, recordAgreement, {
    ...(await about(now(), id)),
    ...paper({ duties: [{ debtor: 'B', kind: 'stop', what: '22:30后不放音响', amount: null, due: null }] }),
  })
  if ('refused' in result) throw new Error(result.refused)
  return { id, A, B, plan: result.plan }
}

const halves = async (side: 'A' | 'B') =>
  (await now().rows('revisits'))
    .filter((row) => row.side === side && row.state !== 'superseded')
    .sort((one, other) => Number(one.at) - Number(other.at))
const modes = async (side: 'A' | 'B') => (await halves(side)).map(({ mode }) => mode)
const grants = async () => (await now().rows('addresses')).reduce((sum, row) => sum + Number(row.grants), 0)

test('each side is planned by its own channel, and the officer sees at once how and why', async () => {
  const { plan } = await signed(on('window'))
  expect(await modes('A')).toEqual(['chat', 'chat', 'chat', 'call'])
  expect(await modes('B')).toEqual(['call', 'call', 'call', 'call'])
  expect(plan.summary.zh).toMatch(/^3次聊天，5次电话。/)
  expect(plan.summary.zh).toContain('过了48小时，乙方的聊天发不进去，打电话')
  expect(plan.summary.en).toMatch(/^3 chats, 5 calls: /)
  expect(plan.rounds).toHaveLength(4)
  for (const round of plan.rounds) expect(round).toMatchObject({ state: 'planned', outcome: null })
  // What the level wants stays with the round; what can be done of it with each side.
  const rounds = (await now().rows('rounds')).sort((one, other) => Number(one.no) - Number(other.no))
  expect(rounds.map(({ mode }) => mode)).toEqual(['chat', 'chat', 'chat', 'call'])
  expect(new Set(rounds.map(({ why }) => why))).toEqual(new Set(['level-day', 'irregular']))
})

test('a side is asked for one permission for each chat it would take, and what it gives is planned anew', async () => {
  const B = on('window')
  await signed(B)
  expect(await toldOf(now(), B, 'permission')).toMatchObject([{ rounds: 3 }])
  expect(await asks(now(), B, START + 2 * HOUR, 'noteReach', { reachable: true, grants: 2 })).toEqual({
    noted: true,
  })
  expect(await audited(now(), 'granted')).toEqual([{ grants: 2 }])
  expect(await grants()).toBe(2)
  expect(await modes('B')).toEqual(['chat', 'chat', 'call', 'call'])
  expect(await modes('A')).toEqual(['chat', 'chat', 'chat', 'call'])
  // The third comes later, and is for the third.
  await asks(now(), B, START + 3 * HOUR, 'noteReach', { reachable: true, grants: 1 })
  expect(await modes('B')).toEqual(['chat', 'chat', 'chat', 'call'])
})

test('asking in chat out of the window uses one up; within it none', async () => {
  const B = on('window')
  await signed(B)
  await asks(now(), B, START + 2 * HOUR, 'noteReach', { reachable: true, grants: 2 })
  const [first, second] = await halves('B')
  const opened = await now().until(Number(first!.at))
  expect(opened.filter(({ to }) => to.id === B.id)).toHaveLength(1)
  expect(await grants()).toBe(1)
  expect(await audited(now(), 'grant-used')).toEqual([{}])
  // They write by themselves shortly before the second: nothing has to be used up.
  await now().does(B, Number(second!.at) - HOUR, async () => {})
  await now().does(now().officer.at, Number(second!.at) - HOUR, async (books) => {
    const row = await revisitById(books, String(first!.id))
    await setRevisit(books, row!, { state: 'answered', endedAt: books.now })
  })
  const more = await now().until(Number(second!.at))
  expect(more.filter(({ to }) => to.id === B.id)).toHaveLength(1)
  expect(await grants()).toBe(1)
})

test.each([
  ['takes answers only', 'answers', START],
  ['gives no permissions', 'closed', START],
  ['is shut already', 'window', START - 3 * DAY],
  ['takes everything', 'web', START],
])('nobody is asked for a permission where the channel %s', async (_, channel, wrote) => {
  const B = on(channel)
  await signed(B, { wrote })
  expect(await toldOf(now(), B, 'permission')).toEqual([])
  expect((await modes('B')).includes('chat')).toBe(channel === 'web')
})

test('a side that joins later is asked in chat from then on', async () => {
  const A = now().resident()
  const id = await mediating(now(), A, START)
  await act(now(), now().officer, START, recordAgreement, { ...(await about(now(), id)), ...paper() })
  expect(await modes('B')).not.toContain('chat')
  const B = now().resident()
  await now().does(B, START + DAY, async (books) => {
    await upsertParty(books, await held(books, id), 'B', { addressId: books.actor.address })
  })
  await act(now(), B, START + DAY, noteJoined, { dispute: id, side: 'B' })
  expect((await modes('B')).filter((mode) => mode === 'chat').length).toBe(
    (await modes('A')).filter((mode) => mode === 'chat').length,
  )
})

test('a plan that is made anew takes the place of the old one; nobody let anything go', async () => {
  const { id } = await signed(now().resident())
  await now().does(now().officer.at, START + DAY, async (books) => {
    await planRounds(books, await held(books, id), [])
  })
  const states = (await now().rows('rounds')).map(({ state }) => state)
  expect(states.filter((one) => one === 'superseded')).toHaveLength(4)
  expect(states.filter((one) => one === 'planned')).toHaveLength(4)
  const gone = new Set(
    (await now().rows('revisits')).flatMap(({ state, id: one }) => (state === 'superseded' ? [one] : [])),
  )
  expect(gone.size).toBe(8)
  const waits = (await now().waits('revisit')).map(({ key }) => key.split(':').at(-1))
  expect(waits).toHaveLength(8)
  expect(waits.filter((one) => gone.has(one ?? null))).toEqual([])
})

test('a side at risk is not asked for permissions', async () => {
  const B = on('window')
  const { id } = await signed(now().resident())
  await now().does(B, START, async (books) => {
    const c = await held(books, id)
    await upsertParty(books, c, 'B', { addressId: books.actor.address, atRisk: true })
    await planRounds(books, c, [])
    await askPermissions(books, c)
  })
  expect(await toldOf(now(), B, 'permission')).toEqual([])
  expect(await modes('B')).not.toContain('chat')
})

const rounds = async (): Promise<(Row & { day: string })[]> =>
  (await now().rows('rounds'))
    .filter(({ state }) => state === 'planned')
    .map((row) => ({ ...row, day: dayOf(Number(row.at), defaultCalendar) }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))

/** Two duties due on Friday 4 December, one on Thursday 10 December: the fifteenth day of the level is that day. */
async function owing() {
  const [A, B] = [now().resident(), now().resident()]
  const owed = [
    { what: '退墙', due: '2026-12-03' },
    { what: '清渣', due: '2026-12-03' },
    { what: '还石料', due: '2026-12-09' },
  ]
  const id = await performing(now(), { from: A, joined: B, now: START, owed, told: wall() })
  return {
    id,
    moves: (no: number, day: string) =>
      now().does(now().officer.at, START + HOUR, async (books) =>
        moveRoundsOf(books, await held(books, id), no, day),
      ),
  }
}
const dutiesOn = async (day: string) => (await rounds()).find((one) => one.day === day)?.duties ?? null

test('the round after a duty moves with its date', async () => {
  const { moves } = await owing()
  expect(await dutiesOn('2026-12-04')).toEqual([1, 2])
  expect(await dutiesOn('2026-12-10')).toEqual([3])
  const before = (await rounds()).length
  // Another duty keeps the old day; the moved one has a day of its own.
  await moves(1, '2026-12-14')
  expect(await dutiesOn('2026-12-04')).toEqual([2])
  expect(await dutiesOn('2026-12-15')).toEqual([1])
  expect(await rounds()).toHaveLength(before + 1)
  // Where a round lies already it does for both.
  await moves(2, '2026-12-14')
  expect(await dutiesOn('2026-12-04')).toBeNull()
  expect(await dutiesOn('2026-12-15')).toEqual([1, 2])
  expect(await rounds()).toHaveLength(before)
  // A day of the level stays what it is without the duty.
  await moves(3, '2026-12-16')
  expect(await dutiesOn('2026-12-10')).toEqual([])
  expect(await dutiesOn('2026-12-17')).toEqual([3])
})

test('both sides move together, each at its own hour, and nobody waits for the old day', async () => {
  const { id, moves } = await owing()
  await moves(1, '2026-12-14')
  await moves(2, '2026-12-15')
  const days = (await rounds()).map(({ day }) => day)
  expect(new Set(days).size).toBe(days.length)
  const waits = (await now().waits('revisit')).map(({ key, at: when }) => [key, when])
  const rows = (await now().rows('revisits')).filter(({ state }) => state === 'planned')
  expect(new Set(waits.map(([key, when]) => `${key} ${when}`))).toEqual(
    new Set(rows.map((row) => `revisit:${id}:${String(row.id)} ${Number(row.at)}`)),
  )
  expect(waits).toHaveLength(2 * days.length)
  for (const round of await rounds()) {
    const [one, other] = rows.filter((row) => row.round_id === round.id).map((row) => Number(row.at))
    expect(Math.abs(one! - other!)).toBeGreaterThanOrEqual(HOUR)
  }
})
