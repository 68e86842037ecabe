// Where each sentence of a revisit is said: the table of prompts is walked, and what is said is what stands there.
import { describe, expect, test } from 'vitest'
import { DAY } from '../../flows/casework/calendar.ts'
import { REMEDIES } from '../../flows/casework/tables/remedy.ts'
import type { Json } from '../../flows/core/event.ts'
import { render } from '../../flows/notices/index.ts'
import type { Notice } from '../../flows/notices/notice.ts'
import { MORNING } from '../talk.ts'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'
import { REVISIT_PROMPTS } from './prompts.ts'

const LOCALES = ['zh', 'en'] as const
type Locale = (typeof LOCALES)[number]
const REVISIT = GIVENS.revisit as { [name: string]: Json }

/** What is said until each of these questions is open: half done by the other side, nothing owed by this one. */
const WAY: { [L in Locale]: { [id: string]: readonly string[] } } = {
  zh: way(['方便', '做了一部分', '都做到了', '不想说', '没有', '打招呼', '公平', '愿意', '安全', '5']),
  en: way(['now', 'part', 'all', 'rather not say', 'no', 'we greet', 'fair', 'yes', 'safe', '5']),
}
function way(said: readonly string[]): { [id: string]: readonly string[] } {
  const [now = '', part = '', all = '', skip = '', ...rest] = said
  const known = [now, all, all]
  return {
    R00: [],
    R01: [now],
    R02: [now, part],
    R03: [now, part, all],
    ...Object.fromEntries(
      ['R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11'].map((id, at) => [
        id,
        [...known, ...(id === 'R11' ? [...rest, rest[0] ?? skip] : rest.slice(0, at))],
      ]),
    ),
  }
}

const until = MORNING + 10 * DAY
const NOTICES: { readonly [id: string]: Notice | undefined } = {
  R12: { kind: 'willCall', offset: 480 },
  R13: { kind: 'dutySoon', offset: 480, what: '{obligation}', due: MORNING },
  R14: { kind: 'dutyLate', offset: 480, what: '{obligation}', due: MORNING, phone: '{phone}' },
  R15: { kind: 'confirmable', offset: 480, number: 'RD-2026-0001', until },
  R16: {
    kind: 'notAgreed',
    offset: 480,
    number: 'RD-2026-0001',
    remedies: REMEDIES.slice(0, 1).map(({ code }) => code),
  },
}

/** What stands in the table, with this day and these words filled in as people read them. */
function filled(text: string, locale: Locale): string {
  const [remedy] = REMEDIES
  return text
    .replace('{date}', locale === 'zh' ? '11月25日' : '25 Nov')
    .replace('{obligation}', '“{obligation}”')
    .replace('{remedies}', remedy?.[locale] ?? '')
}

/** A question with its choices, as it would be written out in one line. */
function asked(id: string, locale: Locale): string {
  const desk = come({ locale }).opens('revisit', { ...REVISIT, owesMoney: false, owedMoney: false })
  for (const said of WAY[locale][id] ?? []) desk.says(said)
  if (id === 'R11') return desk.said.at(-1) ?? ''
  const choices = desk.posed?.choices.filter(({ id: choice }) => choice !== '-') ?? []
  // A score needs no list of figures, and a reason is in their own words.
  if (choices.length === 0 || id === 'R09' || id === 'R03') return desk.posed?.text ?? ''
  return `${desk.posed?.text}${choices.map(({ label }, at) => `${at + 1} ${label}`).join('　')}`
}

describe.each(REVISIT_PROMPTS.map((prompt) => [prompt.id, prompt] as const))('%s', (id, prompt) => {
  const notice = NOTICES[id]
  if (notice) {
    test.each(LOCALES)('is told (%s)', (locale) => {
      const { text } = render(notice, locale)
      const wanted = filled(prompt[locale], locale)
      // R15 is no question in a chat that may be closed by now: help is asked for by a word, and its last day is named.
      if (id !== 'R15') return expect(text).toBe(wanted)
      const [said = '', asks = ''] = wanted.split(/(?=要帮忙吗|Need help)/)
      expect(asks).not.toBe('')
      expect(text.startsWith(said.trim())).toBe(true)
      expect(text).toMatch(
        locale === 'zh' ? /12月5日前都可以办，要帮忙就回“人工”/ : /until 5 Dec; reply 'human' for help/,
      )
    })
    return
  }
  test('is asked in these words', () => {
    expect(asked(id, 'zh')).toBe(prompt.zh)
    // In English the labels are whole sentences; what the table calls them is understood.
    const [say = '', ...choices] = id === 'R09' ? [prompt.en] : prompt.en.split(/ ?[1-9] (?=[a-z])/i)
    expect(asked(id, 'en').startsWith(say)).toBe(true)
    const desk = () =>
      (WAY.en[id] ?? []).reduce(
        (now, said) => now.says(said),
        come({ locale: 'en' }).opens('revisit', { ...REVISIT, owesMoney: false, owedMoney: false }),
      )
    for (const [at, label] of choices.entries()) {
      const [typed, pressed] = [desk(), desk()]
      typed.says(label)
      pressed.says(String(at + 1))
      expect(typed.said, `${id} ${label}`).toEqual(pressed.said)
      expect(typed.commands, `${id} ${label}`).toEqual(pressed.commands)
    }
  })
})

test('the table is whole', () => {
  expect(REVISIT_PROMPTS.map(({ id }) => id)).toEqual(
    Array.from({ length: 17 }, (_, at) => `R${String(at).padStart(2, '0')}`),
  )
})
