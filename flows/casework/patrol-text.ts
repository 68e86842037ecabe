// How a round is spoken of: its number, what it waits for, what was answered; the same words in the flows and on cards.
import { defaultCalendar, type Instant } from './calendar.ts'
import { clockText } from './clock-text.ts'
import { type Method, type PatrolCoverage, type Repeat, serialOf, type VillagePatrolled } from './patrol.ts'
import type { Locale } from './said.ts'

export type PatrolState = 'planned' | 'open' | 'done' | 'cancelled'
/** A round that runs or is to come. */
export type PatrolLine = {
  id: string
  /** As it is called in the language of whoever is shown it. */
  label: string
  no: number
  state: 'planned' | 'open'
  at: Instant
  until: Instant
  villages: number
  repeat: Repeat
  asked: number
  answered: number
}
/** What became of a round, as a leader is shown it. */
export type PatrolTold = {
  no: number
  state: PatrolState
  until: Instant
  method: Method
  coverage: PatrolCoverage
}

const wallClock = (at: Instant, offset: number, locale: Locale): string =>
  clockText(at, { ...defaultCalendar, offsetMinutes: offset }, locale)

const english = (locale: Locale): boolean => locale === 'en'

/** `第7轮` */
export const roundName = (no: number, locale: Locale): string =>
  english(locale) ? `round ${serialOf(no).serial}` : `第${serialOf(no).serial}轮`

const REPEAT = {
  zh: { none: '不重复', daily: '每天', weekly: '每周', 'half-month': '每半个月', month: '每月' },
  en: { none: 'once', daily: 'daily', weekly: 'weekly', 'half-month': 'every half month', month: 'monthly' },
} as const satisfies { [L in 'zh' | 'en']: { [R in Repeat]: string } }
export const repeatName = (repeat: Repeat, locale: Locale): string =>
  REPEAT[english(locale) ? 'en' : 'zh'][repeat]

const METHOD = {
  zh: { chat: '聊天问', visit: '入户', call: '电话', meeting: '座谈', data: '看数据' },
  en: { chat: 'in chat', visit: 'at homes', call: 'by phone', meeting: 'talks', data: 'data' },
} as const satisfies { [L in 'zh' | 'en']: { [M in Method]: string } }
export const methodName = (method: Method, locale: Locale): string =>
  METHOD[english(locale) ? 'en' : 'zh'][method]

/** `第7轮｜4个村｜问6人，回2人｜11月27日 18:00止｜每周` */
export function roundLine(round: PatrolLine, offset: number, locale: Locale): string {
  const { no, state, at, until, villages, repeat, asked, answered } = round
  const clock = (then: number) => wallClock(then, offset, locale)
  const parts = english(locale)
    ? [
        roundName(no, locale),
        `${villages} villages`,
        state === 'open' ? `${answered} of ${asked} answered` : `begins ${clock(at)}`,
        `until ${clock(until)}`,
      ]
    : [
        roundName(no, locale),
        `${villages}个村`,
        state === 'open' ? `问${asked}人，回${answered}人` : `${clock(at)}开始`,
        `${clock(until)}止`,
      ]
  return [...parts, ...(repeat === 'none' ? [] : [repeatName(repeat, locale)])].join('｜')
}

/** What was answered from a village. Silence is named as silence. */
export function villageSaid(one: Omit<VillagePatrolled, 'village'>, locale: Locale): string {
  const { asked, answered, zero, lead, voice, silent, leads, households } = one
  if (asked === 0) return english(locale) ? 'nobody to ask' : '没有人可问'
  const parts = english(locale)
    ? [
        `${answered} of ${asked} answered`,
        `nothing ${zero}`,
        `leads ${lead}`,
        `voice ${voice}`,
        `silent ${silent}`,
        ...(leads > 0 ? [`${leads} filed`] : []),
        ...(households > 0 ? [`${households} households`] : []),
      ]
    : [
        `问${asked}回${answered}`,
        `没有${zero}`,
        `苗头${lead}`,
        `语音${voice}`,
        `没回${silent}`,
        ...(leads > 0 ? [`登记${leads}件`] : []),
        ...(households > 0 ? [`走访${households}户`] : []),
      ]
  return parts.join(english(locale) ? ', ' : '，')
}

export type Named = (village: string) => string

/** The whole of it, a line each. */
export function coverageText(coverage: PatrolCoverage, named: Named, locale: Locale): string[] {
  const { villages, total, covered } = coverage
  const rows = villages.map((one) => `${named(one.village)}：${villageSaid(one, locale)}`)
  const sum = english(locale)
    ? `Villages heard from: ${covered} of ${villages.length}. All: ${villageSaid(total, locale)}`
    : `有回音的村：${covered}/${villages.length}。合计：${villageSaid(total, locale)}`
  return [...rows, sum]
}

const STATE = {
  zh: { planned: '还没开始', open: '正在问', done: '已经结束', cancelled: '已经取消' },
  en: { planned: 'not begun', open: 'under way', done: 'over', cancelled: 'called off' },
} as const

export function shownText(shown: PatrolTold, named: Named, offset: number, locale: Locale): string {
  const { no, state, until, method, coverage } = shown
  const clock = wallClock(until, offset, locale)
  const head = english(locale)
    ? `Screening, ${roundName(no, locale)}: ${STATE.en[state]}, ${methodName(method, locale)}, until ${clock}.`
    : `摸排${roundName(no, locale)}：${STATE.zh[state]}，${methodName(method, locale)}，${clock}止。`
  return [head, ...coverageText(coverage, named, locale)].join('\n')
}
