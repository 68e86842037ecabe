// Begun on a case where something was prevented, became a crime, or waits for a leader's word.
import { refuse } from '../../../flows/casework/refusal.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { PreventionGiven } from '../../../flows/prevention/commands.ts'
import type { PreventionCheckGiven } from '../../../flows/preventioncheck/commands.ts'
import type { Books } from '../../books.ts'
import type { Case } from '../../commands/shared/case.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { type Prevention, waitingPreventions } from '../../commands/shared/preventions.ts'
import type { CaseFlow } from './case-flow.ts'
import { localeOf } from './choices.ts'

const NONE: readonly State[] = ['DRAFT', 'MERGED', 'REJECTED']
const fits = (state: State): boolean => !NONE.includes(state)

export const prevention: CaseFlow = {
  name: { zh: '防止登记', en: 'note a prevention' },
  role: 'officer',
  fits,
  given: async (books, { row }): Promise<PreventionGiven> => ({
    ...caseGiven(books, row),
    criminal: row.criminalAt !== null,
  }),
}

export const preventioncheck: CaseFlow = {
  name: { zh: '防止审批', en: 'approve a prevention' },
  role: 'leader',
  fits,
  async given(books, c) {
    const waiting = await waitingPreventions(books, c)
    if (waiting.length === 0)
      return refuse(
        'no-prevention',
        `${c.row.number}没有等着您批的登记。`,
        `Nothing of ${c.row.number} waits for your approval.`,
      )
    books.audit('read-prevention', `dispute:${c.row.id}`)
    const english = (await localeOf(books)) === 'en'
    const given: PreventionCheckGiven = {
      ...caseGiven(books, c.row),
      waiting: await Promise.all(waiting.map((one) => told(books, c, one, english))),
    }
    return given
  },
}

const KINDS = {
  crime: { zh: '转刑事', en: 'crime' },
  petition: { zh: '上访', en: 'petition' },
  suicide: { zh: '自杀', en: 'suicide' },
  fight: { zh: '械斗', en: 'fight' },
} as const

async function told(
  books: Books,
  c: Case,
  { id, kind, people, by, reason }: Prevention,
  english: boolean,
): Promise<PreventionCheckGiven['waiting'][number]> {
  const name = KINDS[kind]
  return {
    id,
    label: english ? `${name.en}, ${people}` : `${name.zh}，${people}人`,
    kind,
    people,
    by: (await books.person(by))?.name ?? '',
    reason: c.vault.open('preventions.reason', id, reason) ?? '',
  }
}
