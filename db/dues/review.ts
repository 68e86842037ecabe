// The review of a case: what stands still is said (O08), to the officer first, to the leader as well from the second time.
import { z } from 'zod'
import { w04 } from '../../flows/casework/warnings/w04.ts'
import { stateOf } from '../commands/shared/case.ts'
import { tellStaff } from '../commands/shared/tell.ts'
import { awaitReview } from '../commands/shared/waiting.ts'
import { give } from '../warnings/give.ts'
import { plainly } from '../warnings/plainly.ts'
import { whomOfCase } from '../warnings/whom.ts'
import { putOffByNight } from './by-day.ts'
import { closableSince, tellMayClose } from './may-close.ts'
import { doesIn } from './next-step.ts'
import { onCase } from './on-case.ts'
import { standstill } from './standstill.ts'
import { warnedAt } from './warned.ts'

export const review = onCase('review', z.object({}), async (books, c) => {
  const days = standstill(books, c)
  if (days !== null) {
    if (await putOffByNight(books, c, 'review')) return
    const standstillTold = (await warnedAt(books, c, 'W04', String(c.row.updatedAt))).length
    const [warning] = w04.rule({ ...plainly(c), standstillTold }, books.now, books.station.rulebook)
    const people = warning ? await whomOfCase(books, c, warning.to) : []
    if (warning && (await give(books, warning, { dispute: c.row.id, people, told: true })))
      await tellStaff(
        books,
        c,
        { people },
        (about) => ({ kind: 'noProgress', days, ...about }),
        doesIn(stateOf(c.row)),
      )
  }
  const last = await closableSince(books, c)
  if (last !== null) await tellMayClose(books, c, last)
  await awaitReview(books, c)
})
