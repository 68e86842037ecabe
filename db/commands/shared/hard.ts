// 难案: a case that is hard by the rules is marked as such once, and the township is told; better that police, cadres and people sit
// down together. Never one that is kept apart.
import { HARD_REASONS, type HardReason, hardReasons } from '../../../flows/casework/difficulty.ts'
import { caseFacts } from '../../../flows/casework/facts.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { Books } from '../../books.ts'
import { type Case, categoryOf, codesOf, restricted, save, stateOf, subjectOf } from './case.ts'
import { mediationsOf } from './mediations.ts'
import { responsible, tellStaff, tellTownship } from './tell.ts'

const BEFORE_AGREED: readonly State[] = ['ACCEPTED', 'ASSIGNED', 'CLAIMED', 'MEDIATING', 'SUSPENDED']
/** Before triage nobody has looked at it; once agreed there is nothing left to be mediated. */
const WORKED: readonly State[] = [...BEFORE_AGREED, 'FAILED', 'TERMINATED', 'BREACHED']

/** The reasons for which it has become a hard one at this moment; nothing where it was one before. */
export async function regardHard(books: Books, c: Case): Promise<Said[]> {
  if (c.row.difficulty === 'hard' || restricted(books, c.row) || !WORKED.includes(stateOf(c.row))) return []
  const found = hardReasons(await factsOf(books, c), books.station.rulebook)
  return found.length === 0 ? [] : becomeHard(books, c, found)
}

async function factsOf(books: Books, c: Case) {
  const { row } = c
  const facts = caseFacts(row.facts)
  const failed = (await mediationsOf(books, c)).filter(
    ({ result }) => result === 'failed' || result === 'again',
  )
  return {
    level: row.level,
    category: categoryOf(row),
    codes: codesOf(books, row),
    headcount: row.headcount ?? facts.headcount,
    crossVillage: facts.crossVillage || facts.crossTownship,
    failures: failed.length,
    pastTarget: row.targetAt !== null && row.targetAt <= books.now && BEFORE_AGREED.includes(stateOf(row)),
  }
}

/** By the rules, or by a leader's word, which has no reason that may lie on a card. */
export async function becomeHard(books: Books, c: Case, why: readonly HardReason[]): Promise<Said[]> {
  const reasons = why.map((one) => HARD_REASONS[one])
  await save(books, c, { difficulty: 'hard' }, { quiet: true })
  books.audit('hard', subjectOf(c), { by: books.actor.id, why: [...why] })
  await tellTownship(books, c, (about) => ({ kind: 'hardCase', reasons, ...about }))
  const people = responsible(c).filter((id) => id !== books.actor.person?.id)
  if (people.some((id) => id !== null))
    await tellStaff(
      books,
      c,
      { people },
      (about) => ({ kind: 'hardCase', reasons, ...about }),
      stateOf(c.row) === 'MEDIATING' ? ['joint'] : [],
    )
  return reasons
}
