// W03: nobody has been in touch with the person by the limit. Once, and daily after that.
import { z } from 'zod'
import { DAY } from '../../flows/casework/calendar.ts'
import { w03 } from '../../flows/casework/warnings/w03.ts'
import type { Does } from '../../flows/notices/notice.ts'
import { alertGroups } from '../commands/shared/alert-groups.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'
import { tellStaff } from '../commands/shared/tell.ts'
import { awaitContact, waitFor } from '../commands/shared/waiting.ts'
import { give } from '../warnings/give.ts'
import { plainly } from '../warnings/plainly.ts'
import { whomOfCase } from '../warnings/whom.ts'
import { putOffByNight } from './by-day.ts'
import { onCase } from './on-case.ts'

export const contact = onCase('contact', z.object({}), async (books, c) => {
  const { contactedAt, contactBy } = c.row
  if (contactedAt !== null || contactBy === null) return
  const [warning] = w03.rule(plainly(c), books.now, books.station.rulebook)
  if (!warning) return awaitContact(books, c)
  if (await putOffByNight(books, c, 'contact')) return
  const people = await whomOfCase(books, c, warning.to)
  if (await give(books, warning, { dispute: c.row.id, people, told: true })) {
    await tellStaff(
      books,
      c,
      { people },
      (about) => ({ kind: 'contactLate', due: contactBy, ...about }),
      doesFor(c),
    )
    await alertGroups(books, c, 'contactLate', contactBy, 'contact')
  }
  await waitFor(books, c, 'contact', warning.next ?? books.now + DAY)
})

/** Whoever may not contact yet has another step to take first. */
function doesFor(c: Case): Does[] {
  switch (stateOf(c.row)) {
    case 'SCREENING':
      return ['screen', 'contact']
    case 'ACCEPTED':
      return ['assign', 'contact']
    case 'ASSIGNED':
      return ['accept', 'contact']
    default:
      return ['contact']
  }
}
