import { z } from 'zod'
import type { Instant } from '../event.ts'
import { answer, type Question, unclear } from '../question.ts'

/** A calendar day at the station, `YYYY-MM-DD`. */
export type Day = string

const DAY = 86_400_000

/**
 * A day; one without a year is the next such day, or the last where what is asked for is `past`. `offset` is the station's
 * distance from UTC in minutes.
 */
export const date = ({
  offset = 480,
  past = false,
}: {
  offset?: number
  past?: boolean
} = {}): Question<Day, never> => ({
  hint: 'date',
  schema: z.iso.date(),
  choices: [],
  read(event, { words, now }) {
    const day = event.kind === 'text' ? dayOf(event.text, now, offset, past) : null
    return day ? answer(day) : unclear(words.sendDate)
  },
  show: (value) => value,
})

export const dayAt = (at: Instant, offset: number): Day =>
  new Date(at + offset * 60_000).toISOString().slice(0, 10)

const NEAR: ReadonlyMap<string, number> = new Map([
  ['今天', 0],
  ['today', 0],
  ['明天', 1],
  ['tomorrow', 1],
  ['后天', 2],
  ['大后天', 3],
  ['昨天', -1],
  ['yesterday', -1],
  ['前天', -2],
])

/** Reads 2026-12-20, 12-20, 12月20日, 20号, 今天, 明天, 后天, 昨天, 下月5号, 3天后. Null when it is no day. */
export function dayOf(text: string, now: Instant, offset: number, past = false): Day | null {
  const said = text.trim().normalize('NFKC').replace(/\s+/g, '')
  const today = dayAt(now, offset)
  const near = NEAR.get(said.toLowerCase())
  if (near !== undefined && (past || near >= 0)) return dayAt(now + near * DAY, offset)
  const later = /^(\d{1,3})(?:天后|天以后|days?)$/i.exec(said)
  if (later) return dayAt(now + Number(later[1]) * DAY, offset)
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(said)
  if (full) return valid(Number(full[1]), Number(full[2]), Number(full[3]))
  const [year, month] = today.split('-').map(Number) as [number, number]
  const next = /^下个?月(\d{1,2})[日号]?$/.exec(said)
  if (next)
    return month === 12 ? valid(year + 1, 1, Number(next[1])) : valid(year, month + 1, Number(next[1]))
  const short = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(said)
  if (short) return (past ? behind : ahead)(Number(short[1]), Number(short[2]), today)
  const only = /^(?:这个?月)?(\d{1,2})[日号]$/.exec(said)
  return only ? valid(year, month, Number(only[1])) : null
}

const valid = (year: number, month: number, day: number): Day | null => {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return z.iso.date().safeParse(iso).success ? iso : null
}

function ahead(month: number, day: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4))
  const near = valid(year, month, day)
  return near !== null && near >= today ? near : valid(year + 1, month, day)
}

function behind(month: number, day: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4))
  const near = valid(year, month, day)
  return near !== null && near <= today ? near : valid(year - 1, month, day)
}
