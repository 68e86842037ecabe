// Whatever is written, reading it never throws, never takes long, and gives clean values.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanText,
  countIn,
  goesOn,
  merge,
  moneyIn,
  phoneIn,
  readable,
  sense,
  type Understood,
  understand,
  understandAll,
  villageIn,
  watch,
} from '../../flows/casework/understand/index.ts'
import { utterances, villages } from './given.ts'

const runs = { numRuns: 5000 }
const SUB_CODE = /^(?:[A-Z]{2}-[A-Z]{2}|OT-00)$/
const RISK_CODE = /^[A-F]\d\d$/

/** Bits of what people write, in any order, between any characters: closer to the rules than noise is. */
const piece = fc.constantFrom(
  ...utterances.flatMap(({ text }) => text.split(/(?<=[,。 ])/)),
  '没',
  '他拿刀',
  '一共',
  '13万2',
  '每人',
  '十几个人',
  '幺三八',
  '\u200b',
  '\u202e',
  '\ud83d',
  '\u0000',
  '啊'.repeat(20),
  '1'.repeat(40),
  '打打打',
  ' ',
)
const story = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: piece },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      ),
      { maxLength: 8 },
    )
    .map((all) => all.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
)

function sound(said: Understood): void {
  for (const words of [said.when, said.counterpart, said.wish]) {
    if (words === null) continue
    expect(words.isWellFormed()).toBe(true)
    expect(words.trim()).not.toBe('')
    expect(words.length).toBeLessThanOrEqual(100)
    expect(cleanText(words)).toBe(words)
  }
  if (said.amount) {
    expect(Number.isSafeInteger(said.amount.fen)).toBe(true)
    expect(said.amount.fen).toBeGreaterThan(0)
    expect(said.amount.fen).toBeLessThanOrEqual(1e14)
  }
  if (said.headcount !== null) expect(Number.isInteger(said.headcount) && said.headcount > 0).toBe(true)
  if (said.grudgeYears !== null) expect(Number.isInteger(said.grudgeYears) && said.grudgeYears > 0).toBe(true)
  if (said.phone !== null) expect(said.phone).toMatch(/^\d{10,12}$/)
  if (said.category !== null) expect(said.category).toMatch(SUB_CODE)
  if (said.village !== null) expect(villages.map(({ id }) => id)).toContain(said.village)
  for (const code of said.danger) expect(code).toMatch(RISK_CODE)
  expect([...new Set(said.danger)].sort()).toEqual(said.danger)
}

describe('any text', () => {
  it('is cleaned once and for all', () => {
    fc.assert(
      fc.property(fc.oneof(story, fc.string({ unit: 'grapheme' })), (text) => {
        const clean = cleanText(text)
        expect(cleanText(clean)).toBe(clean)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).not.toMatch(/[\u0000\u200b\u202e]/)
        expect(clean.normalize('NFC')).toBe(clean)
      }),
      runs,
    )
  })

  it('is understood without a throw, into sound values', () => {
    fc.assert(
      fc.property(story, (text) => sound(understand(text, { villages }))),
      runs,
    )
  })

  it('is understood as its clean form is', () => {
    fc.assert(
      fc.property(story, (text) => {
        expect(understand(cleanText(text), { villages })).toEqual(understand(text, { villages }))
        expect(sense(cleanText(text))).toBe(sense(text))
        expect(watch(cleanText(text))).toEqual(watch(text))
      }),
      runs,
    )
  })

  it('answers every small question without a throw', () => {
    fc.assert(
      fc.property(story, (text) => {
        expect(['yes', 'no', null]).toContain(goesOn(text))
        expect(['trouble', 'opener', 'inquiry', 'thanks', 'abuse']).toContain(sense(text))
        const count = countIn(text)
        expect(count === null || (Number.isInteger(count) && count > 0)).toBe(true)
        expect(phoneIn(text) ?? '13800001234').toMatch(/^\d{10,12}$/)
        expect(moneyIn(text)?.fen ?? 1).toBeGreaterThan(0)
        expect([null, ...villages.map(({ id }) => id)]).toContain(villageIn(text, villages))
        expect(readable(readable(text))).toBe(readable(text))
      }),
      runs,
    )
  })

  it('a hard danger is never sorted away', () => {
    fc.assert(
      fc.property(story, (text) => {
        if (watch(text).hard) expect(sense(text)).toBe('trouble')
      }),
      runs,
    )
  })

  it('dangers of two texts only add up, and a text merged with itself says what it said', () => {
    fc.assert(
      fc.property(story, story, (one, other) => {
        const [a, b] = [understand(one, { villages }), understand(other, { villages })]
        expect(merge(a, a)).toEqual(a)
        sound(merge(a, b))
        if (watch(one).hard || watch(other).hard)
          expect(merge(a, b).danger.some((code) => /^(?:A0[1-7]|D04)$/.test(code))).toBe(true)
      }),
      runs,
    )
  })
})

describe('a hostile text of 20,000 characters', () => {
  const LONG = 20_000
  /** Far above what a loaded machine needs (tens of milliseconds), far below what anything worse than linear takes. */
  const SOON = 10_000

  function readAll(text: string): number {
    const start = performance.now()
    const clean = cleanText(text)
    expect(cleanText(clean)).toBe(clean)
    sound(understand(text, { villages }))
    sense(text)
    goesOn(text)
    moneyIn(text)
    countIn(text)
    return performance.now() - start
  }
  const hostile: Record<string, string> = {
    'one character': '打',
    'a knife': '刀',
    numbers: '1',
    'spoken numbers': '一二三千万',
    'telephone almost': '13 800-0 ',
    'open clause': '我老公把我',
    denial: '没有人要去来',
    spaces: '不 想 活 ',
    marks: 'a\u0301\u0301\u0301\u0301\u0301\u0301',
    'joined emoji': '👩\u200d',
    controls: '\u0000\u202e\u200b',
    lone: '\ud83d',
    money: '欠我3千还差',
    times: '去年8月以前',
    villages: '色仲村尼达村',
    english: 'he has never not the a knife ',
    threats: '他说要杀我全家 ',
    'whole stories': utterances.map(({ text }) => text).join(' '),
    'numbers that never end': '十几',
    commas: '111,',
    'marks at the end': '。',
    tibetan: 'ཁྱིམ་མཚེས་ཀྱི་',
  }

  it.each(Object.entries(hostile))('%s', (_, bit) => {
    expect(readAll(bit.repeat(Math.ceil(LONG / bit.length)).slice(0, LONG))).toBeLessThan(SOON)
  })

  it('any few words, over and over, and then something else', () => {
    const bit = fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join(''))
    fc.assert(
      fc.property(bit, fc.constantFrom('', 'x', '了', '。'), (again, last) => {
        if (again === '') return
        expect(readAll(again.repeat(Math.ceil(LONG / again.length)).slice(0, LONG) + last)).toBeLessThan(SOON)
      }),
      { numRuns: 100 },
    )
  })

  // A pattern that can be split in two ways at each place needs no 20,000 characters to stall.
  it.each([
    '在吗',
    '块钱',
    '有个事',
    '我想问一下',
    '个人',
    '气死我个人',
    '没人要去',
    '从昨天今天',
    ' has not a',
  ])('sixty times %s', (bit) => {
    for (const last of ['', 'x', '。x']) expect(readAll(bit.repeat(60) + last)).toBeLessThan(SOON)
  })

  it('a wall of tiny lines is understood together in time', () => {
    const start = performance.now()
    const said = understandAll([...Array.from({ length: 10_000 }, () => '打'), '他欠我三万', '他拿刀砍我'], {
      villages,
    })
    sound(said)
    expect(said).toMatchObject({ weapon: 'yes', amount: { fen: 3_000_000 } })
    expect(performance.now() - start).toBeLessThan(SOON)
  })

  it('a danger at its very end is still heard', () => {
    expect(watch(`${'今天天气好 '.repeat(3300)}他现在拿刀砍我`).hard).toBe(true)
  })
})
