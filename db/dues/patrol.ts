// Rounds of screening at their times: everybody is asked, the silent are reminded once, and it is closed.
import { z } from 'zod'
import type { Books, DueHandler } from '../books.ts'
import { remindAll } from '../commands/shared/patrol-ask.ts'
import { asksOf, lockPatrol, type Patrol } from '../commands/shared/patrol-book.ts'
import { closeOne, openOne } from '../commands/shared/patrol-round.ts'
import { BooksError } from '../errors.ts'

const shape = z.object({ patrol: z.string() })

const onPatrol =
  (state: Patrol['state'], act: (books: Books, patrol: Patrol) => Promise<unknown>): DueHandler =>
  async (books, { payload, key }) => {
    const given = shape.safeParse(payload)
    if (!given.success) throw new BooksError('bad-payload', key)
    const patrol = await lockPatrol(books, given.data.patrol)
    if (patrol?.state === state) await act(books, patrol)
  }

/** One whose time is over before anybody was asked is still held: answers are awaited as long as was meant. */
export const patrol = onPatrol('planned', async (books, planned) => {
  const late = books.now >= planned.until
  await openOne(books, late ? { ...planned, until: books.now + (planned.until - planned.at) } : planned)
})

export const patrolremind = onPatrol('open', async (books, open) => {
  const silent = (await asksOf(books, [open.id])).filter(
    ({ answer, remindedAt }) => answer === null && remindedAt === null,
  )
  const told = await remindAll(books, open, silent)
  if (told > 0) books.audit('patrol-reminded', `patrol:${open.id}`, { people: told })
})

export const patrolend = onPatrol('open', closeOne)
