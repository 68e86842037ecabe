// What was told since a case was filed, brought into it and graded again; every version of it stays.
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { entered, entersIt } from './shared/entered.ts'
import { filed, filedWhole } from './shared/filed.ts'
import { bringsNews, bringUpToDate, keepReport, tellAdded, tellVoice } from './shared/filing.ts'
import { unknownFiles } from './shared/known-files.ts'
import { noSuchCase } from './shared/refusal.ts'
import { filesOf } from './shared/report.ts'
import { isReporter, ownCase } from './shared/told.ts'

export const updateReport: Handler<'updateReport'> = async (books, { dispute, report, complete }, { of }) => {
  const found = (await entered(books, dispute, of)) ?? (await ownCase(books, dispute))
  if (isRefused(found)) return found
  const { named, c } = found
  if (!entersIt(books, named, of) && !(await isReporter(books, named))) return noSuchCase()
  const fresh = await unknownFiles(books, c, filesOf(report))
  if (c.row.id === named.row.id) {
    await bringUpToDate(books, c, report, complete)
  } else {
    // The facts of a merged case are not those of this one report alone: its words are added, and people read them.
    const news = await bringsNews(books, c, report)
    await keepReport(books, c, report)
    if (news) await tellAdded(books, c, news.files)
  }
  await tellVoice(books, c, fresh)
  return complete ? filedWhole(books, c, report) : filed(books, c)
}
