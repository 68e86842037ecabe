import { z } from 'zod'
import { cut } from '../hearing.ts'
import { answer, type Question } from '../question.ts'

/** What came, empty where it was no words, and when: said again it is something new. */
export type Whatever = { text: string; at: number }

const LONGEST = 500

/** Takes whatever comes, a press or a picture included: what it is worth is not for the talk to say. */
export const whatever = (): Question<Whatever, never> => ({
  hint: 'text',
  schema: z.object({ text: z.string(), at: z.number() }),
  choices: [],
  read: (event, { now }) => answer({ text: event.kind === 'text' ? cut(event.text, LONGEST) : '', at: now }),
  show: () => '',
})
