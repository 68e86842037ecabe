// The agreement that a court may still confirm.
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Books } from '../../books.ts'
import { type AgreementRow, agreementInForce } from './agreements.ts'
import type { Case } from './case.ts'

/** Written, in force, not the police's, and not confirmed already. */
export async function confirmablePaper(books: Books, c: Case): Promise<AgreementRow | Refused> {
  const paper = await agreementInForce(books, c)
  if (paper?.form !== 'written' || c.row.track === 'PSM')
    return refuse(
      'no-paper',
      `${c.row.number}没有可以司法确认的协议。`,
      `${c.row.number} has no agreement that a court may confirm.`,
    )
  if (paper.confirmedAt !== null)
    return refuse(
      'confirmed',
      `${paper.number}法院已经确认过了。`,
      `${paper.number} has been confirmed already.`,
    )
  return paper
}
