/** 工地拖欠11名工人工资: two payments promised, the second one late; urged, paid, and followed past the festival. */
import { daysGoBy, type Would } from './days.ts'
import type { Story } from './story.ts'
import { contact, performed, settle, takeOn } from './work.ts'

const workers: Would = (day) => ({
  theirs: day < '2027-01-16' ? '还没到时间' : day < '2027-01-22' ? '做了一部分' : '都做到了',
  trouble: '没有',
  relation: '打招呼',
  fair: '公平',
  safe: '安全',
  score: '4分',
  words:
    day < '2027-01-16'
      ? '第一笔收到了，大家都拿到。'
      : day < '2027-01-22'
        ? '第二笔没来，电话说再等。'
        : '全部到账。',
})
const boss: Would = (day) => ({
  own: day < '2027-01-16' ? '还没到时间' : day < '2027-01-22' ? '做了一部分' : '都做到了',
  trouble: '没有',
  relation: '打招呼',
  fair: '还行',
  safe: '安全',
  score: '4分',
  words: day >= '2027-01-16' && day < '2027-01-22' ? '账户被冻结，月底给。' : '在付。',
})

export const s02: Story = {
  id: 'S02',
  name: { zh: '工地拖欠11名工人工资（春节前）', en: 'Wages of 11 workers unpaid before Spring Festival' },
  begins: '2026-12-28 18:05',
  async tell(stage) {
    const chief = await stage.staff('示例所长')
    const officer = await stage.staff('示例驻村民警甲')
    const worker = await stage.resident('工人代表')

    await worker.says(
      '老板欠我们工资',
      '11个人 修路的',
      '一共13万2 做了三个月',
      '老板电话不接了 说甲方没给钱',
      '明天再不给 我们就去堵路',
      '我有记工本的照片',
    )
    await worker.answers({ place: '示例街', role: '当事人', evidence: { photo: '记工本.png' } })
    const number = stage.numberTold(worker)

    await takeOn(number, { leader: chief, officer, track: '三调联动', helpers: '示例调解员' })
    await contact(officer, number, '打电话', '愿意')
    await stage.until('2026-12-29 10:00')
    await settle(officer, number, {
      summary: '总包、包工头、工人代表在镇上谈好：总包先行清偿132000元，分两笔。',
      form: '书面',
      duties: [
        {
          debtor: '别人',
          kind: '付钱',
          what: '第一笔工资，银行转账到工人本人',
          amount: '66000元',
          payBy: stage.day('2026-12-31'),
        },
        {
          debtor: '别人',
          kind: '付钱',
          what: '第二笔工资，银行转账到工人本人',
          amount: '66000元',
          payBy: stage.day('2027-01-15'),
        },
      ],
    })
    const sides = { A: { would: workers }, B: { would: boss }, officer }
    await daysGoBy(stage, '2026-12-29', '2026-12-30', sides)
    await stage.until('2026-12-31 15:00')
    await performed(officer, number, '第一笔', '转账记录')
    await daysGoBy(stage, '2026-12-30', '2027-01-21', sides)
    await stage.until('2027-01-22 10:00')
    await performed(officer, number, '第二笔', '转账记录')
    await daysGoBy(stage, '2027-01-21', '2027-04-02', sides)
    await chief.says(`结案 ${number}`)
    await chief.answers({ waiveRounds: '可以', reason: '工资都已到账，回访至节后，双方说法一致。' })
    return number
  },
  ends: {
    category: 'LB-WG',
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
      'BREACHED',
      'REVISITING',
      'CLOSED',
    ],
    gradings: [['RED', 75]],
  },
}
