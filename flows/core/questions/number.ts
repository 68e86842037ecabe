import { z } from 'zod'
import { answer, type Question, unclear } from '../question.ts'

/** A whole number within bounds. `read` gives the number a text names in words, or null. */
export const number = (
  { min, max }: { min: number; max: number },
  read: (text: string) => number | null = () => null,
): Question<number, never> => ({
  hint: 'number',
  schema: z.int().min(min).max(max),
  choices: [],
  read(event, { words }) {
    if (event.kind !== 'text') return unclear(words.sendNumber)
    const said = event.text.trim().normalize('NFKC')
    const value = /^\d{1,9}$/.test(said) ? Number(said) : read(event.text)
    return value !== null && value >= min && value <= max ? answer(value) : unclear(words.sendNumber)
  },
  show: String,
})
