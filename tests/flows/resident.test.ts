// What residents are asked after a report: how it stands, how it goes on, and what they want to add.
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../flows/casework/calendar.ts'
import { MORNING } from '../talk.ts'
import { come, house } from './desk.ts'
import { GIVENS } from './givens.ts'

const REVISIT = GIVENS.revisit as { [name: string]: never }
const asked = (change = {}) => come().opens('revisit', { ...REVISIT, ...change })

describe('回访', () => {
  test('everything is well', () => {
    const desk = asked()
      .says('方便')
      .says('都做到了')
      .says('做了')
      .says('没有')
      .says('打招呼')
      .says('公平')
      .says('愿意')
      .says('安全')
      .says('5')
      .says('没有')
    expect(desk.transcript).toMatchSnapshot()
    expect(desk.asked('recordRevisit')[0]?.with).toMatchObject({
      revisit: 'r1',
      side: 'A',
      mode: 'chat',
      outcome: 'answered',
      answers: {
        theirs: 'all',
        own: 'all',
        trouble: 'none',
        safe: 'safe',
        score: 5,
        help: null,
        words: null,
      },
    })
  })

  test('it never says who reported, nor what the other side said', () => {
    expect(asked().transcript).not.toMatch(/反映|报案|举报|RD-2026/)
  })

  test('blows: where to go is said, nothing more is asked about fairness, and it goes to the books', () => {
    const desk = asked().says('方便').says('没做').says('没做').says('他不肯').presses('动手了')
    expect(desk.said[0]).toMatch(/先去安全的地方/)
    expect(desk.said.at(-1)).toBe('您现在觉得安全吗？')
    desk.says('很怕')
    expect(desk.said).toEqual(['谢谢您告诉我们。民警会尽快联系您。'])
    expect(desk.asked('recordRevisit')[0]?.with.answers).toMatchObject({
      trouble: 'blows',
      safe: 'very',
      fair: null,
      reason: '他不肯',
    })
  })

  test('a weapon in between is an emergency of this very case', () => {
    const desk = asked().says('方便').says('他又拿刀来了')
    expect(desk.said[0]).toMatch(/^请马上打110/)
    expect(desk.asked('raiseEmergency')[0]?.with).toMatchObject({ flow: 'revisit', dispute: 'd1' })
  })

  test.each([
    ['在忙', 'later'],
    ['请打电话', 'call'],
  ])('%s: the books are asked to come back another way', (said, wish) => {
    expect(asked().says(said).commands).toEqual([
      { do: 'putOffRevisit', with: { revisit: 'r1', side: 'A', wish } },
    ])
  })

  test('not willing is respected, and what is said with it is kept', () => {
    const desk = asked().says('不用了')
    expect(desk.asked('recordRevisit')[0]?.with).toMatchObject({ outcome: 'declined', answers: null })
    expect(desk.said).toEqual([
      '好，不打扰您了。您可以随时不谈，不会因此怪您。',
      '有事随时找我们，急事打110。',
    ])
  })

  test('whoever answers the greeting with what is on their mind has begun', () => {
    const desk = asked().says('他还是天天把垃圾倒在我门口')
    expect(desk.answers).toMatchObject({ begin: 'now', words: { text: '他还是天天把垃圾倒在我门口' } })
    expect(desk.said.at(-1)).toBe('说好的事，对方做到了吗？')
  })

  test('silence in the middle sends what there is', () => {
    const desk = asked().says('方便').says('都做到了').waits(DAY)
    expect(desk.asked('recordRevisit')[0]?.with).toMatchObject({
      outcome: 'answered',
      answers: { theirs: 'all' },
    })
    expect(desk.said).toEqual(['谢谢您。有事随时找我们，急事打110。'])
  })

  test('silence from the beginning is nudged once and then put away, and nothing is sent', () => {
    const desk = asked().waits(DAY)
    expect(desk.said[0]).toBe('您还在吗？不急，慢慢说。')
    expect(desk.waits(7 * DAY).commands).toEqual([])
  })

  test('who owes nothing and is owed nothing is not asked about it', () => {
    expect(asked({ owes: false, owed: false }).says('方便').said).toEqual(['这段时间，你们又闹过吗？'])
  })

  test('a revisit waits while a report is told, and comes up afterwards', () => {
    const desk = come().says('邻居骂我 甲村').opens('revisit', REVISIT, 'r1').opens('revisit', REVISIT, 'r1')
    expect(desk.sitting.waiting).toHaveLength(1)
    desk.says('取消')
    expect(desk.said.at(-1)).toBe('您好，派出所回访。上次那件事，想问您几句，一分钟就好。')
  })

  test('in English', () => {
    const desk = come({ locale: 'en' })
      .opens('revisit', REVISIT)
      .says('now')
      .says('part')
      .says('no')
      .says('money is short')
    expect(desk.said).toEqual(['How much has come, in all?'])
    expect(desk.says('not sure').said).toEqual(['Any trouble since then?'])
    expect(desk.says('threatened').said[0]).toMatch(/^Go somewhere safe first/)
  })
})

test.each([
  ['later', 'All right, no hurry; I will ask again in a few days. In an emergency call 110.'],
  ['please phone', 'All right, an officer will phone you. In an emergency call 110.'],
  ['no', 'All right, I will leave you in peace. You may stop at any time; no one will blame you.'],
])('回访 in English ends as it is wished: %s', (said, closing) => {
  expect(come({ locale: 'en' }).opens('revisit', REVISIT).says(said).said[0]).toBe(closing)
})

describe('回访 where several people use the chat', () => {
  const shared = (locale: 'zh' | 'en' = 'zh') =>
    come({ locale }).opens('revisit', { ...REVISIT, shared: true as never })

  test('whoever answers is asked first; the person themselves goes on as ever', () => {
    const desk = shared().says('是我')
    expect(desk.said).toEqual(['您好，派出所回访。上次那件事，想问您几句，一分钟就好。'])
    expect(desk.transcript).toMatchSnapshot()
    desk.says('方便').says('都做到了')
    expect(desk.answers).toMatchObject({ speaker: 'self', begin: 'now', theirs: 'all' })
  })

  test.each(['我是别人', '他不在', '不是我'])(
    'somebody else (%s) hears no word of the matter, and an officer gets it',
    (said) => {
      const desk = shared().says(said)
      expect(desk.said).toEqual(['好的，打扰您了。'])
      expect(desk.commands).toEqual([
        { do: 'putOffRevisit', with: { revisit: 'r1', side: 'A', wish: 'other' } },
      ])
      expect(desk.sitting.open).toBeNull()
      expect(desk.transcript).not.toMatch(/派出所|回访|上次|那件事|RD-|警/)
    },
  )

  test('what is said before is not taken for the person’s own', () => {
    const desk = shared().says('他上个月又来过')
    expect(desk.said).toEqual(['记下了。', '请问现在是您本人吗？'])
    expect(desk.says('别人').commands.map((one) => one.do)).toEqual(['putOffRevisit'])
  })

  test('nobody answers: it is put away without a word of the matter', () => {
    const desk = shared()
      .waits(DAY)
      .waits(7 * DAY)
    expect(desk.transcript).not.toMatch(/派出所|回访|上次|那件事|RD-/)
    expect(desk.commands).toEqual([])
  })

  test('in English', () => {
    expect(shared('en').said).toEqual(['Is this you yourself now?'])
    expect(shared('en').says('not here').said).toEqual(['All right, sorry to have troubled you.'])
    expect(shared('en').says('yes').said).toEqual([
      'Hello, a follow-up from the station about the earlier matter. One minute.',
    ])
  })

  test('where one person uses it nothing is different', () => {
    expect(asked().said).toEqual(['您好，派出所回访。上次那件事，想问您几句，一分钟就好。'])
  })
})

describe('查进度', () => {
  test('one matter: where it stands, and whether anybody was in touch', () => {
    const one = { matters: [{ dispute: 'd1', number: 'RD-2026-0001' }], offset: 480 }
    const desk = come().opens('status', one)
    expect(desk.said[0]).toMatch(/^编号RD-2026-0001：民警已经接手。/)
    expect(desk.says('没人联系我').said).toEqual(['对不起，我再催一次。急事打110。'])
    expect(desk.asked('remindOfficer')).toHaveLength(1)
  })

  test('several matters: which one first', () => {
    expect(
      come()
        .opens('status', GIVENS.status as never)
        .presses('RD-2026-0002').transcript,
    ).toMatchSnapshot()
  })

  test('a case that is not theirs looks like none', () => {
    const none = { refused: 'no-such-case', say: { zh: '没有这个编号', en: 'There is no such number' } }
    const one = { matters: [{ dispute: 'd1', number: 'RD-2026-0001' }], offset: 480 }
    const desk = come({ books: { tellStatus: none } }).opens('status', one)
    expect(desk.said).toEqual(['没有这个编号'])
    expect(desk.sitting.open).toBeNull()
  })

  test.each([
    ['PERFORMING', 'duty'],
    ['REVISITING', 'revisit'],
    ['MEDIATING', 'mediation'],
    ['CLOSED', 'nothing'],
  ])('%s is told in plain words in both languages', (state, what) => {
    const standing = { dispute: 'd1', number: 'RD-2026-0001', state, next: { what, at: null }, officer: null }
    const one = { matters: [{ dispute: 'd1', number: 'RD-2026-0001' }], offset: 480 }
    for (const locale of ['zh', 'en'] as const)
      expect(come({ locale, books: { tellStatus: standing } }).opens('status', one).said[0]).toContain(
        'RD-2026-0001',
      )
  })
})

describe('补充', () => {
  test('words, to the matter that was chosen', () => {
    const desk = come()
      .opens('add', GIVENS.add as never)
      .presses('RD-2026-0002')
      .says('他把墙又砌高了')
    expect(desk.transcript).toMatchSnapshot()
    expect(desk.asked('addToReport')[0]?.with).toMatchObject({
      dispute: 'd2',
      story: { text: '他把墙又砌高了' },
    })
  })

  test('the one matter there is', () => {
    const one = { matters: [{ dispute: 'd1', number: 'RD-2026-0001' }], offset: 480 }
    expect(come().opens('add', one).voice().asked('addToReport')[0]?.with.dispute).toBe('d1')
  })
})

test('a side that opened its link is greeted, and is not told who reported', () => {
  const desk = come().opens('welcome', GIVENS.welcome as never)
  expect(desk.asked('noteJoined')).toEqual([{ do: 'noteJoined', with: { dispute: 'd1', side: 'B' } }])
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.transcript).not.toMatch(/反映|举报|甲方/)
})

test('the desk of a station is made of what the station is', () => {
  expect(house.report.given({ locale: 'zh', open: null, waiting: [], matters: [] })).toMatchObject({
    station: { name: '示例派出所' },
    offset: 480,
    matters: [],
  })
  expect(house.words.bo.help).toEqual(house.words.zh.help)
  expect(house.reads('谢谢')).toBe('thanks')
  expect(MORNING + HOUR).toBeGreaterThan(MORNING)
})
