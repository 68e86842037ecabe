/** 校园欺凌: led by officers, spoken of with the guardian only; fear that remains opens the case again. */
import { daysGoBy, type Would } from './days.ts'
import type { Story } from './story.ts'
import { contact, performed, settle, takeOn } from './work.ts'

const mother: Would = (day) =>
  day < '2026-12-10'
    ? { theirs: '还没到时间', trouble: '没有', safe: '安全', words: '在等。' }
    : {
        theirs: '都做到了',
        trouble: '没有',
        safe: '很怕',
        words: '钱到了。孩子还是怕，有人在厕所门口堵她看。',
      }
const motherLater: Would = () => ({
  theirs: '都做到了',
  trouble: '没有',
  relation: '打招呼',
  fair: '公平',
  safe: '安全',
  score: '4分',
  words: '没有再发生。',
})
const otherParent: Would = () => ({
  own: '都做到了',
  trouble: '没有',
  relation: '打招呼',
  fair: '公平',
  safe: '安全',
  score: '4分',
  words: '道过歉了。',
})

export const s08: Story = {
  id: 'S08',
  name: { zh: '校园欺凌（未成年人）', en: 'School bullying among minors' },
  begins: '2026-11-30 19:45',
  async tell(stage) {
    const chief = await stage.staff('示例所长')
    const officer = await stage.staff('示例女民警')
    const parent = await stage.resident('母亲（监护人）')
    const leaders = { leader: chief, officer, track: '案件办理', helpers: '示例村支书' }

    await parent.says(
      '我女儿12岁 在学校被几个人打',
      '打了三回了',
      '脸上有伤 不敢去学校',
      '都是十三四岁的同学',
      '老师说是娃娃打闹',
    )
    await parent.answers({ safety: '安全', place: '示例甲村' })
    const number = stage.numberTold(parent)

    await takeOn(number, leaders)
    await contact(officer, number, '打电话')
    await stage.until('2026-12-03 10:00')
    await settle(officer, number, {
      summary: '学校已调查认定；三方监护人就医药费谈好。',
      form: '书面',
      duties: [
        {
          debtor: '乙方',
          kind: '付钱',
          what: '三名学生监护人共付医药费',
          amount: '2400元',
          payBy: stage.day('2026-12-15'),
        },
        { debtor: '乙方', kind: '道歉', what: '当面道歉一次，监护人在场', due: stage.day('2026-12-15') },
        { debtor: '别人', kind: '别的', what: '学校每周一次心理辅导至学期末' },
      ],
    })
    const before = { A: { would: mother }, B: { would: otherParent }, officer }
    await daysGoBy(stage, '2026-12-03', '2026-12-07', before)
    await stage.until('2026-12-08 10:00')
    await performed(officer, number, '医药费', '转账记录')
    await performed(officer, number, '道歉', '民警看到')
    await daysGoBy(stage, '2026-12-07', '2026-12-10', before)

    await stage.until('2026-12-11 09:00')
    await takeOn(number, leaders)
    await contact(officer, number, '上门')
    await settle(officer, number, {
      summary: '学校当天到位，安排专人陪护；重新谈好。',
      form: '书面',
      duties: [{ debtor: '双方', kind: '不再做', what: '不再围堵，有事先找老师' }],
      onTheSpot: true,
    })
    const after = { A: { would: motherLater }, B: { would: otherParent }, officer }
    await daysGoBy(stage, '2026-12-11', '2027-03-20', after)
    await chief.says(`结案 ${number}`)
    await chief.answers({ waiveRounds: '可以', reason: '没有再发生，双方说法一致。' })
    return number
  },
  ends: {
    category: 'SC-BU',
    path: [
      'DRAFT',
      'REPORTED',
      'SCREENING',
      'ACCEPTED',
      'ASSIGNED',
      'CLAIMED',
      'MEDIATING',
      'AGREED',
      'PERFORMING',
      'REVISITING',
      'REOPENED',
      'SCREENING',
      'ACCEPTED',
      'ASSIGNED',
      'CLAIMED',
      'MEDIATING',
      'AGREED',
      'REVISITING',
      'CLOSED',
    ],
    gradings: [['ORANGE', 40]],
  },
}
