// Whether a case may be talked over by police, cadres and people together, and who may lead that talk.
import { legalGate } from '../../../flows/casework/legal-gate.ts'
import { rank } from '../../../flows/casework/level.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import { actsAs } from '../../../flows/casework/roles.ts'
import { isNeverAgreed } from '../../../flows/casework/taxonomy.ts'
import type { Books, Person } from '../../books.ts'
import { type Case, categoryOf, codesOf, officerLed, restricted, stateOf } from './case.ts'
import { sightOf } from './sight.ts'

/** Null where nothing is in the way. */
export function notTogether(books: Books, { row }: Pick<Case, 'row'>): Refused | null {
  const gate = { category: categoryOf(row), codes: codesOf(books, row) }
  if (officerLed(books, row) || isNeverAgreed(gate.category, gate.codes))
    return refuse(
      'officer-led',
      '这类事由民警办，不开联合调解，也不请别人。',
      'Officers lead a matter of this kind: there is no joint mediation, and nobody else is asked.',
    )
  // Nobody beyond those who answer for it may learn that there is such a case.
  if (restricted(books, row))
    return refuse(
      'restricted',
      '这件事只有负责的人知道，不请别人参加。',
      'Only those who answer for this case know of it: nobody else is asked.',
    )
  const { limits, mediable } = legalGate(gate)
  const barred = limits.find(({ mediate }) => mediate === 'never')
  if (barred) return refuse(barred.code, `${barred.zh}。`, `${barred.en}.`)
  return mediable
    ? null
    : refuse('never-agreed', '这类事不能调解。', 'A matter of this kind is not mediated.')
}

/** RED and ORANGE, and what turned out to be hard: there the table of three is proposed. Others may ask for it. */
export const wantsJoint = (books: Books, c: Pick<Case, 'row'>): boolean =>
  stateOf(c.row) === 'MEDIATING' &&
  (rank(c.row.level) >= rank('ORANGE') || c.row.difficulty === 'hard' || c.row.track === 'JOINT') &&
  notTogether(books, c) === null

/** Who leads the talk records it, so it is somebody who handles the case. */
export async function mayHost(books: Books, c: Pick<Case, 'row'>, person: Person): Promise<boolean> {
  const roles = (await sightOf(books, c.row.id, person))(c.row)
  return roles !== null && actsAs(roles).includes('mediator')
}
