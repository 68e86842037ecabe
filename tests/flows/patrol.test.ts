// 摸排 in words: a leader sends a round out, people answer by one tap, one message or by voice; and 代登记.
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../flows/casework/calendar.ts'
import type { Json } from '../../flows/core/event.ts'
import { render } from '../../flows/notices/index.ts'
import { instantIn } from '../../flows/patrol/moment.ts'
import { type Books, MORNING, type Talking, talk } from '../talk.ts'
import { FILED, house, STATION } from './desk.ts'
import { ANSWERS } from './givens.ts'

const come = (books: Books = {}, how: Talking = {}) =>
  talk(house, { staff: true, ...how, books: { ...ANSWERS, ...books } })

const VILLAGES = [
  { id: 'jia', label: '示例甲村' },
  { id: 'yi', label: '示例乙村' },
]
const nothing = { offset: 480, villages: VILLAGES, rounds: [] }
const round = {
  id: 'p7',
  label: '第7轮',
  no: 20260007,
  state: 'open',
  at: MORNING - HOUR,
  until: MORNING + DAY,
  villages: 2,
  repeat: 'weekly',
  asked: 3,
  answered: 1,
}

describe('a leader', () => {
  test('sends a round out, at a time, every day', () => {
    const desk = come({
      open: { flow: 'patrol', id: 'x', given: nothing },
      planPatrol: ({ at, repeat }) => ({
        no: 20260001,
        state: 'planned',
        at,
        until: at + DAY,
        repeat,
        asked: 0,
        nobody: [],
      }),
    })
    desk.says('摸排').presses('选几个').presses('示例乙村').presses('就这些').presses('入户')
    desk.says('明天上午9点').says('三天后').presses('每天').presses('对，就这样')
    expect(desk.asked('planPatrol')[0]?.with).toEqual({
      villages: ['yi'],
      method: 'visit',
      at: Date.parse('2026-11-26T09:00:00+08:00'),
      // "三天后" is a day: the end of that working day.
      wait: { until: Date.parse('2026-11-28T18:00:00+08:00') },
      repeat: 'daily',
    })
    expect(desk.transcript).toMatchInlineSnapshot(`
      "you  摸排
           -> open
      bot  去哪些村？您管的有2个。
           [都去] [选几个]
      you  [选几个]
      bot  选哪几个村？
           [示例甲村] [示例乙村]
      you  [示例乙村]
      bot  选了1个。还有就接着选，没有就点“就这些”。
           [示例甲村] [示例乙村] [就这些]
      you  [就这些]
      bot  怎么摸排？
           [聊天问] [入户] [打电话] [座谈] [看数据]
      you  [入户]
      bot  什么时候开始？点“现在”，或者打时间，比如 明天9点。
           [现在]
      you  明天上午9点
      bot  等到什么时候？可以打时间，比如 后天18点。
           [一天] [两天] [三天] [一周]
      you  三天后
      bot  要重复吗？敏感时段可以每天零报告。
           [就这一次] [每天] [每周] [每半个月] [每月]
      you  [每天]
      bot  就这样去摸排，对吗？
             哪些村：选几个
             村：示例乙村
             办法：入户
             开始：2026-11-26 09:00
             等多久：2026-11-28 18:00
             重复：每天
           [对，就这样] [改：哪些村] [改：村] [改：办法] [改：开始] [改：等多久] [改：重复]
      you  [对，就这样]
           -> planPatrol
      bot  摸排第1轮定好了，11月26日 09:00开始，11月27日 09:00止。每天一轮。"
    `)
  })

  test('sees what runs, and changes or calls it off', () => {
    const running = { open: { flow: 'patrol', id: 'x', given: { ...nothing, rounds: [round] } } }
    const desk = come({
      ...running,
      changePatrol: { ...(ANSWERS.changePatrol as object), state: 'cancelled' },
    })
    desk.says('摸排')
    expect(desk.said[0]).toBe('第7轮｜2个村｜问3人，回1人｜11月26日 10:12止｜每周')
    // What has begun is not begun anew.
    desk.presses('第7轮')
    expect(desk.posed?.choices.map(({ label }) => label)).toEqual(['改截止时间', '不再重复', '取消这一轮'])
    desk.presses('取消这一轮').presses('对，就这样')
    expect(desk.asked('changePatrol')[0]?.with).toEqual({ patrol: 'p7', change: { to: 'cancel' } })
    expect(desk.said).toEqual(['摸排第1轮取消了。'])
    const later = come(running).says('摸排').presses('第7轮').presses('改截止时间').presses('三天')
    later.presses('对，就这样')
    expect(later.asked('changePatrol')[0]?.with).toEqual({
      patrol: 'p7',
      change: { to: 'until', wait: { days: 3 } },
    })
  })

  test('sees how it goes, by village', () => {
    const HEARD = { asked: 1, answered: 1, zero: 0, lead: 0, voice: 0, silent: 0, leads: 0, households: 0 }
    const villages = [
      { village: 'jia', ...HEARD, lead: 1, leads: 2 },
      { village: 'yi', ...HEARD, asked: 0, answered: 0 },
    ]
    const desk = come({
      open: {
        flow: 'patrolled',
        id: 'x',
        given: { offset: 480, villages: VILLAGES, rounds: [{ id: 'p7', label: '第7轮' }] },
      },
      showPatrol: {
        ...(ANSWERS.showPatrol as object),
        coverage: {
          villages,
          total: { ...HEARD, lead: 1, leads: 2 },
          covered: 1,
          nobody: ['yi'],
          silent: [],
        } as unknown as Json,
      },
    }).says('摸排 进度')
    expect(desk.asked('showPatrol')[0]?.with).toEqual({ patrol: 'p7' })
    expect(desk.said[0]).toMatchInlineSnapshot(`
      "摸排第1轮：正在问，聊天问，11月26日 10:12止。
      示例甲村：问1回1，没有0，苗头1，语音0，没回0，登记2件
      示例乙村：没有人可问
      有回音的村：1/2。合计：问1回1，没有0，苗头1，语音0，没回0，登记2件"
    `)
  })

  test.each([
    ['明天9点', '2026-11-26T09:00'],
    ['明早', null],
    ['明天早上8点半', '2026-11-26T08:30'],
    ['今晚八点', '2026-11-25T20:00'],
    ['18:30', '2026-11-25T18:30'],
    ['9点', '2026-11-26T09:00'],
    ['后天', '2026-11-27T09:00'],
    ['11月28日 18:00', '2026-11-28T18:00'],
    ['2026-12-20 18:00', '2026-12-20T18:00'],
    ['tomorrow 9:05', '2026-11-26T09:05'],
    ['下午两点', '2026-11-25T14:00'],
    ['25点', null],
    ['9点75分', null],
    ['没想好', null],
    ['', null],
  ])('"%s" is %s', (said, wall) => {
    const meant = wall === null ? null : Date.parse(`${wall}:00+08:00`)
    expect(instantIn(said, MORNING, STATION.offset, 9)).toBe(meant)
  })
})

describe('somebody who is asked', () => {
  const asked = (more: object = {}) => ({
    ask: 'a1',
    villageName: '示例甲村',
    more: false,
    visits: false,
    offset: 480,
    ...more,
  })
  const again = { flow: 'lookout', id: 'again', given: asked({ more: true }) }

  test('gets a card with two buttons, and can type both', () => {
    const card = render(
      {
        kind: 'patrolAsk',
        offset: 480,
        ref: '',
        villages: ['示例甲村', '示例乙村'],
        until: MORNING + DAY,
        again: false,
        buttons: [
          { id: 'b1', does: 'zero' },
          { id: 'b2', does: 'lookout' },
        ],
      },
      'zh',
    )
    expect(card).toMatchObject({
      kind: 'card',
      text: '【摸排】示例甲村、示例乙村\n这几天你们村有没有什么矛盾苗头？11月26日 10:12前请回。几个村都没有，才点“没有”。',
      buttons: [{ label: '没有' }, { label: '有，说一说' }],
      twin: '零报告 · 报苗头',
    })
    expect(come().says('零报告').asked('open')[0]?.with).toEqual({ flow: 'zero', number: null })
    expect(come().says('报苗头').asked('open')[0]?.with).toEqual({ flow: 'lookout', number: null })
  })

  test('says nothing is brewing, by one tap; where homes were visited, how many', () => {
    const none = come({
      open: {
        flow: 'zero',
        id: 'z',
        given: { asks: ['a1', 'a2'], villageNames: ['示例甲村', '示例乙村'], visits: true },
      },
    }).says('零报告')
    expect(none.asked('answerPatrol').map((one) => one.with)).toEqual([
      { asks: ['a1', 'a2'], what: 'zero', households: null },
    ])
    expect(none.said).toEqual(['好，示例甲村、示例乙村记成没有。谢谢您。'])
    const one = come({
      open: { flow: 'zero', id: 'z', given: { asks: ['a1'], villageNames: ['示例甲村'], visits: true } },
    }).says('零报告')
    // It counts before the number is known.
    expect(one.asked('answerPatrol')).toHaveLength(1)
    one.says('12')
    expect(one.asked('answerPatrol')[1]?.with).toEqual({ asks: ['a1'], what: 'zero', households: 12 })
  })

  test('tells one lead after the other, each with a number', () => {
    let leads = 0
    const desk = come({
      open: { flow: 'lookout', id: 'l', given: asked() },
      fileLead: () => ({ ...(ANSWERS.fileLead as object), number: `RD-2026-000${++leads}` }),
      answerPatrol: ({ what }) =>
        what === 'told'
          ? { what, over: false, kept: false, asksOn: { ...again, id: `again${leads}` } }
          : { what, over: false, kept: false },
    })
    desk.says('报苗头').says('王家和李家为水渠吵，说要动手').says('还有张家欠工钱5000').says('没有了')
    expect(desk.asked('fileLead').map((one) => one.with.story.text)).toEqual([
      '王家和李家为水渠吵，说要动手',
      '还有张家欠工钱5000',
    ])
    expect(desk.asked('answerPatrol').map((one) => one.with.what)).toEqual(['told', 'told', 'enough'])
    expect(desk.transcript).toMatchInlineSnapshot(`
      "you  报苗头
           -> open
      bot  示例甲村这几天有没有什么矛盾苗头？有就说是谁、什么事，打字、发语音都行。
           [没有]
      you  王家和李家为水渠吵，说要动手
           -> fileLead
      bot  记下了，编号RD-2026-0001，民警会看。
           -> answerPatrol
      bot  示例甲村还有吗？
           [没有]
      you  还有张家欠工钱5000
           -> fileLead
      bot  记下了，编号RD-2026-0002，民警会看。
           -> answerPatrol
      bot  示例甲村还有吗？
           [没有]
      you  没有了
           -> answerPatrol
      bot  好，谢谢您。"
    `)
  })

  test('what must be reported is answered so, with time and number; danger is passed on', () => {
    const desk = come({
      open: { flow: 'lookout', id: 'l', given: asked() },
      fileLead: { ...(ANSWERS.fileLead as object), must: true, urgent: true },
    })
    desk.says('报苗头').says('他拿刀砍他老婆，娃娃在哭')
    expect(desk.asked('fileLead')[0]?.with.danger).not.toEqual([])
    expect(desk.transcript).toContain(
      '这属于必须报告的事，我已转民警。11月25日 10:12，编号RD-2026-0003。情况急，请马上打110。',
    )
  })

  test('speaks, and is told that somebody will listen', () => {
    const desk = come({
      open: { flow: 'lookout', id: 'l', given: asked() },
      fileLead: { ...(ANSWERS.fileLead as object), voice: true },
    })
    desk.says('报苗头').voice()
    expect(desk.asked('fileLead')[0]?.with.story).toMatchObject({ text: '', files: [{ type: 'audio/ogg' }] })
    expect(desk.transcript).toContain('语音收到了，编号RD-2026-0003，会有人听。')
  })

  test('simply writes or speaks, without any press: it is taken once they say that it is meant so', () => {
    const open = (given: object) => ({
      open: ({ said }: { said?: Json }): Json =>
        said ? { flow: 'lookout', id: 'l', given: { ...asked(given), said } } : null,
    })
    const desk = come(open({})).says('王家和李家为水渠吵了几天')
    expect(desk.asked('open')[0]?.with).toEqual({
      flow: 'lookout',
      number: null,
      said: { text: '王家和李家为水渠吵了几天', files: [] },
    })
    expect(desk.said).toEqual(['这是示例甲村的苗头吗？是就记下来。'])
    expect(desk.asked('fileLead')).toEqual([])
    desk.presses('是，记下')
    expect(desk.asked('fileLead')[0]?.with.story).toEqual({ text: '王家和李家为水渠吵了几天', files: [] })
    const spoken = come(open({})).voice().presses('是，记下')
    expect(spoken.asked('fileLead')[0]?.with.story.files).toHaveLength(1)
    const other = come(open({ visits: true }))
      .says('王家和李家为水渠吵了几天')
      .presses('不是')
    expect(other.asked('fileLead')).toEqual([])
    expect(other.asked('answerPatrol')[0]?.with.what).toBe('left')
    // Of whoever was not asked it is no lead: they are told what can be done.
    expect(come().says('王家和李家为水渠吵了几天').said).toEqual([
      '没听明白。回“帮助”看能做什么，回“登记”记一件新纠纷。',
    ])
  })

  test('silence is no answer: the talk goes without a word', () => {
    const desk = come({ open: { flow: 'lookout', id: 'l', given: asked() } })
    desk.says('报苗头').waits(2 * HOUR + 1)
    expect(desk.asked('answerPatrol').map((one) => one.with)).toEqual([
      { asks: ['a1'], what: 'left', households: null },
    ])
    expect([desk.said, desk.sitting.open]).toEqual([[], null])
  })

  test('the round had ended, and what was said stays', () => {
    const over = come({
      open: { flow: 'lookout', id: 'l', given: asked() },
      answerPatrol: { what: 'zero', over: true, kept: false },
    })
    expect(over.says('报苗头').says('没有').said).toEqual(['这一轮已经结束，您说的我补记下了。谢谢您。'])
  })
})

describe('entering for somebody', () => {
  const given = {
    station: { name: STATION.name, phone: STATION.phone },
    villages: STATION.villages,
    offset: 480,
  }
  const link = {
    code: 'aAbBcCdDeEfFgGhHiIjJkK',
    url: 'https://example.org/?join=aAbBcCdDeEfFgGhHiIjJkK',
    telegram: null,
    until: MORNING + 30 * DAY,
  }
  const books = (mayWrite: 'yes' | 'no'): Books => ({
    open: { flow: 'behalf', id: 'b', given: null },
    beginBehalf: ({ came, name, phone, part }) => ({
      asksOn: {
        flow: 'intake',
        id: 'i',
        given: { ...given, matters: [], behalf: { source: came, name, phone, part, mayWrite } },
      } as unknown as { flow: string; id: string; given: Json },
    }),
    fileDispute: FILED,
    updateReport: { ...FILED, ...(mayWrite === 'yes' ? { link } : {}) },
  })
  const usual = (desk: ReturnType<typeof come>) => {
    desk.says('老板欠我3000元工钱不给').says('示例甲村')
    for (let turns = 0; turns < 12 && desk.posed?.kind === 'ask'; turns++) desk.says('跳过')
    return desk.presses('对，就这样')
  }

  test('how it came and who told it, then the usual questions; a number to read out, and a code to go on with', () => {
    const desk = come(books('yes'))
    desk.says('代登记').presses('电话').says('甲某').says('13900000001').presses('当事人').presses('可以')
    usual(desk)
    expect(desk.asked('beginBehalf')[0]?.with).toEqual({
      came: 'phone',
      name: '甲某',
      phone: '13900000001',
      part: 'PARTY',
      mayWrite: 'yes',
    })
    const report = desk.asked('updateReport').at(-1)?.with.report
    expect(report).toMatchObject({
      source: 'phone',
      mayWrite: 'yes',
      role: 'PARTY',
      name: '甲某',
      phone: '13900000001',
    })
    // What is known is not asked again.
    expect(desk.transcript).not.toMatch(/怎么称呼您|您的电话/)
    expect(desk.said).toMatchInlineSnapshot(`
      [
        "登记好了。请读给来人听：编号RD-2026-0001。民警会在11月27日 10:12前联系。急事打110。",
        "来人想在聊天里看进度，就打开下面的链接，或者在聊天里发最后一行。只能用一次，12月25日 10:12前有效，只给来人。",
        "https://example.org/?join=aAbBcCdDeEfFgGhHiIjJkK",
        "接续 aAbBcCdDeEfFgGhHiIjJkK",
      ]
    `)
  })

  test('nobody is written to who does not want it', () => {
    const desk = come(books('no'))
    desk.says('登记').presses('上门').presses('不留名').presses('不留').presses('不清楚').presses('不可以')
    expect(usual(desk).said).toEqual([
      expect.stringContaining('请读给来人听：编号RD-2026-0001'),
      '来人没有聊天，办到哪一步由民警打电话告诉。',
    ])
  })

  test('of what they saw themselves the usual questions are all there is', () => {
    const desk = come({
      ...books('no'),
      beginBehalf: {
        asksOn: { flow: 'intake', id: 'i', given: { ...given, matters: [] } } as unknown as Json,
      } as Json,
    })
    desk.says('登记').presses('自己的')
    expect(desk.asked('beginBehalf')[0]?.with).toMatchObject({ came: 'self', mayWrite: null })
    expect(desk.posed?.text).toMatch(/安全|出了什么事/)
  })
})
