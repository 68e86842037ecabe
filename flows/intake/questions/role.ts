// Who is telling (P08): five answers to tap; words of their own may tell more closely.
import { z } from 'zod'
import { answer, labelOf, type Question, unclear } from '../../core/question.ts'

const ASKED = ['PARTY', 'RELATIVE', 'WITNESS', 'GRID', 'ANON'] as const
const ROLES = [...ASKED, 'CADRE', 'TEACHER', 'CHILD'] as const
export type Role = (typeof ROLES)[number]

export const role = (): Question<Role, Role> => ({
  hint: 'choice',
  schema: z.enum(ROLES),
  choices: ASKED,
  read(event, { words }) {
    const picked = event.kind === 'pick' && ASKED.find((id) => id === event.choice)
    return picked ? answer(picked) : unclear(words.pickOne)
  },
  show: (value, { own }) => labelOf(own.choices?.[value], value),
})
