import { z } from 'zod'
import type { Event, FileRef } from '../event.ts'
import { lengthOf, plain } from '../hearing.ts'
import { type Asking, answer, type Question, type Reading, unclear } from '../question.ts'

/** What happened, in a person's own words: text, voice notes and pictures, in the order they came. */
export type Story = { text: string; files: FileRef[] }

const file = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string().optional(),
  seconds: z.number().optional(),
}) as z.ZodType<FileRef>

/** More pictures than these belong in a file, not in a chat. */
const MOST_FILES = 20

/** Takes the first words as the answer; later ones are added without asking. `max` in characters, for all of it. */
export function story({ max }: { max: number }): Question<Story, never> {
  const add = (value: Story, event: Event, { words }: Asking): Reading<Story> => {
    const said = event.kind === 'text' ? event.text : event.kind === 'files' ? (event.caption ?? '') : ''
    const more = event.kind === 'files' ? event.files : []
    if (!said.trim() && more.length === 0) return unclear(words.tooShort(1))
    const text = joined(value.text, said)
    if (lengthOf(text) > max) return unclear(words.tooLong(max, lengthOf(text)))
    return answer({ text, files: [...value.files, ...more].slice(0, MOST_FILES) })
  }
  return {
    hint: 'voice',
    schema: z.object({ text: z.string().max(max), files: z.array(file) }),
    choices: [],
    read: (event, ask) => add({ text: '', files: [] }, event, ask),
    append: add,
    amend(value, was, text, { words }) {
      const told = retold(value.text, was, text.trim())
      if (told === null) return null
      if (lengthOf(told) > max) return unclear(words.tooLong(max, lengthOf(told)))
      return told === '' && value.files.length === 0
        ? unclear(words.tooShort(1))
        : answer({ ...value, text: told })
    },
    show: ({ text, files }, { words }) => {
      const voices = files.filter(({ type }) => type.startsWith('audio/'))
      const others = files.length - voices.length
      const parts = [
        text,
        ...voices.map(({ seconds }) => `【${words.voice(seconds ?? null)}】`),
        ...(others > 0 ? [`【${words.files(others)}】`] : []),
      ]
      return parts.filter(Boolean).join(' ')
    },
  }
}

const joined = (before: string, more: string) => [before, more.trim()].filter(Boolean).join('\n')

/** Each message is one line or more of the story: those that said `was` say `text` instead. The last of them counts. */
function retold(story: string, was: string, text: string): string | null {
  const lines = story.split('\n')
  const said = plain(was)
  const length = was.trim().split('\n').length
  for (let at = lines.length - length; at >= 0 && said !== ''; at--) {
    if (plain(lines.slice(at, at + length).join('\n')) !== said) continue
    return [...lines.slice(0, at), text, ...lines.slice(at + length)].filter(Boolean).join('\n')
  }
  return null
}
