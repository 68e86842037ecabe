// Corners of the desk that no ordinary talk turns: answers that come late, events that mean nothing, talks cut short.
import { expect, test } from 'vitest'
import { LOCALES } from '../../flows/core/event.ts'
import { flow, wordingOf } from '../../flows/core/flow.ts'
import { Moved, Unavailable, Undelivered } from '../../flows/core/ports.ts'
import { text } from '../../flows/core/questions/text.ts'
import { receive } from '../../flows/core/reception.ts'
import { emptySitting, wakeOf } from '../../flows/core/sitting.ts'
import { turn } from '../../flows/core/turn.ts'
import { MORNING } from '../talk.ts'
import { sit } from './sit.ts'
import { HOUR, house, report } from './toy.ts'

const told = { now: MORNING, id: 'x', staff: false }

test('a flow asks nothing twice, and must have words', () => {
  const twice = () =>
    flow('twice', { version: 1 })
      .ask('what', text({ max: 9 }))
      .ask('what', text({ max: 9 }))
  expect(twice).toThrow('twice asks what twice')
  const mute = flow('mute', { version: 1 })
    .direct()
    .done(() => ({ do: 'never', with: null }))
  expect(() => wordingOf(mute, 'zh')).toThrow('mute has no words')
  expect(wordingOf(report, 'bo')).toBe(report.words.zh)
})

test('a flow that nobody knows is a mistake of ours', () => {
  const open = { kind: 'open', flow: 'gone', id: 'g', given: null } as const
  expect(() => receive(house, emptySitting('zh'), open, told)).toThrow('no flow is named gone')
})

test('channel events for help, a person and stop are their words', () => {
  expect(sit(house).sends({ kind: 'help' }).said).toEqual(['帮助：说就行'])
  expect(sit(house).sends({ kind: 'human' }).commands[0]?.do).toBe('callHuman')
  expect(sit(house).says('停').commands.at(-1)?.do).toBe('stopMessages')
  expect(sit(house, { staff: true }).sends({ kind: 'help' }).said).toEqual(['帮助：民警'])
  expect(sit(house).sends({ kind: 'language', locale: 'en' }).said).toEqual(['English now'])
})

test('the clock wakes nobody who has nothing open', () => {
  const desk = sit(house).waits(HOUR)
  expect(desk.said).toEqual([])
  expect(wakeOf(desk.sitting)).toBeNull()
  expect(wakeOf(desk.says('邻居吵架').sitting)).toBe(MORNING + HOUR + HOUR / 6)
})

test('an answer of the books finds the talk where it waits', () => {
  const first = receive(house, emptySitting('zh'), { kind: 'text', text: '一村吵架' }, told)
  const [asked] = first.commands
  const open = { kind: 'open', flow: 'checkIn', id: 'r1', given: { dispute: 'd9' } } as const
  const later = receive(house, first.sitting, open, { ...told, now: MORNING + 9 * HOUR })
  expect(later.sitting.waiting[0]?.conversation.id).toBe(asked?.of)
  const answered = receive(
    house,
    later.sitting,
    { kind: 'result', of: asked!.of, name: asked!.name, value: { dispute: 'd1', number: 'n1' } },
    told,
  )
  expect(answered.replies).toEqual([])
  expect(answered.sitting.waiting[0]?.conversation.results.filed).toMatchObject({ pending: false })
  expect(answered.sitting.matters).toEqual([{ dispute: 'd1', number: 'n1' }])
})

test('answers to nothing that was asked change nothing', () => {
  const { conversation } = turn(report, sit(house).says('邻居吵架').sitting.open!, { kind: 'clock' }, MORNING)
  for (const name of ['gone', 'done']) {
    const last = turn(
      report,
      conversation,
      { kind: 'result', of: conversation.id, name, value: null },
      MORNING,
    )
    expect(last).toEqual({ conversation, replies: [], commands: [] })
  }
})

test('what waits to be heard belongs to a talk that is cut short', () => {
  const desk = sit(house)
    .says('一村吵架')
    .passes(7 * HOUR)
    .says('他又来了')
    .says('取消')
  expect(desk.commands.at(-1)).toMatchObject({ do: 'update', with: { told: { text: '一村吵架\n他又来了' } } })
})

test('photos that were sent before a talk was cut short are kept', () => {
  const desk = sit(house)
    .says('一村吵架')
    .presses('没有')
    .presses('都没有')
    .presses('没有工人')
    .presses('没定')
  desk.sends({ kind: 'files', files: [{ id: 'f1', type: 'image/jpeg' }] }).waits(HOUR / 6)
  expect(desk.commands.at(-1)?.do).toBe('update')
})

test('back out of a correction and out of the question whether to go on', () => {
  const desk = sit(house).says('邻居吵架')
  const old = desk.posed!.id
  desk.presses('没有').sends({ kind: 'pick', question: old, choice: 'yes' }).says('返回')
  expect(desk.sitting.open).toMatchObject({ correcting: null, answers: { hurt: 'no' } })
  desk
    .passes(7 * HOUR)
    .says('他又来了')
    .says('返回')
  expect(desk.sitting.open?.held).toBeNull()
})

test('a press that answers a question left open is its answer', () => {
  const desk = sit(house).says('邻居吵架')
  const hurt = desk.posed!.id
  desk.presses('不想说').sends({ kind: 'pick', question: hurt, choice: 'yes' })
  expect(desk.sitting.open?.answers.hurt).toBe('yes')
  desk.sends({ kind: 'pick', question: hurt, choice: 'gone' })
  expect(desk.said[0]).toBe('那一题已经过去了，请看下面这一题。')
})

test('a press that means nothing at the summary', () => {
  const desk = sit(house).says('一村吵架').says('没有')
  for (let turns = 0; desk.posed?.kind === 'ask' && turns < 9; turns++) desk.says('跳过')
  desk.sends({ kind: 'pick', question: desk.posed!.id, choice: 'gone' })
  expect(desk.said[0]).toBe('请点下面的一个，或者回数字。')
})

test('what is typed for a choice that was corrected by mistake is heard as an answer', () => {
  const desk = sit(house).says('邻居吵架')
  const old = desk.posed!.id
  desk.presses('没有').sends({ kind: 'pick', question: old, choice: 'yes' }).says('好的')
  expect(desk.sitting.open?.answers.hurt).toBe('yes')
  desk.sends({ kind: 'pick', question: old, choice: 'no' }).says('不用')
  expect(desk.sitting.open?.answers.hurt).toBe('yes')
})

test('a person keeps at most so many talks waiting, and hears nothing of the others', () => {
  const desk = sit(house).says('邻居吵架')
  for (let n = 0; n < 20; n++) desk.opens('checkIn', { dispute: `d${n}` }, `r${n}`)
  expect(desk.sitting.waiting).toHaveLength(12)
})

test('the port’s errors carry what their catchers need', () => {
  const cause = new Error('network')
  expect(new Undelivered('rate limited', MORNING, cause)).toMatchObject({
    name: 'Undelivered',
    retryAt: MORNING,
    cause,
  })
  expect(new Unavailable('away')).toMatchObject({ name: 'Unavailable', retryAfter: 5 })
  expect(new Moved('7/-100')).toMatchObject({
    name: 'Moved',
    to: '7/-100',
    message: 'the receiver has moved',
  })
  expect(LOCALES).toEqual(['zh', 'en', 'bo'])
})
