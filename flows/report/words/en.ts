import { wallDay } from '../../case.ts'
import { periodName } from '../../casework/figures/period.ts'
import { valueText } from '../../casework/figures/text.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { ReportHead } from '../commands.ts'
import type { report } from '../flow.ts'
import { pictureOf } from '../picture.ts'
import { articleText, listText, tableText, type Wording } from '../table-text.ts'

const w: Wording = {
  locale: 'en',
  year: 'year to date',
  revised: (parts) => ` (revised: ${parts.join(', ')})`,
  was: (what, value) => `${what === 'now' ? 'period' : 'year'} was ${value}`,
  columns: 'Each row: township | village | subtotal | year to date. The county fills its own column.',
  hidden: (count, amount) => `and ${count} that you may not see, together ${amount}`,
  round: (no) => `round ${no}`,
}

const SCOPE = { station: 'whole station', area: 'your villages', own: 'your cases' } as const

const head = ({ period, over, to, offset, scope, village, edition, handedIn }: ReportHead): string =>
  [
    `${periodName(period).en}${over ? '' : ` (until ${wallDay(to, offset, 'en')})`}`,
    village ?? SCOPE[scope],
    ...(edition === 'public' ? ['public version'] : []),
    ...(handedIn === null ? [] : [`handed in (${handedIn.rev}, ${wallDay(handedIn.at, offset, 'en')})`]),
  ].join('｜')

export const en: WordsOf<typeof report> = {
  opening: [],
  closing: (_known, result) => {
    switch (result.shown) {
      case 'tables':
        return [
          ...result.tables.map((table) => tableText(table, head(result.head), w)),
          ...(result.article ? [articleText('en')] : []),
        ]
      case 'article':
        return articleText('en')
      case 'charts':
        return result.charts.map((chart) => pictureOf(chart, 'en'))
      case 'row': {
        const { id, name, formula, total, numbers, list, per, unit, perUnit } = result
        const title = `${id} ${name.en}｜${total ? 'year to date' : 'period'}｜${head(result.head)}`
        const lists = per
          ? [`Numerator: ${listText(list, unit, w)}`, `Denominator: ${listText(per, perUnit, w)}`]
          : [listText(list, unit, w)]
        const value = per ? [valueText(numbers, result, 'en')] : []
        return [title, `Formula: ${formula.en}.`, ...value, ...lists].join('\n')
      }
      case 'handed-in':
        return `${periodName(result.period).en} is handed in (${result.rev}). Whatever changes later will be marked "revised", with the number as it was.`
      case 'no-row':
        return 'There is no such row.'
      case 'no-list':
        return 'The public version has no lists. Go back to the inside version to see one.'
      case 'end':
        return 'All right.'
    }
  },
  quiet: () => '',
  steps: {
    period: {
      say: 'Of which time? You may also type 2026-10, 2026-Q3 or 2026.',
      label: 'Time',
      choices: {
        month: { label: 'This month', hears: ['month'] },
        'last-month': { label: 'Last month', hears: [] },
        quarter: { label: 'This quarter', hears: ['quarter'] },
        'last-quarter': { label: 'Last quarter', hears: [] },
        half: { label: 'This half year', hears: ['half'] },
        'last-half': { label: 'Last half year', hears: ['last half'] },
        year: { label: 'This year', hears: ['year'] },
        'last-year': { label: 'Last year', hears: [] },
      },
    },
    table: {
      say: 'Which table?',
      label: 'Table',
      choices: {
        A: { label: "A People's mediation", hears: ['A', 'table A'] },
        B: { label: 'B Found and dealt with', hears: ['B', 'table B'] },
        C: { label: "C The station's own", hears: ['C', 'table C'] },
        all: { label: 'All', hears: ['everything'] },
        article: { label: "The article's", hears: ['article'] },
      },
    },
    next: {
      say: 'Type a row such as A3 for its list, or A3 total for that of the year; type another period; or choose:',
      label: 'Next',
      choices: {
        A: { label: 'Table A', hears: ['A'] },
        B: { label: 'Table B', hears: ['B'] },
        C: { label: 'Table C', hears: ['C'] },
        all: { label: 'All', hears: ['everything'] },
        article: { label: "The article's", hears: ['article'] },
        charts: { label: 'Pictures', hears: ['charts', 'picture'] },
        village: { label: 'By village', hears: ['village'] },
        public: { label: 'Public version', hears: ['public'] },
        inside: { label: 'Inside version', hears: ['inside'] },
        'hand-in': { label: 'Hand in', hears: ['handed in'] },
        end: { label: 'Done', hears: ['no', 'that is all', 'nothing'] },
      },
    },
    village: {
      say: 'Which village?',
      label: 'Village',
      choices: { every: { label: 'All of them', hears: ['all'] } },
    },
  },
}
