// Table B, 矛盾纠纷排查情况表: the 52 rows of the Sichuan form (domain 7.1), whichever way a matter is handled.
import { SICHUAN, type SichuanRow, sichuanRowOf } from '../tables/sichuan.ts'
import { both, type Counts, cases, dealtWith, grave, registered, settled } from './cases.ts'
import { type Defined, type Group, rate, said, sum } from './define.ts'
import type { CaseFact } from './facts.ts'
import { patrolled } from './others.ts'

const found = cases(registered)
const handled = cases(dealtWith)
const solved = cases(settled)

const ofRow =
  (row: SichuanRow): Counts =>
  (c: CaseFact) =>
    (sichuanRowOf(c.category) ?? 19) === row

const pair = ({ row, zh, en }: (typeof SICHUAN)[number]): Defined[] => [
  sum(
    'case',
    said(`${zh}·排查`, `${en}: found`),
    said(`排查数中属于第${row}类的`, `Of those found, kind ${row}`),
    cases(both(ofRow(row), registered)),
  ),
  sum(
    'case',
    said(`${zh}·调处`, `${en}: dealt with`),
    said(`调处数中属于第${row}类的`, `Of those dealt with, kind ${row}`),
    cases(both(ofRow(row), dealtWith)),
  ),
]

/** The lower ends of the form's bands. Nobody is asked how many they are without need: unknown is few. */
const BANDS = [
  { from: 0, until: 50, zh: '涉及50人以下', en: 'Under 50 people' },
  { from: 50, until: 100, zh: '涉及50—100人', en: '50 to 100 people' },
  { from: 100, until: 500, zh: '涉及100—500人', en: '100 to 500 people' },
  { from: 500, until: Number.POSITIVE_INFINITY, zh: '涉及500人以上', en: '500 people or more' },
]

const ofBand =
  (from: number, until: number): Counts =>
  ({ headcount }: CaseFact) => {
    const people = headcount ?? 0
    return people >= from && people < until
  }

const GRAVE = said(
  '重大：到期末曾定为红色，或涉及100人以上（表上没有写，由本所定）',
  'Grave: once RED by the end of the period, or 100 people or more (the form does not say; set by the station)',
)
const graveOf = (counts: Counts) => cases(both(grave, counts))

export const TABLE_B: readonly Group[] = [
  {
    title: said('总数', 'Totals'),
    rows: [
      sum(
        'case',
        said('排查数', 'Found'),
        said(
          '本期登记的纠纷，不论来源；不含并案、不予受理、非纠纷、戏谑',
          'Registered in the period, whatever their source; without merged, refused, non-disputes and pranks',
        ),
        found,
      ),
      sum(
        'case',
        said('调处数', 'Dealt with'),
        said(
          '本期调处有了结果的纠纷：达成协议、未达成或终止调解，或未经调解、移交后办结；每件算一次',
          'With a result in the period: agreement, none, mediation ended, or finished elsewhere without mediation; each case once',
        ),
        handled,
      ),
      rate(
        said('调处率', 'Dealt with, of found'),
        said('调处数÷排查数；两数各按自己的日期', 'Dealt with ÷ found, each by its own date'),
        handled,
        found,
      ),
      sum(
        'case',
        said('成功数', 'Settled'),
        said('本期达成协议的纠纷，每件算一次', 'Agreement in the period; each case once'),
        solved,
      ),
      rate(
        said('成功率（占调处）', 'Success (of dealt with)'),
        said('成功数÷调处数', 'Settled ÷ dealt with'),
        solved,
        handled,
      ),
    ],
  },
  {
    title: said('19类：排查数、调处数', '19 kinds: found, dealt with'),
    parts: true,
    rows: SICHUAN.flatMap(pair),
  },
  {
    title: said('涉及人数', 'People involved'),
    parts: true,
    rows: BANDS.map(({ from, until, zh, en }) =>
      sum(
        'case',
        said(zh, en),
        said(
          '排查数中涉及人数在这一档的；不知道人数的算50人以下',
          'Of those found, in this band; unknown counts as under 50',
        ),
        cases(both(ofBand(from, until), registered)),
      ),
    ),
  },
  {
    title: said('重大矛盾纠纷', 'Grave disputes'),
    rows: [
      sum('case', said('重大·排查数', 'Grave: found'), GRAVE, graveOf(registered)),
      sum('case', said('重大·调处数', 'Grave: dealt with'), GRAVE, graveOf(dealtWith)),
      sum('case', said('重大·成功数', 'Grave: settled'), GRAVE, graveOf(settled)),
      rate(
        said('重大·成功率（占调处）', 'Grave: success (of dealt with)'),
        said('重大·成功数÷重大·调处数', 'Grave settled ÷ grave dealt with'),
        graveOf(settled),
        graveOf(dealtWith),
      ),
    ],
  },
  {
    title: said('集中排查', 'Rounds of screening'),
    rows: [
      sum(
        'time',
        said('开展集中排查次数', 'Rounds of screening held'),
        said('本期开始的摸排', 'Rounds that began in the period'),
        patrolled,
      ),
    ],
  },
]
