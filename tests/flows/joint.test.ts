// 联合调解, 联调记录, 回执 and the answers of those who were asked: each as the transcript that somebody sees.
import { expect, test } from 'vitest'
import { MORNING } from '../talk.ts'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'

const at = (flow: string, change = {}) =>
  come({ staff: true }).opens(flow, { ...(GIVENS[flow] as object), ...change })
const HOUR = 3_600_000

test('联合调解: one of each force, a guest of both sides, both languages with an interpreter', () => {
  const desk = at('joint')
    .presses('Officer One')
    .says('就这些')
    .presses('Cadre One')
    .says('就这些')
    .presses('Mediator One')
    .says('就这些')
    .presses('要请')
    .says('老村长')
    .presses('德高望重的人')
    .presses('同意')
    .presses('同意')
    .says('就这些')
    .presses('Officer One')
    .says('11月28日')
    .says('下午3点')
    .says('村委会')
    .presses('汉语和藏语')
    .presses('Cadre One')
  expect(desk.says('对').transcript).toMatchSnapshot()
  expect(desk.asked('planJoint')[0]?.with).toEqual({
    dispute: 'd1',
    rev: 3,
    police: ['o1'],
    cadres: ['h1'],
    people: ['m1'],
    why: null,
    guests: [{ name: '老村长', relation: 'respected', consents: ['A', 'B'] }],
    host: 'o1',
    day: '2026-11-28',
    time: '15:00',
    place: '村委会',
    language: 'both',
    interpreter: 'h1',
  })
})

test('联合调解: a force that is missing needs a reason; a guest whom one side does not want is kindly left out', () => {
  const desk = at('joint').presses('Officer One').says('就这些').presses('不请干部').presses('不请调解员')
  expect(desk.posed?.text).toContain('没有凑齐')
  desk.says('村里的人都外出了').presses('要请').says('舅舅').presses('亲戚').presses('同意').presses('没同意')
  desk.says('就这些')
  expect(desk.said.join('\n')).toContain('要双方都同意')
  desk.presses('Officer One').says('后天').says('3点')
  expect(desk.said[0]).toContain('请回几点')
  desk.presses('10:30').says('村委会').presses('汉语').says('对')
  expect(desk.asked('planJoint')[0]?.with).toMatchObject({
    cadres: [],
    why: '村里的人都外出了',
    guests: [],
    time: '10:30',
    interpreter: null,
  })
})

const planned = {
  planned: {
    meeting: 'j1',
    at: MORNING + 48 * HOUR,
    place: '村委会',
    answers: [
      { who: 'Cadre One', answer: 'other-time', words: '周六才在' },
      { who: '甲方', answer: null, words: null },
    ],
    asked: [{ id: 'i9', label: '甲方' }],
  },
}

test('联合调解 that is planned: who said what, another time, a phoned answer, or off', () => {
  const move = at('joint', planned)
  expect(move.said.join('\n')).toContain('Cadre One：想换时间，周六才在')
  move.presses('改时间').says('12月2日').says('9:30').presses('不改').says('对')
  expect(move.transcript).toMatchSnapshot()
  expect(move.asked('changeJoint')[0]?.with).toMatchObject({
    meeting: 'j1',
    change: 'move',
    day: '2026-12-02',
    time: '09:30',
    place: null,
  })
  const phoned = at('joint', planned).presses('记电话里的答复').presses('甲方').presses('来不了').says('对')
  expect(phoned.asked('answerInvitation')[0]?.with).toEqual({
    invitation: 'i9',
    asked: null,
    answer: 'cannot',
    words: null,
  })
  const off = at('joint', planned).presses('不开了').says('乙方住院了').says('对')
  expect(off.asked('changeJoint')[0]?.with).toMatchObject({ change: 'cancel', reason: '乙方住院了' })
})

test('联调记录: who came and what came of it; with a side absent nothing was talked over', () => {
  const desk = at('jointheld')
    .presses('Officer One')
    .presses('Cadre One')
    .says('就这些')
    .presses('双方都来了')
  desk.presses('没谈成').says('谈了一上午').says('退多少谈不拢').presses('告诉了').says('没有').says('对')
  expect(desk.transcript).toMatchSnapshot()
  const absent = at('jointheld')
    .presses('都没来')
    .presses('只来了甲方')
    .presses('不写')
    .says('没有')
    .says('对')
  expect(absent.asked('recordJoint')[0]?.with).toMatchObject({
    came: [],
    sides: ['A'],
    result: 'absent',
    summary: null,
  })
})

test('来, 来不了, 换时间: one word each, and no more than they want to say', () => {
  const asked = { invitation: 'i2', asked: MORNING }
  const answer = (desk: ReturnType<typeof come>) => desk.asked('answerInvitation')[0]?.with
  expect(answer(at('coming'))).toEqual({ ...asked, answer: 'coming', words: null })
  expect(answer(at('cannot').says('不说'))).toEqual({ ...asked, answer: 'cannot', words: null })
  expect(answer(at('othertime').says('周六'))).toEqual({ ...asked, answer: 'other-time', words: '周六' })
  // Whoever goes away without saying why has answered.
  expect(answer(at('cannot').waits(25 * HOUR))).toMatchObject({ answer: 'cannot' })
  // The words of the buttons, typed with the number.
  for (const [typed, flow] of [
    ['来 RD-2026-0001', 'coming'],
    ['来不了 RD-2026-0001', 'cannot'],
    ['换时间 RD-2026-0001', 'othertime'],
    ['联调 RD-2026-0001', 'joint'],
    ['联调记录 RD-2026-0001', 'jointheld'],
    ['回执 RD-2026-0001', 'receipt'],
  ] as const)
    expect(come({ staff: true }).says(typed).asked('open')[0]?.with).toEqual({ flow, number: 'RD-2026-0001' })
})

test('a side is asked when and where, and who will be there by what they are', () => {
  const side = () => come().opens('sitdown', GIVENS.sitdown ?? null)
  expect(side().presses('换个时间').says('周六下午').transcript).toMatchSnapshot()
  for (const said of ['1', '能来', '要得'])
    expect(side().says(said).asked('answerInvitation')[0]?.with).toMatchObject({ answer: 'coming' })
  expect(side().says('不去').asked('answerInvitation')[0]?.with).toMatchObject({ answer: 'cannot' })
  expect(side().says('他拿刀来了').asked('raiseEmergency')).toHaveLength(1)
})

test('回执: received on a day that has been, sent back with the reason, or settled with a sentence for the reporter', () => {
  const taken = at('receipt').presses('收到了').says('11-23').says('就是移交时写的人').says('对')
  expect(taken.asked('recordReceipt')[0]?.with).toMatchObject({ what: 'taken', day: '2026-11-23', who: null })
  const back = at('receipt').presses('退回来了').says('说不归他们管').says('对')
  expect(back.asked('recordReceipt')[0]?.with).toMatchObject({
    what: 'returned',
    words: '说不归他们管',
    next: null,
  })
  const done = at('receipt').presses('有结果了').says('下了处理决定').says('路还照原来走。')
  done.presses('本所接着回访').says('对')
  expect(done.transcript).toMatchSnapshot()
  expect(done.asked('recordReceipt')[0]?.with).toMatchObject({ told: '路还照原来走。', next: 'watch' })
  // Nobody is to be told, and there is one way on.
  const quiet = at('receipt', { acknowledged: true, reporter: false, next: ['leader'] })
  expect(quiet.posed?.choices.map(({ label }) => label)).toEqual(['有结果了', '退回来了'])
  quiet.presses('有结果了').says('下了处理决定').says('对')
  expect(quiet.asked('recordReceipt')[0]?.with).toMatchObject({ told: null, next: 'leader' })
})
