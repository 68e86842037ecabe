// When it happened and whether it still goes on (P07): one question, answered by a tap, by words, or by both.
import { z } from 'zod'
import { answer, labelOf, type Question, unclear } from '../../core/question.ts'

/** `text` in the person's own words; `ongoing` null where it was not said. */
export type Moment = { text: string | null; ongoing: 'yes' | 'no' | null }

export const moment = (goesOn: (text: string) => 'yes' | 'no' | null): Question<Moment, 'yes' | 'no'> => ({
  hint: 'choice',
  schema: z.object({ text: z.string().max(200).nullable(), ongoing: z.enum(['yes', 'no']).nullable() }),
  choices: ['yes', 'no'],
  read(event, { words }) {
    if (event.kind === 'pick' && (event.choice === 'yes' || event.choice === 'no'))
      return answer({ text: null, ongoing: event.choice })
    if (event.kind !== 'text' || !event.text.trim()) return unclear(words.pickOne)
    return answer({ text: event.text.trim().slice(0, 200), ongoing: goesOn(event.text) })
  },
  show: ({ text, ongoing }, { own }) =>
    [text, ongoing && labelOf(own.choices?.[ongoing], ongoing)].filter(Boolean).join(' · '),
})
