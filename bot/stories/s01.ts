/** 酒后家暴（第三次）: never mediated, nothing to the other side, and the one who was hurt is reached her way only. */
import { daysGoBy } from './days.ts'
import type { Story } from './story.ts'

/** What she and the desk agree on in the story. */
const PHRASE = '青稞黄了'

export const s01: Story = {
  id: 'S01',
  name: { zh: '酒后家暴（第三次）', en: 'Third episode of domestic violence after drinking' },
  begins: '2026-12-03 22:40',
  async tell(stage) {
    const chief = await stage.staff('示例所长')
    const duty = await stage.staff('示例驻村民警甲')
    const officer = await stage.staff('示例女民警')
    const wife = await stage.resident('受害方')

    await wife.says(
      '警察同志在吗',
      '我老公又打我了',
      '喝了酒打的 脸肿了 流鼻血',
      '他现在睡了 娃娃吓哭了',
      '这是第三次了 我不想报警 就想你们说说他',
      '别打电话给我 他会看到',
    )
    await wife.answers({
      safety: '安全',
      place: '示例甲村',
      reach: '只打字',
      way: '就在这里发消息',
      times: '我说几点到几点',
      own: '9点到11点',
      days: '每天都行',
      wording: '看不出是谁',
      phrase: PHRASE,
    })
    const number = stage.numberTold(wife)

    await duty.says(`解除 ${number}`)
    await duty.answers({ injured: '轻伤', done: '按约定的方式联系上了，人已到妈家。' })
    await chief.says(`移交 ${number}`)
    await chief.answers({
      toUnit: '县公安局',
      toPerson: '办案民警',
      reason: '家庭暴力，依法调查取证，不以调解结案。',
      due: stage.day('2026-12-10'),
    })
    await stage.until('2026-12-04 09:30')
    await chief.says(`流转 ${number}`)
    await chief.answers({ to: '回访期', reason: '已出具告诫书，本所跟踪。', remediesTold: '告诉了' })

    await chief.says(`分派 ${number}`)
    await chief.answers({ suggested: '就这样派', helpers: '示例村支书', handover: '由女民警回访。' })

    const husband = { would: () => ({ words: '我就是去接她。' }) }
    await daysGoBy(stage, '2026-12-04', '2026-12-11', {
      A: {
        chat: wife,
        phrase: PHRASE,
        would: (day) =>
          day < '2026-12-10'
            ? { trouble: '没有', safe: '安全', words: '他说不打了，我暂时住妈家。' }
            : { trouble: '动手了', safe: '有点怕', words: '他去我妈家闹，又推了我。' },
      },
      B: husband,
      officer,
    })
    return number
  },
  ends: {
    category: 'MF-DV',
    path: ['DRAFT', 'EMERGENCY', 'SCREENING', 'REFERRED', 'REVISITING', 'REOPENED', 'EMERGENCY'],
    gradings: [['RED', 80]],
  },
}
