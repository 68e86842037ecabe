// From a reply to what Telegram shows: literal, whole, in order, with buttons that it takes.
import fc from 'fast-check'
import type { InlineKeyboardButton } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { hear } from '../../../adapters/telegram/hear.ts'
import { literal } from '../../../adapters/telegram/literal.ts'
import { render } from '../../../adapters/telegram/render.ts'
import { split } from '../../../adapters/telegram/split.ts'
import type { Reply } from '../../../flows/core/reply.ts'
import { say } from '../../../flows/core/reply.ts'
import { tapOf } from '../../../flows/core/tap.ts'
import { foundIn } from '../../platforms/telegram/links.ts'
import { BOT, message, update, user } from './updates.ts'

type Ask = Extract<Reply, { kind: 'ask' }>
const ask = (more: Partial<Ask> = {}): Ask => ({
  kind: 'ask',
  id: 'toy/kind',
  text: '这是哪一类事？',
  choices: [
    { id: 'land', label: '院墙' },
    { id: 'wage', label: '工钱' },
  ],
  hint: 'choice',
  back: true,
  ...more,
})
const card = (more: Partial<Extract<Reply, { kind: 'card' }>> = {}): Reply => ({
  kind: 'card',
  text: '【派单】',
  rows: [{ label: '原因', value: '院墙' }],
  buttons: [{ id: 'press-1', label: '签收' }],
  twin: '签收 RD-2026-0001',
  tone: 'RED',
  ...more,
})
const shown = (reply: Reply, locale: 'zh' | 'en' = 'zh') => {
  const { parts, buttons, keys, protect } = render(reply, locale, true)
  return {
    text: parts.map(({ text }) => text).join('\n'),
    labels: buttons?.inline_keyboard.map((row) => row.map(({ text }) => text)),
    keys: keys?.keyboard,
    protect,
  }
}
const buttonsOf = (reply: Reply): InlineKeyboardButton[] =>
  render(reply, 'zh', true).buttons?.inline_keyboard.flat() ?? []
/** What is a link although it is marked. */
const linksIn = (text: string) => {
  const marks = literal(text)
  return foundIn(text, marks).filter(({ type }) => type !== 'phone_number')
}

describe('what is shown', () => {
  test('a card: how grave, the facts, what to press and what to type', () => {
    expect(shown(card())).toEqual({
      text: '🔴 【派单】\n原因：院墙\n也可以打字：签收 RD-2026-0001',
      labels: [['签收']],
      keys: undefined,
      protect: true,
    })
    expect(shown(card({ tone: 'plain', twin: null, rows: [] }), 'en').text).toBe('【派单】')
  })

  test('a question: its choices, and back below them', () => {
    expect(shown(ask())).toMatchObject({ text: '这是哪一类事？', labels: [['院墙', '工钱'], ['返回']] })
    expect(shown(ask({ back: false }), 'en').labels).toEqual([['院墙', '工钱']])
    expect(shown(ask(), 'en').labels?.at(-1)).toEqual(['Back'])
  })

  test('a long choice has a row of its own', () => {
    const long = '邻居把我家承包地边上的水渠堵了，已经三天没有水'
    const choices = [...ask().choices, { id: 'long', label: long }, { id: 'x', label: '别的' }]
    expect(shown(ask({ choices, back: false })).labels).toEqual([['院墙', '工钱'], [long], ['别的']])
  })

  test('what is read back before it is sent', () => {
    const review: Reply = {
      kind: 'review',
      id: 'toy/review',
      text: '请看看对不对：',
      rows: [{ label: '哪一类', value: '院墙' }],
      choices: [{ id: 'ok', label: '对' }],
    }
    expect(shown(review)).toMatchObject({ text: '请看看对不对：\n哪一类：院墙', labels: [['对']] })
  })

  test('a phone or a place is asked for with a key, the choices beside it, and no buttons', () => {
    expect(shown(ask({ hint: 'phone' }))).toMatchObject({
      labels: undefined,
      keys: [
        [{ text: '发送我的手机号', request_contact: true }],
        [{ text: '院墙' }, { text: '工钱' }],
        [{ text: '返回' }],
      ],
    })
    expect(shown(ask({ hint: 'place', back: false, choices: [] }), 'en').keys).toEqual([
      [{ text: 'Send my location', request_location: true }],
    ])
    // Nobody can be asked for that in a group.
    expect(render(ask({ hint: 'place' }), 'zh', false)).not.toHaveProperty('keys')
  })

  test('with more choices than buttons they are read, and typed', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `c${at}`, label: `选项${at + 1}` }))
    expect(buttonsOf(ask({ choices: many(99) }))).toHaveLength(100)
    expect(shown(ask({ choices: many(100) }))).toMatchObject({ labels: [['返回']] })
    expect(shown(ask({ choices: many(100) })).text).toMatch(
      /请回数字，或者回名称：\n1\. 选项1\n.*\n100\. 选项100$/s,
    )
  })
})

describe('the data of buttons', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 })

  test('is at most 64 bytes, and comes back as what it was', () => {
    fc.assert(
      fc.property(text, fc.uniqueArray(text, { minLength: 1, maxLength: 20 }), (id, choices) => {
        const reply = ask({ id, choices: choices.map((choice) => ({ id: choice, label: choice })) })
        const data = buttonsOf(reply).map((button) => ('callback_data' in button ? button.callback_data : ''))
        for (const one of data) expect(Buffer.byteLength(one ?? '')).toBeLessThanOrEqual(64)
        const events = data.map((one) => {
          const query = { id: 'q', from: user(), chat_instance: 'x', data: one ?? '', message: message({}) }
          const heard = hear(update({ callback_query: query }), { bot: BOT, name: null, at: 0, commands: [] })
          return heard.kind === 'events' ? heard.inbounds[0]?.event : undefined
        })
        expect(events).toEqual([
          ...choices.map((choice) => ({ kind: 'tap', token: tapOf(id, choice) })),
          { kind: 'back' },
        ])
      }),
    )
  })

  test('of cards: a button that Telegram would refuse is left out, its card is not', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (ids) => {
        const buttons = ids.map((id) => ({ id, label: '签收' }))
        const data = buttonsOf(card({ buttons })).map(
          (button) => 'callback_data' in button && button.callback_data,
        )
        expect(data).toEqual(ids.map((id) => `b.${id}`).filter((one) => Buffer.byteLength(one) <= 64))
      }),
    )
  })
})

describe('what residents write stays what they wrote', () => {
  const nasty = [
    '@officer_name',
    '找 @all 和@here_we_are说',
    'tg://user?id=12345',
    'tg:resolve?domain=x',
    'https://evil.example/path?x=1#y',
    'HTTP://EVIL.EXAMPLE',
    'evil.com',
    '去看evil.com/登录，快',
    '甲.中国',
    '你好，.com',
    '\u3000.com',
    '我去了.他来了',
    'a.b.c.d.e.org:8080/x',
    '1.2.3.4/x',
    'somebody@example.org',
    'a@b.中国',
    '/accept RD-2026-0001',
    '，/close',
    '/accept@maple_bridge_bot',
    '/A@tg:resolve?domain=x',
    '#3号楼欠租',
    '$TON $1INCH',
    '[点这里](https://evil.example)',
    '<a href="https://evil.example">点</a> <b>粗</b>',
    '<!channel> <@U123>',
    '**粗** _斜_ `码` ||藏||',
    'http://user@evil.com',
    'xn--fiqs8s.xn--fiqs8s',
  ]

  test.each(nasty)('%s', (text) => {
    const { parts } = render(say(text), 'zh', true)
    expect(parts.map((part) => part.text)).toEqual([text])
    expect(linksIn(text)).toEqual([])
  })

  test('most of these would be links if they were not marked', () => {
    expect(nasty.filter((text) => foundIn(text, []).length > 0).length).toBeGreaterThan(18)
  })

  test('whatever is put together of them, and however many', () => {
    const piece = fc.oneof(
      fc.constantFrom(...nasty),
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(
        ' ',
        '\n',
        '，',
        '.',
        '@',
        '/',
        '#',
        'a',
        '甲',
        '1',
        '-',
        '_',
        '.com',
        '://',
        '😀',
        'é',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 150 }), (pieces) => {
        const text = pieces.join('').toWellFormed()
        const marks = literal(text)
        expect(marks.length).toBeLessThanOrEqual(100)
        for (const { offset, length } of marks)
          expect(text.slice(offset, offset + length)).toHaveLength(length)
        expect(linksIn(text).map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    '今天下午3点半',
    '欠了86,400.50元',
    '12-20，22:30',
    '电话13800000000',
    '签收 RD-2026-0001 · 转派 RD-2026-0001',
  ])('nothing is marked in %s', (text) => {
    expect(literal(text)).toEqual([])
  })
})

describe('a long text', () => {
  const signs = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const signsOf = (text: string): string[] => [...signs.segment(text)].map(({ segment }) => segment)

  test('is cut between signs, loses nothing, and fits', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('👩‍👩‍👧‍👦', '🇨🇳', 'e\u0301', '\n', '院墙', 'བོད་ཡིག'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 24, max: 60 }), (pieces, most) => {
        const text = pieces.join('')
        fc.pre(text.trim() !== '')
        const parts = split(text, most)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(most)
          expect(part.isWellFormed()).toBe(true)
          expect(part.trim()).not.toBe('')
        }
        // Only blank parts are left out.
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        const whole = signsOf(text).filter((sign) => sign.length <= most)
        for (const sign of parts.flatMap(signsOf)) if (sign.length > 2) expect(whole).toContain(sign)
      }),
    )
  })

  test('is cut at the end of a line where there is one', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `第${at}行，${'字'.repeat(30)}`).join('\n')
    const parts = split(lines)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts.slice(0, -1)) expect(part.endsWith('\n')).toBe(true)
    expect(parts.join('')).toBe(lines)
  })

  test('one sign longer than a message is cut all the same', () => {
    const parts = split(`e${'\u0301'.repeat(10_000)}`)
    expect(parts.map((part) => part.length)).toEqual([4096, 4096, 1809])
  })

  test('nothing at all is shown as something', () => {
    expect(split(' \n ')).toEqual(['…'])
  })

  test('has its buttons once, below the last part', () => {
    const { parts, buttons } = render(card({ text: '长'.repeat(9_000) }), 'zh', true)
    expect(parts).toHaveLength(3)
    expect(buttons?.inline_keyboard).toHaveLength(1)
  })
})
