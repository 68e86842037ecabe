// The day to go on after a pause: the case is being mediated again, and the officer is reminded.
import { z } from 'zod'
import { dayOf } from '../../flows/casework/calendar.ts'
import { mustAdvance } from '../commands/shared/advance.ts'
import { awaitTarget, morningOf, waitFor } from '../commands/shared/waiting.ts'
import { remind } from './next-step.ts'
import { onCase } from './on-case.ts'

export const resume = onCase('resume', z.object({}), async (books, c) => {
  const { resumeOn } = c.row
  // Put off again meanwhile.
  if (resumeOn !== null && resumeOn > dayOf(books.now, books.station.rulebook.calendar))
    return waitFor(books, c, 'resume', morningOf(books, resumeOn))
  await mustAdvance(books, c, 'MEDIATING', {
    roles: ['system'],
    reason: 'resumed',
    change: { resumeOn: null },
  })
  await awaitTarget(books, c)
  await remind(books, c, { people: [c.row.officerId] }, c.row.targetAt)
})
