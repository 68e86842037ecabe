/** 跨村虫草采集区争执: a knife is seen while the talk goes on; orange becomes red, and both gradings are kept. */
import { daysGoBy, type Would } from './days.ts'
import type { Story } from './story.ts'
import { contact, performed, settle, takeOn } from './work.ts'

const upper: Would = () => ({
  theirs: '都做到了',
  own: '都做到了',
  trouble: '没有',
  relation: '打招呼',
  fair: '公平',
  safe: '安全',
  score: '4分',
  words: '今天没过线。',
})
const lower: Would = (day) => {
  const calm = day > '2027-06-20'
  return {
    theirs: '都做到了',
    own: '都做到了',
    trouble: '没有',
    relation: '打招呼',
    fair: '还行',
    safe: '安全',
    score: calm ? '4分' : '2分',
    words: calm ? '采集结束，未再发生。' : '等明年再说。',
  }
}

export const s04: Story = {
  id: 'S04',
  name: {
    zh: '跨村虫草采集区争执，现场升级',
    en: 'Collecting area between two villages, escalating on site',
  },
  begins: '2027-06-02 09:30',
  async tell(stage) {
    const chief = await stage.staff('示例所长')
    const officer = await stage.staff('示例驻村民警甲')
    const grid = await stage.resident('网格员')
    const leaders = { leader: chief, officer, track: '三调联动', helpers: '示例村支书' }

    await grid.says(
      '垭口那边两个村的人吵起来了',
      '为了挖虫草的地界',
      '两边加起来十几个人',
      '现在就是吵 没动手',
    )
    await grid.sends({ voice: 18 })
    while (grid.asked() !== 'place') await grid.presses('安全')
    await grid.presses('示例甲村')
    const number = stage.numberTold(grid)
    await takeOn(number, leaders)
    await contact(officer, number, '上门', '愿意')

    // Still the same talk of the grid worker.
    await grid.says('他们那边有人拿刀了')

    await officer.says(`解除 ${number}`)
    await officer.answers({ injured: '没有', done: '人员已隔离，刀具已收缴，持刀行为另案处理。' })
    await takeOn(number, leaders)
    await contact(officer, number, '上门', '愿意')
    await settle(officer, number, {
      summary: '临时线：以垭口经幡处向北第二道沟为界，季内各采各边。',
      form: '书面',
      duties: [
        { debtor: '双方', kind: '分界', what: '按临时线采集', due: stage.day('2027-07-10') },
        { debtor: '双方', kind: '别的', what: '两村各派2人每天巡线', due: stage.day('2027-07-10') },
      ],
    })
    const sides = { A: { would: upper }, B: { would: lower }, officer }
    await daysGoBy(stage, '2027-06-02', '2027-07-09', sides)
    await stage.until('2027-07-10 10:00')
    await performed(officer, number, '按临时线采集', '民警看到')
    await performed(officer, number, '每天巡线', '民警看到')
    await daysGoBy(stage, '2027-07-09', '2027-09-05', sides)
    await chief.says(`结案 ${number}`)
    await chief.answers({ waiveRounds: '可以', reason: '采集结束，双方说法一致。' })
    return number
  },
  ends: {
    category: 'LF-CC',
    path: [
      'DRAFT',
      'REPORTED',
      'SCREENING',
      'ACCEPTED',
      'ASSIGNED',
      'CLAIMED',
      'MEDIATING',
      'EMERGENCY',
      'SCREENING',
      'ACCEPTED',
      'ASSIGNED',
      'CLAIMED',
      'MEDIATING',
      'AGREED',
      'PERFORMING',
      'REVISITING',
      'CLOSED',
    ],
    gradings: [
      ['ORANGE', 50],
      ['RED', 110],
    ],
  },
}
