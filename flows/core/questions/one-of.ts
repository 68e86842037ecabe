import { z } from 'zod'
import { answer, labelOf, type Question, unclear } from '../question.ts'

/** One of a few named answers; every language labels them. */
export function oneOf<const C extends string>(choices: readonly [C, ...C[]]): Question<C, C> {
  return {
    hint: 'choice',
    schema: z.enum(choices) as never,
    choices,
    read(event, { words }) {
      const picked = event.kind === 'pick' && choices.find((id) => id === event.choice)
      return picked ? answer(picked) : unclear(words.pickOne)
    },
    show: (value, { own }) => labelOf(own.choices?.[value], value),
  }
}

export const yesNo = () => oneOf(['yes', 'no'])
