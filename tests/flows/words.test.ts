// Every sentence of every flow is there in Chinese and in English; no Chinese is left in what English speakers read.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Event } from '../../flows/core/event.ts'
import type { Flow } from '../../flows/core/flow.ts'
import { coreWords } from '../../flows/core/words.ts'
import { en as deskEn } from '../../flows/desk/words/en.ts'
import { zh as deskZh } from '../../flows/desk/words/zh.ts'
import { FLOWS } from '../../flows/list.ts'
import { type Talk, talk } from '../talk.ts'
import { latin, STATION } from './desk.ts'
import { ANSWERS, GIVENS } from './givens.ts'

const HAN = /[\u3400-\u9fff]/
const RESIDENT = new Set([
  'welcome',
  'intake',
  'add',
  'status',
  'revisit',
  'safecontact',
  'appointment',
  'difficulty',
  'requestsolved',
])

type Leaf = { path: string; text: string }
function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}
const shape = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
    : null

/** Without the lists of what people say, which differ from language to language. */
const sentences = (words: unknown): unknown =>
  JSON.parse(JSON.stringify(words ?? {}, (key, value) => (key === 'hears' ? undefined : value)))

describe.each(FLOWS.map((flow): [string, Flow] => [flow.name, flow]))('%s', (_, flow) => {
  test('has every word in both languages', () => {
    const { zh, en } = flow.words
    expect(Object.keys(en?.steps ?? {})).toEqual(Object.keys(zh?.steps ?? {}))
    expect(Object.keys(zh?.steps ?? {}).sort()).toEqual(flow.steps.map(({ name }) => name).sort())
    expect(shape(withoutHears(en))).toEqual(shape(withoutHears(zh)))
  })

  test('has no empty sentence and no Chinese in English', () => {
    for (const { path, text } of leaves(flow.words.zh, 'zh')) expect(text.trim(), path).not.toBe('')
    for (const { path, text } of leaves(flow.words.en, 'en')) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toMatch(HAN)
    }
  })

  test('labels tell its choices apart, and no synonym means two of them', () => {
    for (const locale of ['zh', 'en'] as const)
      for (const [name, step] of Object.entries(flow.words[locale]?.steps ?? {})) {
        const said = Object.entries(step.choices ?? {}).flatMap(([id, text]) =>
          (typeof text === 'string' ? [text] : [text.label, ...text.hears]).map(
            (word) => [word, id] as const,
          ),
        )
        for (const [word, id] of said)
          for (const [other, otherId] of said)
            expect(word === other && id !== otherId, `${flow.name}.${name}: ${word}`).toBe(false)
      }
  })
})

const withoutHears = (words: unknown): unknown => {
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return words
  const kept = Object.entries(words).filter(([key]) => key !== 'hears')
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      // A label with synonyms in one language may be a bare label in the other.
      typeof value === 'object' && value !== null && 'label' in value && 'hears' in value
        ? value.label
        : withoutHears(value),
    ]),
  )
}

test('no resident’s question is longer than people read', () => {
  const long = FLOWS.filter(({ name }) => RESIDENT.has(name)).flatMap((flow) =>
    Object.entries(flow.words.zh?.steps ?? {}).flatMap(([name, { say }]) =>
      typeof say === 'string' && say.length > 45 ? [`${flow.name}.${name}`] : [],
    ),
  )
  expect(long).toEqual([])
})

test('the engine and the desk have their words in both languages', () => {
  const words = {
    engine: coreWords('en'),
    desk: sentences(deskEn({ ...STATION, name: 'Sample', phone: '1' })),
  }
  for (const { path, text } of leaves(words, 'en')) {
    expect(text.trim(), path).not.toBe('')
    // The one Chinese word in English is how to come back to Chinese.
    expect(text.replaceAll('中文', ''), path).not.toMatch(HAN)
  }
  for (const { path, text } of leaves({ engine: coreWords('zh'), desk: deskZh(STATION) }, 'zh'))
    expect(text.trim(), path).not.toBe('')
})

/** Anything that may be tapped, or said in English. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 8 }).map((at) => ({ tap: at })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('ok', 'tomorrow', '500', '12-20', '13800000000', 'the wall', 'hit me'),
  },
  { weight: 1, arbitrary: fc.constantFrom('back', 'help', 'skip', 'that is all', 'cancel') },
)

test.each(FLOWS.map(({ name }) => name))('whatever is tapped in %s, English stays English', (flow) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const desk = talk(latin, { locale: 'en', staff: !RESIDENT.has(flow), books: ANSWERS }).opens(
        flow,
        GIVENS[flow] as never,
      )
      for (const one of steps) {
        const { posed } = desk
        const choice = typeof one === 'string' ? undefined : posed?.choices[one.tap % posed.choices.length]
        const event: Event =
          posed && choice
            ? { kind: 'pick', question: posed.id, choice: choice.id }
            : { kind: 'text', text: typeof one === 'string' ? one : 'the wall was moved' }
        desk.sends(event)
        for (const text of written(desk.replies)) expect(text.replaceAll('中文', '')).not.toMatch(HAN)
      }
    }),
    { numRuns: 60 },
  )
})

const written = (replies: Talk['replies']): string[] =>
  replies.flatMap((reply) => [
    reply.text,
    ...('choices' in reply ? reply.choices.map(({ label }) => label) : []),
    ...('rows' in reply ? reply.rows.flatMap(({ label, value }) => [label, value]) : []),
  ])
