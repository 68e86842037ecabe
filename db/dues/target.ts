// W05: the level's aim for settling comes near. Five days and one day before to the officer, on the day to the leader too.
import { z } from 'zod'
import { DAY } from '../../flows/casework/calendar.ts'
import { responsible } from '../commands/shared/tell.ts'
import { awaitTarget } from '../commands/shared/waiting.ts'
import { remind } from './next-step.ts'
import { onCase } from './on-case.ts'

export const target = onCase('target', z.object({}), async (books, c) => {
  const { targetAt, officerId, leaderId } = c.row
  if (targetAt === null) return
  // The aim was put off meanwhile: the next warning is still to come.
  if (targetAt - books.now > 5 * DAY) return awaitTarget(books, c)
  const people = books.now >= targetAt ? responsible(c) : [officerId ?? leaderId]
  await remind(books, c, { people }, targetAt)
  await awaitTarget(books, c)
})
