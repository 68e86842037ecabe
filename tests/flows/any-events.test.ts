// Whatever comes in whatever order: nothing throws, what is stored is plain and valid, and nobody is left without a word.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../flows/casework/calendar.ts'
import { type Conversation, known } from '../../flows/core/conversation.ts'
import { isDiscreet } from '../../flows/core/discreet.ts'
import type { Event, Json } from '../../flows/core/event.ts'
import { formOf } from '../../flows/core/form.ts'
import type { Sitting } from '../../flows/core/sitting.ts'
import { tapOf } from '../../flows/core/tap.ts'
import { FLOWS } from '../../flows/list.ts'
import { MORNING, type Talk, talk } from '../talk.ts'
import { house } from './desk.ts'
import { ANSWERS, GIVENS } from './givens.ts'

const SAYINGS = [
  '邻居修墙占了我家地',
  '我老公又打我了',
  '老板欠我们11个人13万2工资',
  '他拿刀砍人了',
  '活不下去了',
  '在示例甲村',
  '昨天',
  '没有',
  '不知道',
  '对',
  '改一下',
  '5000',
  '12月20日',
  '2026-02-30',
  '13800000000',
  '只打字',
  '第二个',
  '①',
  '返回',
  '取消',
  '人工',
  '停',
  '帮助',
  '隐私',
  '删除',
  'English',
  '中文',
  '进度',
  '补充 RD-2026-0001',
  '签收 RD-2026-0001',
  '登记',
  '就这些',
  '跳过',
  '谢谢',
  '',
  '   ',
  '…',
  '👍',
  '\u202e\u0000',
  '是'.repeat(300),
  'constructor',
  '__proto__',
]

type Act =
  | { tap: number }
  | { late: number }
  | { form: string[] }
  | { event: Event }
  | { wait: number }
  | { pass: number }
  | { plan: number }

const text: fc.Arbitrary<Event> = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(...SAYINGS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  )
  .map((said) => ({ kind: 'text', text: said }))
const other: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
  fc.constantFrom<Event>(
    { kind: 'files', files: [{ id: 'v', type: 'audio/ogg', seconds: 5 }] },
    { kind: 'files', files: [{ id: 'p', type: 'image/jpeg' }], caption: '就是这个' },
    { kind: 'files', files: [] },
    { kind: 'back' },
    { kind: 'cancel' },
    { kind: 'help' },
    { kind: 'human' },
    { kind: 'stop' },
    { kind: 'clock' },
    { kind: 'language', locale: 'en' },
    { kind: 'language', locale: 'bo' },
    { kind: 'press', button: 'b1' },
    { kind: 'pick', question: 'gone.x', choice: 'yes' },
    { kind: 'pick', question: '', choice: '' },
    { kind: 'tap', token: 'nothing has this name' },
    { kind: 'arrive', village: null },
    { kind: 'arrive', village: 'jia' },
    { kind: 'arrive', village: 'nowhere' },
    { kind: 'code', code: 'x' },
    { kind: 'unreadable', why: 'kind' },
    { kind: 'unreadable', why: 'tooLarge' },
    { kind: 'reach', reachable: false },
    { kind: 'group', group: 'g', alerts: true },
    { kind: 'form', answers: [] },
    { kind: 'form', answers: [{ question: 'gone.x', event: { kind: 'text', text: '甲' } }] },
    { kind: 'result', of: 'nobody', name: 'done', value: null },
    { kind: 'result', of: 'desk', name: 'open', value: { refused: 'late' } },
  ),
)
/** Messages are changed, whether they were ever sent or not. */
const changed: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('correct' as const),
  was: fc.oneof(fc.constantFrom(...SAYINGS), fc.constant(null)),
  text: fc.constantFrom(...SAYINGS),
})
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 30 }).map((tap) => ({ tap })) },
  { weight: 2, arbitrary: fc.nat({ max: 60 }).map((late) => ({ late })) },
  { weight: 8, arbitrary: text.map((event) => ({ event })) },
  { weight: 4, arbitrary: other.map((event) => ({ event })) },
  { weight: 2, arbitrary: changed.map((event) => ({ event })) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...SAYINGS), { maxLength: 6 }).map((form) => ({ form })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(MINUTE, 10 * MINUTE, 7 * HOUR, DAY, 8 * DAY).map((wait) => ({ wait })),
  },
  { weight: 1, arbitrary: fc.constantFrom(MINUTE, 7 * HOUR).map((pass) => ({ pass })) },
  { weight: 1, arbitrary: fc.nat({ max: FLOWS.length - 1 }).map((plan) => ({ plan })) },
)

/** Every button that was ever shown, for people who scroll up and press. */
type Shown = { question: string; choice: string }[]

function play(desk: Talk, shown: Shown, one: Act): void {
  if ('event' in one) desk.sends(one.event)
  else if ('wait' in one) desk.waits(one.wait)
  else if ('pass' in one) desk.passes(one.pass)
  else if ('plan' in one) {
    const { name } = FLOWS[one.plan]!
    desk.opens(name, GIVENS[name] as Json, `${name}-${one.plan}`)
  } else if ('late' in one) {
    const old = shown[one.late % Math.max(1, shown.length)]
    if (!old) return
    // On some channels a press is a few bytes.
    const { question, choice } = old
    desk.sends(one.late % 2 ? { kind: 'pick', ...old } : { kind: 'tap', token: tapOf(question, choice) })
  } else if ('form' in one) {
    const fields = formOf(house, desk.sitting, MORNING)?.fields ?? []
    const answers = fields
      .slice(0, one.form.length)
      .map(({ id }, at) => ({ question: id, event: { kind: 'text' as const, text: one.form[at]! } }))
    desk.sends({ kind: 'form', answers })
  } else {
    const { posed } = desk
    const choice = posed?.choices[one.tap % Math.max(1, posed.choices.length)]
    if (posed && choice) desk.sends({ kind: 'pick', question: posed.id, choice: choice.id })
    else desk.says('邻居骂我')
  }
  for (const reply of desk.replies)
    if (reply.kind === 'ask' || reply.kind === 'review')
      shown.push(...reply.choices.map(({ id }) => ({ question: reply.id, choice: id })))
}

/** What was said must be asked again or answered: only a few things are met with silence. */
function mayBeSilent(one: Act): boolean {
  if ('late' in one || 'wait' in one || 'pass' in one || 'plan' in one) return true
  if (!('event' in one)) return false
  if (one.event.kind === 'correct') return one.event.was === one.event.text
  return ['clock', 'result', 'open', 'pick', 'tap', 'reach'].includes(one.event.kind)
}

/** What no hand has done is met with silence where nobody knows who holds the phone. */
const isNoTry = (one: Act): boolean =>
  'event' in one && ['arrive', 'language', 'group'].includes(one.event.kind)

function holds(sitting: Sitting): void {
  const stored = JSON.stringify(sitting)
  expect(JSON.stringify(JSON.parse(stored))).toBe(stored)
  const all = [sitting.open, ...sitting.waiting.map(({ conversation }) => conversation)]
  for (const conversation of all) if (conversation) valid(conversation)
  expect(sitting.open?.status ?? 'open').toBe('open')
}

function valid(conversation: Conversation): void {
  const flow = house.flows.get(conversation.flow)!
  for (const [name, value] of Object.entries(conversation.answers)) {
    const step = flow.steps.find((one) => one.name === name)
    if (!step) throw new Error(`${flow.name} never asks ${name}`)
    if (value === null && step.optional) continue
    if (!step.expect(known(conversation)).schema.safeParse(value).success)
      throw new Error(`${flow.name} stores no answer to ${name}: ${JSON.stringify(value)}`)
  }
  expect(new Set(conversation.asked).size).toBe(conversation.asked.length)
  if (Number.isFinite(flow.most)) expect(conversation.asked.length).toBeLessThanOrEqual(flow.most + 1)
}

function holdsFor(acts: readonly Act[], staff: boolean, flow?: string): void {
  const desk = talk(house, { staff, books: ANSWERS })
  const shown: Shown = []
  if (flow) desk.opens(flow, GIVENS[flow] as Json)
  for (const one of acts) {
    // The clock may be late: whoever was proved to be there may be gone.
    const closed = isDiscreet(house, desk.sitting, Number.POSITIVE_INFINITY)
    play(desk, shown, one)
    holds(desk.sitting)
    if (!mayBeSilent(one) && !(closed && isNoTry(one)))
      expect(desk.replies.length, JSON.stringify(one)).toBeGreaterThan(0)
    for (const reply of desk.replies) expect(reply.text.trim(), reply.kind).not.toBe('')
  }
}

const acts = fc.array(act, { minLength: 1, maxLength: 9 })
const RUNS = 5_000

describe('any sequence of events', () => {
  test('at a resident’s desk', () => {
    fc.assert(
      fc.property(acts, (all) => holdsFor(all, false)),
      { numRuns: RUNS },
    )
  }, 240_000)

  test('at the desk of somebody who works here', () => {
    fc.assert(
      fc.property(acts, (all) => holdsFor(all, true)),
      { numRuns: RUNS },
    )
  }, 240_000)

  test.each(FLOWS.map(({ name }) => name))('in the middle of %s', (name) => {
    fc.assert(
      fc.property(acts, fc.boolean(), (all, staff) => holdsFor(all, staff, name)),
      { numRuns: 300 },
    )
  })
})
