// How a person may be reached (P18): a phone number, a good time, or a safe way in their own words.
import { z } from 'zod'
import { cut } from '../../core/hearing.ts'
import { answer, labelOf, type Question, unclear } from '../../core/question.ts'

/** `how` overrides every notification: "only text", "after nine, when he is at work". */
export type Reach = { phone: string | null; how: string | null }

export const ONLY_TEXT = '只打字'

export const reach = (phoneIn: (text: string) => string | null): Question<Reach, 'text'> => ({
  hint: 'phone',
  schema: z.object({
    phone: z
      .string()
      .regex(/^\d{10,12}$/)
      .nullable(),
    how: z.string().max(300).nullable(),
  }),
  choices: ['text'],
  read(event, { words }) {
    if (event.kind === 'pick' && event.choice === 'text') return answer({ phone: null, how: ONLY_TEXT })
    const said = event.kind === 'text' ? cut(event.text.trim(), 300) : ''
    if (said.length < 2) return unclear(words.sendPhone)
    const phone = phoneIn(said)
    const bare = phone !== null && said.replace(/\D/g, '').length >= said.replace(/[\s+-]/g, '').length
    return answer({ phone, how: bare ? null : said })
  },
  show({ phone, how }, { own }) {
    if (how === ONLY_TEXT) return labelOf(own.choices?.text, ONLY_TEXT)
    return phone !== null && how?.includes(phone) ? how : [phone, how].filter(Boolean).join(' · ')
  },
})
