// What there is to tell of a village: nothing, by a tap; or a lead, in words, by voice, with pictures.
import { z } from 'zod'
import { answer, labelOf, type Question, unclear } from '../core/question.ts'
import { type Story, story } from '../core/questions/story.ts'

export type News = { nothing: true; story: null } | { nothing: false; story: Story }

const MOST = 3_000

export function news(): Question<News, 'none'> {
  const told = story({ max: MOST })
  return {
    hint: 'voice',
    schema: z.union([
      z.object({ nothing: z.literal(true), story: z.null() }),
      z.object({ nothing: z.literal(false), story: told.schema }),
    ]),
    choices: ['none'],
    read(event, ask) {
      if (event.kind === 'pick' && event.choice === 'none') return answer({ nothing: true, story: null })
      const reading = told.read(event, ask)
      if (reading.kind === 'answer') return answer({ nothing: false, story: reading.value })
      return reading.kind === 'unclear' ? reading : unclear(ask.words.pickOne)
    },
    show: (value, ask) =>
      value.story === null ? labelOf(ask.own.choices?.none, 'none') : told.show(value.story, ask),
  }
}
