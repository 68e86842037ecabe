// 回访计划: what each may change of it, with which reason, and what becomes of those who were to be asked.
import { expect, test } from 'vitest'
import { changePlan } from '../../../../db/commands/change-plan.ts'
import { halvesOf, roundsOf, setRevisit, setRound } from '../../../../db/commands/shared/rounds.ts'
import { isRefused } from '../../../../flows/casework/refusal.ts'
import type { ChangePlan } from '../../../../flows/plan/commands.ts'
import { held } from '../../case.ts'
import { asks, audited } from '../../identity/asking.ts'
import { at, type Colleague, DAY, station } from '../../station.ts'
import { about, act, agreed } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const LATER = START + DAY
const now = station(START)
const REASON = '两家地里的事还没说清楚'

type With = ChangePlan['with']
const change = async (id: string, who: Colleague, given: Partial<With>, when = LATER) =>
  act(now(), who, when, changePlan, {
    ...(await about(now(), id)),
    change: 'keep',
    round: null,
    day: null,
    mode: null,
    reason: REASON,
    ...given,
  })

const rounds = async () =>
  (await now().rows('rounds')).sort((one, other) => Number(one.at) - Number(other.at))
const round = async (no: number) => (await rounds()).find((one) => one.no === no)!
const halves = async (no: number) => {
  const { id } = await round(no)
  return (await now().rows('revisits')).filter((row) => row.round_id === id)
}
const waits = async () => new Set((await now().waits('revisit')).map(({ key }) => key.split(':').at(-1)))
const ids = async (no: number) => (await halves(no)).map(({ id }) => String(id))

/** YELLOW, with a duty due on 20 December: days 3, 15, 26 and 30, and one that nobody expects. */
const planned = (more = {}) => agreed(now(), now().resident(), START, more)

test('an officer adds a round on a day, and the reason is kept, sealed', async () => {
  const id = await planned()
  const before = (await rounds()).length
  const done = await change(id, now().officer, { change: 'add', day: '2027-01-15', mode: 'visit' })
  if ('refused' in done) throw new Error(done.refused)
  const added = (await rounds()).at(-1)!
  expect(await rounds()).toHaveLength(before + 1)
  expect(added).toMatchObject({ no: before + 1, mode: 'visit', why: 'extra', state: 'planned' })
  expect(added.changed_by).toBe(now().officer.person)
  expect(JSON.stringify(added)).not.toContain('地里')
  await now().does(now().officer.at, LATER, async (books) => {
    const { vault } = await held(books, id)
    expect(vault.open('rounds.reason', String(added.id), String(added.reason))).toBe(REASON)
  })
  expect([...(await waits())]).toEqual(expect.arrayContaining(await ids(before + 1)))
  expect(done.plan.rounds.at(-1)).toMatchObject({ no: before + 1, why: { zh: '加访；人工改过' } })
  expect(done.plan.summary.zh).toContain('次上门')
  expect(await audited(now(), 'plan')).toEqual([{ change: 'add', no: before + 1 }])
  expect(JSON.stringify(await now().rows('audit'))).not.toContain('地里')
})

test('a round on another day: both sides go with it, at their hours', async () => {
  const id = await planned()
  const { id: first } = await round(1)
  const done = await change(id, now().officer, { change: 'move', round: String(first), day: '2026-12-02' })
  expect(isRefused(done)).toBe(false)
  const rows = await halves(1)
  for (const half of rows) {
    expect(new Date(Number(half.at) + 8 * 3_600_000).toISOString().slice(0, 10)).toBe('2026-12-02')
    expect(await now().waits('revisit')).toContainEqual(
      expect.objectContaining({ key: `revisit:${id}:${String(half.id)}`, at: Number(half.at) }),
    )
  }
  expect(Math.abs(Number(rows[0]!.at) - Number(rows[1]!.at))).toBe(2 * 3_600_000)
  expect(await round(1)).toMatchObject({ state: 'planned', changed_by: now().officer.person })
})

test.each([
  ['a day that has passed', { change: 'add', day: '2026-11-25', mode: 'call' }, 'past'],
  ['a day off for people', { change: 'add', day: '2026-12-05', mode: 'visit' }, 'not-free'],
  ['no day', { change: 'add', mode: 'visit' }, 'no-day'],
  ['a round that is not there', { change: 'move', round: 'nobody', day: '2026-12-02' }, 'no-such-round'],
  ['no reason', { change: 'add', day: '2026-12-02', mode: 'visit', reason: ' ' }, 'no-reason'],
] as const)('%s is refused, and nothing changes', async (_, given, refused) => {
  const id = await planned()
  const before = [await rounds(), await now().rows('revisits')]
  expect(await change(id, now().officer, given)).toMatchObject({ refused })
  expect([await rounds(), await now().rows('revisits')]).toEqual(before)
  expect(await audited(now(), 'plan')).toEqual([])
})

test('a day that has one already is refused', async () => {
  const id = await planned()
  const taken = new Date(Number((await round(1)).at) + 8 * 3_600_000).toISOString().slice(0, 10)
  expect(await change(id, now().officer, { change: 'add', day: taken, mode: 'chat' })).toMatchObject({
    refused: 'taken',
  })
})

test('only a leader lets a round go: its sides are not asked, and it says who and why', async () => {
  const id = await planned()
  const { id: second } = await round(2)
  const given = { change: 'waive', round: String(second) } as const
  expect(await change(id, now().officer, given)).toMatchObject({ refused: 'not-yours' })
  expect(await round(2)).toMatchObject({ state: 'planned', reason: null })
  const done = await change(id, now().leader, given)
  expect(isRefused(done)).toBe(false)
  expect(await round(2)).toMatchObject({ state: 'waived', changed_by: now().leader.person })
  expect((await halves(2)).map(({ state }) => state)).toEqual(['waived', 'waived'])
  for (const one of await ids(2)) expect([...(await waits())]).not.toContain(one)
  expect((await rounds()).filter(({ state }) => state === 'planned')).toHaveLength(
    (await rounds()).length - 1,
  )
})

test('a round that has begun is let go as well, and what was heard stays', async () => {
  const id = await planned()
  await now().until(Number((await round(1)).at))
  const [first] = (await halves(1)).filter(({ state }) => state === 'open')
  await now().does(now().officer.at, START + 6 * DAY, async (books) => {
    const [row] = (await halvesOf(books, String(first!.round_id))).filter((one) => one.id === first!.id)
    await setRevisit(books, row!, { state: 'answered', endedAt: books.now })
  })
  const given = { change: 'waive', round: String(first!.round_id) } as const
  expect(isRefused(await change(id, now().leader, given, START + 6 * DAY))).toBe(false)
  expect(new Set((await halves(1)).map(({ state }) => state))).toEqual(new Set(['answered', 'waived']))
  const [gone] = (await halves(1)).filter(({ state }) => state === 'waived')
  expect([...(await waits())]).not.toContain(gone!.id)
})

/** The first round was held, and both sides gave these scores. */
const scored = (id: string, scores: readonly [number, number]) =>
  now().does(now().officer.at, START + 5 * DAY, async (books) => {
    const [first] = await roundsOf(books, await held(books, id), ['planned'])
    for (const [i, half] of (await halvesOf(books, first!.id)).entries())
      await setRevisit(books, half, { state: 'answered', score: scores[i]!, endedAt: books.now })
    await setRound(books, first!.id, { state: 'done', code: 'R-OK', verdict: 'kept', endedAt: books.now })
  })

test('only one is kept where all was done on the spot and both were content', async () => {
  const id = await planned({ onTheSpot: 'yes' })
  const cut = (who: Colleague) => change(id, who, { change: 'cut' }, START + 6 * DAY)
  // Before anybody was asked there is nothing to be content with.
  expect(await cut(now().leader)).toMatchObject({ refused: 'not-content' })
  await scored(id, [4, 5])
  expect(await cut(now().officer)).toMatchObject({ refused: 'not-yours' })
  const done = await cut(now().leader)
  if ('refused' in done) throw new Error(done.refused)
  const left = (await rounds()).filter(({ state }) => state === 'planned')
  expect(left.map(({ no }) => no)).toEqual([(await rounds()).at(-1)!.no])
  const gone = (await now().rows('revisits')).filter(({ state }) => state === 'waived')
  expect(gone).toHaveLength(4)
  for (const { id: one } of gone) expect([...(await waits())]).not.toContain(one)
  expect(done.plan.rounds.map(({ state }) => state)).toEqual(['done', 'waived', 'waived', 'planned'])
  expect(await cut(now().leader)).toMatchObject({ refused: 'one-left' })
})

test.each([
  ['something was left to do', { onTheSpot: 'no' as const }, [5, 5] as const],
  ['a side is not content', { onTheSpot: 'yes' as const }, [3, 5] as const],
])('nothing is cut where %s', async (_, more, scores) => {
  const id = await planned(more)
  await scored(id, scores)
  expect(await change(id, now().leader, { change: 'cut' }, START + 6 * DAY)).toMatchObject({
    refused: 'not-content',
  })
  expect((await rounds()).filter(({ state }) => state === 'waived')).toEqual([])
})

test('two who change it at once do not cross: the second is shown what moved', async () => {
  const id = await planned()
  const seen = await about(now(), id)
  expect(isRefused(await change(id, now().officer, { change: 'add', day: '2027-01-15', mode: 'call' }))).toBe(
    false,
  )
  const given = { change: 'add', day: '2027-01-20', mode: 'call', ...seen } as const
  expect(await change(id, now().leader, given)).toMatchObject({ refused: 'moved-on' })
})

test('the form shows the plan and only what its reader may do with it', async () => {
  const id = await planned()
  const open = async (who: Colleague) => {
    const { number } = (await now().rows('disputes')).find((row) => row.id === id)!
    return (await asks(now(), who.at, LATER, 'open', { flow: 'plan', number: String(number) })) as {
      given: { changes: string[]; movable: { label: string }[]; plan: { rounds: unknown[] } }
    }
  }
  const officer = await open(now().officer)
  expect(officer.given.changes).toEqual(['keep', 'add', 'move'])
  expect(officer.given.plan.rounds).toHaveLength(5)
  expect(officer.given.movable[0]?.label).toMatch(/^第1次｜1[12]月\d+日$/)
  expect((await open(now().leader)).given.changes).toEqual(['keep', 'add', 'move', 'waive', 'cut'])
})
