// What somebody typed, and which answer it means.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asPick, choiceOf, cut, isOneOf, lengthOf, ordinal, plain } from '../../flows/core/hearing.ts'
import type { Posed } from '../../flows/core/reply.ts'

const choices = [
  { id: 'no', label: '没有' },
  { id: 'yes', label: '有' },
  { id: 'far', label: '3公里' },
]
const hears = (id: string) => (id === 'no' ? ['没得', 'none at all'] : [])

describe('ordinal', () => {
  test.each([
    ['2', 2],
    ['２', 2],
    ['二', 2],
    ['贰', 2],
    ['②', 2],
    ['༢', 2],
    ['2.', 2],
    ['2、', 2],
    ['第二个', 2],
    ['2个', 2],
    ['十', 10],
    ['12', 12],
  ])('%s', (said, value) => expect(ordinal(said)).toBe(value))
  test.each(['2个人', '二月', '123', '', '两', '-1', '2.5'])('%j is none', (said) =>
    expect(ordinal(said)).toBeNull(),
  )
})

describe('the choice that a text means', () => {
  test('its label first, then what people say for it, then its number', () => {
    expect(choiceOf(' 没有。', choices, hears)?.id).toBe('no')
    expect(choiceOf('NONE AT ALL!', choices, hears)?.id).toBe('no')
    expect(choiceOf('3公里', choices, hears)?.id).toBe('far')
    expect(choiceOf('3', choices, hears)?.id).toBe('far')
  })
  test('none where the number is no choice, or nothing was said', () => {
    for (const said of ['0', '4', '。', '', '有没有']) expect(choiceOf(said, choices, hears)).toBeUndefined()
  })
  test('is the same as pressing it; other events stay what they are', () => {
    const posed: Posed = { kind: 'ask', id: 'c.hurt', text: '?', choices, hint: 'choice', back: false }
    expect(asPick({ kind: 'text', text: '有' }, posed, hears)).toEqual({
      kind: 'pick',
      question: 'c.hurt',
      choice: 'yes',
    })
    expect(asPick({ kind: 'text', text: '也许' }, posed, hears)).toEqual({ kind: 'text', text: '也许' })
    expect(asPick({ kind: 'back' }, posed, hears)).toEqual({ kind: 'back' })
  })
})

test('one of some words, however it is punctuated, and never for silence', () => {
  expect(isOneOf('That is all.', ['that is all'])).toBe(true)
  expect(isOneOf('that is all of it', ['that is all'])).toBe(false)
  expect(isOneOf('。', ['。', ''])).toBe(false)
})

test('whatever is typed, hearing never throws, and cutting never halves a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 20 }), (said, most) => {
      ordinal(said)
      choiceOf(said, choices, hears)
      expect(plain(plain(said))).toBe(plain(said))
      expect(lengthOf(cut(said, most))).toBeLessThanOrEqual(most)
      expect(said.startsWith(cut(said, most))).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})
