// What was promised was not done: the case is in breach, graded again, and those who answer for it are told; so is who it is owed to.
import type { GuardFacts } from '../../../flows/casework/guard-facts.ts'
import type { Refused } from '../../../flows/casework/refusal.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Books } from '../../books.ts'
import { advance } from './advance.ts'
import { chatAddress } from './ask-side.ts'
import { type Case, save } from './case.ts'
import { dutiesOf, type Held, ledger } from './duty-book.ts'
import { entitledTo } from './entitled.ts'
import { announceRaise, evaluate } from './grading.ts'
import { partiesOf, tellResident } from './resident.ts'

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

type Breach = {
  roles: readonly Role[]
  text?: string | null
  /** Numbers of the duties that were gone back on, beside those whose day is over. */
  broken?: readonly number[]
  /** A revisit has found something broken, whatever the dates say. */
  found?: boolean
}

/** Refused where the life cycle does not allow it, or nothing is overdue. */
export async function enterBreach(
  books: Books,
  c: Case,
  { roles, text = null, broken = [], found = false }: Breach,
): Promise<Refused | null> {
  const known = await dutyFacts(books, c)
  const facts = found ? { ...known, overdueDuties: Math.max(1, known.overdueDuties ?? 0) } : known
  const refused = await advance(books, c, 'BREACHED', { roles, facts, reason: 'not-performed', text })
  if (refused) return refused
  await gradeBroken(books, c)
  const held = await dutiesOf(books, c)
  const late = ledger(books, held).overdue
  await tellEntitled(
    books,
    c,
    held.filter(({ row }) => late.includes(row.no) || broken.includes(row.no)),
  )
  return null
}

/** Each side that did not get what it is owed hears which ways are open to it; in a case that officers lead, from them. */
export async function tellEntitled(books: Books, c: Case, broken: readonly Held[]): Promise<void> {
  const sides = new Set(broken.flatMap(entitledTo))
  for (const party of await partiesOf(books, c.row.id)) {
    if (!sides.has(party.side)) continue
    const address = await chatAddress(books, c, party.side)
    if (address !== null) await tellResident(books, c, address, 'notKept', party)
  }
}
