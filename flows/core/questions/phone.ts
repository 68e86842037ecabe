import { z } from 'zod'
import { answer, type Question, unclear } from '../question.ts'

/** A Chinese mobile number (11 digits) or a landline with its area code. `read` finds one in a sentence. */
export const phone = (read: (text: string) => string | null = () => null): Question<string, never> => ({
  hint: 'phone',
  schema: z.string().regex(/^\d{10,12}$/),
  choices: [],
  read(event, { words }) {
    if (event.kind !== 'text') return unclear(words.sendPhone)
    const digits = event.text
      .normalize('NFKC')
      .replace(/^\+?86/, '')
      .replace(/[\s-]/g, '')
    const found = /^(1[3-9]\d{9}|0\d{9,11})$/.test(digits) ? digits : read(event.text)
    return found ? answer(found) : unclear(words.sendPhone)
  },
  show: (value) => value,
})
