// Safe contact, begun by the person at risk in their own chat, or by whoever answers for the case.
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { Books } from '../../books.ts'
import { lockCase } from '../../commands/shared/case.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import { atRiskHere, forStaff, opened } from '../../commands/shared/safe-contact-given.ts'
import type { CaseFlow } from './case-flow.ts'
import { type Begin, mattersOf } from './resident.ts'

export const contactPlan: CaseFlow = {
  name: { zh: '联系计划', en: 'contact plan' },
  role: 'officer',
  fits: isOpen,
  given: async (books, c) =>
    (await forStaff(books, c)) ??
    refuse(
      'nobody-at-risk',
      `${c.row.number}没有要保护的一方，不用记联系计划。`,
      `${c.row.number} has nobody at risk; no contact plan is needed.`,
    ),
}

/** Only the books begin the guarded talk, at the hour that the plan allows. */
export const appointment: Begin = async () => noSuchCase()

/** The latest case in which this chat is that of somebody at risk. Whoever has none is told what anybody is told. */
export async function ownContactPlan(books: Books, number: string | null): Promise<Opened | Refused> {
  for (const matter of (await mattersOf(books)).reverse()) {
    if (number !== null && matter.number !== number) continue
    const c = await lockCase(books, matter.dispute)
    const party = c && (await atRiskHere(books, c))
    if (c && party) return opened(books, c, party)
  }
  return noSuchCase()
}
