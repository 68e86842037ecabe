// How figures are asked for and shown: periods, rows, percentages, the article's own table, and what the public is not told.
import { expect, test } from 'vitest'
import { defaultCalendar, instantAt } from '../../../flows/casework/calendar.ts'
import { readAsked, readRow } from '../../../flows/casework/figures/asked.ts'
import type { Figure } from '../../../flows/casework/figures/figures.ts'
import { periodName, periodOf, readPeriod } from '../../../flows/casework/figures/period.ts'
import { shownIn } from '../../../flows/casework/figures/public.ts'
import { revisionOf } from '../../../flows/casework/figures/revised.ts'
import { tally } from '../../../flows/casework/figures/tally.ts'
import { valueText } from '../../../flows/casework/figures/text.ts'
import { ARTICLE, ARTICLE_LABEL, articleValue } from '../../../flows/casework/tables/article.ts'
import { sichuanRowOf } from '../../../flows/casework/tables/sichuan.ts'
import { SUB_CODES } from '../../../flows/casework/tables/taxonomy.ts'

const at = (day: string, clock = '10:00') => instantAt(day, clock, defaultCalendar)
const NOW = at('2026-11-25')

test.each([
  ['2026-10', '2026-10'],
  ['2026年10月', '2026-10'],
  ['2026年1月', '2026-01'],
  ['10月', '2026-10'],
  ['上月', '2026-10'],
  ['last month', '2026-10'],
  ['月报', '2026-11'],
  ['month', '2026-11'],
  ['quarter', '2026-Q4'],
  ['季报', '2026-Q4'],
  ['上季度', '2026-Q3'],
  ['2026Q3', '2026-Q3'],
  ['2026年第三季度', '2026-Q3'],
  ['2026年3季度', '2026-Q3'],
  ['半年报', '2026-H2'],
  ['2026年上半年', '2026-H1'],
  ['上个半年', '2026-H1'],
  ['year', '2026'],
  ['年报', '2026'],
  ['去年', '2025'],
  ['2025', '2025'],
  ['2025年', '2025'],
  ['A3', null],
  ['10', null],
  ['2026-13', null],
  ['明天', null],
  ['', null],
])('the period %j is %j', (text, id) => {
  expect(readPeriod(text, NOW, defaultCalendar)).toBe(id)
})

test('last month in January, and the last quarter in its first, are of the year before', () => {
  const january = at('2027-01-03')
  expect(readPeriod('上月', january, defaultCalendar)).toBe('2026-12')
  expect(readPeriod('上季度', january, defaultCalendar)).toBe('2026-Q4')
  expect(readPeriod('上个半年', january, defaultCalendar)).toBe('2026-H2')
})

test('a period ends with the last moment of its last day at the station, or now; the year begins with New Year', () => {
  const of = (id: string, now = NOW) => periodOf(id, now, defaultCalendar)
  const [newYear, october] = [at('2026-01-01', '00:00'), at('2026-10-01', '00:00')]
  const november = at('2026-11-01', '00:00')
  expect(of('2026-10')).toEqual({
    id: '2026-10',
    now: { from: october, to: november - 1 },
    year: { from: newYear, to: november - 1 },
    over: true,
  })
  expect(of('2026-Q4')).toMatchObject({ now: { from: october, to: NOW }, over: false })
  expect(of('2026-H2')).toMatchObject({ now: { from: at('2026-07-01', '00:00') } })
  expect(of('2025')?.now).toEqual({ from: at('2025-01-01', '00:00'), to: newYear - 1 })
  for (const none of ['2026-12', '2027', '2026-00', 'soon']) expect(of(none)).toBeNull()
  expect(['2026-10', '2026-Q4', '2026-H1', '2026'].map((id) => periodName(id).zh)).toEqual([
    '2026年10月',
    '2026年第四季度',
    '2026年上半年',
    '2026年',
  ])
})

test('a report may be asked for with its period, its table and its row', () => {
  const asked = (text: string) => readAsked(text, NOW, defaultCalendar)
  expect(asked('2026-10')).toEqual({ period: '2026-10', table: null, row: null })
  expect(asked('上月 B')).toEqual({ period: '2026-10', table: 'B', row: null })
  expect(asked('last month c12')).toEqual({ period: '2026-10', table: 'C', row: { id: 'C12', total: false } })
  expect(asked('A3 累计')).toEqual({ period: null, table: 'A', row: { id: 'A3', total: true } })
  expect(asked('表A')).toEqual({ period: null, table: 'A', row: null })
  for (const none of ['for somebody', '怎么看', '2026-10 D']) expect(asked(none)).toBeNull()
  expect([readRow('b 52'), readRow('Ｃ１２'), readRow('A3年')]).toEqual([
    { id: 'B52', total: false },
    { id: 'C12', total: false },
    null,
  ])
})

test('the two rates of success are a percentage of what they name: the sample of a bureau', () => {
  const rate = { form: 'rate', unit: 'case' } as const
  // Domain 7.1: 842 of 869 is 96.9 %, and the three sources add up.
  expect(valueText({ sum: 842, per: 869 }, rate, 'zh')).toBe('96.9%（842/869）')
  expect(455 + 378 + 36).toBe(869)
  expect(valueText({ sum: 1, per: 3 }, rate, 'en')).toBe('33.3% (1/3)')
  expect(valueText({ sum: 2, per: 3 }, rate, 'zh')).toBe('66.7%（2/3）')
  expect(valueText({ sum: 7, per: 7 }, rate, 'zh')).toBe('100.0%（7/7）')
  expect(valueText({ sum: 0, per: 0 }, rate, 'zh')).toBe('—')
  expect(valueText({ sum: 79, per: 30 }, { form: 'mean', unit: 'point' }, 'zh')).toBe('2.6分（79/30）')
  expect(valueText({ sum: 5_640_050 }, { form: 'sum', unit: 'money' }, 'en')).toBe('56,400.50 yuan')
  expect(valueText({ sum: 3 }, { form: 'sum', unit: 'visit' }, 'zh')).toBe('3人次')
})

test("the article's five figures, character by character", () => {
  expect(ARTICLE_LABEL.zh).toBe('文章公开数据（2024年1—9月初）')
  expect(ARTICLE.map((one) => [one.name.zh, articleValue(one).zh, one.since.zh])).toEqual([
    ['摸排调处各类矛盾纠纷', '10余起', '今年以来'],
    ['挽回群众经济损失', '15000余元', '今年以来'],
    ['组织群众调解员化解简易纠纷', '共20余起', '年初以来'],
    ['与镇党委政府协作化解矛盾纠纷', '4起', '年初以来'],
    ['解决群众困难诉求问题', '共计30余次', '年初以来'],
  ])
  expect(ARTICLE.map((one) => articleValue(one).en)).toEqual([
    'more than 10 disputes',
    'more than 15,000 yuan',
    'more than 20 disputes',
    '4 disputes',
    'more than 30 times',
  ])
  // "More than 10" is a least number, and no value.
  expect(ARTICLE.map(({ amount }) => ('value' in amount ? amount : [amount.min, amount.qualifier]))).toEqual([
    [10, '余'],
    [15_000, '余'],
    [20, '余'],
    { value: 4 },
    [30, '余'],
  ])
})

test('every category that is a dispute has its row of the form', () => {
  const rows = Object.fromEntries(SUB_CODES.map((code) => [code, sichuanRowOf(code)]))
  expect(Object.entries(rows).filter(([code, row]) => (row === null) !== code.startsWith('ND'))).toEqual([])
  expect(rows).toMatchObject({
    'LF-GR': 5,
    'LF-CL': 16,
    'VA-AF': 15,
    'VA-CA': 14,
    'VA-AS': 16,
    'AD-LW': 10,
    'SC-BU': 12,
  })
})

const figure = (n: number, per: number | null = null): Figure => {
  const list = (count: number) =>
    tally(Array.from({ length: count }, (_, i) => ({ of: String(i), n: 1, seen: true, village: null })))
  const value = { sum: list(n), per: per === null ? null : list(per) }
  const name = { zh: '', en: '' }
  return {
    id: 'A1',
    name,
    formula: name,
    form: per === null ? 'sum' : 'rate',
    unit: 'case',
    perUnit: 'case',
    now: value,
    year: value,
  }
}
const shown = (figures: Figure[], parts = false) => shownIn({ parts, figures }).map(({ now }) => now)

test('the public is told no number under three, nor one that could be worked out', () => {
  expect(shown([0, 1, 2, 3, 40].map((n) => figure(n)))).toEqual([false, false, false, true, true])
  // Of parts that add up, a single hidden one takes the next smallest with it.
  expect(
    shown(
      [2, 9, 5, 40].map((n) => figure(n)),
      true,
    ),
  ).toEqual([false, true, false, true])
  expect(
    shown(
      [2, 1, 5, 40].map((n) => figure(n)),
      true,
    ),
  ).toEqual([false, false, true, true])
  expect(
    shown(
      [3, 4, 5].map((n) => figure(n)),
      true,
    ),
  ).toEqual([true, true, true])
  // Of a rate what is missing to the whole is a number too.
  expect(shown([figure(9, 10), figure(10, 10), figure(6, 10), figure(2, 10)])).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a revision shows what stood there before, and only where it differs', () => {
  const before = {
    A1: { now: { sum: 3 }, year: { sum: 9 } },
    A3: { now: { sum: 1, per: 2 }, year: { sum: 1, per: 2 } },
  }
  expect(revisionOf('A1', { now: { sum: 3 }, year: { sum: 10 } }, before)).toEqual({ year: { sum: 9 } })
  expect(revisionOf('A3', { now: { sum: 1, per: 3 }, year: { sum: 1, per: 2 } }, before)).toEqual({
    now: { sum: 1, per: 2 },
  })
  expect(revisionOf('A1', before.A1, before)).toEqual({})
  expect(revisionOf('C40', { now: { sum: 1 }, year: { sum: 1 } }, before)).toEqual({})
  expect(revisionOf('A1', { now: { sum: 1 }, year: { sum: 1 } }, null)).toEqual({})
})
