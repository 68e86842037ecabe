// 民转刑: the dispute was filed as a crime on that day. Noted once; the day is the figures' own.
import { dayOf, instantAt } from '../../flows/casework/calendar.ts'
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { save, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'

export const noteCriminal: Handler<'noteCriminal'> = async (books, { dispute, rev, day }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c } = found
  const { calendar } = books.station.rulebook
  const first = dayOf(c.row.filedAt, calendar)
  if (day < first || day > dayOf(books.now, calendar))
    return refuse(
      'wrong-day',
      '立案日期要在登记以后、今天以前。',
      'The day must lie between the report and today.',
    )
  // On the day of the report itself it cannot have been filed before it.
  await save(books, c, { criminalAt: Math.max(instantAt(day, '00:00', calendar), c.row.filedAt) })
  books.audit('criminal', subjectOf(c), { day })
  return moved(c)
}
