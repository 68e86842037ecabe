import { z } from 'zod'
import type { Event, FileRef } from '../event.ts'
import { answer, type Question, unclear } from '../question.ts'

/** What happened, in a person's own words: text, voice notes and pictures, in the order they came. */
export type Story = { text: string; files: FileRef[] }

const file = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string().optional(),
  seconds: z.number().optional(),
}) as z.ZodType<FileRef>

/** Takes the first words as the answer; later ones are added without asking. `max` in characters, for all of it. */
export function story({ max }: { max: number }): Question<Story, never> {
  const add = (value: Story, event: Event): Story | null => {
    if (event.kind === 'files')
      return {
        text: joined(value.text, event.caption ?? ''),
        files: [...value.files, ...event.files].slice(0, 20),
      }
    if (event.kind !== 'text' || !event.text.trim()) return null
    const whole = joined(value.text, event.text)
    return whole.length > max ? null : { ...value, text: whole }
  }
  return {
    hint: 'voice',
    schema: z.object({ text: z.string().max(max), files: z.array(file) }),
    choices: [],
    read(event, { words }) {
      if (event.kind === 'text' && event.text.trim().length > max)
        return unclear(words.tooLong(max, event.text.trim().length))
      const value = add({ text: '', files: [] }, event)
      return value ? answer(value) : unclear(words.tooShort(1))
    },
    append: add,
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
