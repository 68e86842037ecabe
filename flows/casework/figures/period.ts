// The time that figures are about: a month, a quarter, half a year or a year of the station's calendar, and the year up to its end.
import { type Calendar, type Day, dayOf, type Instant, instantAt } from '../calendar.ts'
import type { Said } from '../said.ts'

/** Both ends belong to it. Nothing after `to` is looked at, so that the figures of a time that is over stay as they are. */
export type Span = { from: Instant; to: Instant }

export type Period = {
  /** `2026-10`, `2026-Q4`, `2026-H2`, `2026`. */
  id: string
  /** 本期: up to now where it has not ended. */
  now: Span
  /** 累计: from New Year to the end of it. */
  year: Span
  /** It has ended: what is counted otherwise later is a revision. */
  over: boolean
}

/** The months of a period: `first` counts from 1. */
type Months = { year: number; first: number; count: number }

const ID = /^(20\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/

function monthsOf(id: string): Months | null {
  const found = ID.exec(id)
  if (!found) return null
  const [, year, month, quarter, half] = found
  const of = (first: number, count: number): Months => ({ year: Number(year), first, count })
  if (month) return of(Number(month), 1)
  if (quarter) return of(Number(quarter) * 3 - 2, 3)
  return half ? of(Number(half) * 6 - 5, 6) : of(1, 12)
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The first day of a month; the month after December is January of the next year. */
const firstDay = (year: number, month: number): Day =>
  `${year + Math.floor((month - 1) / 12)}-${two(((month - 1) % 12) + 1)}-01`

/** Null where this names no period, and where it has not begun. */
export function periodOf(id: string, now: Instant, calendar: Calendar): Period | null {
  const months = monthsOf(id)
  if (!months) return null
  const begins = (month: number) => instantAt(firstDay(months.year, month), '00:00', calendar)
  const from = begins(months.first)
  const end = begins(months.first + months.count) - 1
  if (from > now) return null
  const to = Math.min(now, end)
  return { id, now: { from, to }, year: { from: begins(1), to }, over: end < now }
}

export function periodName(id: string): Said {
  const months = monthsOf(id)
  if (!months) return { zh: id, en: id }
  const { year, first, count } = months
  switch (count) {
    case 1:
      return { zh: `${year}年${first}月`, en: `${MONTHS[first - 1]} ${year}` }
    case 3:
      return { zh: `${year}年第${QUARTERS[(first - 1) / 3]}季度`, en: `Q${(first + 2) / 3} ${year}` }
    case 6:
      return {
        zh: `${year}年${first === 1 ? '上' : '下'}半年`,
        en: `${first === 1 ? 'first' : 'second'} half of ${year}`,
      }
    default:
      return { zh: `${year}年`, en: String(year) }
  }
}

const QUARTERS = ['一', '二', '三', '四']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const NAMED = [
  'month',
  'last-month',
  'quarter',
  'last-quarter',
  'half',
  'last-half',
  'year',
  'last-year',
] as const
/** A period named by where it stands to today. */
export type NamedPeriod = (typeof NAMED)[number]

/** What people call them. */
export const SPOKEN: { readonly [N in NamedPeriod]: readonly string[] } = {
  month: ['本月', '这个月', '月报', '月', 'month', 'monthly', 'this month'],
  'last-month': ['上月', '上个月', '上月月报', 'last month'],
  quarter: ['本季度', '这个季度', '季报', '季度', '季', 'quarter', 'quarterly', 'this quarter'],
  'last-quarter': ['上季度', '上个季度', '上季', 'last quarter'],
  half: ['本半年', '这半年', '半年报', '半年', 'half', 'half year', 'this half'],
  'last-half': ['上个半年', '前半年', 'last half'],
  year: ['今年', '本年', '年报', '年度', '年', 'year', 'yearly', 'this year'],
  'last-year': ['去年', '上年', 'last year'],
}

/** How many months before this one each of them lies, and of how many it is made. */
const LENGTHS: { readonly [N in NamedPeriod]: readonly [back: number, count: 1 | 3 | 6 | 12] } = {
  month: [0, 1],
  'last-month': [1, 1],
  quarter: [0, 3],
  'last-quarter': [3, 3],
  half: [0, 6],
  'last-half': [6, 6],
  year: [0, 12],
  'last-year': [12, 12],
}

export function named(name: NamedPeriod, now: Instant, calendar: Calendar): string {
  const [back, count] = LENGTHS[name]
  const [thisYear, thisMonth] = dayOf(now, calendar).split('-').map(Number) as [number, number]
  const at = thisYear * 12 + thisMonth - 1 - back
  const year = Math.floor(at / 12)
  const month = at % 12
  if (count === 12) return String(year)
  if (count === 1) return `${year}-${two(month + 1)}`
  return count === 3 ? `${year}-Q${Math.floor(month / 3) + 1}` : `${year}-H${Math.floor(month / 6) + 1}`
}

const DIGIT: { readonly [sign: string]: number } = { 一: 1, 二: 2, 三: 3, 四: 4 }

/** The period that somebody means: `2026-10`, `2026年10月`, `10月`, `2026Q4`, `2026年第四季度`, `上月`. Null where it is none. */
export function readPeriod(text: string, now: Instant, calendar: Calendar): string | null {
  const said = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  const name = NAMED.find((one) => SPOKEN[one].includes(said))
  if (name) return named(name, now, calendar)
  const id = said.replace(/ /g, '').toUpperCase()
  const year = /^20\d{2}/.exec(id)?.[0] ?? dayOf(now, calendar).slice(0, 4)
  const rest = id.replace(/^20\d{2}/, '').replace(/^[-年/.]+/, '')
  if (rest === '') return /^20\d{2}/.test(id) ? year : null
  const month = /^(0?[1-9]|1[0-2])月?$/.exec(rest)
  // A bare number is no month: it may be a row of a table.
  if (month && (id !== rest || rest.endsWith('月'))) return `${year}-${two(Number(month[1]))}`
  const quarter = /^(?:Q|第)?([1-4一二三四])(?:季度?)?$/.exec(rest)
  if (quarter?.[1] && /[Q季]/.test(rest)) return `${year}-Q${DIGIT[quarter[1]] ?? quarter[1]}`
  const half = /^(?:H([12])|([上下])半年)$/.exec(rest)
  return half ? `${year}-H${half[1] ?? (half[2] === '上' ? 1 : 2)}` : null
}
