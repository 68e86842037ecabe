// W05: the level's aim for settling comes near: to the officer, and on the day to the leader too.
import { z } from 'zod'
import { w05 } from '../../flows/casework/warnings/w05.ts'
import { regardHard } from '../commands/shared/hard.ts'
import { awaitTarget } from '../commands/shared/waiting.ts'
import { give } from '../warnings/give.ts'
import { plainly } from '../warnings/plainly.ts'
import { whomOfCase } from '../warnings/whom.ts'
import { putOffByNight } from './by-day.ts'
import { remind } from './next-step.ts'
import { onCase } from './on-case.ts'

export const target = onCase('target', z.object({}), async (books, c) => {
  const [warning] = w05.rule(plainly(c), books.now, books.station.rulebook)
  // None where the aim was put off meanwhile: the next one is still to come.
  if (warning) {
    if (await putOffByNight(books, c, 'target')) return
    const people = await whomOfCase(books, c, warning.to)
    if (await give(books, warning, { dispute: c.row.id, people, told: true }))
      await remind(books, c, { people }, c.row.targetAt)
  }
  // Past its day, a case that is not settled has become a hard one.
  await regardHard(books, c)
  await awaitTarget(books, c)
})
