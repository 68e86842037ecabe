// What flows about a case are given, and how a case is named to the people who handle it.
import { defaultCalendar } from './casework/calendar.ts'
import { clockText, dateText } from './casework/clock-text.ts'
import { levelInfo } from './casework/level.ts'
import { stateName } from './casework/life-cycle.ts'
import { inLanguage } from './casework/said.ts'
import type { State } from './casework/tables/life-cycle.ts'
import type { Instant, Locale } from './core/event.ts'

/** What a flow about a case is given: the facts that staff may see at the moment the flow begins. */
export type CaseGiven = {
  dispute: string
  number: string
  /** The case's revision when the flow began; a command on an older one is refused with the reason. */
  rev: number
  state: string
  level: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
  category: string
  categoryName: { zh: string; en: string }
  village: string | null
  villageName: string | null
  /** Minutes east of UTC at the station. */
  offset: number
  station: { name: string; phone: string }
}

export type Side = 'A' | 'B'
/** A side of the dispute as staff see it. `label` is the name the station uses for it, such as 甲方. */
export type PartyGiven = { side: Side; party: string; label: string; reachable: boolean }

/** `RD-2026-0001｜黄｜邻里·院墙、地界｜色仲村｜调解中`: enough to know the case by, and nothing personal. */
export function caseLine(given: CaseGiven, locale: Locale): string {
  const { number, level, categoryName, villageName, state } = given
  const parts = [number, inLanguage(levelInfo(level), locale), inLanguage(categoryName, locale), villageName]
  return [...parts, inLanguage(stateName(state as State), locale)].filter(Boolean).join('｜')
}

/** `11月27日 10:12` on the station's clock. `offset` is in minutes east of UTC. */
export const wallClock = (at: Instant, offset: number, locale: Locale): string =>
  clockText(at, { ...defaultCalendar, offsetMinutes: offset }, locale)

/** `11月27日`, the day that an instant falls on at the station. */
export const wallDay = (at: Instant, offset: number, locale: Locale): string =>
  dateText(at, { ...defaultCalendar, offsetMinutes: offset }, locale)
