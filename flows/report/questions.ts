// Two ways of asking that only reports need: a period that may be typed, and what to look at next.
import { z } from 'zod'
import { defaultCalendar } from '../casework/calendar.ts'
import { readRow } from '../casework/figures/asked.ts'
import {
  NAMED,
  type NamedPeriod,
  named,
  periodName,
  periodOf,
  readPeriod,
} from '../casework/figures/period.ts'
import { answer, type Question, unclear } from '../core/question.ts'

const at = (offset: number) => ({ ...defaultCalendar, offsetMinutes: offset })

/** One of the named periods by a tap, or any by words such as `2026-10`; the answer is its id. */
export const periodSaid = (offset: number): Question<string, NamedPeriod> => ({
  hint: 'choice',
  schema: z.string().regex(/^20\d{2}(-(\d{2}|Q[1-4]|H[12]))?$/),
  choices: NAMED,
  read(event, { words, now }) {
    const picked = event.kind === 'pick' && NAMED.find((one) => one === event.choice)
    if (picked) return answer(named(picked, now, at(offset)))
    const typed = event.kind === 'text' ? readPeriod(event.text, now, at(offset)) : null
    return typed !== null && periodOf(typed, now, at(offset)) ? answer(typed) : unclear(words.pickOne)
  },
  show: (value) => periodName(value).zh,
})

export const NEXT = [
  'A',
  'B',
  'C',
  'all',
  'article',
  'charts',
  'village',
  'public',
  'inside',
  'hand-in',
  'end',
] as const
export type Next = (typeof NEXT)[number]
/** One of the three: something from the list, a row whose list is wanted, another period. */
export type Ordered = {
  choice: Next | null
  row: { id: string; total: boolean } | null
  period: string | null
}

export const ordered = (choices: readonly Next[], offset: number): Question<Ordered, Next> => ({
  hint: 'choice',
  schema: z.object({
    choice: z.enum(NEXT).nullable(),
    row: z.object({ id: z.string(), total: z.boolean() }).nullable(),
    period: z.string().nullable(),
  }),
  choices,
  read(event, { words, now }) {
    const choice = event.kind === 'pick' ? (choices.find((one) => one === event.choice) ?? null) : null
    if (choice) return answer({ choice, row: null, period: null })
    const row = event.kind === 'text' ? readRow(event.text) : null
    if (row) return answer({ choice: null, row, period: null })
    const period = event.kind === 'text' ? readPeriod(event.text, now, at(offset)) : null
    return period !== null && periodOf(period, now, at(offset))
      ? answer({ choice: null, row: null, period })
      : unclear(words.pickOne)
  },
  show: ({ choice, row, period }) => choice ?? row?.id ?? period ?? '',
})
