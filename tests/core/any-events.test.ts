// The engine itself, with a flow that has one of everything: whatever comes, the same in gives the same out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin } from '../../flows/core/begin.ts'
import type { Command } from '../../flows/core/command.ts'
import { type Conversation, known } from '../../flows/core/conversation.ts'
import type { Event, Json } from '../../flows/core/event.ts'
import { here, path } from '../../flows/core/path.ts'
import { pose } from '../../flows/core/pose.ts'
import { turn } from '../../flows/core/turn.ts'
import { MORNING } from '../talk.ts'
import { HOUR, report as toy } from './toy.ts'

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
    ),
  },
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
})
