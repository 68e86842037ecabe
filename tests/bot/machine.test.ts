// W20: what the machine knows of itself: channels that hear or take nothing, and messages kept too late.
import { expect, test } from 'vitest'
import { kindOf, watchMachine } from '../../bot/machine.ts'
import type { Machine } from '../../db/store.ts'
import { MINUTE } from '../../flows/casework/calendar.ts'

type Told = Parameters<Machine['troubles']>[0]
const START = Date.parse('2026-11-25T10:12:00+08:00')

function machine() {
  const told: Told[] = []
  const lines: string[] = []
  let clock = 0
  let hears = true
  let fails = false
  const log = {
    debug() {},
    info() {},
    warn: (phrase: string) => lines.push(phrase),
    error: (phrase: string) => lines.push(phrase),
  }
  const watch = watchMachine({
    machine: {
      async troubles(facts) {
        if (fails) throw new Error('the database is away')
        told.push(facts)
      },
    },
    channels: [{ name: 'telegram', hears: () => hears }],
    now: () => START + clock,
    log,
    every: 1_000_000,
    real: () => clock,
  })
  return {
    watch,
    told,
    lines,
    after: (ms: number) => {
      clock += ms
      return watch.look()
    },
    hears: (so: boolean) => {
      hears = so
    },
    fails: (so: boolean) => {
      fails = so
    },
    stop: watch.stop,
  }
}

test('a channel that hears nothing for a minute is told once, and once that it hears again', async () => {
  const one = machine()
  one.hears(false)
  await one.after(0)
  await one.after(MINUTE / 2)
  expect(one.told).toEqual([])
  await one.after(MINUTE / 2)
  await one.after(MINUTE)
  expect(one.told).toEqual([{ troubles: [{ channel: 'telegram', kind: 'deaf', since: START }], mended: [] }])
  expect(one.lines).toEqual(['the machine has a fault'])
  one.hears(true)
  await one.after(MINUTE)
  await one.after(MINUTE)
  expect(one.told[1]).toMatchObject({ mended: ['telegram:deaf'] })
  expect(one.told).toHaveLength(2)
  one.stop()
})

test('a refused token stands until something is delivered; a short limit is no news', async () => {
  const one = machine()
  one.watch.sent('telegram', { kind: 'retry', at: START, why: 'telegram 429' })
  one.watch.sent('telegram', { kind: 'delivered' })
  await one.after(2 * MINUTE)
  expect(one.told).toEqual([])
  one.watch.sent('telegram', { kind: 'retry', at: START, why: 'telegram 401' })
  one.watch.sent('telegram', { kind: 'dead', why: 'telegram 403 blocked' })
  await one.after(2 * MINUTE)
  expect(one.told.at(-1)?.troubles).toMatchObject([{ channel: 'telegram', kind: 'token' }])
  one.watch.sent('telegram', { kind: 'delivered' })
  await one.after(1_000)
  expect(one.told.at(-1)?.mended).toEqual(['telegram:token'])
  one.stop()
})

test('what is kept more than a minute after it came is too late', async () => {
  const one = machine()
  await one.after(5 * MINUTE)
  one.watch.kept('telegram', 59_000)
  await one.after(0)
  expect(one.told).toEqual([])
  one.watch.kept('telegram', 61_000)
  one.watch.kept('telegram', 20)
  await one.after(0)
  expect(one.told).toMatchObject([
    { troubles: [{ channel: 'telegram', kind: 'lag', since: START + 5 * MINUTE - 61_000 }] },
  ])
  one.stop()
})

test('a fault that could not be written down is tried again', async () => {
  const one = machine()
  one.hears(false)
  one.fails(true)
  await one.after(0)
  await one.after(MINUTE)
  expect(one.told).toEqual([])
  one.fails(false)
  await one.after(1_000)
  expect(one.told).toHaveLength(1)
  one.stop()
})

test.each([
  ['telegram 401', 'token'],
  ['token_revoked', 'token'],
  ['telegram 429', 'quota'],
  ['ratelimited', 'quota'],
  ['telegram not reached', 'send'],
  ['http_500', 'send'],
] as const)('%s is a trouble of kind %s', (why, kind) => {
  expect(kindOf(why)).toBe(kind)
})
