// 报案: what was told becomes a case, once for each conversation; an emergency where it must be one.
import type { Report } from '../../flows/intake/commands.ts'
import type { Books, Handler } from '../books.ts'
import { type Case, lockCase } from './shared/case.ts'
import { entersIt } from './shared/entered.ts'
import { filedWhole } from './shared/filed.ts'
import {
  bringUpToDate,
  caseOfConversation,
  keepReport,
  newCase,
  register,
  tellVoice,
} from './shared/filing.ts'
import { filesOf } from './shared/report.ts'
import { tellAlike } from './shared/tell-alike.ts'
import { isReporter } from './shared/told.ts'

export const fileDispute: Handler<'fileDispute'> = async (books, { conversation, report, quiet }, { of }) => {
  const id = await caseOfConversation(books, conversation)
  const found = id === null ? null : await lockCase(books, id)
  const goesOn = found && (entersIt(books, found, of) || (await isReporter(books, found)))
  const known = goesOn ? found : null
  // An alarm of the same talk may have made the case already.
  const c = known ?? (await newFrom(books, id === null ? conversation : books.newId(), report))
  if (known) await bringUpToDate(books, c, report, false)
  if (quiet) books.audit('filed-quietly', `dispute:${c.row.id}`)
  await tellVoice(books, c, filesOf(report))
  // A report that is filed on the way is not over; the last one is (flows/core/seat.ts begins nothing before that).
  return filedWhole(books, c, report)
}

async function newFrom(books: Books, conversation: string, report: Report): Promise<Case> {
  const c = await newCase(books, conversation, report)
  await keepReport(books, c, report)
  await register(books, c, report, true)
  await tellAlike(books, c)
  return c
}
