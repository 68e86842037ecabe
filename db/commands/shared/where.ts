// By which phone and where the sides of a case are found, opened for whoever is to ask them; every look is audited.
import type { Side } from '../../../flows/case.ts'
import type { Report } from '../../../flows/intake/commands.ts'
import type { Where } from '../../../flows/visit/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, subjectOf } from './case.ts'
import { villageName } from './facts-shown.ts'
import { notesOf } from './note.ts'
import { partiesOf } from './resident.ts'

/** Only for those who may record a revisit of this case: whoever calls this has looked. */
export async function whereOf(books: Books, c: Case, sides: readonly Side[]): Promise<Where[]> {
  const place = await placeOf(books, c)
  const parties = (await partiesOf(books, c.row.id)).filter(({ side }) => sides.includes(side))
  books.audit('read-where', subjectOf(c), { sides: parties.map(({ side }) => side) })
  return parties.map((party) => {
    const careful = party.atRisk || party.contactPlan !== null
    return {
      side: party.side,
      label: party.label,
      // A number that lies open in a chat tempts somebody to ring it before the plan was read.
      phone: careful ? null : c.vault.open('parties.phone', party.id, party.phone),
      place,
      careful,
    }
  })
}

/** Where it happened, as the last report had it: the village, and the spot in the reporter's words. */
async function placeOf(books: Books, c: Case): Promise<string | null> {
  const kept = (await notesOf(books, c, ['report'])).at(-1)?.text ?? null
  const told = kept === null ? null : ((JSON.parse(kept) as Partial<Report>).place ?? null)
  const village = villageName(books, told?.village ?? c.row.village)
  return [village, told?.text].filter(Boolean).join(' ') || null
}
