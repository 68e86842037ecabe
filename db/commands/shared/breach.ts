// What was promised was not done: the case is in breach, graded again, and those who answer for it are told.
import type { GuardFacts } from '../../../flows/casework/guard-facts.ts'
import type { Refused } from '../../../flows/casework/refusal.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Books } from '../../books.ts'
import { advance } from './advance.ts'
import { type Case, save } from './case.ts'
import { dutiesOf, ledger } from './duty-book.ts'
import { announceRaise, evaluate } from './grading.ts'

/** What guards ask about the duties in force. Nothing left open means that proof was registered for each of them. */
export async function dutyFacts(books: Books, c: Case): Promise<GuardFacts> {
  const { open, overdue } = ledger(books, await dutiesOf(books, c))
  const performance = open.length === 0 ? { performance: 'proof' as const } : {}
  return { openDuties: open.length, overdueDuties: overdue.length, ...performance }
}

/** E03: mediation failed, an agreement was gone back on, or a duty is overdue. */
export async function gradeBroken(books: Books, c: Case): Promise<void> {
  const known = c.row.facts.broken === true
  await save(books, c, { facts: { ...c.row.facts, broken: true } }, { quiet: true })
  await announceRaise(books, c, await evaluate(books, c, { unlessSame: known }))
}

/** Refused where the life cycle does not allow it, or nothing is overdue. */
export async function enterBreach(
  books: Books,
  c: Case,
  { roles, text = null }: { roles: readonly Role[]; text?: string | null },
): Promise<Refused | null> {
  const facts = await dutyFacts(books, c)
  const refused = await advance(books, c, 'BREACHED', { roles, facts, reason: 'not-performed', text })
  if (refused) return refused
  await gradeBroken(books, c)
  return null
}
