import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { prevention } from '../flow.ts'

export const zh: WordsOf<typeof prevention> = {
  opening: [({ given }) => `防止登记：${caseLine(given, 'zh')}`],
  review: '请核对：',
  closing: (_, { number, waits }) =>
    waits ? `${number}：记下了。责任领导批准以后才计入报表。` : `${number}：已记为转为刑事案件。`,
  steps: {
    what: {
      say: '防止了什么？没有防住、已经立为刑事案件的，也在这里记。',
      label: '情形',
      choices: {
        crime: { label: '防止转为刑事案件', hears: ['民转刑', '防止民转刑', '刑事'] },
        petition: { label: '防止群体性上访', hears: ['上访', '防止上访'] },
        suicide: { label: '防止自杀', hears: ['自杀'] },
        fight: { label: '防止群体性械斗', hears: ['械斗', '打群架'] },
        criminal: { label: '已经立为刑事案件', hears: ['已立案', '立案了'] },
      },
    },
    people: { say: '涉及多少人？', label: '人数' },
    reason: { say: '为什么这样认定？写清楚当时的情况和做了什么。', label: '理由' },
    day: { say: '哪天立的案？', label: '立案日期' },
  },
}
