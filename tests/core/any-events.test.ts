// The engine itself, with a flow that has one of everything: whatever comes, the same in gives the same out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin } from '../../flows/core/begin.ts'
import type { Command } from '../../flows/core/command.ts'
import { type Conversation, known } from '../../flows/core/conversation.ts'
import type { Event, FormAnswer, Json } from '../../flows/core/event.ts'
import { checkForm, formOf } from '../../flows/core/form.ts'
import { here, path } from '../../flows/core/path.ts'
import { pose, posedAt } from '../../flows/core/pose.ts'
import { DONE, SKIP } from '../../flows/core/question.ts'
import { receive } from '../../flows/core/reception.ts'
import { emptySitting, type Sitting } from '../../flows/core/sitting.ts'
import { tapOf } from '../../flows/core/tap.ts'
import { turn } from '../../flows/core/turn.ts'
import { MORNING } from '../talk.ts'
import { sit } from './sit.ts'
import { HOUR, house, report as toy } from './toy.ts'

const SAYINGS = [
  '一村',
  '推了',
  '没有',
  '有',
  '1',
  '12-20',
  '5000',
  '就这些',
  '跳过',
  '对',
  '13800000000',
  '邻居吵架',
  '…',
  '__proto__',
]

const saying = fc.constantFrom(...SAYINGS)
const corrections = fc
  .record({ was: fc.option(saying), text: saying })
  .map(({ was, text }): { event: Event } => ({ event: { kind: 'correct', was, text } }))

const STEPS = [...toy.steps.map(({ name }) => name), 'review', 'gone']
const field = fc.record({
  question: fc.constantFrom(...STEPS).map((name) => `c.${name}`),
  event: fc.oneof(
    saying.map((text): FormAnswer['event'] => ({ kind: 'text', text })),
    fc
      .constantFrom('yes', 'no', 'v1', 'old', 'child', SKIP, DONE, '+', '')
      .map((choice): FormAnswer['event'] => ({ kind: 'pick', question: '', choice })),
  ),
})
const forms = fc
  .array(field, { maxLength: 5 })
  .map((answers): { event: Event } => ({ event: { kind: 'form', answers } }))

const act = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 12 }).map((tap) => ({ tap })) },
  { weight: 4, arbitrary: fc.constantFrom(...SAYINGS).map((said) => ({ said })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map((said) => ({ said })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<{ event: Event }>(
      { event: { kind: 'back' } },
      { event: { kind: 'cancel' } },
      { event: { kind: 'clock' } },
      { event: { kind: 'help' } },
      { event: { kind: 'language', locale: 'en' } },
      { event: { kind: 'place', lat: 1, lon: 2 } },
      { event: { kind: 'files', files: [{ id: 'f', type: 'image/png' }] } },
      { event: { kind: 'pick', question: 'c.hurt', choice: 'yes' } },
      { event: { kind: 'pick', question: 'c.review', choice: '+' } },
      { event: { kind: 'pick', question: 'c.where', choice: 'v1' } },
      { event: { kind: 'result', of: 'c', name: 'filed', value: { number: 'late' } } },
      { event: { kind: 'tap', token: tapOf('c.hurt', 'yes') } },
      { event: { kind: 'tap', token: tapOf('c.where', 'v2') } },
      { event: { kind: 'tap', token: tapOf('c.review', '+') } },
      { event: { kind: 'tap', token: '' } },
    ),
  },
  { weight: 2, arbitrary: corrections },
  { weight: 2, arbitrary: forms },
  { weight: 1, arbitrary: fc.constantFrom(HOUR / 6, 7 * HOUR, 30 * HOUR).map((wait) => ({ wait })) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const BOOKS: { [command: string]: Json } = { file: { dispute: 'd1', number: 'n1' }, update: { number: 'n1' } }
const answerOf = ({ do: name }: Command): Json => BOOKS[name] ?? null

function eventOf(one: Act, conversation: Conversation, now: number): Event {
  if ('event' in one) return one.event
  if ('said' in one) return { kind: 'text', text: one.said }
  if ('wait' in one) return { kind: 'clock' }
  const { id, choices } = pose(toy, conversation, now)
  const choice = choices[one.tap % Math.max(1, choices.length)]
  return choice ? { kind: 'pick', question: id, choice: choice.id } : { kind: 'text', text: '甲' }
}

/** The turn and every answer of the books that follows from it; filed commands are counted. */
function play(stored: Conversation, event: Event, now: number, done: string[]): Conversation {
  const queue: Event[] = [event]
  let conversation = stored
  for (let turns = 0; queue.length > 0; turns++) {
    expect(turns).toBeLessThan(10)
    const frozen = JSON.stringify(conversation)
    const next = queue.shift()!
    const last = turn(toy, JSON.parse(frozen), next, now)
    expect(turn(toy, JSON.parse(frozen), next, now)).toEqual(last)
    conversation = last.conversation
    for (const { of, name, command } of last.commands) {
      done.push(command.do)
      queue.push({ kind: 'result', of, name, value: answerOf(command) })
    }
  }
  return conversation
}

function holds(conversation: Conversation): void {
  expect(JSON.parse(JSON.stringify(conversation))).toEqual(conversation)
  const names = path(toy, conversation).map(({ name }) => name)
  for (const [name, value] of Object.entries(conversation.answers)) {
    expect(names, 'an answer is on the path').toContain(name)
    const step = toy.steps.find((one) => one.name === name)!
    expect(
      value === null ? step.optional : step.expect(known(conversation)).schema.safeParse(value).success,
    ).toBe(true)
  }
  if (conversation.status !== 'open') {
    expect(conversation).toMatchObject({ wakeAt: null, draft: null, held: null, correcting: null })
    return
  }
  expect(conversation.wakeAt).not.toBeNull()
  expect(pose(toy, conversation, MORNING).text).not.toBe('')
  const open = here(toy, conversation)
  if (open) expect(conversation.asked.length).toBeLessThanOrEqual(toy.most + 1)
}

test('any sequence of events', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 20 }), (acts) => {
      let now = MORNING
      const done: string[] = []
      let conversation = begin(toy, { id: 'c', locale: 'zh', given: { greeting: '您好' }, now }).conversation
      for (const one of acts) {
        if (conversation.status !== 'open') break
        if ('wait' in one) now += one.wait
        conversation = play(conversation, eventOf(one, conversation, now), now, done)
        holds(conversation)
      }
      expect(done.filter((name) => name === 'file').length).toBeLessThanOrEqual(1)
      expect(done.filter((name) => name === 'update').length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 5_000 },
  )
}, 240_000)

/** A talk that has come so far: what residents say and press at the toy's desk. */
const way = fc.array(
  fc.oneof(
    fc.nat({ max: 12 }).map((tap) => ({ tap })),
    saying.map((said) => ({ said })),
    fc.constant({ back: true }),
  ),
  { maxLength: 12 },
)
type Way = typeof way extends fc.Arbitrary<infer W> ? W : never

function gone(all: Way) {
  const desk = sit(house).says('邻居吵架')
  for (const one of all) {
    const { posed } = desk
    if ('said' in one) desk.says(one.said)
    else if ('back' in one) desk.sends({ kind: 'back' })
    else if (posed && posed.choices.length > 0) {
      const choice = posed.choices[one.tap % posed.choices.length]!
      desk.sends({ kind: 'pick', question: posed.id, choice: choice.id })
    }
  }
  return desk
}

const told = { now: MORNING, id: 'x', staff: false }
const heard = (sitting: Sitting, event: Event) => receive(house, sitting, event, told)
const plainly = <T>(value: T): T => JSON.parse(JSON.stringify(value))

test('a tap is the press that it names, for every choice that stands', () => {
  fc.assert(
    fc.property(way, (all) => {
      const { sitting } = gone(all)
      if (sitting.open?.status !== 'open') return
      const { id: question, choices } = pose(toy, sitting.open, MORNING)
      const tokens = choices.map(({ id }) => tapOf(question, id))
      expect(new Set(tokens).size).toBe(choices.length)
      for (const { id: choice } of choices)
        expect(heard(sitting, { kind: 'tap', token: tapOf(question, choice) })).toEqual(
          heard(sitting, { kind: 'pick', question, choice }),
        )
    }),
    { numRuns: 300 },
  )
})

test('a tap on a question that is past is the press on it', () => {
  fc.assert(
    fc.property(way, (all) => {
      const { sitting } = gone(all)
      const talk = sitting.open
      if (talk?.status !== 'open') return
      const open = pose(toy, talk, MORNING)
      const past = toy.steps.filter(
        ({ name }) => talk.asked.includes(name) && !open.id.startsWith(`${talk.id}.${name}`),
      )
      for (const step of past.filter(({ when }) => when(known(talk))))
        for (const { id: choice } of posedAt(toy, talk, step, MORNING).choices) {
          const question = `${talk.id}.${step.name}`
          const pick = heard(sitting, { kind: 'pick', question, choice })
          expect(heard(sitting, { kind: 'tap', token: tapOf(question, choice) })).toEqual(pick)
        }
      const unknown = heard(sitting, { kind: 'tap', token: 'nothing' })
      expect(unknown.replies).toEqual([{ kind: 'say', text: '那一题已经过去了，请看下面这一题。' }, open])
      expect(unknown.sitting).toEqual(sitting)
    }),
    { numRuns: 300 },
  )
})

const word = fc.string({ unit: fc.constantFrom(...'田水墙牛羊路树草'), minLength: 7, maxLength: 20 })

test('words that were changed stand in the place of the old ones, once, and nothing else is touched', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 6 }), fc.nat(), word, (said, at, text) => {
      const desk = sit(house)
      for (const one of said) desk.says(one)
      const was = said[at % said.length]!
      fc.pre(!said.includes(text))
      const before = desk.answers.story as { text: string }
      desk.corrects(was, text)
      expect((desk.answers.story as { text: string }).text.split('\n')).toEqual(
        before.text.split('\n').map((line) => (line === was ? text : line)),
      )
      expect(desk.said[0]).toBe('好，“事由”按您改的记。')
      expect(desk.posed).toBeDefined()
      expect(desk.asked('keepCorrection')).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('words that nobody said change no answer', () => {
  fc.assert(
    fc.property(way, word, word, (all, was, text) => {
      const desk = gone(all)
      const before = plainly(desk.answers)
      desk.corrects(was, text)
      if (was === text) return
      expect(desk.asked('keepCorrection')).toHaveLength(1)
      expect(desk.answers).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

const code = fc
  .string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-'),
    minLength: 20,
    maxLength: 20,
  })
  .map((most) => `a${most}Z`)

test('a code goes to the books and is never part of a talk, however it comes', () => {
  fc.assert(
    fc.property(
      way,
      code,
      fc.constantFrom('', '绑定 ', '绑定', '/bind ', 'BIND: ', ' bind  '),
      (all, secret, before) => {
        const desk = gone(all)
        const said: Event[] = [
          { kind: 'code', code: secret },
          { kind: 'text', text: `${before}${secret}` },
          { kind: 'correct', was: '邻居吵架', text: `${before}${secret}` },
        ]
        for (const event of said) desk.sends(event)
        expect(desk.asked('useCode').map((one) => one.with)).toEqual(said.map(() => ({ code: secret })))
        expect(JSON.stringify(desk.sitting)).not.toContain(secret)
        expect(desk.said[0]).toBe('这个码用不了')
      },
    ),
    { numRuns: 300 },
  )
})

/** A staff flow of single fields, some of which hang on others. */
const begun = () =>
  sit(house, { staff: true, books: { keepPaper: { ok: true } } }).opens('paper', { dispute: 'd1' })
const FIELDS: { readonly [name: string]: readonly string[] } = {
  kind: ['letter', 'bill', 'nothing of the kind'],
  sum: ['5000', 'much'],
  day: ['12-20', 'soon', '-'],
  who: ['old child', 'old', '-', 'nobody'],
  note: ['甲', '-'],
}
const filled = fc.record(
  Object.fromEntries(Object.entries(FIELDS).map(([name, said]) => [name, fc.constantFrom(...said)])),
)
const answersOf = (fields: { [name: string]: string }, names: readonly string[]): FormAnswer[] =>
  names.map((name) => {
    const text = fields[name]!
    const question = `paper.${name}`
    return text === '-'
      ? { question, event: { kind: 'pick', question, choice: SKIP } }
      : { question, event: { kind: 'text', text } }
  })

test('a form is its answers one by one, up to the first that cannot be taken', () => {
  fc.assert(
    fc.property(filled, (fields) => {
      const desk = begun()
      const names = formOf(house, desk.sitting, MORNING)!.fields.map(({ id }) => id.replace('paper.', ''))
      const answers = answersOf(fields, names)
      const before = plainly(desk.sitting)
      const problems = checkForm(house, desk.sitting, answers, { ...told, staff: true })
      expect(desk.sitting).toEqual(before)
      const bad = answers.findIndex(({ question }) => question === problems[0]?.question)
      const single = begun()
      for (const { event } of bad < 0 ? answers : answers.slice(0, bad)) single.sends(event)
      desk.sends({ kind: 'form', answers })
      expect(desk.answers).toEqual(single.answers)
      expect(desk.sitting.open?.asked).toEqual(single.sitting.open?.asked)
      expect(desk.posed).toEqual(single.posed)
      expect(desk.replies).toHaveLength(problems.length === 0 ? 1 : 2)
      expect(desk.commands.length).toBe(single.commands.length)
    }),
    { numRuns: 300 },
  )
})

test('whatever comes to an empty desk is answered or kept silent about, and never throws', () => {
  const events = fc.constantFrom<Event>(
    { kind: 'arrive', village: null },
    { kind: 'arrive', village: 'v1' },
    { kind: 'code', code: '' },
    { kind: 'unreadable', why: 'lost' },
    { kind: 'unreadable', why: 'notOwnPhone' },
    { kind: 'reach', reachable: true },
    { kind: 'group', group: 'g', alerts: false },
    { kind: 'correct', was: null, text: '田' },
    { kind: 'tap', token: 'x' },
    { kind: 'form', answers: [] },
    { kind: 'text', text: '换聊天' },
    { kind: 'text', text: '我的案件' },
    { kind: 'text', text: '邻居吵架' },
  )
  fc.assert(
    fc.property(fc.array(events, { minLength: 1, maxLength: 8 }), fc.boolean(), (all, staff) => {
      const desk = sit(house, { staff })
      for (const event of all) {
        desk.sends(event)
        expect(plainly(desk.sitting)).toEqual(desk.sitting)
        if (event.kind === 'reach') expect(desk.replies).toEqual([])
        else expect(desk.replies.length, event.kind).toBeGreaterThan(0)
        if (desk.sitting.open?.status === 'open') holds(desk.sitting.open)
      }
    }),
    { numRuns: 500 },
  )
  expect(
    receive(house, emptySitting('zh'), { kind: 'correct', was: '田', text: '田' }, told).replies,
  ).toEqual([])
})
