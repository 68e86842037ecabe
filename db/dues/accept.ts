// W02, O02: an assignment that is not accepted: to the officer at the limit, then to the leader as well, then to the chief,
// and at last to the township, which presses nothing and asks the station. After that it is called for every day.
import { z } from 'zod'
import { w02 } from '../../flows/casework/warnings/w02.ts'
import { alertGroups } from '../commands/shared/alert-groups.ts'
import { awaitOwner } from '../commands/shared/owner.ts'
import { currentAssignment } from '../commands/shared/responsible.ts'
import { ACCEPT_LADDER, awaitAccept } from '../commands/shared/waiting.ts'
import { give } from '../warnings/give.ts'
import { plainly } from '../warnings/plainly.ts'
import { whomOfCase } from '../warnings/whom.ts'
import { putOffByNight } from './by-day.ts'
import { tellNotAccepted } from './not-accepted.ts'
import { onCase } from './on-case.ts'

const shape = z.object({ from: z.number(), step: z.number().int().min(0) })

export const accept = onCase('accept', shape, async (books, c, { from, step: planned }) => {
  const { acceptBy } = c.row
  if (acceptBy === null) return
  const limit = { ...plainly(c), accept: { from, by: acceptBy } }
  const [warning] = w02.rule(limit, books.now, books.station.rulebook)
  if (!warning) return awaitAccept(books, c, from, planned)
  if (await putOffByNight(books, c, 'accept', { payload: { from, step: planned } })) return
  const people = await whomOfCase(books, c, warning.to)
  // What was put off over night, or by an outage, goes on where it would be by now.
  const step = Math.max(planned, warning.step)
  if (!(await give(books, warning, { dispute: c.row.id, people, told: true })))
    return step < LAST ? awaitAccept(books, c, from, step + 1) : awaitOwner(books, c, 1)
  const inForce = await currentAssignment(books, c)
  await tellNotAccepted(books, c, {
    officer: inForce?.officerId ?? null,
    since: from,
    // Handed back, it is the leader's to give to somebody else, from the first call on.
    leader: step > 0 || inForce === null,
    chief: step >= CHIEF,
    township: step >= TOWNSHIP,
  })
  await alertGroups(books, c, 'notAccepted', acceptBy, 'accept')
  if (step < LAST) await awaitAccept(books, c, from, step + 1)
  else await awaitOwner(books, c, 1)
})

const CHIEF = 2
const TOWNSHIP = 3
const LAST = ACCEPT_LADDER.length - 1
