// The review of a case: what stands still is said (O08), to the officer first, to the leader as well from the second time.
import { z } from 'zod'
import { stateOf } from '../commands/shared/case.ts'
import { responsible, tellStaff } from '../commands/shared/tell.ts'
import { awaitReview } from '../commands/shared/waiting.ts'
import { closableSince, tellMayClose } from './may-close.ts'
import { doesIn } from './next-step.ts'
import { onCase } from './on-case.ts'
import { standstill } from './standstill.ts'
import { noteWarning, warnedAt } from './warned.ts'

export const review = onCase('review', z.object({}), async (books, c) => {
  const days = standstill(books, c)
  if (days !== null) {
    // One standstill is one cause, for as long as nothing is written.
    const about = String(c.row.updatedAt)
    const again = (await warnedAt(books, c, 'W04', about)).length > 0
    await noteWarning(books, c, 'W04', about)
    const people = again ? responsible(c) : [c.row.officerId]
    const nobody = responsible(c).every((one) => one === null)
    await tellStaff(
      books,
      c,
      { people, roles: nobody ? ['leader', 'chief'] : [] },
      (about) => ({ kind: 'noProgress', days, ...about }),
      doesIn(stateOf(c.row)),
    )
  }
  const last = await closableSince(books, c)
  if (last !== null) await tellMayClose(books, c, last)
  await awaitReview(books, c)
})
