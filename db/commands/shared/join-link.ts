// Links by which a side that has no address yet can be reached in chat from now on.

import type { Side } from '../../../flows/case.ts'
import type { Join } from '../../../flows/contact/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, officerLed } from './case.ts'
import { partiesOf } from './resident.ts'
import { JOIN_TTL } from './waiting.ts'

/** None in officer-led cases: nobody is invited there to be asked by a machine. */
export async function joinLinks(books: Books, c: Case, sides: readonly Side[]): Promise<Join[]> {
  const { publicUrl } = books.station
  if (publicUrl === null || officerLed(books, c.row)) return []
  const links: Join[] = []
  for (const { side, addressId, atRisk, stoppedAt } of await partiesOf(books, c.row.id)) {
    if (!sides.includes(side) || addressId !== null || atRisk || stoppedAt !== null) continue
    const code = await books.joinCode(c.row.id, side, JOIN_TTL)
    const url = `${publicUrl}/?join=${encodeURIComponent(code)}`
    const { telegramBot } = books
    links.push({ side, url, telegram: telegramBot && `https://t.me/${telegramBot}?start=j_${code}` })
  }
  return links
}
