// The plan in one glance: how many chats, calls and visits of sides it holds, and each reason once. Names nobody.
import type { PlannedRound } from './revisit-plan.ts'
import { SIDES } from './round.ts'
import type { Locale, Said } from './said.ts'
import { inLanguage } from './said.ts'
import type { Mode } from './tables/level.ts'

export type PlanSummary = { counts: { [mode in Mode]: number }; reasons: Said[] }

/** Counts over both sides, and why: first how they are asked, then what was moved, each reason once. */
export function summaryOf(plan: readonly Pick<PlannedRound, 'sides'>[]): PlanSummary {
  const counts = { chat: 0, call: 0, visit: 0 }
  const reasons = new Map<string, Said>()
  for (const round of plan)
    for (const side of SIDES) {
      const { mode, why } = round.sides[side]
      counts[mode]++
      reasons.set(why.zh, why)
    }
  return { counts, reasons: [...reasons.values()] }
}

const COUNTED: { [mode in Mode]: { zh: string; one: string; many: string } } = {
  chat: { zh: '次聊天', one: 'chat', many: 'chats' },
  call: { zh: '次电话', one: 'call', many: 'calls' },
  visit: { zh: '次上门', one: 'visit', many: 'visits' },
}
const ORDER: readonly Mode[] = ['chat', 'visit', 'call']

/** `2次聊天，3次上门，1次电话。橙色：首尾上门；…。` Empty when nothing is planned. */
export function summaryText(plan: readonly Pick<PlannedRound, 'sides'>[], locale: Locale): string {
  const { counts, reasons } = summaryOf(plan)
  const held = ORDER.filter((mode) => counts[mode] > 0)
  if (held.length === 0) return ''
  const why = reasons.map((one) => inLanguage(one, locale))
  if (locale === 'en')
    return `${held.map((mode) => `${counts[mode]} ${counts[mode] === 1 ? COUNTED[mode].one : COUNTED[mode].many}`).join(', ')}: ${why.join('; ')}.`
  return `${held.map((mode) => `${counts[mode]}${COUNTED[mode].zh}`).join('，')}。${why.join('；')}。`
}
