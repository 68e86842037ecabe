// What channels with links, forms, edits and few bytes bring to the station's desk, as people see it.
import { describe, expect, test } from 'vitest'
import { HOUR } from '../../flows/casework/calendar.ts'
import type { FormAnswer, Json } from '../../flows/core/event.ts'
import { checkForm, type Field, formOf } from '../../flows/core/form.ts'
import { FLOWS } from '../../flows/list.ts'
import { MORNING, type Talk } from '../talk.ts'
import { come, house } from './desk.ts'
import { ANSWERS, GIVENS } from './givens.ts'

const CODE = 'aAbBcCdDeEfFgGhHiIjJkK'
const HAN = /[\u3400-\u9fff]/

describe('somebody opens the chat', () => {
  test('by a village’s link: greeted once, and the village is known', () => {
    const desk = come().sends({ kind: 'arrive', village: 'yi' }).says('邻居修墙占了我家地').taps('安全')
    expect(desk.transcript).toMatchSnapshot()
    expect(desk.asked('fileDispute')[0]?.with.report.place).toEqual({ village: 'yi', text: null })
  })

  test('the village may be told otherwise, and is in the summary', () => {
    const desk = come().sends({ kind: 'arrive', village: 'yi' }).says('邻居修墙占了我家地，在甲村')
    expect(desk.answers.place).toEqual({ village: 'jia', text: null })
    const other = come().sends({ kind: 'arrive', village: 'yi' }).says('邻居修墙占了我家地')
    for (let asked = 0; other.posed?.kind === 'ask' && asked < 12; asked++) other.says('跳过')
    expect(other.posed).toMatchObject({ kind: 'review' })
    expect(other.taps('改：地点').taps('示例街').answers.place).toEqual({ village: 'jie', text: null })
  })

  test('a report that is asked for by its word knows the village too', () => {
    const desk = come().sends({ kind: 'arrive', village: 'jia' }).says('登记')
    expect(desk.sitting.open?.given).toMatchObject({ village: 'jia' })
    expect(desk.said).toEqual(['现在安全吗？'])
  })

  test('in English, and by somebody who works here', () => {
    expect(come({ locale: 'en' }).sends({ kind: 'arrive', village: null }).said).toEqual([
      "Hello, I am the station's automatic assistant, not a police officer. Tell me about a dispute by text or voice. If someone is being beaten or hurt, call 110 now.",
      "What you say is seen only by those handling it, and passed on where the law requires. You may leave anything out. Reply 'privacy' for details, 'delete' to ask for deletion.",
    ])
    expect(come({ staff: true }).sends({ kind: 'arrive', village: null }).said[0]).toMatch(/签收/)
  })
})

describe('a one-time code', () => {
  test('binds the chat of somebody who works here', () => {
    const useCode = { as: 'staff', name: '示例驻村民警甲', roles: ['officer'] }
    const desk = come({ books: { useCode } }).says(`绑定 ${CODE}`)
    expect(desk.said[0]).toBe('您好，示例驻村民警甲。这个聊天已经绑定到您名下，可以办案了。')
    expect(desk.said.slice(1).join()).toMatch(/签收.*我的案件/s)
  })

  test('joins a resident’s chats', () => {
    const useCode = { as: 'resident', matters: [{ dispute: 'd9', number: 'RD-2026-0009' }] }
    const desk = come({ books: { useCode } }).says('邻居骂我').says(`接续 ${CODE}`)
    expect(desk.said).toEqual([
      '这两个聊天现在是同一个人的了。RD-2026-0009在这里也能查、能补充。',
      '现在安全吗？',
    ])
    expect(desk.says('进度').asked('open')).toHaveLength(1)
    const none = come({ books: { useCode: { as: 'resident', matters: [] } }, locale: 'en' }).says(
      `/bind ${CODE}`,
    )
    expect(none.said).toEqual(['These two chats belong to one person now.'])
  })

  test('joins a side of a case', () => {
    const useCode = { flow: 'welcome', id: 'w', given: GIVENS.welcome as Json }
    const desk = come({ books: { useCode } }).sends({ kind: 'code', code: CODE })
    expect(desk.said[0]).toContain('RD-2026-0001')
  })

  test('wrong, used and old are one sentence', () => {
    const said = ['unknown', 'used', 'expired'].map(
      (refused) => come({ books: { useCode: { refused } } }).says(CODE).said,
    )
    expect(new Set(said.flat())).toEqual(
      new Set(['这个码用不了：可能打错了，用过了，或者过了时间。请要一个新的码再试。']),
    )
  })

  test('is made for residents and for staff', () => {
    const desk = come().says('换聊天')
    expect(desk.said).toEqual([
      '下面这一行，请在您的另一个聊天里发给我，那边就能接着说。只能用一次，11月25日 10:22前有效。不要给别人，拿到的人能看到您说的事。',
      `绑定 ${CODE}`,
    ])
    const makeCode = { ...(ANSWERS.makeCode as object), staff: true } as Json
    const staff = come({ staff: true, books: { makeCode } }).says('换聊天')
    expect(staff.said[0]).toContain('用您的名义办案')
    const english = come({ locale: 'en' }).says('link')
    expect(english.said[0]).toContain('until 25 Nov 10:22')
    // What is to be typed there is understood here.
    expect(come().says(staff.said[1]!).asked('useCode')[0]?.with).toEqual({ code: CODE })
    expect(come().says(english.said[1]!).asked('useCode')[0]?.with).toEqual({ code: CODE })
  })
})

test.each(['我的案件', '我的', 'my cases', 'cases'])('staff see their cases by %s', (said) => {
  const desk = come({ staff: true }).says(said)
  expect(desk.commands).toEqual([{ do: 'listMine', with: {} }])
  expect(desk.said).toEqual([
    'RD-2026-0002｜红｜待签收｜签收 11月25日 09:12前｜已超期\nRD-2026-0001｜黄｜调解中',
  ])
})

test('my cases in English, and none', () => {
  const desk = come({ staff: true, locale: 'en' }).says('my cases')
  expect(desk.said).toEqual([
    'RD-2026-0002 | Red | assigned | accept by 25 Nov 09:12 | overdue\nRD-2026-0001 | Yellow | mediating',
  ])
  const none = { listMine: { cases: [], offset: 480 } }
  expect(come({ staff: true, books: none }).says('我的案件').said).toEqual(['您手上现在没有案件。'])
  expect(come({ staff: true, books: none, locale: 'en' }).says('cases').said).toEqual([
    'You have no cases at present.',
  ])
})

test('a message that was changed: what it told is told anew, and the case follows', () => {
  const was = '老板欠我13万2工资，在甲村'
  const desk = come().says(was).corrects(was, '老板欠我15万2工资，在乙村')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.asked('updateReport')[0]?.with.report).toMatchObject({
    place: { village: 'yi' },
    amount: { fen: 15_200_000 },
  })
})

test('an answer that was changed can be an alarm', () => {
  const desk = come().says('邻居骂我 甲村').says('安全').corrects('安全', '不安全')
  expect(desk.said[0]).toMatch(/^请马上打110/)
  expect(desk.asked('raiseEmergency')).toHaveLength(1)
})

test('after the talk both are kept with the case', () => {
  const desk = come().says('邻居骂我 甲村').says('取消').corrects('邻居骂我 甲村', '邻居占我地 甲村')
  expect(desk.said).toEqual(['您改的话已补记到RD-2026-0001，原来的话也留着。'])
  expect(come().corrects(null, '邻居骂我').said).toEqual([
    '改过的那条我看到了，可是不知道是说哪件事。请重新发一条新消息。',
  ])
})

test('whatever a channel brings, English stays English', () => {
  const kinds = ['kind', 'tooLarge', 'lost', 'notOwnPhone'] as const
  const desk = come({ locale: 'en', staff: true })
  for (const why of kinds) expect(desk.sends({ kind: 'unreadable', why }).said.join()).not.toMatch(HAN)
  for (const alerts of [true, false])
    expect(desk.sends({ kind: 'group', group: 'g', alerts }).said.join()).not.toMatch(HAN)
  const same = come({ locale: 'en', books: { setGroup: { set: false } } })
  expect(same.sends({ kind: 'group', group: 'g', alerts: true }).said.join()).not.toMatch(HAN)
  for (const said of ['bind', `bind ${CODE}`, 'link']) expect(desk.says(said).said.join()).not.toMatch(HAN)
  const useCode = { as: 'staff', name: 'Sample Officer', roles: [] }
  const bound = come({ locale: 'en', books: { useCode } }).says(CODE)
  expect(bound.said[0]).toBe(
    'Hello Sample Officer. This chat is bound to you now, and you can work on cases here.',
  )
  expect(come({ locale: 'en' }).corrects('a', 'b').said.join()).not.toMatch(HAN)
  const resident = come({ locale: 'en' })
    .sends({ kind: 'arrive', village: 'jia' })
    .says('my neighbour took my land')
    .says('cancel')
  expect(resident.corrects('a', 'b').said).toEqual([
    'What you changed was added to RD-2026-0001; what you wrote first is kept too.',
  ])
})

describe('a form', () => {
  const fieldsOf = ({ sitting }: Talk): Field[] => formOf(house, sitting, MORNING)?.fields ?? []
  const named = (desk: Talk) => fieldsOf(desk).map(({ id }) => id.split('.')[1])
  const at = (flow: string, change = {}) =>
    come({ staff: true }).opens(flow, { ...(GIVENS[flow] as object), ...change })

  test.each([
    ['assignment', ['suggested', 'helpers']],
    ['contact', ['side', 'how', 'rightsRead', 'willing', 'otherName', 'otherPhone', 'note']],
    ['mediation', ['result', 'summary', 'helpers', 'place']],
    ['duty', ['duty', 'what']],
    ['visit', ['round', 'mode', 'outcome']],
    ['referral', ['toUnit', 'toPerson', 'phone', 'reason', 'basis', 'materials', 'due']],
    ['calm', ['injured', 'done']],
    ['move', ['to', 'reason']],
    ['close', ['waiveRounds', 'reason']],
  ])('%s has several fields at once', (flow, fields) => {
    expect(named(at(flow))).toEqual(fields)
  })

  test('one question alone is no form, and nor is what begins with a list', () => {
    for (const flow of ['decline', 'screening', 'agreement', 'level', 'claim', 'thirdparty'])
      expect(named(at(flow)), flow).toEqual([])
  })

  test('what follows the first answer comes together', () => {
    // What the law asks next depends on what was answered before.
    expect(named(at('screening').presses('受理'))).toEqual([])
    expect(named(at('assignment').says('换人'))).toEqual(['leader', 'officer', 'helpers', 'reason'])
    expect(named(at('mediation').says('没谈成'))).toEqual([
      'summary',
      'reason',
      'remediesTold',
      'helpers',
      'place',
    ])
  })

  test('residents are asked one question at a time', () => {
    for (const flow of ['intake', 'add', 'status', 'revisit'])
      expect(named(come().opens(flow, GIVENS[flow] as Json)), flow).toEqual([])
    expect(
      named(
        come()
          .opens('revisit', GIVENS.revisit as Json)
          .says('方便'),
      ),
    ).toEqual([])
  })

  test('no text of a field, nor of a choice, is empty', () => {
    for (const { name } of FLOWS)
      for (const { text, choices, id } of fieldsOf(at(name))) {
        expect(text.trim(), id).not.toBe('')
        for (const { label } of choices) expect(label.trim(), id).not.toBe('')
      }
  })

  /** Any answer that a field takes. */
  const filled = ({ id, choices, ...field }: Field): FormAnswer => {
    const choice = choices[0]?.id
    if (choice !== undefined) return { question: id, event: { kind: 'pick', question: id, choice } }
    const hint = field.kind === 'ask' ? field.hint : 'text'
    const said = { date: '12-20', phone: '13800000000', money: '5000', number: '3' }
    return {
      question: id,
      event: { kind: 'text', text: (said as Record<string, string>)[hint] ?? '说清楚了' },
    }
  }

  test.each(FLOWS.map(({ name }) => name))(
    '%s can be filled in form by form and question by question',
    (name) => {
      const desk = at(name)
      for (let turns = 0; desk.sitting.open && turns < 20; turns++) {
        const answers = fieldsOf(desk).map(filled)
        if (answers.length > 0) {
          expect(checkForm(house, desk.sitting, answers, { now: MORNING, id: 'x', staff: true })).toEqual([])
          const before = Object.keys(desk.answers).length
          const { id } = desk.sitting.open
          desk.sends({ kind: 'form', answers })
          // Another talk may follow at once.
          if (desk.sitting.open?.id === id)
            expect(Object.keys(desk.answers)).toHaveLength(before + answers.length)
          continue
        }
        const { posed } = desk
        const choice = posed?.choices.at(posed.kind === 'review' ? 0 : -1)
        if (posed && choice) desk.sends({ kind: 'pick', question: posed.id, choice: choice.id })
        else if (posed?.kind === 'ask') desk.sends(filled(posed).event)
      }
      expect(desk.sitting.open).toBeNull()
    },
  )

  test('联系, filled in at once', () => {
    const desk = at('contact')
    const given: { [field: string]: string } = {
      side: '双方',
      how: '电话',
      rightsRead: '是',
      willing: '愿意',
      otherName: '乙方',
      otherPhone: '138',
      note: '',
    }
    const answers = fieldsOf(desk).map(
      ({ id }): FormAnswer => ({
        question: id,
        event: { kind: 'text', text: given[id.split('.')[1]!]! },
      }),
    )
    expect(checkForm(house, desk.sitting, answers, { now: MORNING + HOUR, id: 'x', staff: true })).toEqual([
      { question: 'contact.otherPhone', why: '请回11位手机号，座机请带区号。' },
    ])
    desk.sends({ kind: 'form', answers }).says('13800000000').says('跳过')
    expect(desk.transcript).toMatchSnapshot()
    desk.presses('对，就这样')
    expect(desk.asked('recordContact')[0]?.with).toMatchObject({
      side: 'both',
      how: 'phone',
      otherPhone: '13800000000',
      note: null,
    })
  })
})
