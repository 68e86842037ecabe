// A plan of revisits as those who work here read it: what it comes to, then one line for each round. Names nobody.
import type { Clock, Day } from './calendar.ts'
import { dayText } from './clock-text.ts'
import { inLanguage, type Locale, type Said } from './said.ts'
import type { Mode } from './tables/level.ts'

export type HalfTold = { side: 'A' | 'B'; day: Day; clock: Clock; mode: Mode; why: Said }
export type RoundTold = {
  no: number
  state: 'planned' | 'open' | 'done' | 'waived'
  /** Why on this day. */
  why: Said
  sides: HalfTold[]
  /** What it came to; null until it is judged. */
  outcome: Said | null
}
/** `summary` is the line of plan-summary.ts over what is still to come; empty when nothing is. */
export type PlanTold = { summary: Said; rounds: RoundTold[] }

/** So many lines are read at a glance, and fit into one message of every channel. */
const MOST_LINES = 14

export const planSummary = ({ summary }: PlanTold, locale: Locale): string => inLanguage(summary, locale)

/** One line each, in order of time. What has ended gives way where there is not room for all. */
export function planLines({ rounds }: PlanTold, locale: Locale): string[] {
  const ended = rounds.filter(({ state }) => state === 'done' || state === 'waived')
  const dropped = ended.slice(0, Math.max(0, rounds.length - MOST_LINES))
  const shown = rounds.filter((round) => !dropped.includes(round))
  const more = shown.length - MOST_LINES
  const lines = shown.slice(0, MOST_LINES).map((round) => roundLine(round, locale))
  if (more <= 0) return lines
  return [...lines, locale === 'en' ? `and ${more} more` : `还有${more}次`]
}

const SIDES: { readonly [side in HalfTold['side']]: Said } = {
  A: { zh: '甲方', en: 'A' },
  B: { zh: '乙方', en: 'B' },
}
const MODES: { readonly [mode in Mode]: Said } = {
  chat: { zh: '聊天', en: 'by chat' },
  call: { zh: '电话', en: 'by phone' },
  visit: { zh: '上门', en: 'in person' },
}
const STATES: { readonly [state in RoundTold['state']]: Said } = {
  planned: { zh: '', en: '' },
  open: { zh: '正在访', en: 'under way' },
  done: { zh: '已访', en: 'done' },
  waived: { zh: '领导决定不访', en: 'let go by the leader' },
}

/** `3. 12月5日 甲方10:00聊天，乙方12:00电话（第1项到期的次日）`; of a round that has ended, what it came to. */
export function roundLine({ no, state, why, sides, outcome }: RoundTold, locale: Locale): string {
  const en = locale === 'en'
  const day = sides[0]?.day ?? null
  const head = `${no}. ${day === null ? '' : dayText(day, locale)}`.trim()
  const said = inLanguage(STATES[state], locale)
  if (state === 'done' || state === 'waived') {
    const result = outcome === null ? '' : en ? `: ${outcome.en}` : `：${outcome.zh}`
    return `${head} ${said}${result}`
  }
  const halves = [...sides].sort(inTime).map((half) => halfText(half, day, locale))
  const reason = en ? [said, why.en].filter(Boolean).join('; ') : [said, why.zh].filter(Boolean).join('；')
  return `${head} ${halves.join(en ? ', ' : '，')}${reason === '' ? '' : en ? ` (${reason})` : `（${reason}）`}`
}

const inTime = (one: HalfTold, other: HalfTold): number =>
  `${one.day} ${one.clock}` < `${other.day} ${other.clock}` ? -1 : 1

/** The day is said again only where a side was put off to another one. */
function halfText({ side, day, clock, mode }: HalfTold, first: Day | null, locale: Locale): string {
  const who = inLanguage(SIDES[side], locale)
  const how = inLanguage(MODES[mode], locale)
  const other = day === first ? '' : dayText(day, locale)
  return locale === 'en' ? [who, other, clock, how].filter(Boolean).join(' ') : `${who}${other}${clock}${how}`
}
