/** 民宿夜间唱歌扰民: reconciled only on the surface; what both sides and a third person say gives it away. */
import { daysGoBy, type Would } from './days.ts'
import { linksTold } from './person.ts'
import type { Story } from './story.ts'
import { contact, performed, settle, takeOn } from './work.ts'

const content: Would = () => ({
  theirs: '都做到了',
  own: '都做到了',
  trouble: '没有',
  relation: '打招呼',
  fair: '公平',
  freely: '自己愿意',
  safe: '安全',
  score: '4分',
  help: '好多了，谢谢。',
})
const grudging: Would = () => ({
  theirs: '都做到了',
  own: '都做到了',
  trouble: '没有',
  safe: '安全',
  score: '1分',
  help: '看派出所面子，算了。告状的人以后别来。',
  words: '看派出所面子，算了。告状的人以后别来。',
})

export const s06: Story = {
  id: 'S06',
  name: {
    zh: '民宿夜间唱歌扰民（表面和解）',
    en: 'Guesthouse noise at night, reconciled only on the surface',
  },
  begins: '2026-12-05 23:20',
  async tell(stage) {
    const leader = await stage.staff('示例副所长')
    const officer = await stage.staff('示例驻村民警甲')
    const grid = await stage.staff('示例网格员')
    const first = await stage.resident('甲方')
    const second = await stage.resident('乙方')
    const officers = { leader, officer }

    await first.says('隔壁民宿天天唱歌到半夜', '娃娃睡不着', '说过一次 不听')
    await first.answers({
      safety: '安全',
      role: '当事人',
      place: '示例甲村',
      moment: '还在闹',
      weapon: '没有',
      history: '头一回',
    })
    const number = stage.numberTold(first)

    await stage.until('2026-12-06 09:00')
    await takeOn(number, { ...officers, track: '人民调解', helpers: '示例网格员' })
    await stage.until('2026-12-07 10:00')
    await contact(officer, number, '上门', '愿意')
    const { B: link } = linksTold(officer)
    if (link) await second.opens(link)
    await settle(officer, number, {
      summary: '22:30后关音响，门窗加胶条。',
      form: '口头',
      duties: [
        { debtor: '乙方', kind: '不再做', what: '22:30后不放音响' },
        { debtor: '乙方', kind: '别的', what: '装门窗胶条', due: stage.day('2026-12-20') },
      ],
    })
    await stage.until('2026-12-08 10:00')
    await performed(officer, number, '装门窗胶条', '民警看到')

    const chats = { A: { chat: first, would: content }, B: { chat: second, would: grudging }, officer }
    await daysGoBy(stage, '2026-12-08', '2026-12-14', chats)
    await stage.until('2026-12-15 10:00')
    await grid.says(`侧面 ${number}`)
    await grid.answers({ tense: '还紧张', words: '两家不说话，乙把垃圾倒甲家门口。' })

    await stage.until('2026-12-16 10:00')
    await takeOn(number, { ...officers, track: '三调联动', helpers: '示例网格员' })
    await contact(officer, number, '上门', '愿意')
    await settle(officer, number, {
      summary: '请长辈一起，重新谈好。',
      form: '书面',
      duties: [{ debtor: '双方', kind: '不再做', what: '互不打扰，有事先找村上' }],
      onTheSpot: true,
    })
    const calm = { A: { chat: first, would: content }, B: { chat: second, would: content }, officer }
    await daysGoBy(stage, '2026-12-16', '2027-01-16', calm)
    await leader.says(`结案 ${number}`)
    await leader.answers({ waiveRounds: '可以', reason: '双方说法一致。' })
    return number
  },
  ends: {
    category: 'NB-NO',
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
    gradings: [['BLUE', 5]],
  },
}
