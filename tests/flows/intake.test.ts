// Reports as they are told: what is asked, what is not, when it is filed, and what everybody hears.
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../flows/casework/calendar.ts'
import { come, FILED, house } from './desk.ts'

const filed = (change: object) => ({ ...FILED, ...change })
/** The questions that were put, by the names of their steps. */
const asked = (desk: ReturnType<typeof come>) => desk.sitting.open?.asked

describe('the shape of a report', () => {
  test('a wall over the boundary, from the first word to the number', () => {
    const desk = come()
      .says('邻居修墙占了我家地')
      .says('1')
      .says('示例甲村的')
      .says('昨天')
      .says('没有')
      .says('没得')
      .says('2')
      .says('让他拆了')
      .says('13900000000 晚上方便')
      .says('对')
    expect(desk.transcript).toMatchSnapshot()
    // What raises nothing goes to the books once, at the end.
    expect(desk.commands.map((one) => one.do)).toEqual(['fileDispute', 'updateReport'])
    expect(desk.commands.at(-1)?.with).toMatchObject({
      dispute: 'd1',
      complete: true,
      report: {
        narrative: { text: '邻居修墙占了我家地' },
        safety: 'safe',
        place: { village: 'jia' },
        when: '昨天',
        injury: 'none',
        weapon: 'no',
        history: 'village',
        wish: '让他拆了',
        phone: '13900000000',
        role: 'PARTY',
        category: 'NB-WL',
      },
    })
  })

  test('in English', () => {
    const desk = come({ locale: 'en' })
      .says('My neighbour built a wall on my land')
      .says('safe')
      .presses('示例甲村')
      .says('yesterday')
      .says('no')
      .says('no')
      .says('first time')
      .says('take it down')
      .says('text only')
      .says('right')
    expect(desk.transcript).toMatchSnapshot()
  })

  test('never more than eight questions', () => {
    const desk = come().says('你好').says('1').says('跟人闹了').says('示例街')
    for (let turns = 0; desk.posed?.kind === 'ask' && turns < 20; turns++) desk.says('不想说')
    expect(desk.posed?.kind).toBe('review')
    expect(asked(desk)?.length).toBeLessThanOrEqual(8)
    expect(asked(desk)).toEqual(expect.arrayContaining(['safety', 'injury', 'weapon', 'reach']))
  })

  test('wages: nobody is asked whether they are safe, and what was said is not asked again', () => {
    const desk = come().says('老板欠我们工资').says('11个人 修路的').says('一共13万2 做了三个月')
    expect(asked(desk)).toEqual(['place'])
    expect(desk.transcript).toMatch(/12333/)
    desk.says('示例街')
    expect(desk.asked('fileDispute')[0]?.with.report).toMatchObject({
      category: 'LB-WG',
      headcount: 11,
      amount: { fen: 13_200_000 },
      place: { village: 'jie' },
    })
    for (let turns = 0; desk.posed?.kind === 'ask' && turns < 20; turns++) desk.says('不想说')
    expect(desk.transcript).not.toMatch(/几个人|牵涉到钱/)
  })
})

describe('the narrative', () => {
  test('several messages in a row become one story, and nothing is lost', () => {
    const lines = ['隔壁民宿天天唱歌到半夜', '娃娃睡不着', '说过一次 不听']
    const desk = lines.reduce((told, line) => told.says(line), come())
    expect(desk.answers.narrative).toMatchObject({ text: lines.join('\n') })
  })

  test('a voice note is enough, and is promised a listener', () => {
    const desk = come().voice()
    expect(desk.said).toContain('语音收到了，会有人听。您也可以打几个字。')
    desk.says('安全').says('甲村')
    expect(desk.asked('fileDispute')[0]?.with.report.narrative).toMatchObject({
      text: '',
      files: [{ type: 'audio/ogg' }],
    })
  })

  test('photos sent while another question is open belong to the story, caption and all', () => {
    const desk = come().says('邻居修墙占了我家地').photo('就是这个墙')
    expect(desk.answers.narrative).toMatchObject({ text: '邻居修墙占了我家地\n就是这个墙', files: [{}] })
  })

  test('a location is kept and the village is still asked', () => {
    const desk = come().says('邻居骂我').says('1').sends({ kind: 'place', lat: 28.93, lon: 99.79 })
    expect(desk.said).toEqual(['位置收到了。', '在哪个村？哪个地方？可以发位置。'])
    desk.says('甲村')
    expect(desk.answers.place).toMatchObject({ village: 'jia', lat: 28.93, lon: 99.79 })
  })

  test('more than a story holds is not silently dropped', () => {
    const desk = come().says('他骂我。'.repeat(2000))
    expect(desk.said.join()).toMatch(/您写了8000个字，最多收6000个/)
    expect(desk.says('他骂我').says('他骂我。'.repeat(2000)).said[0]).toMatch(/最多收6000个/)
  })

  test('what is told later may correct what was told before, but not what was answered', () => {
    const desk = come().says('邻居欠我3000块').says('还有利息，一共欠5000块')
    expect(desk.answers.amount).toMatchObject({ fen: 500_000 })
    desk.says('没有').says('甲村')
    const injury = come().says('邻居骂我').says('1').says('甲村').says('不想说').says('没有')
    expect(injury.says('他有点擦伤').answers.injury).toBe('none')
  })

  test('words that tell more than a time join the story', () => {
    const desk = come().says('邻居骂我').says('1').says('甲村')
    expect(asked(desk)?.at(-1)).toBe('moment')
    desk.says('昨天晚上他又在门口骂我妈还骂我娃娃，骂得很难听')
    expect(desk.answers.moment).toMatchObject({ text: '昨天晚上' })
    expect(desk.answers.narrative).toMatchObject({ text: expect.stringContaining('骂我娃娃') })
  })
})

describe('danger', () => {
  test('the very first words: whom to call is said before anything else, and it is filed at once', () => {
    const desk = come().says('救命 他拿刀砍人了')
    expect(desk.said[0]).toBe('请马上打110。不方便说话，发短信到12110，写清地方和事情。先躲到安全的地方。')
    expect(desk.commands.map((one) => one.do)).toEqual(['fileDispute', 'raiseEmergency'])
    expect(asked(desk)).toEqual(['place'])
  })

  test('in the middle: asking stops, and nothing that was told is lost', () => {
    const desk = come().says('垭口那边两个村的人吵起来了').says('1').says('为了挖虫草的地界').says('别的地方')
    desk.says('十几个人').says('他们那边有人拿刀了')
    expect(desk.posed?.kind).toBe('review')
    expect(desk.said).toContain('您说的我都记下了，已经登记。还有要说的，接着发就行。')
    expect(desk.answers.narrative).toMatchObject({ text: expect.stringContaining('地界') })
    expect(desk.commands.at(-1)?.do).toBe('raiseEmergency')
  })

  test.each([
    ['不安全', 'A01'],
    ['别人有危险', 'A01'],
  ])('answered %s: the alarm is raised by the answer', (label, code) => {
    const desk = come().says('你好').presses(label)
    expect(desk.said[0]).toMatch(/^请马上打110/)
    expect(desk.asked('raiseEmergency')[0]?.with).toMatchObject({ codes: [code], flow: 'intake' })
    desk.says('隔壁砸我门').says('甲村')
    expect(desk.asked('fileDispute')[0]?.with.report).toMatchObject({
      danger: expect.arrayContaining([code]),
    })
    expect(desk.posed?.kind).toBe('review')
  })

  test('a knife while it goes on, and somebody for the hospital', () => {
    const fight = () => come().says('邻居骂我').says('1').says('甲村').says('还在闹')
    const hurt = fight().presses('要去医院')
    expect(hurt.asked('raiseEmergency')[0]?.with.codes).toEqual(['A06'])
    const knife = fight().presses('没有').presses('有')
    expect(knife.asked('raiseEmergency')[0]?.with.codes).toEqual(['A02'])
    const past = come().says('邻居骂我').says('1').says('甲村').says('已经停了').presses('没有').presses('有')
    expect(past.asked('raiseEmergency')).toEqual([])
  })

  test('a case that the books hold for RED is asked about no more', () => {
    const red = filed({ level: 'RED' })
    const desk = come({ books: { fileDispute: red, updateReport: red } })
      .says('老板欠我们11个人工资')
      .says('示例街')
    expect(desk.posed?.kind).toBe('review')
  })

  test('a late press on a question that went away is still taken', () => {
    const desk = come().says('你好')
    const safety = desk.posed!.id
    desk.says('老板欠我工资')
    expect(desk.posed?.id).toMatch(/place$/)
    desk.sends({ kind: 'pick', question: safety, choice: 'unsafe' })
    expect(desk.answers.safety).toBe('unsafe')
    expect(desk.asked('raiseEmergency')).toHaveLength(1)
  })

  test('words that may mean despair go to a person', () => {
    const despair = ['没得米了 这日子活不下去了咋办', '钱要不回来 一家人走投无路'].find(
      (said) => !house.watch(said).hard,
    )
    const desk = come()
      .says(despair ?? '')
      .says('安全')
      .says('甲村')
    expect(desk.asked('callHuman')).toEqual([{ do: 'callHuman', with: { dispute: 'd1' } }])
    expect(desk.transcript).toMatch(/我请民警跟您说说话/)
  })
})

describe('people who need care', () => {
  test('violence in the family is filed at once, gets its words, and is never asked to make peace', () => {
    const desk = come().says('警察同志在吗').says('我老公又打我了').says('喝了酒打的 脸肿了 流鼻血')
    expect(desk.transcript).toMatch(/打人不是家务事/)
    expect(desk.transcript).toMatch(/您现在安全吗？不安全就打110；不方便说话，发短信到12110。/)
    expect(desk.asked('fileDispute')).toHaveLength(1)
    desk.says('别打电话给我 他会看到')
    expect(desk.answers.reach).toEqual({ phone: null, how: '别打电话给我 他会看到' })
    for (let turns = 0; desk.posed?.kind === 'ask' && turns < 20; turns++) desk.says('不想说').says('甲村')
    expect(asked(desk)).not.toContain('willing')
    expect(asked(desk)).not.toContain('counterpart')
    expect(desk.says('对').said[0]).toMatch(/会按您说的方式联系/)
  })

  test('a child harmed: few questions, and how officers will go about it', () => {
    const desk = come().says('我女儿12岁 在学校被几个人打').says('打了三回了')
    expect(desk.transcript).toMatch(/保护孩子的规定/)
    for (let turns = 0; desk.posed?.kind === 'ask' && turns < 20; turns++) desk.says('不想说').says('甲村')
    expect(asked(desk)).not.toContain('willing')
    expect(asked(desk)).not.toContain('history')
  })

  test('whoever must report a child’s harm hears that it went to an officer', () => {
    const desk = come().says('我是学校老师 班上有个学生身上有伤 说是爸爸打的').says('不想说').says('甲村')
    expect(desk.asked('fileDispute')).toHaveLength(1)
    expect(desk.transcript).toMatch(/这属于必须报告的事/)
  })

  test('whoever saw it is thanked, and is not named', () => {
    const desk = come().says('有两家人在吵架').says('1').says('甲村').says('已经停了').presses('看到的人')
    expect(desk.transcript).toMatch(/谢谢您告诉我们。我们不会说是谁反映的。/)
  })

  test('pasture: who owns it is not for us to say', () => {
    expect(come().says('他们村的牦牛越界到我们草场来放').transcript).toMatch(/要由政府定/)
  })
})

describe('silence', () => {
  test('a story without a village is filed as a lead after ten minutes, and said so', () => {
    const desk = come()
      .says('邻居骂我')
      .waits(10 * MINUTE)
    expect(desk.asked('fileDispute')[0]?.with).toMatchObject({ quiet: true, report: { place: null } })
    expect(desk.said[0]).toBe('您还在吗？不急，慢慢说。')
    expect(desk.waits(DAY).said[0]).toMatch(/^不急，先按您说的登记。收到了，编号RD-2026-0001/)
    expect(desk.sitting.open).toBeNull()
  })

  test('what was filed already is closed as it is', () => {
    const desk = come()
      .says('邻居骂我 甲村')
      .waits(10 * MINUTE)
    expect(desk.commands.map((one) => one.do)).toEqual(['fileDispute', 'updateReport'])
    expect(desk.sitting.open).toBeNull()
  })

  test('in danger nobody is told not to hurry', () => {
    const desk = come()
      .says('他拿刀砍人了')
      .waits(10 * MINUTE)
    expect(desk.said[0]).not.toMatch(/不急/)
  })

  test('who said nothing at all is nudged, then left in peace', () => {
    const desk = come()
      .says('你好')
      .waits(10 * MINUTE)
    expect(desk.said).toEqual(['您还在吗？不急，慢慢说。', '现在安全吗？'])
    expect(desk.waits(DAY).commands).toEqual([])
    expect(desk.said).toEqual(['您好久没回，我先收起来。有事随时再说，急事打110。'])
  })

  test('after hours the person is asked whether to go on', () => {
    const desk = come()
      .says('邻居骂我')
      .passes(7 * HOUR)
      .says('他又来了')
    expect(desk.said).toEqual(['上次说到“安全”。接着说吗？'])
    expect(desk.presses('接着说').answers.narrative).toMatchObject({ text: '邻居骂我\n他又来了' })
  })
})

describe('somebody we know', () => {
  const known = (change: object = {}) => come(change).says('邻居骂我 甲村').says('取消')

  test('is asked whether it is the same matter, and it is added there', () => {
    const desk = known().says('他又在外面骂我').says('安全')
    expect(desk.said.at(-1)).toBe('说的是以前那件，还是新的事？')
    desk.presses('RD-2026-0001')
    expect(desk.posed?.kind).toBe('review')
    desk.says('对')
    expect(desk.commands.at(-1)).toMatchObject({
      do: 'addToReport',
      with: { dispute: 'd1', story: { text: '他又在外面骂我' } },
    })
    expect(desk.said).toEqual(['这件事已经有人在办，编号RD-2026-0001。您说的我补进去了。急事打110。'])
  })

  test('something new is a report of its own', () => {
    const desk = known().says('老板欠我工资 甲村').presses('新的事')
    expect(desk.asked('fileDispute')).toHaveLength(2)
  })

  test('silence after the choice adds what was said', () => {
    const desk = known()
      .says('他又在外面骂我')
      .says('安全')
      .presses('RD-2026-0001')
      .waits(10 * MINUTE)
    expect(desk.commands.at(-1)?.do).toBe('addToReport')
  })

  test('a matter that cannot be added to says why and loses nothing', () => {
    const refused = { refused: 'erased', say: { zh: '那件事已经删除了', en: 'That matter was erased' } }
    const desk = known({ books: { addToReport: refused } })
      .says('他又骂我')
      .says('安全')
      .presses('RD-2026-0001')
    expect(desk.says('对').said[0]).toBe('那件事已经删除了')
    desk.presses('改：哪一件').presses('新的事').says('甲村')
    expect(desk.asked('fileDispute')).toHaveLength(2)
  })

  test('danger does not wait for the question', () => {
    const desk = known().says('他拿刀来了')
    expect(desk.asked('fileDispute')).toHaveLength(2)
    expect(desk.transcript).not.toMatch(/说的是以前那件/)
  })
})

describe('changing one’s mind', () => {
  test('back, and an edit from the summary', () => {
    const desk = come().says('邻居骂我').says('1').says('返回')
    expect(desk.said).toEqual(['现在安全吗？'])
    desk.says('1').says('甲村')
    for (let turns = 0; desk.posed?.kind === 'ask' && turns < 20; turns++) desk.says('跳过')
    desk.presses('改：地点').presses('示例乙村')
    expect(desk.posed?.kind).toBe('review')
    expect(desk.asked('updateReport').at(-1)?.with.report.place).toMatchObject({ village: 'yi' })
    desk.says('忘了说，他还砸了我的窗子')
    expect(desk.said[0]).toBe('记下了。')
  })

  test('a press on an earlier question is offered as a correction', () => {
    const desk = come().says('邻居骂我')
    const safety = desk.posed!.id
    desk.presses('安全').sends({ kind: 'pick', question: safety, choice: 'unsafe' })
    expect(desk.said).toEqual(['“安全”您已经答过。要改成“不安全”吗？'])
    desk.presses('改')
    expect(desk.asked('raiseEmergency')).toHaveLength(1)
  })

  test('"nobody" raises nothing, and waits for the end of the talk', () => {
    const desk = come().says('邻居骂我 甲村').says('1').says('昨天')
    const before = desk.asked('updateReport').length
    desk.presses('没有')
    expect(desk.asked('updateReport')).toHaveLength(before)
  })

  test('the same risk is not reported twice, a changed one is', () => {
    const desk = come().says('邻居骂我 甲村').says('1').says('昨天')
    const before = desk.asked('updateReport').length
    desk.presses('轻伤')
    expect(desk.asked('updateReport')).toHaveLength(before + 1)
    expect(desk.asked('updateReport').at(-1)?.with.complete).toBe(false)
  })
})

test('hostile words are words', () => {
  const desk = come()
  for (const said of [
    "'; drop table disputes; --",
    '<script>alert(1)</script>',
    '{{7*7}}',
    '𓀀'.repeat(50),
    '\n\n',
    '…',
  ])
    desk.says(said)
  expect(desk.replies.length).toBeGreaterThan(0)
  expect(desk.sitting.open?.flow).toBe('intake')
})
