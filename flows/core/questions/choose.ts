import { z } from 'zod'
import { answer, type Question, unclear } from '../question.ts'
import type { Choice } from '../reply.ts'

/** One of a list that is known only when it is asked, such as people or case numbers. */
export const choose = (offered: readonly Choice[]): Question<string, never> => ({
  hint: 'choice',
  schema: z.string().refine((id) => offered.some((choice) => choice.id === id)),
  choices: [],
  offered,
  read(event, { words }) {
    const picked = event.kind === 'pick' && offered.find(({ id }) => id === event.choice)
    return picked ? answer(picked.id) : unclear(words.pickOne)
  },
  show: (value) => offered.find(({ id }) => id === value)?.label ?? value,
})
