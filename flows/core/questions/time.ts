import { z } from 'zod'
import { answer, type Question, unclear } from '../question.ts'

/** An hour of the day at the station, `HH:MM`: one of a few usual ones, or what `read` finds in a text. */
export const time = (
  usual: readonly string[],
  read: (text: string) => string | null,
): Question<string, never> => ({
  hint: 'text',
  schema: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  choices: [],
  offered: usual.map((clock) => ({ id: clock, label: clock })),
  read(event, { words }) {
    if (event.kind === 'pick' && usual.includes(event.choice)) return answer(event.choice)
    const found = event.kind === 'text' ? read(event.text) : null
    return found === null ? unclear(words.sendTime) : answer(found)
  },
  show: (value) => value,
})
