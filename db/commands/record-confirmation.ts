// 司法确认: the sides asked the court to confirm their agreement, and what the court did.
import { and, eq } from 'drizzle-orm'
import { dayOf } from '../../flows/casework/calendar.ts'
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import { momentOn } from '../../flows/casework/time-limits.ts'
import type { Handler } from '../books.ts'
import { agreements } from '../schema/index.ts'
import { save, subjectOf } from './shared/case.ts'
import { confirmablePaper } from './shared/confirmable-paper.ts'
import { endLimits } from './shared/limits.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'
import { forget } from './shared/waiting.ts'

export const recordConfirmation: Handler<'recordConfirmation'> = async (
  books,
  { dispute, rev, what, day },
) => {
  const found = await recorded(books, dispute, rev)
  if (isRefused(found)) return found
  const { c } = found
  const paper = await confirmablePaper(books, c)
  if (isRefused(paper)) return paper
  const { calendar } = books.station.rulebook
  if (what === 'confirmed') {
    if (day === null || day > dayOf(books.now, calendar))
      return refuse('future', '请写法院确认的日子。', 'Please give the day on which the court confirmed it.')
    if (day < dayOf(paper.at, calendar))
      return refuse('past', '这一天协议还没有。', 'There was no agreement on that day yet.')
    await books.tx
      .update(agreements)
      .set({ confirmedAt: momentOn(day, books.now, calendar) })
      .where(and(eq(agreements.stationId, books.station.id), eq(agreements.id, paper.id)))
  }
  // It was asked for in time; what the court refuses can only be asked for with another agreement.
  await endLimits(books, c, what === 'refused' ? 'void' : 'met', ['T-JC-30'])
  await forget(books, c, 'confirmable')
  await save(books, c, {}, { quiet: true })
  books.audit('confirmation', subjectOf(c), { number: paper.number, what })
  return { ...moved(c), agreement: paper.number }
}
