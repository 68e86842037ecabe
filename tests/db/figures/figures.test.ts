// The fictitious year in the real tables, read back by the books' own queries and counted once more by plain SQL.
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ResultOf } from '../../../db/books.ts'
import { rows } from '../../../db/database/database.ts'
import { figureFacts } from '../../../db/queries/figures/read.ts'
import { EVERYTHING } from '../../../db/queries/figures/scope.ts'
import { listShown } from '../../../db/queries/figures/shown.ts'
import { disputes } from '../../../db/schema/index.ts'
import { defaultCalendar } from '../../../flows/casework/calendar.ts'
import { figuresIn, tableOf } from '../../../flows/casework/figures/figures.ts'
import { type Period, periodOf } from '../../../flows/casework/figures/period.ts'
import { tally } from '../../../flows/casework/figures/tally.ts'
import type { Refused } from '../../../flows/core/command.ts'
import type { Json } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { ShowReport } from '../../../flows/report/commands.ts'
import { CHECKED } from '../../casework/figures/checked.ts'
import { factsOf, LATER, START_OF_2026, VILLAGES, yearOf } from '../../casework/figures/year.ts'
import { onServer, type Station, station } from '../station.ts'
import { load } from './load.ts'
import { plain } from './plain.ts'

const now = station(START_OF_2026, onServer)
const YEAR = yearOf()

function period(id: string): Period {
  const found = periodOf(id, LATER, defaultCalendar)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}

async function loaded(): Promise<Station> {
  const here = now()
  const file = { name: '示例派出所', phone: '110', demo: true, villages: VILLAGES }
  await here.store.admin.importStation(file, START_OF_2026)
  const who = { officer: here.officer.person, leader: here.leader.person }
  await here.does(here.chief.at, LATER, (books) => load(books, YEAR, who))
  return here
}

test('what the books read of a year is the year, and plain SQL finds the figures that were checked by hand', async () => {
  const here = await loaded()
  const facts = factsOf(YEAR)
  const read = await here.does(here.chief.at, LATER, (books) =>
    figureFacts(books, EVERYTHING, period('2026')),
  )
  expect(read.cases).toHaveLength(420)
  for (const one of read.cases) expect(one).toEqual(facts.cases.find(({ number }) => number === one.number))
  expect({ ...read, cases: [] }).toEqual({ ...facts, cases: [] })
  const name = await here.does(here.chief.at, LATER, async (books) => books.station.id)
  for (const [id, checked] of Object.entries(CHECKED)) {
    const statements = plain(name, period(id).now)
    const found = await here.does(here.chief.at, LATER, async ({ tx }) => {
      const all: [string, number | number[]][] = []
      for (const [figure, statement] of Object.entries(statements)) {
        const [row] = await rows(tx, statement)
        all.push([figure, row && 'per' in row ? [Number(row.n), Number(row.per)] : Number(row?.n)])
      }
      return all
    })
    expect(Object.fromEntries(found)).toEqual(checked)
  }
})

type Shown = Extract<ResultOf<'showReport'>, { shown: string }>
const OCTOBER = { period: '2026-10', village: null, edition: 'inside' } as const

test('each learns what they answer for: lists open, sums agree, and what changes after it was handed in is marked', async () => {
  const here = await loaded()
  const { chief, leader, officer, mediator } = here
  const area = await here.hires('示例片区领导', ['leader'], ['jia'])
  const ask = async (from: Address, given: Partial<ShowReport['with']>, at = LATER) =>
    (await here.asks(from, at, {
      do: 'showReport',
      with: { ...OCTOBER, table: 'C', what: 'table', row: null, ...given } as Json,
    })) as unknown as Shown | Refused
  const tables = async (from: Address, given: Partial<ShowReport['with']> = {}, at = LATER) => {
    const shown = await ask(from, { table: 'all', ...given }, at)
    if (!('shown' in shown) || shown.shown !== 'tables') throw new Error(JSON.stringify(shown))
    const all = shown.tables.flatMap(({ groups }) => groups.flatMap(({ rows: own }) => own))
    return { ...shown, row: (id: string) => all.find((one) => one.id === id) }
  }

  // The whole station, as it was checked by hand.
  const whole = await tables(chief.at)
  expect(whole.head).toMatchObject({ scope: 'station', over: true, handedIn: null })
  for (const [id, n] of Object.entries(CHECKED['2026-10'] ?? {}))
    expect([id, whole.row(id)?.now]).toEqual([id, Array.isArray(n) ? { sum: n[0], per: n[1] } : { sum: n }])
  expect((await tables(leader.at)).tables).toEqual(whole.tables)

  // A row opens its list, of the period and of the year; there is nothing that a chief may not see.
  const opened = await ask(chief.at, { what: 'row', row: { id: 'A19', total: false } })
  expect(opened).toMatchObject({
    shown: 'row',
    numbers: { sum: 3 },
    list: {
      value: 3,
      entries: ['RD-2026-0310', 'RD-2026-0328', 'RD-2026-0334'].map((of) => ({ of, n: 1 })),
      hidden: { count: 0, n: 0 },
    },
  })
  expect(await ask(chief.at, { what: 'row', row: { id: 'A19', total: true } })).toMatchObject({
    total: true,
    // Until the end of October.
    numbers: { sum: 45 },
  })
  expect(await ask(chief.at, { what: 'row', row: { id: 'A99', total: false } })).toMatchObject({
    shown: 'no-row',
  })

  // A leader's villages, one village by itself, an officer's own; nobody else.
  const mine = await tables(area.at)
  expect([mine.head.scope, mine.row('C35')?.now, mine.row('C36')?.now]).toEqual([
    'area',
    { sum: 4 },
    { sum: 0 },
  ])
  expect((await tables(chief.at, { village: 'jia' })).row('B1')?.now).toEqual({ sum: 4 })
  expect(await ask(area.at, { village: 'yi' })).toMatchObject({ refused: 'no-such-case' })
  expect((await tables(officer.at)).head.scope).toBe('own')
  expect((await tables(here.other.at)).row('B1')?.now).toEqual({ sum: 0 })
  const strangers = [mediator.at, here.grid.at, here.resident()]
  for (const who of strangers) expect(await ask(who, {})).toMatchObject({ refused: 'no-such-case' })

  // Handed in by whoever answers for the station, once it is over; later changes are shown with what was told.
  const view = { ...OCTOBER, table: 'C' } as const
  const handIn = (from: Address, period = '2026-10') =>
    here.asks(from, LATER, { do: 'handInReport', with: { view: { ...view, period } } as Json })
  expect(await handIn(area.at)).toMatchObject({ refused: 'no-such-case' })
  expect(await handIn(officer.at)).toMatchObject({ refused: 'no-such-case' })
  expect(await handIn(chief.at, '2027-01')).toMatchObject({ refused: 'not-over' })
  expect(await handIn(leader.at)).toMatchObject({ shown: 'handed-in', rev: 1 })
  expect((await tables(chief.at)).row('B44')?.was).toEqual({})
  await here.does(chief.at, LATER, ({ tx, station: { id } }) =>
    tx
      .update(disputes)
      .set({ headcount: 60 })
      .where(and(eq(disputes.stationId, id), eq(disputes.number, 'RD-2026-0325'))),
  )
  const after = await tables(chief.at)
  expect(after.head.handedIn).toMatchObject({ rev: 1 })
  expect(after.row('B44')).toMatchObject({
    now: { sum: 11 },
    was: { now: { sum: 12 }, year: expect.anything() },
  })
  expect(after.row('B1')?.was).toEqual({})
  expect(await handIn(leader.at)).toMatchObject({ rev: 2 })
  expect((await tables(chief.at)).row('B44')?.was).toEqual({})

  // Nothing small leaves the station, no list does, and no village of a family.
  const told = await tables(chief.at, { edition: 'public' })
  for (const { groups } of told.tables)
    for (const one of groups.flatMap(({ rows: own }) => own))
      for (const value of [one.now, one.year])
        if (value !== null && one.form === 'sum') expect([one.id, value.sum >= 3]).toEqual([one.id, true])
  expect(
    await ask(chief.at, { edition: 'public', what: 'row', row: { id: 'A1', total: false } }),
  ).toMatchObject({
    shown: 'no-list',
  })
  const families = factsOf(YEAR).cases.filter(
    ({ category, village }) => village === 'jia' && /^(MF|SC)/.test(category),
  )
  expect(families.length).toBeGreaterThan(0)
  const [inside, outside] = await Promise.all([
    tables(chief.at, { period: '2026' }),
    tables(chief.at, { period: '2026', edition: 'public' }),
  ])
  const counted = families.filter(({ number }) => inYear(number))
  expect((inside.row('C35')?.now?.sum ?? 0) - (outside.row('C35')?.now?.sum ?? 0)).toBe(counted.length)
  function inYear(number: string): boolean {
    const list = tableOf('C', factsOf(YEAR), period('2026'))
    return figuresIn(list)[34]?.now.sum.list.some(({ of }) => of === number) ?? false
  }

  // Pictures, and the command line.
  const charts = await ask(chief.at, { what: 'charts' })
  expect(charts).toMatchObject({ shown: 'charts', charts: [{ kind: 'bars' }, {}, {}, { kind: 'lines' }] })
  const facts = await here.store.admin.report({ period: '2026-10', tables: ['B'], village: null }, LATER)
  expect(facts.tables.map(({ code }) => code)).toEqual(['B'])
  expect(facts.tables[0]?.groups[0]?.figures[0]).toMatchObject({ id: 'B1', now: { sum: { value: 28 } } })
  await expect(
    here.store.admin.report({ period: '2027-05', tables: [], village: null }, LATER),
  ).rejects.toThrow('no period')
})

test('what may not be known is in the number and not in the list', () => {
  const entry = (of: string, n: number, seen: boolean) => ({ of, n, seen, village: null })
  expect(
    listShown(
      tally([
        entry('RD-2026-0001', 2, true),
        entry('RD-2026-0002', 3, false),
        entry('RD-2026-0003', 1, false),
      ]),
    ),
  ).toEqual({
    value: 6,
    entries: [{ of: 'RD-2026-0001', n: 2 }],
    hidden: { count: 2, n: 4 },
  })
})
