// What whoever tells us of a dispute learns of it.
import type { Filed, Report } from '../../../flows/intake/commands.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { reporterLink } from './reporter-link.ts'
import { askForPlan } from './safe-contact-given.ts'

export const filed = (books: Books, { row }: Case): Filed => ({
  dispute: row.id,
  number: row.number,
  level: row.level,
  state: row.state,
  contactBy: row.contactBy ?? books.now,
})

/** All was told: whoever is at risk is asked next how they may be reached, while they are still there. */
export async function filedWhole(books: Books, c: Case, { mayWrite }: Report): Promise<Filed> {
  const asksOn = await askForPlan(books, c)
  const link = mayWrite === 'yes' ? await reporterLink(books, c) : null
  return { ...filed(books, c), ...(asksOn ? { asksOn } : {}), ...(link ? { link } : {}) }
}
