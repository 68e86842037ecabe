// When it happened and whether it still goes on (P07): one question, answered by a tap, by words, or by both.
import { z } from 'zod'
import { cut } from '../../core/hearing.ts'
import { answer, labelOf, type Question, unclear } from '../../core/question.ts'

/** `text` in the person's own words; `ongoing` null where it was not said. */
export type Moment = { text: string | null; ongoing: 'yes' | 'no' | null }

type Readers = {
  goesOn: (text: string) => 'yes' | 'no' | null
  /** The words of a text that tell a time. */
  whenIn: (text: string) => string | null
}

/** As long as people take to say when; more than that is a story, and belongs there. */
const SHORT = 16

export const moment = ({ goesOn, whenIn }: Readers): Question<Moment, 'yes' | 'no'> => ({
  hint: 'choice',
  schema: z.object({ text: z.string().max(200).nullable(), ongoing: z.enum(['yes', 'no']).nullable() }),
  choices: ['yes', 'no'],
  read(event, { words }) {
    if (event.kind === 'pick' && (event.choice === 'yes' || event.choice === 'no'))
      return answer({ text: null, ongoing: event.choice })
    const said = event.kind === 'text' ? event.text.trim() : ''
    const ongoing = said ? goesOn(said) : null
    const text = said.length <= SHORT ? said : whenIn(said)
    if (!text && ongoing === null) return unclear(words.pickOne)
    return answer({ text: text ? cut(text, 200) : null, ongoing })
  },
  show: ({ text, ongoing }, { own }) =>
    [text, ongoing && labelOf(own.choices?.[ongoing], ongoing)].filter(Boolean).join(' · '),
})
