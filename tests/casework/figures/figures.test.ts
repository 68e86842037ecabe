// A seeded year of one station: every figure against a plain recount, against numbers checked by hand, and its list against it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCalendar } from '../../../flows/casework/calendar.ts'
import { chartsOf } from '../../../flows/casework/figures/charts.ts'
import { ofVillage } from '../../../flows/casework/figures/facts.ts'
import {
  type Figure,
  figuresIn,
  TABLES,
  tableOf,
  type Value,
} from '../../../flows/casework/figures/figures.ts'
import { columnsOf } from '../../../flows/casework/figures/number.ts'
import { type Period, periodOf } from '../../../flows/casework/figures/period.ts'
import { CHECKED } from './checked.ts'
import { recount } from './recount.ts'
import { factsOf, LATER, VILLAGES, yearOf } from './year.ts'

const YEAR = yearOf()
const FACTS = factsOf(YEAR)
const CODES = VILLAGES.map(({ code }) => code)
const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
const PERIODS = ['2026', '2026-H1', '2026-H2', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', ...MONTHS]

function period(id: string, now = LATER): Period {
  const found = periodOf(id, now, defaultCalendar)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}
const all = (id: string, facts = FACTS): Figure[] =>
  TABLES.flatMap((code) => figuresIn(tableOf(code, facts, period(id))))
const number = ({ sum, per }: Value) => (per === null ? sum.value : [sum.value, per.value])

test('the year is one of 400 disputes, and 20 carried over', () => {
  expect(YEAR.raws).toHaveLength(420)
  expect(YEAR.raws.filter(({ number: own }) => own.startsWith('RD-2026'))).toHaveLength(400)
})

test.for(PERIODS)('%s: every figure of A, B and C is what a plain recount finds', (id) => {
  const { now, year } = period(id)
  const figures = all(id)
  const found = (of: 'now' | 'year') => Object.fromEntries(figures.map((one) => [one.id, number(one[of])]))
  expect(found('now')).toEqual(recount(YEAR, CODES, now))
  expect(found('year')).toEqual(recount(YEAR, CODES, year))
})

test('figures of single villages are those of a year without the other villages', () => {
  for (const village of CODES) {
    const raws = YEAR.raws.filter((raw) => raw.village === village && !raw.crossVillage)
    const requests = YEAR.requests.filter((one) => one.village === village)
    const patrols = YEAR.patrols.filter(({ villages }) => villages.includes(village))
    const figures = all('2026', ofVillage(FACTS, village))
    expect(Object.fromEntries(figures.map((one) => [one.id, number(one.now)]))).toEqual(
      recount({ raws, requests, patrols }, [village], period('2026').now),
    )
  }
})

test.for(Object.entries(CHECKED))('%s: the figures checked by hand', ([id, checked]) => {
  const figures = all(id)
  for (const [named, n] of Object.entries(checked)) {
    const figure = figures.find((one) => one.id === named)
    expect([named, figure && number(figure.now)]).toEqual([named, n])
  }
})

test('the forms have their rows, and what they divide adds up', () => {
  const of = (figures: Figure[], ...ids: number[][]) =>
    ids.flatMap(([from = 0, to = from, by = 1]) =>
      figures.filter((_, i) => i + 1 >= from && i + 1 <= to && (i + 1 - from) % by === 0),
    )
  const total = (figures: Figure[]) => figures.reduce((sum, { now }) => sum + now.sum.value, 0)
  for (const id of PERIODS) {
    const [a, b, c] = TABLES.map((code) => figuresIn(tableOf(code, FACTS, period(id)))) as [
      Figure[],
      Figure[],
      Figure[],
    ]
    expect([a.length, b.length, c.length]).toEqual([37, 52, 39])
    const accepted = total(of(a, [1]))
    expect([total(of(a, [4, 18])), total(of(a, [19, 21]))]).toEqual([accepted, accepted])
    const [found, dealtWith] = [total(of(b, [1])), total(of(b, [2]))]
    expect(total(of(b, [6, 42, 2]))).toBe(found)
    expect(total(of(b, [7, 43, 2]))).toBe(dealtWith)
    expect(total(of(b, [44, 47]))).toBe(found)
    expect([total(of(c, [29, 32])), total(of(c, [35, 39]))]).toEqual([found, found])
    for (const figure of b) {
      const { township, village } = columnsOf(figure)
      expect(township.sum + village.sum).toBe(figure.now.sum.value)
    }
  }
})

test('whatever the year and the time: the sum of every list is its number, and nothing is listed twice', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 0, max: 380 }),
      fc.integer({ min: 1, max: 380 }),
      (seed, day, days) => {
        const from = period('2026').now.from + day * 86_400_000
        const span = { from, to: from + days * 86_400_000 - 1 }
        const year = yearOf(seed, 40, 5)
        const facts = factsOf(year)
        const counted = recount(year, CODES, span)
        for (const code of TABLES)
          for (const one of figuresIn(tableOf(code, facts, { now: span, year: span }))) {
            expect([one.id, number(one.now)]).toEqual([one.id, counted[one.id]])
            for (const list of [one.now.sum, one.now.per]) {
              if (list === null) continue
              expect(list.list.reduce((sum, { n }) => sum + n, 0)).toBe(list.value)
              expect(new Set(list.list.map(({ of }) => of)).size).toBe(list.list.length)
            }
          }
      },
    ),
    { numRuns: 40, seed: 7 },
  )
})

test('a time that is over is counted as it was, whatever happens later', () => {
  const then = periodOf('2026-06', LATER, defaultCalendar)
  const earlier = periodOf('2026-06', (then?.now.to ?? 0) + 1, defaultCalendar)
  expect(earlier).toEqual(then)
  // Later steps, levels, payments and visits change nothing of it.
  const { to } = period('2026-06').now
  const before = YEAR.raws.map((raw) => ({
    ...raw,
    steps: raw.steps.filter(({ at }) => at <= to),
    gradings: raw.gradings.filter(({ at }) => at <= to),
    agreements: raw.agreements
      .filter(({ at }) => at <= to)
      .map((one) => (one.replacedAt !== null && one.replacedAt > to ? { ...one, replacedAt: null } : one)),
    contacts: raw.contacts.filter((at) => at <= to),
    reports: raw.reports.filter(({ at }) => at <= to),
    joints: raw.joints.filter(({ heldAt }) => (heldAt ?? 0) <= to),
  }))
  const figures = all('2026-06', factsOf({ ...YEAR, raws: before.filter(({ filedAt }) => filedAt <= to) }))
  expect(figures.map(({ id, now }) => [id, number(now)])).toEqual(
    all('2026-06').map(({ id, now }) => [id, number(now)]),
  )
})

test('pictures show the numbers of the tables', () => {
  const charts = chartsOf(FACTS, period('2026-Q3'), defaultCalendar)
  expect(charts.map(({ kind, labels }) => [kind, labels.length])).toEqual([
    ['bars', 4],
    ['bars', 5],
    ['bars', charts[2]?.labels.length],
    ['lines', 9],
  ])
  const c = figuresIn(tableOf('C', FACTS, period('2026-Q3')))
  const value = (row: number) => c[row - 1]?.now.sum.value
  expect(charts[0]?.series[0]?.values).toEqual([29, 30, 31, 32].map(value))
  expect(charts[1]?.series[0]?.values).toEqual([35, 36, 37, 38, 39].map(value))
  expect(charts[2]?.series[0]?.values.reduce((sum, n) => sum + n, 0)).toBe(value(2))
  const of = (id: string, row: number) => figuresIn(tableOf('C', FACTS, period(id)))[row - 1]?.now.sum.value
  expect(charts[3]?.series.map(({ values }) => values)).toEqual([
    MONTHS.slice(0, 9).map((id) => of(id, 2)),
    MONTHS.slice(0, 9).map((id) => of(id, 6)),
  ])
})
