// A day and an hour as people type them: 明天9点, 11月28日18:00, 今晚八点, 3天后.
import { z } from 'zod'
import { DAY, MINUTE } from '../casework/calendar.ts'
import { numeral } from '../casework/understand/numerals.ts'
import type { Instant } from '../core/event.ts'
import { answer, labelOf, type Question, unclear } from '../core/question.ts'
import { dayAt, dayOf } from '../core/questions/date.ts'

const NUMBER = '(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})'
const CLOCK = new RegExp(
  `(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜里)?(${NUMBER})[:点时](整|半|${NUMBER})?分?$`,
  'u',
)
const LATE = ['下午', '傍晚', '晚上', '晚', '夜里']

/** Null where it is no time. A day alone is that day at `hour`; an hour alone is the next such hour. */
export function instantIn(text: string, now: Instant, offset: number, hour: number): Instant | null {
  const said = text
    .normalize('NFKC')
    .replace(/[\s，,]+/gu, ' ')
    .trim()
    .replace(/^([今明])(?=早上|晚上|晚)/u, '$1天')
  const found = CLOCK.exec(said)
  const before = (found ? said.slice(0, found.index) : said).replace(/的$/u, '').trim()
  const minutes = found ? minutesOf(found) : hour * 60
  if (minutes === null) return null
  if (before === '' && found) {
    const today = at(dayAt(now, offset), minutes, offset)
    return today > now ? today : today + DAY
  }
  const day = dayOf(inDigits(before), now, offset)
  return day === null ? null : at(day, minutes, offset)
}

/** 三天后 is 3天后. */
const inDigits = (said: string): string =>
  said.replace(/^([一二两三四五六七八九十]{1,3})(?=天)/u, (few) => String(numberOf(few) ?? few))

const at = (day: string, minutes: number, offset: number): Instant =>
  Date.parse(`${day}T00:00:00Z`) + (minutes - offset) * MINUTE

function minutesOf([, part, hours, rest]: RegExpExecArray): number | null {
  const hour = numberOf(hours)
  const minute = rest === undefined || rest === '整' ? 0 : rest === '半' ? 30 : numberOf(rest)
  if (hour === null || minute === null || minute > 59) return null
  const late = part !== undefined && (LATE.includes(part) || (part === '中午' && hour < 6))
  const clock = late && hour < 12 ? hour + 12 : hour
  return clock > 24 ? null : Math.min(clock * 60 + minute, 24 * 60 - 1)
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^\d+$/.test(text)) return Number(text)
  const read = numeral(text)
  return read === null || read.approx ? null : read.floor
}

/** `2026-11-28 18:00`, on the station's clock. */
const written = (then: Instant, offset: number): string =>
  new Date(then + offset * MINUTE).toISOString().slice(0, 16).replace('T', ' ')

export type Moment<C extends string> = { choice: C | null; at: Instant | null }

/** One of a few named times by a tap, or a day and an hour. `hour` is meant where only a day was said. */
export function moment<const C extends string>(
  choices: readonly [C, ...C[]],
  { offset, hour }: { offset: number; hour: number },
): Question<Moment<C>, C> {
  return {
    hint: 'date',
    schema: z.object({ choice: z.enum(choices).nullable(), at: z.number().nullable() }) as never,
    choices,
    read(event, { words, now }) {
      const picked = event.kind === 'pick' && choices.find((id) => id === event.choice)
      if (picked) return answer({ choice: picked, at: null })
      const said = event.kind === 'text' ? instantIn(event.text, now, offset, hour) : null
      return said === null ? unclear(words.sendDate) : answer({ choice: null, at: said })
    },
    show: ({ choice, at: then }, { own }) =>
      then === null ? labelOf(own.choices?.[choice ?? ''], choice ?? '') : written(then, offset),
  }
}
