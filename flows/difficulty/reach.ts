// How somebody may be reached: a phone number or a good time; the chat they write in is enough.
import { z } from 'zod'
import { cut } from '../core/hearing.ts'
import { answer, type Question, unclear } from '../core/question.ts'

export type Reached = { phone: string | null; how: string | null }

export const reach = (phoneIn: (text: string) => string | null): Question<Reached, never> => ({
  hint: 'phone',
  schema: z.object({
    phone: z
      .string()
      .regex(/^\d{10,12}$/)
      .nullable(),
    how: z.string().max(300).nullable(),
  }),
  choices: [],
  read(event, { words }) {
    const said = event.kind === 'text' ? cut(event.text.trim(), 300) : ''
    if (said.length < 2) return unclear(words.sendPhone)
    const phone = phoneIn(said)
    return answer({ phone, how: phone !== null && /^[\d\s+-]*$/.test(said) ? null : said })
  },
  show: ({ phone, how }) => how ?? phone ?? '',
})
