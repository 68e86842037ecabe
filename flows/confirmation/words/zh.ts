import { caseLine, wallDay } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { confirmation } from '../flow.ts'

const NOTED = { asked: '已申请司法确认', confirmed: '法院已确认', refused: '法院不予确认' }

export const zh: WordsOf<typeof confirmation> = {
  opening: [
    ({ given }) => `司法确认：${caseLine(given, 'zh')}`,
    ({ given }) =>
      given.until === null ? '' : `双方可以在${wallDay(given.until, given.offset, 'zh')}前一起申请。`,
  ],
  closing: ({ what }, { agreement }) => `记下了，${agreement}：${NOTED[what ?? 'asked']}。`,
  steps: {
    what: {
      say: ({ given }) => `${given.agreement}办到哪一步了？`,
      label: '司法确认',
      choices: {
        asked: { label: '双方已申请', hears: ['申请了', '已申请'] },
        confirmed: { label: '法院确认了', hears: ['确认了', '已确认'] },
        refused: { label: '法院不予确认', hears: ['不予确认', '没确认'] },
      },
    },
    day: { say: '哪一天确认的？', label: '确认日期' },
  },
}
