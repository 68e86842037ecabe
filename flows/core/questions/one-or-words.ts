import { z } from 'zod'
import { lengthOf } from '../hearing.ts'
import { answer, labelOf, type Question, unclear } from '../question.ts'

/** What was tapped, or what was said instead; one of them is null. */
export type Worded<C extends string> = { choice: C | null; words: string | null }

/** One of a few named answers by a tap, or the person's own words (`max` characters). */
export function oneOrWords<const C extends string>(
  choices: readonly [C, ...C[]],
  { max }: { max: number },
): Question<Worded<C>, C> {
  return {
    hint: 'choice',
    schema: z.object({
      choice: z.enum(choices).nullable(),
      words: z.string().min(1).max(max).nullable(),
    }) as never,
    choices,
    read(event, { words }) {
      const picked = event.kind === 'pick' && choices.find((id) => id === event.choice)
      if (picked) return answer({ choice: picked, words: null })
      const said = event.kind === 'text' ? event.text.trim() : ''
      const length = lengthOf(said)
      if (length === 0) return unclear(words.pickOne)
      if (length > max) return unclear(words.tooLong(max, length))
      return answer({ choice: null, words: said })
    },
    show: ({ choice, words }, { own }) => words ?? labelOf(own.choices?.[choice ?? ''], choice ?? ''),
  }
}
