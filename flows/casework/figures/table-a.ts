// Table A, 人民调解案件情况: what the justice office reports of people's mediation (domain 7.1). Other kinds of mediation have papers
// and figures of their own and do not stand here.

import { SOURCES } from '../tables/source.ts'
import { MOJ15, type Moj15Code } from '../tables/taxonomy.ts'
import { category } from '../taxonomy.ts'
import { accepted, both, byCommittee, type Counts, cases, notSettled, settled } from './cases.ts'
import { type Defined, type Group, rate, type Sum, said, sum } from './define.ts'
import { agreedFen, agreements, agreementsDue, agreementsPerformed, confirmedByCourt } from './duties.ts'
import type { CaseFact, PreventionFact } from './facts.ts'
import { peoplePrevented, preventions } from './others.ts'

const committee = (counts: Counts) => cases(both(byCommittee, counts))

const acceptedHere = committee(accepted)
const settledHere = committee(settled)

const ofKind =
  (code: Moj15Code): Counts =>
  (c: CaseFact) =>
    (category(c.category).moj15 ?? 'OT') === code

const countsAs =
  (how: (typeof SOURCES)[number]['counts']): Counts =>
  (c: CaseFact) =>
    SOURCES.find(({ code }) => code === c.source)?.counts === how

const acceptedAs = (how: (typeof SOURCES)[number]['counts'], zh: string, en: string): Sum =>
  sum(
    'case',
    said(zh, en),
    said(`本期受理的纠纷中来源为“${zh}”的`, `Of those accepted in the period, ${en.toLowerCase()}`),
    committee(both(countsAs(how), accepted)),
  )

const PREVENTED: readonly { kind: PreventionFact['kind']; zh: string; en: string }[] = [
  { kind: 'crime', zh: '防止民间纠纷转化为刑事案件', en: 'Kept from becoming a crime' },
  { kind: 'petition', zh: '防止群体性上访', en: 'Collective petitions prevented' },
  { kind: 'suicide', zh: '防止自杀', en: 'Suicides prevented' },
  { kind: 'fight', zh: '防止群体性械斗', en: 'Group fights prevented' },
]

const APPROVED = said(
  '民警登记并写明理由、责任领导批准的；按批准日期；从不自动计',
  'Recorded by an officer with a reason and approved by a leader, by the day of approval; never counted by itself',
)

const prevented = ({ kind, zh, en }: (typeof PREVENTED)[number]): Defined[] => [
  sum('case', said(zh, en), APPROVED, cases(preventions(kind))),
  sum('person', said(`${zh}（人）`, `${en}, people`), APPROVED, cases(peoplePrevented(kind))),
]

export const TABLE_A: readonly Group[] = [
  {
    title: said('受理和成功', 'Accepted and settled'),
    rows: [
      sum(
        'case',
        said('受理（调解）件数', 'Accepted for mediation'),
        said(
          '本期第一次受理、走人民调解或三调联动渠道的纠纷；不含并案、不予受理、非纠纷、戏谑',
          'First accepted in the period, on the track of people’s or joint mediation; without merged, refused, non-disputes and pranks',
        ),
        acceptedHere,
      ),
      sum(
        'case',
        said('成功件数', 'Settled'),
        said(
          '本期达成协议的纠纷（同上渠道），每件算一次',
          'Agreement reached in the period, same tracks; each case once',
        ),
        settledHere,
      ),
      rate(
        said('成功率（占受理）', 'Success (of accepted)'),
        said('成功件数÷受理件数；两数各按自己的日期', 'Settled ÷ accepted, each by its own date'),
        settledHere,
        acceptedHere,
      ),
    ],
  },
  {
    title: said('按15类', 'By 15 kinds'),
    parts: true,
    rows: MOJ15.map(({ code, zh, en }) =>
      sum(
        'case',
        said(zh, en),
        said(`本期受理的纠纷中属于${zh}的`, `Of those accepted in the period, this kind`),
        committee(both(ofKind(code), accepted)),
      ),
    ),
  },
  {
    title: said('按来源', 'By source'),
    parts: true,
    rows: [
      acceptedAs('own-motion', '主动调解', 'On our own motion'),
      acceptedAs('applied', '申请调解', 'On application'),
      acceptedAs('entrusted', '接受委托移送', 'Entrusted to us'),
    ],
  },
  {
    title: said('协议', 'Agreements'),
    rows: [
      sum(
        'money',
        said('协议涉及金额', 'Sums in agreements'),
        said('本期达成的协议写明的金额合计，付没付都算', 'What agreements of the period say, paid or not'),
        committee(agreedFen),
      ),
      sum(
        'case',
        said('书面协议', 'Written agreements'),
        said('本期达成、期末没有被新协议代替的书面协议', 'Made in the period, not replaced by its end'),
        committee(agreements('written')),
      ),
      sum(
        'case',
        said('口头协议', 'Oral agreements'),
        said('本期达成、期末没有被新协议代替的口头协议', 'Made in the period, not replaced by its end'),
        committee(agreements('oral')),
      ),
      sum(
        'case',
        said('到期协议', 'Agreements due'),
        said('最后一项义务在本期到期的协议', 'Whose last duty fell due in the period'),
        committee(agreementsDue),
      ),
      sum(
        'case',
        said('履行件数', 'Performed'),
        said('到期协议中，期末全部义务已履行的', 'Of those due, all duties done by the end of the period'),
        committee(agreementsPerformed),
      ),
      rate(
        said('履行率', 'Performance'),
        said('全部履行的协议÷到期协议', 'Wholly performed ÷ due'),
        committee(agreementsPerformed),
        committee(agreementsDue),
      ),
      sum(
        'case',
        said('司法确认', 'Confirmed by a court'),
        said('本期经法院确认的协议', 'Confirmed in the period'),
        committee(confirmedByCourt),
      ),
      sum(
        'case',
        said('调解不成', 'Not settled'),
        said(
          '本期未达成协议或终止调解、同期内也没有谈成的纠纷',
          'No agreement, or mediation ended, and none reached later in the period',
        ),
        committee(notSettled),
      ),
    ],
  },
  { title: said('防止激化', 'Prevention'), rows: PREVENTED.flatMap(prevented) },
]
