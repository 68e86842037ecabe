// How many people are involved (P12): a band by a tap, or a number in words. The least number is kept.
import { z } from 'zod'
import { answer, labelOf, type Question, unclear } from '../../core/question.ts'

export const BANDS = { two: 2, few: 3, many: 10, crowd: 50 } as const
type Band = keyof typeof BANDS
const bands = Object.keys(BANDS) as Band[]

export const crowd = (countIn: (text: string) => number | null): Question<number, Band> => ({
  hint: 'choice',
  schema: z.int().min(1).max(100_000),
  choices: bands,
  read(event, { words }) {
    const band = event.kind === 'pick' ? bands.find((id) => id === event.choice) : undefined
    if (band) return answer(BANDS[band])
    const count = event.kind === 'text' ? countIn(event.text) : null
    return count !== null && count >= 1 && count <= 100_000 ? answer(count) : unclear(words.pickOne)
  },
  show: (value, { own }) => {
    const band = bands.find((id) => BANDS[id] === value)
    return band ? labelOf(own.choices?.[band], band) : String(value)
  },
})
