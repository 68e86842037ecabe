/** 院墙越界: a yard wall over the boundary. The main story: told, taken, mediated, kept, closed. */
import { daysGoBy, type Would } from './days.ts'
import { linksTold } from './person.ts'
import type { Story } from './story.ts'
import { LAWFUL } from './work.ts'

/** Three days on the work has begun; by the twentieth it is done. */
const firstSays: Would = (day) =>
  day < '2026-12-20'
    ? {
        theirs: '做了一部分',
        reason: '他开始拆了。',
        trouble: '没有',
        relation: '打招呼',
        safe: '安全',
        score: '5分',
      }
    : {
        theirs: '都做到了',
        own: '都做到了',
        trouble: '没有',
        relation: '打招呼',
        fair: '公平',
        safe: '安全',
        score: '5分',
        words: '弄好了，见面打招呼。',
      }
const secondSays: Would = (day) =>
  day < '2026-12-20'
    ? {
        own: '做了一部分',
        theirs: '做了一部分',
        reason: '在弄，天冷慢点。',
        trouble: '没有',
        relation: '打招呼',
        safe: '安全',
        score: '4分',
      }
    : {
        own: '都做到了',
        theirs: '都做到了',
        trouble: '没有',
        relation: '打招呼',
        fair: '还行',
        safe: '安全',
        score: '4分',
        words: '行，弄完了。',
      }

export const s03: Story = {
  id: 'S03',
  name: { zh: '院墙越界', en: 'Yard wall over the boundary' },
  begins: '2026-11-25 10:12',
  async tell(stage) {
    const chief = await stage.staff('示例所长')
    const officer = await stage.staff('示例驻村民警甲')
    const first = await stage.resident('甲方')

    await first.says(
      '邻居修墙占了我家地',
      '大概占了一尺多',
      '前年就吵过',
      '昨天我去说 他推了我一下 没伤',
      '我想让他拆了',
    )
    await first.answers({ safety: '安全', place: '示例甲村' })
    const number = stage.numberTold(first)

    await chief.presses('研判')
    await chief.answers({ ...LAWFUL, decision: '受理', track: '人民调解' })
    await chief.presses('分派')
    await chief.answers({ suggested: '就这样派' })
    await officer.presses('签收')

    await stage.until('2026-11-25 15:00')
    await officer.says(`联系 ${number}`)
    await officer.answers({ side: '双方', how: '上门', rightsRead: '念了', willing: '愿意' })
    const links = linksTold(officer)
    const second = await stage.resident('乙方')
    if (links.B) await second.opens(links.B)

    await stage.until('2026-11-26 10:00')
    await officer.says(`调解 ${number}`)
    await officer.answers({
      result: '谈成了',
      summary: '村干部、民警、双方现场丈量，墙退0.3米，旧基础石料归乙。',
      place: '现场',
    })
    await officer.says(`协议 ${number}`)
    await officer.answers({
      form: '书面',
      duties: [
        { debtor: '乙方', kind: '拆除', what: '把墙退0.3米', due: stage.day('2026-12-20') },
        { debtor: '甲方', kind: '别的', what: '出两个工帮忙', due: stage.day('2026-12-20') },
        { debtor: '双方', kind: '不再做', what: '各自不再提前年旧事' },
      ],
      onTheSpot: '还没有',
      signed: '都签了',
    })

    const sides = { A: { chat: first, would: firstSays }, B: { chat: second, would: secondSays } }
    await daysGoBy(stage, '2026-11-26', '2026-12-19', { ...sides, officer })
    await officer.says(`履行 ${number}`)
    await officer.answers({ duty: '把墙退0.3米', what: '做到了', proof: '民警看到' })
    await officer.says(`履行 ${number}`)
    await officer.answers({ duty: '出两个工帮忙', what: '做到了', proof: '对方确认' })
    // The thirtieth day is a Saturday: who has to phone does so on Monday.
    await daysGoBy(stage, '2026-12-19', '2026-12-29', { ...sides, officer })

    await chief.presses('结案')
    await chief.answers({ reason: '双方说法一致，协议都做到了。' })
    return number
  },
  ends: {
    category: 'NB-WL',
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
      'CLOSED',
    ],
    gradings: [['YELLOW', 20]],
  },
}
