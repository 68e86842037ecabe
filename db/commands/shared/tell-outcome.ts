// Telling staff what a round came to and what is to be done now. The sides are told nothing of it.
import type { Consequence } from '../../../flows/casework/consequence.ts'
import type { Judgement } from '../../../flows/casework/outcome.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { OutcomeCode } from '../../../flows/casework/tables/outcome.ts'
import type { Does, Todo } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { type Case, stateOf } from './case.ts'
import { dutiesOf, type Held } from './duty-book.ts'
import { remediesAtBreach } from './remedies.ts'
import { responsible, tellStaff } from './tell.ts'

/**
 * `done` are the consequences that were carried out, `doubts` what does not fit the books. All is well is no news; anything
 * else is.
 */
export async function tellOutcome(
  books: Books,
  c: Case,
  judgement: Judgement,
  { done, doubts }: { done: readonly Consequence[]; doubts: readonly Said[] },
): Promise<void> {
  const { code, codes, verdict, surface } = judgement
  if (code === 'R-OK' && doubts.length === 0) return
  const signals = surface.reasons.map(({ zh, en, points }) => ({
    zh: `${zh}(${points})`,
    en: `${en} (${points})`,
  }))
  const reasons = [...doubts, ...signals]
  const todo = [...new Set(done.flatMap(todoOf))]
  const remedies = await openTo(books, c, judgement)
  const does = [...new Set([...codes.flatMap((one) => DOES[one] ?? []), ...flagOf(judgement)])]
  await tellStaff(
    books,
    c,
    { people: responsible(c) },
    (about) => ({
      kind: 'outcome',
      code,
      verdict,
      surface: surface.score,
      reasons,
      todo,
      ...(remedies.length > 0 ? { remedies } : {}),
      ...about,
    }),
    does.length > 0 ? does : ['visit'],
  )
}

/** Who looks into it may say afterwards whether the signals were right. */
const flagOf = ({ surface }: Judgement): Does[] => (surface.reasons.length > 0 ? ['flag'] : [])

const DOES: { readonly [C in OutcomeCode]?: readonly Does[] } = {
  'R-NEWRISK': ['contact'],
  'R-RECUR': ['contact'],
  'R-REFUSE': ['duty', 'refer'],
  'R-OVERDUE': ['duty'],
  'R-UNFAIR': ['contact'],
  'R-SURFACE': ['visit'],
  'R-PARTIAL': ['duty'],
}

/** Whoever has not been reached, and what became of the case itself, is told by cards of their own. */
function todoOf(consequence: Consequence): Todo[] {
  switch (consequence.kind) {
    case 'extra-round':
      return ['extraRound']
    case 'visit':
      return consequence.with === 'officer' ? ['visitAlone'] : ['visitWithCadre']
    case 'supplement':
      return ['supplement']
    case 'breached':
      return consequence.remedies ? ['urge', 'refused'] : ['urge']
    case 'voluntariness-review':
      return ['consent']
    case 'ask-again':
      return ['askAgain']
    case 'third-party-check':
      return ['askVillage']
    default:
      return []
  }
}

/** The ways of whoever did not get what was promised, once the case is in breach. */
async function openTo(books: Books, c: Case, { consequences, who }: Judgement): Promise<string[]> {
  if (stateOf(c.row) !== 'BREACHED' || !consequences.some(({ kind }) => kind === 'breached')) return []
  const owed = ({ row }: Held): boolean =>
    !['done', 'waived'].includes(row.state) &&
    who.some((side) => row.debtor === side || row.debtor === 'both')
  return remediesAtBreach(books, c, (await dutiesOf(books, c)).filter(owed))
}
