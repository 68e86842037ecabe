// 回访计划: the plan as it is shown, and each change as the transcript of whoever makes it.
import { expect, test } from 'vitest'
import { planLines, type RoundTold } from '../../flows/casework/plan-told.ts'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'

const opened = (change = {}) => come({ staff: true }).opens('plan', { ...(GIVENS.plan as object), ...change })
const asked = (desk: ReturnType<typeof opened>) => desk.asked('changePlan')[0]?.with

test('what is over, what runs and what is to come, and one more round', () => {
  const desk = opened().presses('加一次').says('12月15日').presses('上门').says('两家又吵了一次')
  expect(desk.transcript).toMatchSnapshot()
  expect(asked(desk)).toEqual({
    dispute: 'd1',
    rev: 3,
    change: 'add',
    round: null,
    day: '2026-12-15',
    mode: 'visit',
    reason: '两家又吵了一次',
  })
})

test('who only looks leaves it as it is', () => {
  const desk = opened().says('不改')
  expect(asked(desk)).toMatchObject({ change: 'keep', reason: null })
  expect(desk.said.at(-1)).toBe('RD-2026-0001的回访照原计划。')
})

test('another day for a round that has not begun', () => {
  const desk = opened().says('改期').presses('Round 3').says('下月20号').says('当事人外出')
  expect(asked(desk)).toMatchObject({ change: 'move', round: 'n3', day: '2026-12-20', reason: '当事人外出' })
})

test('a leader lets one go, also one that has begun, and keeps only one', () => {
  const one = opened().presses('免一次').presses('Round 2').says('双方都满意')
  expect(asked(one)).toMatchObject({ change: 'waive', round: 'n2', day: null, reason: '双方都满意' })
  const all = opened().presses('只留一次').says('当场履行，双方满意')
  expect(asked(all)).toMatchObject({ change: 'cut', round: null, reason: '当场履行，双方满意' })
})

test('a mediator is offered nothing but to look', () => {
  const desk = opened({ changes: ['keep'] })
  expect(desk.transcript.match(/\[(.*)\]/)?.[1]).toBe('不改')
  desk.says('免一次')
  expect(desk.asked('changePlan')).toEqual([])
})

test('nothing planned is said so', () => {
  const none = { summary: { zh: '', en: '' }, rounds: [] }
  expect(opened({ plan: none, movable: [], waivable: [], changes: ['keep', 'add'] }).transcript).toContain(
    '还没有回访安排。',
  )
})

const round = (no: number, state: RoundTold['state']): RoundTold => ({
  no,
  state,
  why: { zh: '级别规定', en: 'by its level' },
  sides: [
    { side: 'A', day: '2026-12-01', clock: '12:15', mode: 'chat', why: { zh: '', en: '' } },
    { side: 'B', day: '2026-12-02', clock: '10:15', mode: 'visit', why: { zh: '', en: '' } },
  ],
  outcome: null,
})

test('each side stands with its own hour, its own way, and its own day where it was put off', () => {
  const plan = { summary: { zh: '', en: '' }, rounds: [round(3, 'planned')] }
  expect(planLines(plan, 'zh')).toEqual(['3. 12月1日 甲方12:15聊天，乙方12月2日10:15上门（级别规定）'])
  expect(planLines(plan, 'en')).toEqual(['3. 1 Dec A 12:15 by chat, B 2 Dec 10:15 in person (by its level)'])
})

test('a long plan stays one message: what is over gives way first, then the far end is counted', () => {
  const many = (done: number, planned: number) => ({
    summary: { zh: '', en: '' },
    rounds: [
      ...Array.from({ length: done }, (_, i) => round(i + 1, 'done')),
      ...Array.from({ length: planned }, (_, i) => round(done + i + 1, 'planned')),
    ],
  })
  expect(planLines(many(10, 8), 'zh')).toHaveLength(14)
  expect(planLines(many(10, 8), 'zh').at(-1)).toMatch(/^18\. /)
  const far = planLines(many(3, 30), 'zh')
  expect(far).toHaveLength(15)
  expect(far.at(-1)).toBe('还有16次')
  expect(far.join('\n').length).toBeLessThan(1_500)
})
