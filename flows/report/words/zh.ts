import { wallDay } from '../../case.ts'
import { periodName } from '../../casework/figures/period.ts'
import { valueText } from '../../casework/figures/text.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { ReportHead } from '../commands.ts'
import type { report } from '../flow.ts'
import { pictureOf } from '../picture.ts'
import { articleText, listText, tableText, type Wording } from '../table-text.ts'

const w: Wording = {
  locale: 'zh',
  year: '累计',
  revised: (parts) => `（修订：${parts.join('，')}）`,
  was: (what, value) => `${what === 'now' ? '本期' : '累计'}原${value}`,
  columns: '每行：乡镇街道｜村居｜小计｜年度累计。县市区一列由县里填。',
  hidden: (count, amount) => `另有${count}条您不能看，共${amount}`,
  round: (no) => `第${no}次摸排`,
}

const SCOPE = { station: '全所', area: '所辖村', own: '本人负责的' } as const

const head = ({ period, over, to, offset, scope, village, edition, handedIn }: ReportHead): string =>
  [
    `${periodName(period).zh}${over ? '' : `（到${wallDay(to, offset, 'zh')}）`}`,
    village ?? SCOPE[scope],
    ...(edition === 'public' ? ['公开版'] : []),
    ...(handedIn === null ? [] : [`已定稿（第${handedIn.rev}次，${wallDay(handedIn.at, offset, 'zh')}）`]),
  ].join('｜')

export const zh: WordsOf<typeof report> = {
  opening: [],
  closing: (_known, result) => {
    switch (result.shown) {
      case 'tables':
        return [
          ...result.tables.map((table) => tableText(table, head(result.head), w)),
          ...(result.article ? [articleText('zh')] : []),
        ]
      case 'article':
        return articleText('zh')
      case 'charts':
        return result.charts.map((chart) => pictureOf(chart, 'zh'))
      case 'row': {
        const { id, name, formula, total, numbers, list, per, unit, perUnit } = result
        const title = `${id} ${name.zh}｜${total ? '累计' : '本期'}｜${head(result.head)}`
        const lists = per
          ? [`分子：${listText(list, unit, w)}`, `分母：${listText(per, perUnit, w)}`]
          : [listText(list, unit, w)]
        const value = per ? [valueText(numbers, result, 'zh')] : []
        return [title, `算法：${formula.zh}。`, ...value, ...lists].join('\n')
      }
      case 'handed-in':
        return `${periodName(result.period).zh}定稿了（第${result.rev}次）。以后数字有变，会写明“修订”和原来的数。`
      case 'no-row':
        return '没有这一行。'
      case 'no-list':
        return '公开版不给名单。要看名单，请回到内部版。'
      case 'end':
        return '好。'
    }
  },
  quiet: () => '',
  steps: {
    period: {
      say: '看哪一期的？也可以打：2026-10、2026年第三季度、2026年。',
      label: '时间',
      choices: {
        month: { label: '本月', hears: ['这个月', '月报', '月'] },
        'last-month': { label: '上月', hears: ['上个月'] },
        quarter: { label: '本季度', hears: ['这个季度', '季报', '季'] },
        'last-quarter': { label: '上季度', hears: ['上个季度'] },
        half: { label: '本半年', hears: ['这半年', '半年报'] },
        'last-half': { label: '上个半年', hears: ['前半年'] },
        year: { label: '今年', hears: ['本年', '年报', '年'] },
        'last-year': { label: '去年', hears: ['上年'] },
      },
    },
    table: {
      say: '看哪张表？',
      label: '表',
      choices: {
        A: { label: '表A 人民调解', hears: ['A', '表A'] },
        B: { label: '表B 排查情况', hears: ['B', '表B'] },
        C: { label: '表C 本所情况', hears: ['C', '表C'] },
        all: { label: '全部', hears: ['都看', '所有'] },
        article: { label: '文章数据', hears: ['文章'] },
      },
    },
    next: {
      say: '打行号看名单，比如 A3；看全年的名单打 A3 累计。也可以打别的月份，或选：',
      label: '接着看',
      choices: {
        A: { label: '表A', hears: ['A'] },
        B: { label: '表B', hears: ['B'] },
        C: { label: '表C', hears: ['C'] },
        all: { label: '全部', hears: ['都看', '所有'] },
        article: { label: '文章数据', hears: ['文章'] },
        charts: { label: '看图', hears: ['图', '图表'] },
        village: { label: '按村看', hears: ['村', '哪个村'] },
        public: { label: '公开版', hears: ['公开'] },
        inside: { label: '内部版', hears: ['内部'] },
        'hand-in': { label: '定稿', hears: ['上报了', '交了'] },
        end: { label: '看完了', hears: ['完了', '没有了', '不看了', '好了'] },
      },
    },
    village: {
      say: '看哪个村？',
      label: '村',
      choices: { every: { label: '不分村', hears: ['全部', '都看'] } },
    },
  },
}
