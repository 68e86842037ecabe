// What a side answered in the chat or to an officer, in the terms of the rules that judge a round.
import type { Fen } from '../../../flows/casework/money.ts'
import { type RevisitAnswers as Judged, noAnswers } from '../../../flows/casework/round.ts'
import type { Rulebook } from '../../../flows/casework/rulebook.ts'
import { hearSurface, isTerse } from '../../../flows/casework/surface.ts'
import type { Money } from '../../../flows/core/questions/money.ts'
import type { Kept, RevisitAnswers, Why } from '../../../flows/revisit/commands.ts'
import { riskCodes } from './emergency.ts'

const KEPT = { all: 'all', part: 'part', none: 'none', notyet: 'not-due' } as const satisfies Record<
  Kept,
  string
>
const FAIR = { fair: 'fair', acceptable: 'acceptable', notquite: 'not-quite', unfair: 'unfair' } as const
const FREELY = { yes: 'own', reluctant: 'reluctant', pressed: 'pressed' } as const
const SAFE = { safe: 'safe', abit: 'afraid', very: 'very-afraid' } as const

export function judged(said: RevisitAnswers | null, danger: readonly string[], rulebook: Rulebook): Judged {
  const free = [said?.words, said?.reason, said?.help].filter((one) => typeof one === 'string')
  const heard = [...new Set(free.flatMap((one) => hearSurface(one, rulebook)))]
  const codes = riskCodes(danger)
  if (!said) return { ...noAnswers, danger: codes }
  return {
    other: said.theirs && KEPT[said.theirs],
    own: said.own && KEPT[said.own],
    receivedFen: exactly(said.received),
    paidFen: exactly(said.paid),
    reasons: reasonsOf(said),
    trouble: said.trouble,
    relation: said.relation,
    fairness: said.fair && FAIR[said.fair],
    freeWill: said.freely && FREELY[said.freely],
    safety: said.safe && SAFE[said.safe],
    score: said.score,
    help: asksHelp(said.help),
    heard,
    danger: codes,
    terse: isTerse(free),
  }
}

/** What was said as "about" is no sum that anything can be counted by. Older answers have none. */
const exactly = (sum: Money | null | undefined): Fen | null => (sum && !sum.approx ? sum.fen : null)

const asksHelp = (help: string | null): boolean =>
  help !== null && !/^(没有|没得|没|无|不用|不需要|no|none|nothing)?[。.!！了]*$/iu.test(help.trim())

type Reason = Judged['reasons'][number]

/** Why something is not done, as people put it (R03). Refusal and a plan weigh differently, so words for each are few and plain. */
const REASONS: [Reason, RegExp][] = [
  ['refuses', /不想[给还赔做]|不愿|不肯|凭什么|不认账|休想|就是不[给还赔做]|一分(钱)?不|refuse|won['’]t/iu],
  [
    'plan',
    /月底|月初|下个?月|下周|过[几两]天|[0-9一二三四五六七八九十]+[号日]|分期|慢慢|正在|在弄|已经开始|next|soon/iu,
  ],
  ['no-money', /没钱|没有钱|钱不够|周转|冻结|贷款|no money|frozen/iu],
  ['waits', /等着|等他|等她|等对方|等村|等政府|等.{0,6}(量|鉴定|批)|waiting/iu],
]

/** What was tapped. That the other side does not want to is no reason of one's own. */
const TAPPED = {
  wont: 'refuses',
  theywont: 'other',
  nomoney: 'no-money',
  early: 'plan',
  waits: 'waits',
  other: 'other',
} as const satisfies Record<Why, Reason>

/** What was tapped and what was said; "other" only where there is nothing better. */
function reasonsOf({ why, reason }: Pick<RevisitAnswers, 'why' | 'reason'>): Reason[] {
  const all = [...new Set([...(why ? [TAPPED[why]] : []), ...reasonsIn(reason)])]
  const known = all.filter((one) => one !== 'other')
  return (known.length > 0 ? known : all).sort()
}

function reasonsIn(text: string | null): Reason[] {
  if (text === null || text.trim() === '') return []
  const found = REASONS.filter(([, words]) => words.test(text)).map(([reason]) => reason)
  return (found.length > 0 ? found : ['other' as const]).sort()
}
