import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { screening } from '../flow.ts'

export const zh: WordsOf<typeof screening> = {
  opening: [({ given }) => `研判：${caseLine(given, 'zh')}`],
  closing: (_, { number, state }) => `记下了。${number}现在是：${stateName(state as State).zh}。`,
  steps: {
    decision: {
      say: '这件事怎么办？要转给别的单位，请取消后回“移交”。',
      label: '研判',
      choices: {
        accept: { label: '受理', hears: ['收', '接'] },
        reject: { label: '不予受理', hears: ['不受理', '不收'] },
        emergency: { label: '是紧急警情', hears: ['紧急', '紧急警情'] },
      },
    },
    category: {
      say: ({ given }) => `类别是“${given.categoryName.zh}”。要改就选一个。`,
      label: '类别',
      skip: '不改',
      choices: { other: '别的类别' },
    },
    group: { say: '属于哪一大类？', label: '大类', skip: '不改' },
    kind: { say: '是哪一种？', label: '小类', skip: '不改' },
    track: {
      say: ({ given }) => (given.officerLed ? '走哪条路？这件事不能调解。' : '走哪条路？'),
      label: '渠道',
      choices: {
        PM: '人民调解',
        JOINT: '三调联动',
        PSM: '治安调解',
        TRM: '交通事故调解',
        ADM: '行政处理',
        LAB: '劳动监察、仲裁',
        CASE: '案件办理',
        COURT: '法院',
      },
    },
    reason: { say: '为什么不受理？这句话会告诉反映人。', label: '理由' },
  },
}
