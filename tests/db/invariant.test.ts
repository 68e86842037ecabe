// The invariant on real books: whatever people do and however time passes, no matter is left without somebody, a next act and an
// end that was told; and what does hang is found at night, told in the morning and counted.
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { matters } from '../../db/queries/matters.ts'
import { violationsOf } from '../../flows/casework/invariant/rules.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Address } from '../../flows/core/ports.ts'
import { filed, report, wall } from './case.ts'
import { agreed, mediating, toldOf } from './commands/a-case.ts'
import { type Dice, happens, type Scene } from './invariant/chance.ts'
import { at, DAY, embedded, HOUR, MINUTE, onServer, type Station, station } from './station.ts'

const START = at('2026-11-25', '10:12')
const EVENTS = 40
/** The same ones in every run; others, and more of them, on request. */
const CASES = Number(process.env.INVARIANT_CASES ?? 6)
const SEED = Number(process.env.INVARIANT_SEED ?? 5)
const JUMPS = [5 * MINUTE, 3 * HOUR, 12 * HOUR, 2 * DAY, 7 * DAY]

function diceOf(seed: number): Dice {
  let x = Math.imul(seed + 1, 2_654_435_761) >>> 0 || 1
  return {
    pick(n) {
      x ^= x << 13
      x ^= x >>> 17
      x ^= x << 5
      x >>>= 0
      return x % n
    },
  }
}

const lookAt = (now: Station, when: Instant) =>
  now.does(now.resident(), when, async (books) =>
    (await matters(books)).flatMap((one) => violationsOf(one, books.now)),
  )

type Begin = (now: Station, reporter: Address) => Promise<string>
const told =
  (more: ReturnType<typeof report>): Begin =>
  (now, reporter) =>
    filed(now, reporter, START, more)

/** A case, one that is agreed on, a lead, one that is mediated, one that officers lead, an emergency from the first word. */
const BEGINS: readonly Begin[] = [
  told(wall()),
  (now, reporter) => agreed(now, reporter, START),
  told(report({ place: null })),
  (now, reporter) => mediating(now, reporter, START),
  told(wall({ category: 'MF-DV', danger: ['A11'] })),
  told(wall({ danger: ['A02'] })),
]

/** The states that chance has brought cases to. */
const seen = new Set<string>()

/** What was found wanting, and what was done until then; null where nothing ever was. */
async function months(now: Station, seed: number): Promise<string | null> {
  const dice = diceOf(seed)
  const reporter = now.resident()
  const second = await now.hires(`示例副所长乙${seed}`, ['leader'])
  const scene: Scene = {
    station: now,
    dice,
    reporter,
    now: START,
    id: await (BEGINS[seed % BEGINS.length] ?? told(wall()))(now, reporter),
    other: await filed(now, now.resident(), START, report()),
    leaders: [now.leader, second],
    officers: [now.officer, now.other, await now.hires(`示例民警丙${seed}`, ['officer'])],
  }
  const log: string[] = []
  for (let i = 0; i < EVENTS; i++) {
    const urgent = (await now.rows('disputes')).find((one) => one.state === 'EMERGENCY')
    // Where somebody calls every two minutes people come soon, and to this one first.
    if (urgent?.id === scene.other) [scene.id, scene.other] = [scene.other, scene.id]
    if (dice.pick(5) < 2) {
      const jump = JUMPS[dice.pick(urgent ? 1 : JUMPS.length)] ?? 0
      scene.now += jump
      await now.until(scene.now)
      log.push(`${jump / HOUR}h`)
    } else {
      scene.now += MINUTE
      await now.until(scene.now)
      log.push(await happens(scene))
      // What is due at once is done by the next sweep.
      await now.until(scene.now)
    }
    const state = (await now.rows('disputes')).map((row) => row.state).join('+')
    log.push(state)
    const found = await lookAt(now, scene.now)
    if (found.length > 0) return `${log.join(' ')}: ${JSON.stringify(found)}`
  }
  for (const row of await now.rows('transitions')) seen.add(String(row.to))
  return null
}

describe.each([
  ['on a server', onServer, CASES],
  ['embedded', embedded, Math.ceil(CASES / 6)],
] as const)('%s', (_, found, cases) => {
  const now = station(START, found)

  test.each(Array.from({ length: cases }, (_, i) => SEED * 1000 + i))('months of chance %i', async (seed) => {
    expect(await months(now(), seed)).toBeNull()
  })
})

test('chance comes far enough', () => {
  const far = ['MEDIATING', 'PERFORMING', 'REVISITING', 'EMERGENCY', 'REJECTED', 'MERGED']
  expect([...seen]).toEqual(expect.arrayContaining(far))
})

describe('what hangs', () => {
  const now = station(START)
  const nightly = at('2026-11-26', '05:30')
  const cards = (to: Parameters<Station['told']>[0]) => toldOf(now(), to, 'looseEnds')
  const run = (statement: ReturnType<typeof sql>) =>
    now().does(now().chief.at, START + MINUTE, async (books) => void (await books.tx.execute(statement)))

  test('is found before work, told to those who lead at nine, every day until it is mended', async () => {
    const { chief, leader, officer, store } = now()
    const whole = await filed(now(), now().resident(), START)
    const torn = await filed(now(), now().resident(), START)
    await store.admin.awaitStanding(START)
    await now().until(nightly)
    expect(await now().rows('violations')).toEqual([])
    expect(await now().waits('looseends')).toEqual([])
    // Whoever wrote the books by hand left nothing to be waited for.
    await run(sql`update due set state = 'cancelled' where dispute_id = ${torn} and kind <> 'night'`)
    await now().until(nightly + DAY)
    const found = (await now().rows('violations')).sort((a, b) =>
      String(a.code).localeCompare(String(b.code)),
    )
    expect(found).toMatchObject([
      { subject: `dispute:${torn}`, code: 'no-leader', first_at: nightly + DAY, ended_at: null },
      { subject: `dispute:${torn}`, code: 'no-next', first_at: nightly + DAY, ended_at: null },
      { subject: `dispute:${torn}`, code: 'no-owner', first_at: nightly + DAY, ended_at: null },
    ])
    expect(await cards(chief.at)).toEqual([])
    const numbers = new Map((await now().rows('disputes')).map((row) => [String(row.id), String(row.number)]))
    await now().until(at('2026-11-27', '09:00'))
    for (const to of [chief.at, leader.at])
      expect(await cards(to)).toMatchObject([
        {
          matters: 1,
          since: nightly + DAY,
          by: ['no-owner', 'no-leader', 'no-next'].map((code) => ({ code, numbers: [numbers.get(torn)] })),
        },
      ])
    expect(await cards(officer.at)).toEqual([])
    expect(await store.admin.looseEnds()).toHaveLength(3)
    await now().until(at('2026-11-28', '09:00'))
    expect(await cards(chief.at)).toHaveLength(2)
    // Mended: it ends in the night, and nobody is told any more.
    await now().does(chief.at, at('2026-11-28'), (books) =>
      books.schedule(
        ...(['review', 'owner'] as const).map((kind) => ({
          key: `${kind}:${torn}`,
          kind,
          at: at('2026-11-30'),
          payload: { dispute: torn, times: 0 },
          dispute: torn,
        })),
      ),
    )
    await now().until(at('2026-11-29', '10:00'))
    expect((await now().rows('violations')).map((row) => row.ended_at)).toEqual([
      at('2026-11-29', '05:30'),
      at('2026-11-29', '05:30'),
      at('2026-11-29', '05:30'),
    ])
    expect(await cards(chief.at)).toHaveLength(2)
    expect(await store.admin.looseEnds()).toEqual([])
    expect(numbers.get(whole)).not.toBe(numbers.get(torn))
    expect((await store.admin.auditVerify()).firstBad).toBeNull()
  })

  test('is not said of what only an outage has put off', async () => {
    await filed(now(), now().resident(), START)
    await now().store.admin.awaitStanding(START)
    const [row] = await now().waits('nightly')
    if (!row) throw new Error('the night is not waited for')
    // Nobody swept for two days; the nightly look happens to be claimed first.
    await now().store.dues.act(row.id, nightly + 2 * DAY)
    expect(await now().rows('violations')).toEqual([])
    expect(await now().waits('nightly')).toMatchObject([{ at: nightly + 2 * DAY + 10 * MINUTE }])
    await now().until(nightly + 2 * DAY + 10 * MINUTE)
    expect(await now().rows('violations')).toEqual([])
    expect(await now().waits('nightly')).toMatchObject([{ at: nightly + 3 * DAY }])
  })
})
