// A case opened again: at least one level higher, with new limits, and back to triage.

import type { GuardFacts } from '../../../flows/casework/guard-facts.ts'
import { deadlines, higher } from '../../../flows/casework/level.ts'
import type { Refused } from '../../../flows/casework/refusal.ts'
import { reopenedLevel } from '../../../flows/casework/risk.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Level } from '../../../flows/casework/tables/level.ts'
import type { Books } from '../../books.ts'
import { advance, mustAdvance } from './advance.ts'
import type { Case, Change } from './case.ts'
import { gradingOf, raiseTo } from './grading.ts'
import { announce } from './new-case.ts'
import { supersedeRounds } from './rounds.ts'
import { awaitContact, awaitReview } from './waiting.ts'

export type Reopening = {
  roles: readonly Role[]
  facts?: GuardFacts
  /** A code. */
  reason: string
  text?: string | null
  /** Not below this, whatever the facts come to. */
  atLeast?: Level
}

/** Ends in SCREENING; refused where the life cycle does not allow it. */
export async function reopen(books: Books, c: Case, how: Reopening): Promise<Refused | null> {
  const previous = c.row.level
  const { roles, facts, reason, text = null } = how
  const refused = await advance(books, c, 'REOPENED', { roles, reason, text, ...(facts ? { facts } : {}) })
  if (refused) return refused
  await supersedeRounds(books, c)
  const byRule = reopenedLevel(previous, gradingOf(books, c))
  await raiseTo(books, c, how.atLeast ? higher(byRule, how.atLeast) : byRule)
  await mustAdvance(books, c, 'SCREENING', {
    roles: ['system'],
    facts: { previousLevel: previous },
    change: anew(books, c),
  })
  await awaitContact(books, c)
  await awaitReview(books, c)
  await announce(books, c, [{ zh: '复发重开', en: 'Reopened' }])
  return null
}

/** First contact is owed again, by the limit of the level it now has. */
const anew = (books: Books, c: Case): Change => ({
  contactedAt: null,
  claimedAt: null,
  acceptBy: null,
  resumeOn: null,
  emergencyFrom: null,
  emergencyAt: null,
  endReason: null,
  contactBy: deadlines(c.row.level, books.now, books.station.rulebook).firstContact,
})
