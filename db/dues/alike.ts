// A while after a report, when most of it has been told: what else was reported nearby, or in nearly the same words.
import { z } from 'zod'
import { announceRaise, evaluate } from '../commands/shared/grading.ts'
import { lookAgain } from '../commands/shared/same-case.ts'
import { tellAlike } from '../commands/shared/tell-alike.ts'
import { onCase } from './on-case.ts'

export const alike = onCase('alike', z.object({}), async (books, c) => {
  const since = books.now
  if (!(await lookAgain(books, c))) return
  await announceRaise(books, c, await evaluate(books, c))
  await tellAlike(books, c, since)
})
