// Once a day, before work: what only the calendar changes. Nobody is told anything here that can wait for nine o'clock.
import { z } from 'zod'
import { dayOf } from '../../flows/casework/calendar.ts'
import { enterBreach } from '../commands/shared/breach.ts'
import { stateOf } from '../commands/shared/case.ts'
import { announceRaise, evaluate } from '../commands/shared/grading.ts'
import { awaitNight, morningOf, waitFor } from '../commands/shared/waiting.ts'
import { lookAtCase } from '../warnings/look-at-case.ts'
import { limitOf } from './confirmable.ts'
import { closableSince } from './may-close.ts'
import { onCase } from './on-case.ts'
import { awaitStanding } from './standing.ts'
import { saidToday } from './standstill.ts'

export const night = onCase('night', z.object({}), async (books, c) => {
  // A date may have passed while the case stood elsewhere, as in an emergency; where nothing is overdue this is refused.
  if (stateOf(c.row) === 'PERFORMING') await enterBreach(books, c, { roles: ['system'] })
  // Seasons, festivals and repeats move with the clock (E, F).
  await announceRaise(books, c, await evaluate(books, c, { unlessSame: true }))
  const morning = morningOf(books, dayOf(books.now, books.station.rulebook.calendar))
  const said = saidToday(books, c)
  const closable = (await closableSince(books, c)) !== null
  if (said !== null || closable)
    await waitFor(books, c, 'review', closable ? Math.max(books.now, morning) : (said ?? morning))
  await lookAtCase(books, c, { confirmable: await limitOf(books, c) })
  await awaitStanding(books)
  await awaitNight(books, c)
})
