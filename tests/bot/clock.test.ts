// What has come due is done, by rows: once, in batches, and months in their order when a demonstration's clock is moved.
import { afterEach, expect, test, vi } from 'vitest'
import { advance } from '../../bot/advance.ts'
import { openSweep, startClock } from '../../bot/clock.ts'
import { openClockTime } from '../../bot/clock-time.ts'
import { openLog } from '../../bot/log.ts'
import type { Event } from '../../flows/core/event.ts'
import type { Inbound } from '../../flows/core/ports.ts'
import { type FakeStore, fakeStore } from './fake-store.ts'

const DAY = 86_400_000
const opening: Extract<Event, { kind: 'open' }> = { kind: 'open', flow: 'report', id: 'c1', given: {} }
const quiet = openLog('silent')

let stop: (() => Promise<void>) | null = null
afterEach(async () => {
  await stop?.()
  stop = null
  vi.useRealTimers()
})

const act = (id: string, at: number) => ({ id, at, kind: 'act' as const, runAt: at, done: false })
const open = (id: string, at: number, to = id) => ({
  id,
  at,
  kind: 'open' as const,
  to: { channel: 'test', id: to },
  event: opening,
  runAt: at,
  done: false,
})

function sweeper(store: FakeStore, now: () => number, fails: (inbound: Inbound) => boolean = () => false) {
  const heard: Inbound[] = []
  const { sweep } = openSweep({
    turns: store.turns,
    dues: store.dues,
    async hear(inbound) {
      if (fails(inbound)) throw new Error('no')
      heard.push(inbound)
      const row = store.rows.get(`${inbound.from.channel}/${inbound.from.id}`)
      // The desk puts the wake-up off, as a turn does.
      if (row?.sitting.open) {
        row.rev++
        row.sitting.open.wakeAt = null
      }
    },
    now,
    log: quiet,
    metrics: { swept: () => {} },
  })
  return { sweep, heard }
}

test('acts are done by the books, conversations begin at the desk under the name of their row', async () => {
  const store = fakeStore()
  store.due.push(act('x', 5), open('y', 6), act('later', 100))
  const { sweep, heard } = sweeper(store, () => 10)
  expect(await sweep()).toEqual({ done: 2, failed: 0 })
  expect(store.acted).toEqual(['x'])
  expect(heard).toMatchObject([{ id: 'due:y', from: { channel: 'test', id: 'y' }, at: 10, event: opening }])
  expect(store.due.map(({ done }) => done)).toEqual([true, true, false])
  expect(await sweep()).toEqual({ done: 0, failed: 0 })
})

test('an open conversation is woken under the revision it was seen at', async () => {
  const store = fakeStore()
  await store.turns.held({ channel: 'test', id: 'a' }, undefined, 0)
  const row = store.rows.get('test/a')!
  row.rev = 7
  row.sitting.open = { wakeAt: 50 } as any
  const { sweep, heard } = sweeper(store, () => 60)
  await sweep()
  expect(heard).toMatchObject([{ id: 'wake:test/a:7', event: { kind: 'clock' } }])
})

test('a row that fails is left for later and does not stop the others', async () => {
  const store = fakeStore()
  store.due.push(open('bad', 1), open('good', 2), act('fine', 3))
  let time = 10
  const { sweep, heard } = sweeper(
    store,
    () => time,
    ({ id }) => id === 'due:bad' && time < 1_000,
  )
  expect(await sweep()).toEqual({ done: 2, failed: 1 })
  expect(heard.map(({ id }) => id)).toEqual(['due:good'])
  time = 100_000
  expect(await sweep()).toEqual({ done: 1, failed: 0 })
  expect(heard.map(({ id }) => id)).toEqual(['due:good', 'due:bad'])
})

test('a wake-up that keeps failing is not tried for ever in one sweep', async () => {
  const store = fakeStore()
  await store.turns.held({ channel: 'test', id: 'a' }, undefined, 0)
  store.rows.get('test/a')!.sitting.open = { wakeAt: 50 } as any
  const { sweep } = sweeper(
    store,
    () => 60,
    () => true,
  )
  expect(await sweep('wholly')).toEqual({ done: 0, failed: 1 })
})

test('after a long silence of ours conversations begin by and by; acts of the books do not wait', async () => {
  const store = fakeStore()
  for (let n = 0; n < 60; n++) store.due.push(open(`o${n}`, n))
  for (let n = 0; n < 60; n++) store.due.push(act(`a${n}`, n))
  const { sweep, heard } = sweeper(store, () => 1_000)
  await sweep()
  expect(heard).toHaveLength(25)
  await sweep('wholly')
  expect(heard).toHaveLength(60)
  expect(store.acted).toHaveLength(60)
})

test('two sweeps at once do each row once', async () => {
  const store = fakeStore()
  for (let n = 0; n < 20; n++) store.due.push(open(`o${n}`, n), act(`a${n}`, n))
  const one = sweeper(store, () => 1_000)
  const other = sweeper(store, () => 1_000)
  await Promise.all([one.sweep('wholly'), other.sweep('wholly')])
  expect([...one.heard, ...other.heard].map(({ id }) => id).sort()).toHaveLength(20)
  expect(new Set([...one.heard, ...other.heard].map(({ id }) => id)).size).toBe(20)
  expect(store.acted).toHaveLength(20)
})

test('the schedule wakes the sweep each second, never two at once, and a failing sweep does not end it', async () => {
  let runs = 0
  let now = 0
  let most = 0
  const clock = startClock(async () => {
    most = Math.max(most, ++now)
    runs++
    await new Promise((resolve) => setTimeout(resolve, runs === 1 ? 1_500 : 1))
    now--
    if (runs === 1) throw new Error('no')
  }, quiet)
  stop = clock.stop
  await vi.waitFor(() => expect(runs).toBeGreaterThanOrEqual(2), { timeout: 6_000 })
  expect(most).toBe(1)
})

test('a clock whose sweeps fail, or never end, counts as stopped until one ends well', async () => {
  let fails = true
  const clock = startClock(
    async () => {
      if (fails) throw new Error('no')
    },
    quiet,
    900,
  )
  stop = clock.stop
  expect(clock.ticks()).toBe(true)
  await vi.waitFor(() => expect(clock.ticks()).toBe(false), { timeout: 5_000 })
  fails = false
  await vi.waitFor(() => expect(clock.ticks()).toBe(true), { timeout: 5_000, interval: 20 })
})

function movable(store: FakeStore) {
  const order: [string, number][] = []
  return async (ms: number) => {
    const time = await openClockTime(store.admin, () => 0)
    const { sweep } = sweeper(store, time.now)
    const acts = store.dues.act
    store.dues.act = async (id, now) => {
      order.push([id, now])
      // An act may make something due on the way.
      if (id === 'first') store.due.push(act('born', 3 * DAY))
      await acts(id, now)
    }
    const advanced = await advance(
      { admin: store.admin, dues: store.dues, time, sweep: () => sweep('wholly'), drained: async () => {} },
      ms,
    )
    return { advanced, order }
  }
}

test('a moved clock stops at every row on the way, also at those that are born on the way', async () => {
  const store = fakeStore({ demo: true })
  store.due.push(act('second', 5 * DAY), act('first', DAY), act('beyond', 8 * DAY))
  const { advanced, order } = await movable(store)(7 * DAY)
  expect(order).toEqual([
    ['first', DAY],
    ['born', 3 * DAY],
    ['second', 5 * DAY],
  ])
  expect(advanced).toEqual({ now: 7 * DAY, steps: 4, failed: 0 })
  expect(store.offset()).toBe(7 * DAY)
})

test('a row that cannot be done does not keep the clock from its target', async () => {
  const store = fakeStore({ demo: true })
  store.due.push(act('bad', DAY), act('good', DAY + 90 * 60_000))
  const acts = store.dues.act
  store.dues.act = async (id, now) => {
    if (id === 'bad') throw new Error('no')
    await acts(id, now)
  }
  const { advanced, order } = await movable(store)(2 * DAY)
  expect(order.filter(([id]) => id === 'good')).toEqual([['good', DAY + 90 * 60_000]])
  expect(advanced.now).toBe(2 * DAY)
  expect(advanced.failed).toBeGreaterThan(0)
})

test('the clock of real cases is not moved', async () => {
  const store = fakeStore()
  await expect(movable(store)(DAY)).rejects.toThrow('Only the clock of a demonstration can be moved')
  expect(store.offset()).toBe(0)
})

test.each([0, -DAY, 3 * 365 * DAY, Number.NaN])('the clock is not moved by %d', async (ms) => {
  const store = fakeStore({ demo: true })
  await expect(movable(store)(ms)).rejects.toThrow('forward only')
  expect(store.offset()).toBe(0)
})

test('a real clock is told, and a moved one only after it was read again', async () => {
  const store = fakeStore({ demo: true })
  const time = await openClockTime(store.admin, () => 100)
  await store.admin.advanceClock(DAY)
  expect(time.now()).toBe(100)
  await time.refresh()
  expect(time.now()).toBe(100 + DAY)
})
