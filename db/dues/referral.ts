// The day by which another body was to settle a case: without a result the officer and the leader are told, every day; with one
// that nobody has closed, the leader.
import { z } from 'zod'
import { DAY } from '../../flows/casework/calendar.ts'
import { tellSettled } from '../commands/shared/after-referral.ts'
import { lastReferral } from '../commands/shared/resident.ts'
import { responsible, tellStaff } from '../commands/shared/tell.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { onCase } from './on-case.ts'

export const referral = onCase('referral', z.object({}), async (books, c) => {
  const last = await lastReferral(books, c)
  if (!last || last.result === 'returned') return
  if (last.result === 'finished') return tellSettled(books, c)
  const nobody = responsible(c).every((one) => one === null)
  await tellStaff(
    books,
    c,
    { people: responsible(c), roles: nobody ? ['leader', 'chief'] : [] },
    (about) => ({ kind: 'referralLate', due: last.dueAt, acknowledged: last.ackAt !== null, ...about }),
    ['receipt'],
  )
  await waitFor(books, c, 'referral', books.now + DAY)
})
