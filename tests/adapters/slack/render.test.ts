// Whatever the desk says, Slack takes it, and what people wrote stands there as they wrote it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { homeOf } from '../../../adapters/slack/home.ts'
import { modalOf } from '../../../adapters/slack/modal.ts'
import type { CaseLine } from '../../../adapters/slack/ports.ts'
import { render } from '../../../adapters/slack/render.ts'
import type { Field, Form } from '../../../flows/core/form.ts'
import type { Choice, Reply } from '../../../flows/core/reply.ts'
import { objectionsTo, objectionsToView } from '../../platforms/slack/block-limits.ts'
import { readBlocks } from '../../platforms/slack/block-reading.ts'
import { wireOf, wiresOf } from '../../platforms/slack/json.ts'

const names = { user: () => '民警', channel: () => 'general' }
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '<!channel>',
        '@here',
        '*粗*',
        '`code`',
        'https://a.example/x.png',
        '字',
        '👩‍👩‍👧',
        '\n',
      ),
      {
        maxLength: 3_000,
      },
    )
    .map((parts) => parts.join('')),
)
const word = fc.string({ unit: 'grapheme', maxLength: 100 })
const id = fc.stringMatching(/^[a-z0-9./-]{1,40}$/)
const choices = (most: number) =>
  fc.uniqueArray(fc.record({ id, label: word }), { maxLength: most, selector: (one: Choice) => one.id })
const rows = fc.array(fc.record({ label: word, value: text }), { maxLength: 30 })
const hint = fc.constantFrom('text', 'choice', 'place', 'files', 'voice', 'phone', 'money', 'date', 'number')
const parts = {
  kind: fc.constant('ask' as const),
  id,
  text,
  choices: choices(120),
  hint,
  back: fc.boolean(),
}
const ask = fc.record(parts)
const reply = fc.oneof(
  fc.record({ kind: fc.constant('say' as const), text }),
  ask,
  fc.record({ kind: fc.constant('review' as const), id, text, rows, choices: choices(40) }),
  fc.record({
    kind: fc.constant('card' as const),
    text,
    rows,
    buttons: choices(12),
    twin: fc.option(word),
    tone: fc.constantFrom('RED', 'ORANGE', 'YELLOW', 'BLUE', 'plain'),
  }),
)

test('every reply is within what Slack takes, and shows nothing but itself', () => {
  fc.assert(
    fc.property(reply, fc.boolean(), fc.constantFrom('zh', 'en', 'bo'), (given, group, locale) => {
      const posts = render({ reply: given as Reply, locale }, group)
      expect(posts.length).toBeGreaterThan(0)
      for (const post of posts) {
        const blocks = wiresOf(JSON.parse(JSON.stringify(post.blocks)))
        expect(objectionsTo(blocks, 'message')).toEqual([])
        const seen = readBlocks(blocks, names)
        const { mentions, links, bold, italic, strike, code, quotes } = seen
        expect([mentions, links, bold, italic, strike, code, quotes].flat()).toEqual([])
        if (group) expect(seen.buttons).toEqual([])
      }
      const all = posts.flatMap(({ blocks }) => wiresOf(JSON.parse(JSON.stringify(blocks))))
      const read = readBlocks(all, names)
      const bare = (one: string) => one.toWellFormed().replace(/\s/g, '')
      expect(bare(read.text)).toContain(bare(given.text))
    }),
    { numRuns: 300 },
  )
})

describe('a card', () => {
  const card: Reply = {
    kind: 'card',
    text: '【派单】<!channel> *甲* @here `x` https://a.example/p.png',
    rows: [{ label: '地点', value: '<@U01> & <https://a.example|点>' }],
    buttons: [{ id: 'b1', label: '签收' }],
    twin: '签收 RD-2026-0001',
    tone: 'RED',
  }
  const shown = (group: boolean) => {
    const [post] = render({ reply: card, locale: 'zh' }, group)
    return { ...post!, seen: readBlocks(wiresOf(JSON.parse(JSON.stringify(post!.blocks))), names) }
  }

  test('shows what was written literally, under the mark of its level', () => {
    const { text: notice, seen } = shown(false)
    expect(seen.text).toBe(
      [
        '🔴 红色',
        '【派单】<!channel> *甲* @here `x` https://a.example/p.png',
        '地点\n<@U01> & <https://a.example|点>',
        '打字也行：',
        '签收 RD-2026-0001',
      ].join('\n'),
    )
    expect(seen.buttons.map(({ label }) => label)).toEqual(['签收'])
    // A locked screen shows only this.
    expect(notice).toBe('您有一条工作通知。')
  })

  test('cannot be pressed in a group; what to type there is a command', () => {
    const { seen } = shown(true)
    expect(seen.buttons).toEqual([])
    expect(seen.text).toContain('/case 签收 RD-2026-0001')
  })
})

test('a long text comes in several posts; more than 25 choices make a menu', () => {
  const said = render({ reply: { kind: 'say', text: '院墙的事。\n'.repeat(4_000) }, locale: 'zh' }, false)
  expect(said.length).toBeGreaterThan(2)
  const many = Array.from({ length: 30 }, (_, at) => ({ id: `v${at}`, label: `村${at}` }))
  const asked: Reply = { kind: 'ask', id: 'q', text: '哪个村？', choices: many, hint: 'choice', back: true }
  const [post] = render({ reply: asked, locale: 'zh' }, false)
  expect(post!.blocks.map(({ type }) => type)).toEqual(['section', 'actions', 'actions'])
  const { buttons } = readBlocks(wiresOf(JSON.parse(JSON.stringify(post!.blocks))), names)
  expect(buttons.map(({ label }) => label)).toEqual([...many.map(({ label }) => label), '上一步'])
})

const posed = fc.uniqueArray(fc.oneof(ask, fc.record({ ...parts, several: fc.constant(true as const) })), {
  minLength: 1,
  maxLength: 60,
  selector: ({ id: one }) => one,
})

test('every form is within what Slack takes', () => {
  let shown = 0
  fc.assert(
    fc.property(posed, (fields) => {
      const form: Form = { conversation: 'c', flow: 'f', fields: fields as Field[], at: 0 }
      const view = modalOf(form)
      if (!view) return
      shown += 1
      expect(objectionsToView(wireOf(JSON.parse(JSON.stringify(view))))).toEqual([])
      const boxes = view.blocks.map((block) => block.block_id ?? '')
      for (const box of boxes) expect(fields.map((field) => field.id)).toContain(box.replace(/#choices$/, ''))
    }),
    { numRuns: 200 },
  )
  expect(shown).toBeGreaterThan(50)
})

const name = fc.record({ zh: word, en: word })
const line = fc.record({
  number: fc.constant('RD-2026-0001'),
  level: fc.constantFrom('RED', 'ORANGE', 'YELLOW', 'BLUE'),
  stateName: name,
  category: name,
  village: fc.option(word),
  due: fc.option(fc.record({ what: name, at: fc.integer({ min: 0, max: 4e12 }) })),
  overdue: fc.boolean(),
  mine: fc.boolean(),
})

test('App Home is within what Slack takes, however many cases there are', () => {
  fc.assert(
    fc.property(
      fc.option(fc.array(line, { maxLength: 120 })),
      fc.constantFrom('zh', 'en'),
      (cases, locale) => {
        const view = wireOf(JSON.parse(JSON.stringify(homeOf(cases as CaseLine[] | null, locale))))
        expect(objectionsToView(view)).toEqual([])
        expect(readBlocks(wiresOf(view.blocks), names).mentions).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})
