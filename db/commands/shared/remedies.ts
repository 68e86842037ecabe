// The other ways that stay open, as codes: when mediation brings no agreement, and when an agreement is not kept.
import type { RemedyCode } from '../../../flows/casework/tables/remedy.ts'
import type { TopCode } from '../../../flows/casework/tables/taxonomy.ts'
import { topOf } from '../../../flows/casework/taxonomy.ts'
import type { Books } from '../../books.ts'
import { agreementInForce } from './agreements.ts'
import { type Case, categoryOf, type Dispute } from './case.ts'
import type { Held } from './duty-book.ts'

const LABOUR: RemedyCode[] = ['labour', 'arbitration', 'court']
const BY_GOVERNMENT: RemedyCode[] = ['government', 'court']

/** Without an agreement (mediation law, article 26). */
const WAYS: { [T in TopCode]?: RemedyCode[] } = {
  LB: LABOUR,
  LF: BY_GOVERNMENT,
  EX: BY_GOVERNMENT,
  EN: BY_GOVERNMENT,
  CS: BY_GOVERNMENT,
  RL: BY_GOVERNMENT,
  VA: BY_GOVERNMENT,
  AD: BY_GOVERNMENT,
}

export const remediesFor = (row: Dispute): RemedyCode[] => WAYS[topOf(categoryOf(row))] ?? ['court']

/**
 * Where what was agreed is not kept (domain 5.2): a police paper gives way to the act itself and to the civil court, a
 * confirmed agreement is enforced, pay for work is ordered by the court, anything else is a matter for the court.
 */
export async function remediesAtBreach(
  books: Books,
  c: Pick<Case, 'row'>,
  broken: readonly Held[],
): Promise<RemedyCode[]> {
  if (c.row.track === 'PSM') return ['police', 'court']
  if ((await agreementInForce(books, c))?.confirmedAt) return ['enforcement']
  const pay = broken.some(({ row }) => row.kind === 'pay')
  return pay && topOf(categoryOf(c.row)) === 'LB' ? ['payment-order', 'court'] : ['court']
}
