import { z } from 'zod'
import type { FileRef } from '../event.ts'
import { isOneOf } from '../hearing.ts'
import { answer, DONE, type Question, unclear } from '../question.ts'

/** Photos, voice notes or papers, one message at a time, until the person says that is all. */
export const files = ({ max }: { max: number }): Question<FileRef[], never> => ({
  hint: 'files',
  schema: z
    .array(
      z.object({
        id: z.string(),
        type: z.string(),
        name: z.string().optional(),
        seconds: z.number().optional(),
      }) as z.ZodType<FileRef>,
    )
    .max(max),
  choices: [],
  collects: true,
  read(event, { words, draft }) {
    const held = (Array.isArray(draft) ? draft : []) as FileRef[]
    if (event.kind === 'files') {
      const all = [...held, ...event.files].slice(0, max)
      return all.length === max ? answer(all) : { kind: 'more', draft: all }
    }
    const closes = event.kind === 'text' && isOneOf(event.text, words.done.hears)
    if (held.length > 0 && (closes || (event.kind === 'pick' && event.choice === DONE))) return answer(held)
    return unclear(words.sendFiles(max))
  },
  undo: () => null,
  show: (value, { words }) => words.files(value.length),
})
