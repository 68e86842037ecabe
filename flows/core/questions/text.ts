import { z } from 'zod'
import { lengthOf } from '../hearing.ts'
import { answer, type Question, unclear } from '../question.ts'

/** Free words, within bounds (characters). */
export function text({ min = 1, max }: { min?: number; max: number }): Question<string, never> {
  return {
    hint: 'text',
    schema: z.string().min(min).max(max),
    choices: [],
    read(event, { words }) {
      const said = event.kind === 'text' ? event.text.trim() : ''
      const length = lengthOf(said)
      if (length < min) return unclear(words.tooShort(min))
      if (length > max) return unclear(words.tooLong(max, length))
      return answer(said)
    },
    show: (value) => value,
  }
}
