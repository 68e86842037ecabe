import { z } from 'zod'
import { lengthOf } from '../hearing.ts'
import { answer, type Question, unclear } from '../question.ts'
import type { Choice } from '../reply.ts'

/** One of a list that is known only when it is asked, by its id, or the person's own words; the list is never all there is. */
export const chooseOrWords = (
  offered: readonly Choice[],
  { min = 1, max }: { min?: number; max: number },
): Question<string, never> => ({
  // A form writes it down: a list there would leave no room for words.
  hint: 'text',
  schema: z.string().min(min).max(max),
  choices: [],
  offered,
  read(event, { words }) {
    if (event.kind === 'pick' && offered.some(({ id }) => id === event.choice)) return answer(event.choice)
    const said = event.kind === 'text' ? event.text.trim() : ''
    const length = lengthOf(said)
    if (length < min) return unclear(words.tooShort(min))
    if (length > max) return unclear(words.tooLong(max, length))
    return answer(said)
  },
  show: (value) => offered.find(({ id }) => id === value)?.label ?? value,
})
