// 研判会 in chat: who is there, case by case, what the books refuse, stop and go on; 不放心, 对策, 落实.
import { expect, test } from 'vitest'
import { DAY } from '../../flows/casework/calendar.ts'
import { MORNING, type Talking } from '../talk.ts'
import { come } from './desk.ts'
import { CASE, GIVENS } from './givens.ts'

const given = (flow: string) => GIVENS[flow] as never
const card = (more: object) => ({ ...(GIVENS.assesscase as object), ...more })
/** A meeting of three cases, as the books ask for them one after the other. */
const meeting = (books: Talking['books'] = {}) => {
  const second = card({
    entry: 'e2',
    dispute: 'd2',
    number: 'RD-2026-0002',
    level: 'RED',
    at: 2,
    why: ['red'],
    uneasy: false,
  })
  const third = card({
    entry: 'e3',
    dispute: 'd3',
    number: 'RD-2026-0003',
    at: 3,
    why: ['review'],
    days: 0,
    uneasy: false,
  })
  const next: { [entry: string]: object } = { e1: second, e2: third }
  return come({
    staff: true,
    books: {
      beginAssessment: {
        no: 3,
        cases: 3,
        apart: 1,
        minutes: null,
        asksOn: { flow: 'assesscase', id: 'assesscase:e1', given: card({}) },
      } as never,
      assessCase: (({ entry, what }: { entry: string; what: string }) => ({
        number: `RD-2026-000${entry.slice(1)}`,
        level: entry === 'e1' ? 'ORANGE' : 'RED',
        what,
        notDone:
          what === 'lower' ? { zh: '只有所长可以降低红级。', en: 'Only the chief may lower Red.' } : null,
        again: null,
        left: entry === 'e1' ? 2 : 1,
        minutes: entry === 'e3' ? { no: 3, decided: 2, raised: 1, lowered: 0, left: 1 } : null,
        ...(what !== 'stop' && next[entry]
          ? { asksOn: { flow: 'assesscase', id: `assesscase:${entry}`, given: next[entry] } }
          : {}),
      })) as never,
      ...books,
    },
  })
}

test('a meeting: raised, a wish to lower that is not granted, one left out, and the minutes', () => {
  const desk = meeting().says('研判会')
  desk.presses('Officer One').presses('Leader One').says('好了')
  desk
    .presses('升一级')
    .says('又吵了两次')
    .presses('还不放心')
    .says('上门一趟')
    .presses('Officer One')
    .says('3天后')
  desk.presses('降一级').says('平静十天了').says('再看一周').presses('Leader One').says('12月8日')
  desk.presses('跳过')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.asked('beginAssessment')).toMatchObject([
    { with: { assessment: 'm1', attendees: ['o1', 'l1'] } },
  ])
  expect(desk.asked('assessCase').map((one) => one.with)).toEqual([
    {
      entry: 'e1',
      rev: 3,
      what: 'raise',
      reason: '又吵了两次',
      ease: 'still',
      decision: '上门一趟',
      owner: 'o1',
      due: '2026-11-28',
    },
    {
      entry: 'e2',
      rev: 3,
      what: 'lower',
      reason: '平静十天了',
      ease: null,
      decision: '再看一周',
      owner: 'l1',
      due: '2026-12-08',
    },
    { entry: 'e3', rev: 3, what: 'skip', reason: null, ease: null, decision: null, owner: null, due: null },
  ])
  expect(desk.sitting.open).toBeNull()
})

test('"stop for today" asks nothing more, and it goes on by its word', () => {
  const desk = meeting().says('研判会').says('只有我').presses('今天到这里')
  expect(desk.said).toEqual(['先到这里，已定的都记下了，还有2件。发“研判会”接着讲。'])
  expect(desk.sitting.open).toBeNull()
  expect(desk.says('研判会').posed?.id).toMatch(/attendees$/)
  // One that was begun asks for nobody: it goes straight to the case.
  const on = meeting({
    open: {
      flow: 'assessment',
      id: 'on',
      given: { ...(GIVENS.assessment as object), goesOn: true },
    } as never,
  })
  expect(on.says('研判会').said.join('\n')).toContain('接着开研判会，还有4件')
  expect(on.posed?.id).toMatch(/what$/)
})

test('a case that moved on meanwhile is asked again, and the meeting does not end', () => {
  const again = { zh: '这件刚才有了变化，没有记。请看清再定：', en: 'Look again.' }
  const desk = meeting({
    assessCase: {
      number: 'RD-2026-0001',
      level: 'RED',
      what: 'keep',
      notDone: null,
      again,
      left: 3,
      minutes: null,
      asksOn: { flow: 'assesscase', id: 'again', given: card({ rev: 4, uneasy: false }) },
    } as never,
  })
  desk
    .says('研判会')
    .says('只有我')
    .presses('不动')
    .presses('放心了')
    .says('上门')
    .presses('Leader One')
    .says('明天')
  expect(desk.said[0]).toBe(again.zh)
  expect(desk.posed?.id).toMatch(/what$/)
})

test('不放心 has a word of its own, and level has it as a choice', () => {
  const desk = come({ staff: true }).says('不放心 RD-2026-0001').says('乙方眼神不对')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.asked('voiceUnease')).toMatchObject([
    { with: { dispute: 'd1', rev: 3, reason: '乙方眼神不对' } },
  ])
  const level = come({ staff: true }).says('级别 RD-2026-0001').presses('不放心').says('还会闹')
  expect(level.asked('voiceUnease')).toMatchObject([{ with: { reason: '还会闹' } }])
  expect(level.asked('adjustLevel')).toEqual([])
  const ease = come({ staff: true }).says('放心了 RD-2026-0001').says('两家和好了')
  expect(ease.asked('settleUnease')).toMatchObject([
    { with: { dispute: 'd1', rev: 3, reason: '两家和好了' } },
  ])
  expect(ease.said[0]).toContain('级别不变')
})

test('对策 is read back before it is kept', () => {
  const desk = come({ staff: true })
    .says('对策 RD-2026-0001')
    .says('每天上门一次')
    .says('甲民警')
    .says('12月1日')
    .says('对')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.asked('writeWorkPlan')).toMatchObject([
    { with: { plan: 'w1', dispute: 'd1', what: '每天上门一次', who: '甲民警', until: '2026-12-01' } },
  ])
})

test('落实 shows what is owed and takes a sentence', () => {
  const two = come({ staff: true })
    .opens('decision', given('decision'))
    .presses('2. RD-2026-0002')
    .says('电话打过了')
  expect(two.transcript).toMatchSnapshot()
  expect(two.asked('carryOutDecision')).toMatchObject([{ with: { entry: 'e2', words: '电话打过了' } }])
  const one = {
    owed: [
      {
        entry: 'e9',
        dispute: 'd1',
        number: CASE.number,
        level: 'RED',
        decision: '去看看',
        due: MORNING + DAY,
      },
    ],
    choices: [],
    offset: 480,
  }
  const desk = come({ staff: true })
    .opens('decision', one as never)
    .says('去过了')
  expect(desk.asked('carryOutDecision')).toMatchObject([{ with: { entry: 'e9' } }])
})
