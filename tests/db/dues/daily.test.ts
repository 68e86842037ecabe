// What happens by the calendar: the nightly grading, standstill, closing, the week's digest, and tellings put off by night.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { mustAdvance } from '../../../db/commands/shared/advance.ts'
import { save } from '../../../db/commands/shared/case.ts'
import { tellReporter } from '../../../db/commands/shared/resident.ts'
import { setRound } from '../../../db/commands/shared/rounds.ts'
import { revisits, rounds } from '../../../db/schema/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { assigned, filed, held, mediating, performing, report, wall } from '../case.ts'
import { at, DAY, HOUR, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const kinds = async (to: Address, kind: string) =>
  (await now().told(to)).filter(({ notice }) => notice.kind === kind)

test('the calendar alone raises a case, and the reason is kept', async () => {
  // Wages, and sixty days before Spring Festival begin on 8 December.
  await filed(
    now(),
    now().resident(),
    START,
    report({ category: 'LB-WG', narrative: { text: '老板欠工资', files: [] } }),
  )
  expect(await now().rows('disputes')).toMatchObject([{ level: 'BLUE' }])
  await now().until(at('2026-12-08', '05:59'))
  expect(await now().rows('disputes')).toMatchObject([{ level: 'BLUE' }])
  await now().until(at('2026-12-08', '06:00'))
  expect(await now().rows('disputes')).toMatchObject([{ level: 'YELLOW' }])
  expect(await kinds(now().leader.at, 'raised')).toMatchObject([{ notice: { from: 'BLUE' } }])
  const graded = await now().rows('gradings')
  expect(graded).toHaveLength(2)
  expect(JSON.stringify(graded.map(({ reasons }) => reasons))).toContain('F01')
})

test('nights on which nothing changes write nothing', async () => {
  await filed(now(), now().resident(), START)
  await now().until(START + 5 * DAY)
  expect(await now().rows('gradings')).toHaveLength(1)
  expect(await now().waits('night')).toMatchObject([{ at: at('2026-12-01', '06:00') }])
})

test('a case that stands still is called out: to the officer first, then daily to the leader as well', async () => {
  const { officer, leader } = now()
  await mediating(now(), now().resident(), START)
  await now().until(START + 8 * DAY)
  // YELLOW: seven days without an entry; said at nine in the morning.
  const first = at('2026-12-02', '10:12')
  expect(await kinds(officer.at, 'noProgress')).toMatchObject([
    { at: first, notice: { days: 7, buttons: [{ does: 'mediate' }] } },
    { at: at('2026-12-03', '09:00') },
  ])
  expect(await kinds(leader.at, 'noProgress')).toMatchObject([{ at: at('2026-12-03', '09:00') }])
})

test('an entry ends the standstill, and a new one begins with the officer again', async () => {
  const { officer, leader } = now()
  const id = await mediating(now(), now().resident(), START)
  await now().until(START + 7 * DAY)
  expect(await kinds(officer.at, 'noProgress')).toHaveLength(1)
  await now().does(officer.at, START + 7 * DAY + HOUR, async (books) => {
    await save(books, await held(books, id), {}, { quiet: true })
  })
  await now().until(START + 14 * DAY)
  expect(await kinds(officer.at, 'noProgress')).toHaveLength(1)
  await now().until(START + 14 * DAY + 2 * HOUR)
  expect(await kinds(officer.at, 'noProgress')).toHaveLength(2)
  expect(await kinds(leader.at, 'noProgress')).toEqual([])
})

test('a case that waits for a date of its own does not stand still', async () => {
  const owed = [{ what: '把墙退0.3米', due: '2027-02-20' }]
  await performing(now(), { from: now().resident(), now: START, owed })
  await now().until(START + 12 * DAY)
  expect(await kinds(now().officer.at, 'noProgress')).toEqual([])
})

test('a leader who does not close what is done is reminded every week', async () => {
  const { officer, leader } = now()
  const owed = [{ what: '22:30后不放音响', due: null }]
  const id = await performing(now(), { from: now().resident(), now: START, owed })
  await now().does(officer.at, START + HOUR, async (books) => {
    const c = await held(books, id)
    const facts = { openDuties: 0, performance: 'proof' as const }
    await mustAdvance(books, c, 'REVISITING', { roles: ['officer'], facts })
    for (const { id: round } of await books.tx.select().from(rounds).where(eq(rounds.disputeId, id)))
      await setRound(books, round, { state: 'done', code: 'R-OK', surface: 0, endedAt: books.now })
    const answered = { state: 'answered', endedAt: books.now }
    await books.tx.update(revisits).set(answered).where(eq(revisits.disputeId, id))
  })
  await now().until(START + 7 * DAY)
  expect(await kinds(leader.at, 'mayClose')).toEqual([])
  await now().until(START + 16 * DAY)
  expect((await kinds(leader.at, 'mayClose')).map(({ at }) => at)).toEqual([
    at('2026-12-03', '09:00'),
    at('2026-12-10', '09:00'),
  ])
  await now().does(leader.at, START + 16 * DAY, async (books) => {
    const c = await held(books, id)
    const facts = { openRounds: 0, askedSeparately: true, openDuties: 0, surfaceScore: 0 }
    await mustAdvance(books, c, 'CLOSED', { roles: ['leader'], facts })
  })
  await now().until(START + 40 * DAY)
  expect(await kinds(leader.at, 'mayClose')).toHaveLength(2)
})

test('a tense peace is not offered for closing', async () => {
  const owed = [{ what: '22:30后不放音响', due: null }]
  const id = await performing(now(), { from: now().resident(), now: START, owed })
  await now().does(now().officer.at, START + HOUR, async (books) => {
    const c = await held(books, id)
    const facts = { openDuties: 0, performance: 'proof' as const }
    await mustAdvance(books, c, 'REVISITING', { roles: ['officer'], facts })
    for (const { id: round } of await books.tx.select().from(rounds).where(eq(rounds.disputeId, id)))
      await setRound(books, round, { state: 'done', code: 'R-SURFACE', surface: 40, endedAt: books.now })
  })
  await now().until(START + 16 * DAY)
  expect(await kinds(now().leader.at, 'mayClose')).toEqual([])
})

test("the chief gets the week's work on Monday morning, once, and again the next week", async () => {
  const { chief, leader } = now()
  await assigned(now(), now().resident(), START)
  // Of other people: a second telling of one matter would be graver.
  const small = report({ name: '村民甲', phone: '13900000002', counterpart: '村民乙' })
  await filed(now(), now().resident(), START, small)
  await now().until(START + 20 * DAY)
  const told = await kinds(chief.at, 'digest')
  expect(told.map(({ at }) => at)).toEqual(
    ['2026-11-30', '2026-12-07', '2026-12-14'].map((day) => at(day, '09:00')),
  )
  // One of them past the day within which somebody should have been in touch, the other past its three days.
  expect(told[0]!.notice).toMatchObject({
    levels: { RED: 0, ORANGE: 0, YELLOW: 1, BLUE: 1 },
    overdue: 2,
    breached: 0,
    unvisited: 0,
  })
  expect(await kinds(leader.at, 'digest')).toEqual([])
  expect(await now().waits('digest')).toHaveLength(1)
})

test('the digest counts what is in breach and who was not asked', async () => {
  const owed = [{ what: '把墙退0.3米', due: '2026-11-27' }]
  await performing(now(), { from: now().resident(), joined: now().resident(), now: START, owed })
  await now().until(at('2026-11-30', '09:00'))
  const [told] = await kinds(now().chief.at, 'digest')
  // The two sides of the round on the day after the duty was due.
  expect(told!.notice).toMatchObject({ breached: 1, unvisited: 2, overdue: 0 })
})

const NIGHT = at('2026-11-25', '23:10')

/** Accepted; the reporter is told of it half an hour after they last wrote. */
async function taken() {
  const from = now().resident()
  const id = await mediating(now(), from, NIGHT, wall())
  await now().does(now().officer.at, NIGHT + 30 * 60_000, async (books) => {
    expect(await tellReporter(books, await held(books, id), 'taken')).toBe('later')
  })
  return { from, id }
}

test('what a resident is told at night is told in the morning', async () => {
  const { from } = await taken()
  await now().until(at('2026-11-26', '07:59'))
  expect(await now().told(from)).toEqual([])
  await now().until(at('2026-11-26', '08:00'))
  expect(await now().told(from)).toMatchObject([
    { at: at('2026-11-26', '08:00'), notice: { kind: 'taken', officer: '示例驻村民警甲' } },
  ])
})

test('what is no longer so in the morning is not told', async () => {
  const { from, id } = await taken()
  await now().does(now().officer.at, NIGHT + HOUR, async (books) => {
    const facts = { refusedBySome: true }
    await mustAdvance(books, await held(books, id), 'TERMINATED', { roles: ['officer'], facts })
  })
  await now().until(at('2026-11-26', '12:00'))
  expect(await now().told(from)).toEqual([])
})
