// Table C: the station's own list (domain 7.1 C) by the formulas of domain 7.2. Its last rows are the station's villages.
import { LEVELS } from '../tables/level.ts'
import {
  atLevel,
  becameCrime,
  both,
  byMediators,
  type Counts,
  cameBack,
  cameBackSoon,
  cases,
  closed,
  contactDue,
  contacted,
  contactInTime,
  daysToSettle,
  late,
  lowered,
  raised,
  registered,
  settled,
  toldAgain,
  withTownship,
} from './cases.ts'
import { type Group, mean, rate, said, sum } from './define.ts'
import {
  agreementsDue,
  agreementsPerformed,
  dutiesDue,
  dutiesOverdue,
  dutiesPerformed,
  recoveredFen,
} from './duties.ts'
import type { FigureFacts } from './facts.ts'
import {
  difficulties,
  difficultiesAnswered,
  difficultiesSolved,
  finishedElsewhere,
  patrolled,
  referred,
  sittings,
} from './others.ts'
import { scoredVisits, scores, visited, visitsDue } from './visits.ts'

const fromPatrol: Counts = ({ source }) => source === 'patrol'
const inVillage =
  (code: string): Counts =>
  ({ village }) =>
    village === code
/** Several villages, none, or one that the station no longer names. */
const elsewhere =
  (villages: FigureFacts['villages']): Counts =>
  ({ village }) =>
    !villages.some(({ code }) => code === village)

const FIXED: readonly Group[] = [
  {
    title: said('发现和首次联系', 'Found and first contact'),
    rows: [
      sum(
        'time',
        said('摸排次数', 'Rounds of screening'),
        said('本期开始的摸排', 'Rounds that began in the period'),
        patrolled,
      ),
      sum(
        'case',
        said('发现数', 'Found'),
        said(
          '本期登记的纠纷；不含并案、不予受理、非纠纷、戏谑',
          'Registered in the period; without merged, refused, non-disputes and pranks',
        ),
        cases(registered),
      ),
      sum(
        'case',
        said('其中摸排发现', 'Of these, found on rounds'),
        said('发现数中来源为摸排的', 'Of those found, whose source is a round of screening'),
        cases(both(fromPatrol, registered)),
      ),
      rate(
        said('干预率', 'Taken up'),
        said(
          '有首次联系记录的纠纷÷本期登记的纠纷',
          'With a recorded first contact ÷ registered in the period',
        ),
        cases(both(registered, contacted)),
        cases(registered),
      ),
      rate(
        said('首次联系及时率', 'First contact in time'),
        said(
          '在时限内首次联系的÷时限在本期内的',
          'Contacted within the limit ÷ whose limit lay in the period',
        ),
        cases(both(contactDue, contactInTime)),
        cases(contactDue),
      ),
    ],
  },
  {
    title: said('化解', 'Settled'),
    rows: [
      sum(
        'case',
        said('化解数', 'Settled'),
        said(
          '本期达成协议的纠纷，各种渠道，每件算一次',
          'Agreement in the period, on any track; each case once',
        ),
        cases(settled),
      ),
      sum(
        'case',
        said('其中群众调解员化解简易纠纷', 'Of these, simple ones settled by community mediators'),
        said(
          '化解数中简易、有群众调解员主持或参加的',
          'Of those settled: simple, with a community mediator who held the talks or sat in them',
        ),
        cases(both(settled, byMediators)),
      ),
      sum(
        'case',
        said('其中与镇党委政府协作化解', 'Of these, settled together with the township'),
        said(
          '化解数中有乡镇或村干部一起参加的',
          'Of those settled: with somebody of the township or a cadre taking part',
        ),
        cases(both(settled, withTownship)),
      ),
      sum(
        'money',
        said('挽回经济损失', 'Losses recovered'),
        said(
          '本期付款、归还义务中有凭证、实际到账的金额；不是协议涉及金额',
          'Really paid or given back in the period under a duty, with proof; not the sums in agreements',
        ),
        cases(recoveredFen),
      ),
      sum(
        'time',
        said('三调联动（警力＋干部＋民力）次数', 'Joint mediations (police, cadres, people)'),
        said('本期开成的', 'Held in the period'),
        cases(sittings),
      ),
      mean(
        ['day', 'case'],
        said('平均化解天数', 'Days to settle, on average'),
        said('从登记到达成协议的整天数合计÷化解数', 'Whole days from registration to agreement ÷ settled'),
        cases(both(settled, daysToSettle)),
        cases(settled),
      ),
      sum(
        'case',
        said('超期数', 'Past their target'),
        said(
          '化解期限在本期内、到期限还没有结果的',
          'Whose target lay in the period, with no result by then',
        ),
        cases(late),
      ),
    ],
  },
  {
    title: said('困难诉求', 'Difficulties'),
    rows: [
      sum(
        'time',
        said('收到困难诉求', 'Difficulties told'),
        said('本期收到的', 'Told in the period'),
        difficulties,
      ),
      sum(
        'time',
        said('答复困难诉求', 'Difficulties answered'),
        said('本期有了答复的', 'Answered in the period'),
        difficultiesAnswered,
      ),
      sum(
        'time',
        said('解决困难诉求', 'Difficulties solved'),
        said('本期答复为已解决的', 'Answered as solved in the period'),
        difficultiesSolved,
      ),
    ],
  },
  {
    title: said('移交', 'Referred'),
    rows: [
      sum('time', said('移交数', 'Referred'), said('本期移交的', 'Referred in the period'), cases(referred)),
      sum(
        'time',
        said('移交办结', 'Referred and finished'),
        said('接收单位本期办结的', 'Finished by the receiving unit in the period'),
        cases(finishedElsewhere),
      ),
    ],
  },
  {
    title: said('履行', 'Performance'),
    rows: [
      rate(
        said('履行率（按项）', 'Performance, by duty'),
        said('到期已履行义务项÷到期义务项', 'Duties done ÷ duties that fell due'),
        cases(dutiesPerformed),
        cases(dutiesDue),
        'duty',
      ),
      rate(
        said('履行率（按协议）', 'Performance, by agreement'),
        said('全部履行的协议÷到期协议', 'Agreements wholly performed ÷ due'),
        cases(agreementsPerformed),
        cases(agreementsDue),
      ),
      sum(
        'duty',
        said('逾期未履行', 'Overdue'),
        said('本期到期、期末还没履行的义务项', 'Fell due in the period and not done by its end'),
        cases(dutiesOverdue),
      ),
    ],
  },
  {
    title: said('回访', 'Revisits'),
    rows: [
      sum(
        'visit',
        said('回访应访数', 'Revisits due'),
        said('应访人次，甲乙分别计，不含免访', 'Sides to be visited, each by itself; without those let go'),
        cases(visitsDue),
      ),
      sum(
        'visit',
        said('回访已访数', 'Visited'),
        said('应访人次中期末已访到、答了话的', 'Of these, met and answered by the end of the period'),
        cases(visited),
      ),
      rate(
        said('回访率', 'Revisit rate'),
        said('已完成应访人次÷应访人次', 'Visited ÷ due'),
        cases(visited),
        cases(visitsDue),
        'visit',
      ),
      mean(
        ['point', 'visit'],
        said('满意度（1—5分）', 'Satisfaction (1 to 5)'),
        said('本期回访打分合计÷打分人次', 'Scores of the period’s revisits ÷ sides that gave one'),
        cases(scores),
        cases(scoredVisits),
      ),
    ],
  },
  {
    title: said('复发和激化', 'Come back, come to blows'),
    rows: [
      sum(
        'case',
        said('复发数', 'Come back'),
        said('结案后本期重开或转紧急的', 'Closed, and opened again or an emergency in the period'),
        cases(cameBack),
      ),
      rate(
        said('复发率', 'Recurrence'),
        said(
          '结案90天内本期重开的÷本期结案的',
          'Opened again in the period within 90 days of closing ÷ closed in the period',
        ),
        cases(cameBackSoon),
        cases(closed),
      ),
      sum(
        'time',
        said('重复反映数', 'Told again'),
        said(
          '本期对已登记的事再次反映的次数，戏谑不算',
          'Reports in the period of a matter already known; without pranks',
        ),
        cases(toldAgain),
      ),
      sum(
        'case',
        said('民转刑件数（目标0）', 'Became a crime (goal 0)'),
        said(
          '登记后12个月内、本期被立为刑事案件的',
          'Filed as a crime in the period, within 12 months of registration',
        ),
        cases(becameCrime),
      ),
    ],
  },
  {
    title: said('风险级别', 'Levels of risk'),
    parts: true,
    rows: LEVELS.map(({ code, zh, en }) =>
      sum(
        'case',
        said(zh, en),
        said('发现数中期末是这一级的', 'Of those found, at this level at the end of the period'),
        cases(both(registered, atLevel(code))),
      ),
    ),
  },
  {
    title: said('级别升降', 'Levels changed'),
    rows: [
      sum(
        'change',
        said('升级次数', 'Raised'),
        said('本期升高的次数', 'Times a level was raised in the period'),
        cases(raised),
      ),
      sum(
        'change',
        said('降级次数', 'Lowered'),
        said('本期降低的次数', 'Times a level was lowered in the period'),
        cases(lowered),
      ),
    ],
  },
]

const OF_VILLAGE = said('发现数中属于这个村的', 'Of those found, of this village')

/** Village rows follow the station's own order. */
export const tableC = ({ villages }: Pick<FigureFacts, 'villages'>): readonly Group[] => [
  ...FIXED,
  {
    title: said('按村分布（发现数）', 'By village (found)'),
    parts: true,
    rows: [
      ...villages.map(({ code, name }) =>
        sum('case', said(name, name), OF_VILLAGE, cases(both(inVillage(code), registered))),
      ),
      sum(
        'case',
        said('跨村或没有村的', 'Several villages, or none'),
        said('发现数中跨村、跨乡镇或没有村的', 'Of those found, of several villages or of none'),
        cases(both(elsewhere(villages), registered)),
      ),
    ],
  },
]
