// 定稿: the station's figures of a time that is over are kept as they are now; what is counted otherwise later is marked.
import { figuresIn, TABLES, tableOf } from '../../flows/casework/figures/figures.ts'
import { countedOf } from '../../flows/casework/figures/number.ts'
import { periodOf } from '../../flows/casework/figures/period.ts'
import { refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { lastHandedIn } from '../queries/figures/handed-in.ts'
import { figureFacts } from '../queries/figures/read.ts'
import { scopeOf } from '../queries/figures/scope.ts'
import { reportOn } from '../queries/givens/report.ts'
import { handedIn } from '../schema/index.ts'
import { noSuchCase } from './shared/refusal.ts'

export const handInReport: Handler<'handInReport'> = async (books, { view }) => {
  const scope = await scopeOf(books)
  if (!scope?.whole) return noSuchCase()
  const period = periodOf(view.period, books.now, books.station.rulebook.calendar)
  if (!period?.over)
    return refuse(
      'not-over',
      '这一期还没有完，不能定稿。',
      'This time is not over; it cannot be handed in yet.',
    )
  const facts = await figureFacts(books, scope, period)
  const all = TABLES.flatMap((code) => figuresIn(tableOf(code, facts, period)))
  const rev = ((await lastHandedIn(books, period.id))?.rev ?? 0) + 1
  await books.tx.insert(handedIn).values({
    stationId: books.station.id,
    id: books.newId(),
    period: period.id,
    rev,
    at: books.now,
    by: books.actor.id,
    figures: Object.fromEntries(all.map((one) => [one.id, countedOf(one)])),
  })
  books.audit('report-handed-in', `station:${books.station.id}`, { period: period.id, rev })
  return { shown: 'handed-in', period: period.id, rev, asksOn: reportOn(books, scope, view) }
}
