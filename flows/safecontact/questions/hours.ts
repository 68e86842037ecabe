// From when to when, in whatever way somebody says it.
import { z } from 'zod'
import { type HoursSaid, hoursSaid } from '../../casework/hours-said.ts'
import { answer, type Question, unclear } from '../../core/question.ts'

const clock = z.string().regex(/^\d\d:\d\d$/)

export const hours = (): Question<HoursSaid, never> => ({
  hint: 'text',
  schema: z.object({ from: clock, to: clock }),
  choices: [],
  read(event, { words }) {
    const said = event.kind === 'text' ? hoursSaid(event.text) : null
    return said ? answer(said) : unclear(words.sendHours)
  },
  show: ({ from, to }) => `${from}–${to}`,
})
