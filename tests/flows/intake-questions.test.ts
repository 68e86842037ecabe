// The ways of asking that only a report needs: who, when, how many, how to be reached.
import { describe, expect, test } from 'vitest'
import { countIn, goesOn, phoneIn } from '../../flows/casework/understand/index.ts'
import { whenIn } from '../../flows/casework/understand/when.ts'
import type { Event } from '../../flows/core/event.ts'
import type { Asking } from '../../flows/core/question.ts'
import { coreWords } from '../../flows/core/words.ts'
import { crowd } from '../../flows/intake/questions/crowd.ts'
import { moment } from '../../flows/intake/questions/moment.ts'
import { reach } from '../../flows/intake/questions/reach.ts'
import { role } from '../../flows/intake/questions/role.ts'
import { zh } from '../../flows/intake/words/zh.ts'
import { MORNING } from '../talk.ts'
import { come } from './desk.ts'

const asking = (step: keyof typeof zh.steps): Asking => ({
  words: coreWords('zh'),
  known: {},
  now: MORNING,
  draft: null,
  own: zh.steps[step],
})
const says = (text: string): Event => ({ kind: 'text', text })
const picks = (choice: string): Event => ({ kind: 'pick', question: 'q', choice })
const photo: Event = { kind: 'files', files: [{ id: 'p', type: 'image/png' }] }

describe('how many people', () => {
  const question = crowd(countIn)
  const ask = asking('headcount')
  test('a band is its least number; words name their own', () => {
    expect(question.read(picks('many'), ask)).toEqual({ kind: 'answer', value: 10 })
    expect(question.read(says('十二个人'), ask)).toEqual({ kind: 'answer', value: 12 })
    expect(question.read(says('7'), ask)).toEqual({ kind: 'answer', value: 7 })
    for (const event of [says('说不清'), picks('gone'), photo])
      expect(question.read(event, ask).kind).toBe('unclear')
  })
  test('is shown as it was answered', () => {
    expect(question.show(10, ask)).toBe('十个以上')
    expect(question.show(12, ask)).toBe('12')
  })
})

describe('when', () => {
  const question = moment({ goesOn, whenIn })
  const ask = asking('moment')
  test('a tap, a time, or both in one breath', () => {
    expect(question.read(picks('yes'), ask)).toEqual({
      kind: 'answer',
      value: { text: null, ongoing: 'yes' },
    })
    expect(question.read(says('前天晚上'), ask)).toMatchObject({ value: { text: '前天晚上', ongoing: null } })
    expect(question.read(says('昨天晚上开始的，现在还在闹，一直没停过'), ask)).toMatchObject({
      value: { text: '昨天晚上', ongoing: 'yes' },
    })
  })
  test('a story without a time is no answer, and neither is a picture', () => {
    for (const event of [says('他先骂我妈，后来又骂我家娃娃，骂得很难听'), photo, picks('gone'), says(' ')])
      expect(question.read(event, ask).kind).toBe('unclear')
  })
  test('is shown with what is known of it', () => {
    expect(question.show({ text: '昨天', ongoing: 'no' }, ask)).toBe('昨天 · 已经停了')
    expect(question.show({ text: null, ongoing: 'yes' }, ask)).toBe('还在闹')
  })
})

describe('how to be reached', () => {
  const question = reach(phoneIn)
  const ask = asking('reach')
  test('a bare number, a number with a time, or only in writing', () => {
    expect(question.read(says('138 0000 0000'), ask)).toMatchObject({
      value: { phone: '13800000000', how: null },
    })
    expect(question.read(says('13800000000 晚上九点以后'), ask)).toMatchObject({
      value: { phone: '13800000000', how: '13800000000 晚上九点以后' },
    })
    expect(question.read(picks('text'), ask)).toMatchObject({ value: { phone: null, how: '只打字' } })
    expect(question.read(says('去我妹妹家找我'), ask)).toMatchObject({ value: { how: '去我妹妹家找我' } })
    for (const event of [says('1'), photo]) expect(question.read(event, ask).kind).toBe('unclear')
  })
  test('is shown once', () => {
    expect(question.show({ phone: '13800000000', how: null }, ask)).toBe('13800000000')
    expect(question.show({ phone: '13800000000', how: '13800000000 晚上' }, ask)).toBe('13800000000 晚上')
    expect(question.show({ phone: '13800000000', how: '别打给我' }, ask)).toBe('13800000000 · 别打给我')
    expect(question.show({ phone: null, how: '只打字' }, ask)).toBe('只打字')
  })
})

test('who is telling: five to tap, more to be told in words', () => {
  const ask = asking('role')
  expect(role().choices).toHaveLength(5)
  expect(role().read(picks('GRID'), ask)).toEqual({ kind: 'answer', value: 'GRID' })
  expect(role().read(picks('TEACHER'), ask).kind).toBe('unclear')
  expect(role().schema.safeParse('TEACHER').success).toBe(true)
  expect(role().show('TEACHER', ask)).toBe('老师')
})

test('a sum in words, and a crowd by a tap, in the middle of a report', () => {
  const pasture = come().says('他们村的牦牛越界到我们草场来放').says('1').says('甲村')
  for (let turns = 0; !pasture.posed?.id.endsWith('headcount') && turns < 9; turns++) pasture.says('不想说')
  expect(pasture.presses('十个以上').answers.headcount).toBe(10)

  const debt = come().says('老板欠我工资不给').says('甲村')
  for (let turns = 0; !debt.posed?.id.endsWith('amount') && turns < 9; turns++) debt.says('不想说')
  expect(debt.says('大概一万二').answers.amount).toEqual({ fen: 1_200_000, approx: true })
})

test('a story in very many lines is still read whole', () => {
  const desk = come().says('邻居骂我')
  for (let line = 0; line < 25; line++) desk.says(`第${line}天他也骂我妈了`)
  desk.says('一共欠我5000块')
  expect(desk.answers.narrative).toMatchObject({ text: expect.stringContaining('第24天') })
  expect(desk.answers.amount).toMatchObject({ fen: 500_000 })
})

test('words that may mean despair, in English', () => {
  const desk = come({ locale: 'en' }).says('没得米了 这日子活不下去了咋办').says('safe').presses('示例甲村')
  expect(desk.transcript).toMatch(/I hear how hard this is/)
})
