import { z } from 'zod'
import { answer, labelOf, type Question, unclear } from '../question.ts'
import type { Choice } from '../reply.ts'

/**
 * One of a list that is known only when it is asked, such as people or case numbers, or one of the few worded answers
 * that follow it, such as "something new".
 */
export const choose = <const C extends string = never>(
  offered: readonly Choice[],
  worded: readonly C[] = [],
): Question<string, C> => {
  const ids: readonly string[] = [...offered.map(({ id }) => id), ...worded]
  return {
    hint: 'choice',
    schema: z.string().refine((id) => ids.includes(id)),
    choices: worded,
    offered,
    read(event, { words }) {
      const picked = event.kind === 'pick' && ids.includes(event.choice)
      return picked ? answer(event.choice) : unclear(words.pickOne)
    },
    show: (value, { own }) =>
      offered.find(({ id }) => id === value)?.label ?? labelOf(own.choices?.[value], value),
  }
}
