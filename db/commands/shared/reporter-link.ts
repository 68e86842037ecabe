// A code by which whoever told a colleague goes on in a chat of their own; read out, or shown. There is no other way to them.
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import type { ReporterLink } from '../../../flows/intake/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, stateOf } from './case.ts'
import { JOIN_TTL } from './waiting.ts'

export async function reporterLink(books: Books, c: Case): Promise<ReporterLink | null> {
  if (books.actor.person === null || c.row.reporterAddress !== null || !isOpen(stateOf(c.row))) return null
  const code = await books.joinCode(c.row.id, null, JOIN_TTL)
  const { telegramBot, station } = books
  const url = station.publicUrl === null ? null : `${station.publicUrl}/?join=${encodeURIComponent(code)}`
  books.audit('reporter-code', `dispute:${c.row.id}`)
  return {
    code,
    url,
    telegram: telegramBot === null ? null : `https://t.me/${telegramBot}?start=j_${code}`,
    until: books.now + JOIN_TTL,
  }
}
