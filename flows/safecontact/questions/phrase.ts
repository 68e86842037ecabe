// A phrase that only two know: long enough, nothing that anybody says by chance, and not the one that was given before.
import { z } from 'zod'
import { phraseProblem, phraseText } from '../../casework/contact-plan.ts'
import { lengthOf } from '../../core/hearing.ts'
import { answer, type Question, unclear } from '../../core/question.ts'

const LONGEST = 60

export const phrase = (other: string | null = null): Question<string, never> => ({
  hint: 'text',
  schema: z.string().max(LONGEST),
  choices: [],
  read(event, { words }) {
    const said = event.kind === 'text' ? event.text.trim() : ''
    const length = lengthOf(said)
    if (length > LONGEST) return unclear(words.tooLong(LONGEST, length))
    const problem = phraseProblem(said)
    if (problem !== null) return unclear(problem === 'short' ? words.tooShort(2) : words.anybodySays)
    return other !== null && phraseText(said) === phraseText(other)
      ? unclear(words.givenBefore)
      : answer(said)
  },
  // What proves who somebody is stands in no summary.
  show: () => '••',
})
