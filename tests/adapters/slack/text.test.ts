// Text to Slack and back: nothing is called, linked, halved or lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, write } from '../../../adapters/slack/act.ts'
import { cut, escaped, pieces, plain, weight, withEmoji } from '../../../adapters/slack/text.ts'
import { readMrkdwn } from '../../platforms/slack/mrkdwn.ts'

const anything = fc.string({ unit: 'binary', maxLength: 400 })
const nasty = fc
  .array(
    fc.constantFrom(
      '<!channel>',
      '<@U0123>',
      '<https://a.example|b>',
      '&amp;',
      '&lt;',
      '<',
      '>',
      '&',
      '👩‍👩‍👧',
      'བོད',
      '字',
      '\n',
      ' ',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))
const text = fc.oneof(anything, nasty)

test('what is escaped is read as it was written, and calls and links nobody', () => {
  fc.assert(
    fc.property(text, (given) => {
      const seen = readMrkdwn(escaped(given), {
        names: { user: () => 'x', channel: () => 'x' },
        autoLinks: false,
        autoMentions: false,
      })
      expect(seen.mentions).toEqual([])
      expect(seen.links).toEqual([])
      expect(plain(escaped(given))).toBe(given.toWellFormed())
    }),
    { numRuns: 2_000 },
  )
})

describe('what somebody wrote is shown in plain words', () => {
  test.each([
    ['a &amp;lt; b &lt;c&gt;', 'a &lt; b <c>'],
    ['<@U0AB> <@U0AB|甲方> <#C0AB|general> <#C0AB>', '@U0AB @甲方 #general #C0AB'],
    ['<!here> <!channel> <!subteam^S1|@night> <!date^1^{date}|2026>', '@here @channel @night 2026'],
    ['<https://a.example/x?a=1&amp;b=2>', 'https://a.example/x?a=1&b=2'],
    ['<https://a.example|合同> <http://a.example|a.example>', '合同 (https://a.example) http://a.example'],
    ['<mailto:a@b.example|a@b.example> <tel:110|110>', 'a@b.example 110'],
  ])('%s', (wire, words) => {
    expect(plain(wire)).toBe(words)
  })

  test('emoji that the blocks name are the characters that were typed', () => {
    const blocks = [
      { type: 'rich_text', elements: [{ elements: [{ type: 'emoji', name: 'pray', unicode: '1f64f' }] }] },
    ]
    expect(withEmoji('谢谢 :pray: :own:', blocks)).toBe('谢谢 🙏 :own:')
  })
})

const graphemes = (given: string) =>
  [...new Intl.Segmenter('zh').segment(given)].map(({ segment }) => segment)

test('pieces fit, keep characters whole, and together are the text', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 300 }), (given, most) => {
      const parts = pieces(given, most)
      for (const part of parts) expect(weight(part)).toBeLessThanOrEqual(most)
      const whole = given.toWellFormed()
      // Only blanks may be left out.
      expect(parts.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''))
      if (graphemes(whole).every((one) => weight(one) <= most))
        expect(parts.flatMap(graphemes).filter((one) => one.trim() !== '')).toEqual(
          graphemes(whole).filter((one) => one.trim() !== ''),
        )
    }),
    { numRuns: 2_000 },
  )
})

test('a text is broken at the end of a line where there is one', () => {
  expect(pieces(`${'一'.repeat(30)}\n${'二'.repeat(30)}`, 40)).toEqual([
    `${'一'.repeat(30)}\n`,
    '二'.repeat(30),
  ])
})

test('a text cut short fits and says so', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 80 }), (given, most) => {
      const short = cut(given, most)
      expect(weight(short)).toBeLessThanOrEqual(most)
      if (weight(given) > most) expect(short.endsWith('…')).toBe(true)
      else expect(short).toBe(given.toWellFormed())
    }),
  )
})

describe('what a button means', () => {
  const id = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).map((one) => one.toWellFormed())

  test('is read as it was written, in signs that nobody changes on the way', () => {
    fc.assert(
      fc.property(id, id, (question, choice) => {
        const acts = [
          { kind: 'pick', question, choice },
          { kind: 'press', button: question },
          { kind: 'text', text: question },
          { kind: 'back' },
        ] as const
        for (const act of acts) {
          const value = write(act, 2_000)
          expect(value).toMatch(/^[A-Za-z0-9 %._~!*'()-]+$/)
          expect(read(value)).toEqual(act)
        }
      }),
    )
  })

  test('a choice too long for its place goes by its short name', () => {
    const value = write({ kind: 'pick', question: 'x'.repeat(140), choice: 'y'.repeat(20) }, 150)
    expect(value.length).toBeLessThanOrEqual(150)
    expect(read(value)).toEqual({ kind: 'tap', token: expect.stringMatching(/^[0-9a-z]{22}$/) })
  })

  test('anything else means nothing', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const act = read(value)
        if (act) expect(['pick', 'tap', 'press', 'text', 'back']).toContain(act.kind)
      }),
    )
    for (const value of ['', 'close 1', 'pick a', 'press', 'back 1', 'press a b', 'pick a b c', 'press %'])
      expect(read(value)).toBeNull()
  })
})
