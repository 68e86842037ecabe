import type { Event } from '../event.ts'
import { type Asking, answer, type Question, unclear } from '../question.ts'
import { type Day, date, dayAt } from './date.ts'

const NEAR: ReadonlyMap<string, number> = new Map([
  ['昨天', -1],
  ['yesterday', -1],
  ['前天', -2],
])
const DAY = 86_400_000

/** A day that has been, today included; one without a year is the last such day. */
export function pastDay({ offset = 480 }: { offset?: number } = {}): Question<Day, never> {
  const ahead = date({ offset })
  const read = (event: Event, ask: Asking) => {
    const today = dayAt(ask.now, offset)
    const said = event.kind === 'text' ? event.text.trim().toLowerCase() : ''
    const near = NEAR.get(said)
    if (near !== undefined) return answer(dayAt(ask.now + near * DAY, offset))
    const found = ahead.read(event, ask)
    if (found.kind !== 'answer' || found.value <= today) return found
    const before = yearBefore(found.value)
    return /\d{4}/.test(said) || before > today ? unclear(ask.words.sendDate) : ahead.read(text(before), ask)
  }
  return { ...ahead, read }
}

const text = (said: string): Event => ({ kind: 'text', text: said })

const yearBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
