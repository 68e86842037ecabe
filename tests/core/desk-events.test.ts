// What channels bring beside texts and presses: somebody opens the chat, gives a code, sends what nobody can read.
import { describe, expect, test } from 'vitest'
import type { Event } from '../../flows/core/event.ts'
import { tapOf } from '../../flows/core/tap.ts'
import type { Books } from '../talk.ts'
import { sit } from './sit.ts'
import { HOUR, house } from './toy.ts'

const CODE = 'aAbBcCdDeEfFgGhHiIjJkK'
const arrive = (village: string | null = null): Event => ({ kind: 'arrive', village })

describe('a tap', () => {
  test('is the press that it stands for', () => {
    const desk = sit(house).says('邻居吵架').taps('没有')
    expect(desk.answers).toMatchObject({ hurt: 'no' })
    expect(desk.said).toEqual(['哪个村？'])
  })

  test('on the summary sends it', () => {
    const desk = sit(house).says('一村吵架').says('推了')
    while (desk.posed?.kind === 'ask') desk.taps(desk.posed.choices.at(-1)!.label)
    expect(desk.taps('对，就这样').said).toEqual(['收到，RD-2026-0001。'])
  })

  test('on a question that is past is offered as a correction', () => {
    const desk = sit(house).says('邻居吵架')
    const { posed } = desk
    desk.taps('没有')
    desk.sends({ kind: 'tap', token: tapOf(posed!.id, 'yes') })
    expect(desk.said).toEqual(['“受伤”您已经答过。要改成“有”吗？'])
    expect(desk.taps('改').answers).toMatchObject({ hurt: 'yes' })
  })

  test('that stands for nothing leaves the question open', () => {
    expect(sit(house).says('邻居吵架').sends({ kind: 'tap', token: 'x' }).said).toEqual([
      '那一题已经过去了，请看下面这一题。',
      '有人受伤吗？',
    ])
  })

  test('when nothing is open is answered kindly', () => {
    expect(sit(house).sends({ kind: 'tap', token: 'x' }).said).toEqual(['没有问题开着'])
  })
})

describe('somebody opens the chat', () => {
  test('a resident is greeted, and not again when the report begins', () => {
    const desk = sit(house).sends(arrive())
    expect(desk.said).toEqual(['您好'])
    expect(desk.sitting.open).toBeNull()
    expect(desk.says('邻居吵架').said).toEqual(['有人受伤吗？'])
  })

  test('the next day the report begins with its greeting', () => {
    const desk = sit(house)
      .sends(arrive())
      .passes(25 * HOUR)
      .says('邻居吵架')
    expect(desk.said).toEqual(['您好', '有人受伤吗？'])
  })

  test('a village of the link is known, may be told otherwise, and may be changed', () => {
    const desk = sit(house).sends(arrive('v2')).says('邻居吵架')
    expect(desk.answers.where).toEqual({ village: 'v2', text: null })
    expect(desk.commands.map((one) => one.do)).toEqual(['file'])
    expect(desk.says('推了').said).toEqual(['记下了。', '有谁？'])
    expect(sit(house).sends(arrive('v2')).says('一村吵架').answers.where).toEqual({
      village: 'v1',
      text: null,
    })
  })

  test('a village that is none of the station’s is asked for as ever', () => {
    const desk = sit(house)
      .sends(arrive('x'.repeat(100)))
      .says('邻居吵架')
      .says('没得')
    expect(desk.sitting.village).toHaveLength(64)
    expect(desk.said).toEqual(['哪个村？'])
  })

  test('whoever starts again keeps the village', () => {
    const desk = sit(house)
      .sends(arrive('v2'))
      .says('邻居吵架')
      .passes(7 * HOUR)
      .says('又吵了')
    expect(desk.said).toEqual(['上次说到“受伤”。接着说吗？'])
    expect(desk.presses('重新说').answers).toMatchObject({
      where: { village: 'v2' },
      story: { text: '又吵了' },
    })
  })

  test('the open question stands again, and nothing is said anew', () => {
    const desk = sit(house).says('邻居吵架').sends(arrive('v1'))
    expect(desk.said).toEqual(['有人受伤吗？'])
    expect(desk.sitting.village).toBe('v1')
  })

  test('staff see what they may type', () => {
    const desk = sit(house, { staff: true }).sends(arrive('v1'))
    expect(desk.said).toEqual(['帮助：民警'])
    expect(desk.sitting.village).toBeUndefined()
  })
})

describe('a one-time code', () => {
  const using = (useCode: Books[string]) => sit(house, { books: { useCode } })

  test.each([
    `绑定 ${CODE}`,
    `绑定${CODE}`,
    `绑定：${CODE}`,
    `bind ${CODE}`,
    `/bind ${CODE}`,
    `Bind  ${CODE}`,
    CODE,
  ])('%s is given to the books and kept nowhere', (said) => {
    const desk = sit(house).says('邻居吵架').says(said)
    expect(desk.commands).toEqual([{ do: 'useCode', with: { code: CODE } }])
    expect(JSON.stringify(desk.sitting)).not.toContain(CODE)
    expect(desk.said).toEqual(['这个码用不了', '有人受伤吗？'])
  })

  test.each(['绑定', 'bind', '/bind'])('%s alone asks for the code', (said) => {
    const desk = sit(house).says(said)
    expect(desk.commands).toEqual([])
    expect(desk.said).toEqual(['请连码一起发'])
  })

  test.each(['bind the sheep to the tree', 'bindweed everywhere', '绑定了我的手机', 'x'.repeat(22)])(
    '%s is no code',
    (said) => {
      expect(sit(house).says(said).asked('useCode')).toEqual([])
    },
  )

  test('somebody who works here is greeted by name and told what may be typed', () => {
    const desk = using({ as: 'staff', name: '示例驻村民警甲', roles: ['officer'] }).sends({
      kind: 'code',
      code: CODE,
    })
    expect(desk.said).toEqual(['您好，示例驻村民警甲', '帮助：民警'])
  })

  test('a resident’s matters of the other chat are theirs here too', () => {
    const matters = [
      { dispute: 'd1', number: 'RD-2026-0001' },
      { dispute: 'd2', number: 'RD-2026-0002' },
    ]
    const desk = using({ as: 'resident', matters }).says('一村吵架').says(`绑定 ${CODE}`)
    expect(desk.said[0]).toBe('是同一个人的了：RD-2026-0001、RD-2026-0002')
    expect(desk.sitting.matters).toEqual(matters)
  })

  test('a code that joins a side begins its flow; what was open comes back', () => {
    const desk = using({ flow: 'checkIn', id: 'j', given: { dispute: 'd1' } })
      .says('邻居吵架')
      .says(CODE)
    expect(desk.said).toEqual(['回访', '做到了吗？'])
    expect(desk.says('做到了').said).toEqual(['谢谢', '有人受伤吗？'])
  })

  test('the books’ own reason is said where they give one', () => {
    const refused = { refused: 'other-side', say: { zh: '给另一方的', en: 'For the other side' } }
    expect(using(refused).says(CODE).said).toEqual(['给另一方的'])
  })

  test('is made for whoever asks, with the line to type in the other chat last', () => {
    const desk = sit(house).says('邻居吵架').says('换聊天')
    expect(desk.commands).toEqual([{ do: 'makeCode', with: {} }])
    expect(desk.said[0]).toMatch(/^接续/)
    expect(desk.said.slice(1)).toEqual([`绑定 ${CODE}`, '有人受伤吗？'])
    expect(JSON.stringify(desk.sitting)).not.toContain(CODE)
  })

  test('is refused with a reason', () => {
    const desk = sit(house, { books: { makeCode: { refused: 'too-many' } } }).says('换聊天')
    expect(desk.said).toEqual(['这一步现在办不了（too-many）。'])
  })
})

describe('a group of staff', () => {
  const group = (alerts: boolean): Event => ({ kind: 'group', group: 'g1', alerts })

  test('gets the alerts, or no longer, or as before', () => {
    const desk = sit(house, { staff: true }).sends(group(true))
    expect(desk.commands).toEqual([{ do: 'setGroup', with: { group: 'g1', alerts: true } }])
    expect(desk.said).toEqual(['这个群会收到'])
    expect(desk.sends(group(false)).said).toEqual(['这个群不再收'])
    const same = sit(house, { staff: true, books: { setGroup: { set: false } } })
    expect(same.sends(group(true)).said).toEqual(['没有变'])
  })

  test('to whoever may not it looks like a word that means nothing', () => {
    const books = { setGroup: { refused: 'not-allowed', say: { zh: '您不能', en: 'You may not' } } }
    expect(sit(house, { staff: true, books }).sends(group(true)).said).toEqual(['没听懂，回“帮助”'])
    expect(sit(house, { books }).sends(group(true)).said).toEqual(['没有问题开着'])
    expect(sit(house, { books }).says('邻居吵架').sends(group(false)).said).toEqual(['有人受伤吗？'])
  })
})

test.each([
  ['kind', '看不了'],
  ['tooLarge', '太大'],
  ['lost', '没收到'],
  ['notOwnPhone', '不是自己的号码'],
] as const)('what cannot be read (%s) is said so, and the question stands', (why, said) => {
  expect(sit(house).sends({ kind: 'unreadable', why }).said).toEqual([said])
  const desk = sit(house).says('邻居吵架')
  const before = desk.sitting
  desk.sends({ kind: 'unreadable', why })
  expect(desk.said).toEqual([said, '有人受伤吗？'])
  expect(desk.sitting).toEqual(before)
})

test('whether a person can be reached is noted without a word', () => {
  const desk = sit(house).says('邻居吵架').sends({ kind: 'reach', reachable: false })
  expect(desk.commands).toEqual([{ do: 'noteReach', with: { reachable: false } }])
  expect(desk.replies).toEqual([])
  const granted = sit(house).sends({ kind: 'reach', reachable: true, grants: 3 })
  expect(granted.commands).toEqual([{ do: 'noteReach', with: { reachable: true, grants: 3 } }])
  expect(granted.replies).toEqual([])
})

describe('my cases', () => {
  const line = { level: 'RED', state: { zh: '', en: '' }, due: null, overdue: false } as const
  const listMine = {
    cases: [
      { ...line, number: 'n1' },
      { ...line, number: 'n2' },
    ],
    offset: 480,
  }

  test('in one message, and the open question stands', () => {
    const desk = sit(house, { staff: true, books: { listMine } })
    expect(desk.says('我的案件').said).toEqual(['n1\nn2'])
    desk.opens('checkIn', { dispute: 'd1' }).says('/我的案件')
    expect(desk.said).toEqual(['n1\nn2', '做到了吗？'])
    expect(sit(house, { staff: true }).says('我的案件').said).toEqual(['没有案件'])
  })

  test('are refused with a reason', () => {
    const refused = { refused: 'x', say: { zh: '现在不行', en: 'Not now' } }
    expect(sit(house, { staff: true, books: { listMine: refused } }).says('我的案件').said).toEqual([
      '现在不行',
    ])
  })

  test('are no word that residents have', () => {
    const desk = sit(house).says('我的案件')
    expect(desk.commands).toEqual([])
    expect(desk.answers.story).toMatchObject({ text: '我的案件' })
  })
})

test('commands may be typed with a stroke before them', () => {
  expect(sit(house).says('/帮助').said).toEqual(['帮助：说就行'])
  const desk = sit(house, { staff: true }).says('/回访 RD-2026-0001')
  expect(desk.commands[0]).toEqual({ do: 'open', with: { flow: 'checkIn', number: 'RD-2026-0001' } })
})
