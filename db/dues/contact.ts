// W03: nobody has been in touch with the person by the limit. Once, and daily after that.
import { z } from 'zod'
import { DAY } from '../../flows/casework/calendar.ts'
import type { Does } from '../../flows/notices/notice.ts'
import { alertGroups } from '../commands/shared/alert-groups.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'
import { responsible, tellStaff } from '../commands/shared/tell.ts'
import { awaitContact, waitFor } from '../commands/shared/waiting.ts'
import { onCase } from './on-case.ts'

export const contact = onCase('contact', z.object({}), async (books, c) => {
  const { contactedAt, contactBy } = c.row
  if (contactedAt !== null || contactBy === null) return
  if (contactBy > books.now) return awaitContact(books, c)
  const nobody = responsible(c).every((one) => one === null)
  await tellStaff(
    books,
    c,
    { people: responsible(c), roles: nobody ? ['leader', 'chief'] : [] },
    (about) => ({ kind: 'contactLate', due: contactBy, ...about }),
    doesFor(c),
  )
  await alertGroups(books, c, 'contactLate', contactBy, 'contact')
  await waitFor(books, c, 'contact', books.now + DAY)
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
