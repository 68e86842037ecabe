// 困难诉求: told by the word for it or in the middle of a report, read back, promised; and what staff do with it.
import { describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '../../flows/casework/calendar.ts'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'

describe('困难', () => {
  test('the word, the need, the village: read back, a number and a day', () => {
    const desk = come()
      .says('困难')
      .says('家里断粮了，没得米')
      .says('Jia village')
      .says('不留')
      .says('不说')
      .says('对')
    expect(desk.transcript).toMatchSnapshot()
    expect(desk.asked('fileRequest')).toEqual([
      {
        do: 'fileRequest',
        with: expect.objectContaining({
          story: { text: '家里断粮了，没得米', files: [] },
          kind: 'livelihood',
          place: { village: 'jia', text: 'Jia village' },
          phone: null,
        }),
      },
    ])
    expect(desk.said.join()).toContain('最迟11月28日 10:12给您答复')
  })

  test('what was said in one breath is not asked again', () => {
    const desk = come().says('求助').says('Jia village，停电三天了，电话13900000001')
    expect(desk.answers).toMatchObject({ place: { village: 'jia' }, reach: { phone: '13900000001' } })
    expect(desk.posed?.id).toMatch(/name$/)
  })

  test('a voice is enough, and whoever goes away after it has asked', () => {
    const desk = come()
      .says('办事')
      .voice()
      .says('Jia village')
      .waits(11 * MINUTE)
    expect(desk.asked('fileRequest')).toHaveLength(1)
    expect(desk.asked('fileRequest')[0]?.with.story.files).toHaveLength(1)
  })

  test('danger in it opens an emergency, and what else is said goes there', () => {
    const desk = come().says('困难').says('没得米了，他现在拿刀要砍我').says('Jia village').says('对')
    expect(desk.asked('raiseEmergency')).toHaveLength(1)
    expect(desk.asked('fileRequest')).toEqual([])
    expect(desk.asked('addToReport')[0]?.with.dispute).toBe('d1')
  })
})

describe('a report that is a difficulty', () => {
  test('is asked which it is before anything is filed, and goes on as a difficulty', () => {
    const desk = come().says('我家停电三天了，没人来修')
    expect(desk.said.at(-1)).toBe('是要帮忙的困难，还是跟谁闹了矛盾？')
    expect(desk.commands).toEqual([])
    desk.presses('是困难，要帮忙').says('示例甲村').says('13900000001').says('不留名')
    expect(desk.transcript).toMatchSnapshot()
    desk.says('对')
    expect(desk.asked('fileDispute')).toEqual([])
    expect(desk.asked('fileRequest')[0]?.with).toMatchObject({
      kind: 'utilities',
      story: { text: '我家停电三天了，没人来修' },
      place: { village: 'jia' },
      phone: '13900000001',
    })
    expect(desk.said.join()).toContain('RDK-2026-0001')
  })

  test('a quarrel after all goes the way of every report', () => {
    const desk = come().says('我家停电三天了，没人来修').presses('是跟人有矛盾')
    expect(desk.said.at(-1)).toMatch(/安全/)
    desk.presses('安全').says('示例甲村')
    expect(desk.asked('fileDispute')[0]?.with.report.category).toBeNull()
  })

  test('whoever says nothing more has it filed, and triage reads what it may be', () => {
    const desk = come()
      .says('我家停电三天了，没人来修')
      .waits(11 * MINUTE)
    expect(desk.asked('fileDispute')[0]?.with.report.category).toBe('ND-HP')
    expect(desk.asked('fileRequest')).toEqual([])
  })

  test('whoever said that it is one and went away has it filed as one', () => {
    const desk = come()
      .says('我家停电三天了，没人来修')
      .presses('是困难，要帮忙')
      .waits(11 * MINUTE)
    expect(desk.asked('fileRequest')).toHaveLength(1)
    expect(desk.asked('fileDispute')).toEqual([])
  })

  test('danger afterwards makes an emergency of it', () => {
    const desk = come().says('我家停电三天了，没人来修').presses('是困难，要帮忙').says('他现在拿刀砍我')
    expect(desk.asked('raiseEmergency').length).toBeGreaterThan(0)
  })
})

const staff = (flow: string, given: object = {}) =>
  come({ staff: true }).opens(flow, { ...(GIVENS[flow] as object), ...given } as never)

describe('staff', () => {
  test.each([
    ['接 RDK-2026-0001', 'requesttake'],
    ['答复 rdk 2026 1', 'requestanswer'],
    ['转交 RDK-2026-0001', 'requestpass'],
    ['说明原因 RDK-2026-0001', 'requestlater'],
    ['是纠纷 RDK-2026-0001', 'requestcase'],
    ['我来调解 RD-2026-0001', 'offer'],
    ['不接 RD-2026-0001', 'offerdecline'],
    ['转困难 RD-2026-0001', 'asrequest'],
    ['难案 RD-2026-0001', 'hard'],
  ])('%s', (said, flow) => {
    const desk = come({ staff: true }).says(said)
    expect(desk.asked('open')[0]?.with).toMatchObject({ flow })
    expect(desk.asked('open')[0]?.with.number).toMatch(/^RDK?-2026-0001$/)
  })

  test('taken, read, answered', () => {
    expect(staff('requesttake').transcript).toMatchSnapshot('taken')
    expect(staff('requestshow').transcript).toMatchSnapshot('read')
    const desk = staff('requestanswer', { byHand: false }).says('办了').says('电修好了')
    expect(desk.transcript).toMatchSnapshot('answered')
    expect(desk.asked('answerRequest')[0]?.with).toEqual({
      request: 'k1',
      rev: 1,
      result: 'done',
      text: '电修好了',
      told: null,
    })
  })

  test('where no chat may tell it, whether it was said is asked', () => {
    const desk = staff('requestanswer').says('办不了').says('要本人去县里').presses('告诉了')
    expect(desk.asked('answerRequest')[0]?.with).toMatchObject({ result: 'cannot', told: 'told' })
  })

  test('passed on, put off, no difficulty at all', () => {
    expect(
      staff('requestpass', { byHand: false }).says('镇民政办').says('找二楼窗口').transcript,
    ).toMatchSnapshot('passed on')
    const later = staff('requestlater').says('要等材料').says('12月4日')
    expect(later.asked('putOffRequest')[0]?.with).toMatchObject({ reason: '要等材料', until: '2026-12-04' })
    expect(later.transcript).toMatchSnapshot('put off')
    expect(staff('requestcase').transcript).toMatchSnapshot('no difficulty')
  })

  test('offers, hard cases, a report that is a difficulty', () => {
    expect(staff('offer').transcript).toMatchSnapshot('offer taken')
    expect(staff('offerdecline').transcript).toMatchSnapshot('offer declined')
    expect(staff('hard').says('两村都牵进来了').transcript).toMatchSnapshot('hard')
    expect(staff('asrequest').presses('Water, power').transcript).toMatchSnapshot('a difficulty')
  })
})

describe('解决了吗', () => {
  const asked = () => come().opens('requestsolved', GIVENS.requestsolved as never)
  test.each([
    ['解决了', 'yes', '好，谢谢您告诉我们。有事随时说。'],
    ['还没有', 'no', '知道了，我们再办。最迟11月28日 10:12给您答复。'],
  ])('%s', (said, solved, answer) => {
    const desk = asked().says(said)
    expect(desk.asked('rateRequest')[0]?.with).toEqual({ request: 'k1', solved })
    expect(desk.said).toEqual([answer])
  })

  test('it is asked once: silence is let be', () => {
    const desk = asked().waits(DAY)
    expect(desk.said).toEqual([])
  })
})
