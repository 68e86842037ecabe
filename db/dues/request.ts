// A difficulty that nobody took, whose promise comes near or is over, or of which somebody has still to be told.
import { z } from 'zod'
import { DAY, dayOf, shiftDay } from '../../flows/casework/calendar.ts'
import { REQUEST_NEWS, type RequestNews } from '../../flows/casework/request.ts'
import type { Books, DueHandler } from '../books.ts'
import { type Difficulty, isOpenRequest, lockRequest } from '../commands/shared/request.ts'
import { awaitPromise } from '../commands/shared/request-new.ts'
import { awaitRequest, doesWith, tellAsker, tellOfRequest } from '../commands/shared/request-tell.ts'
import { morningOf } from '../commands/shared/waiting.ts'
import { BooksError } from '../errors.ts'

const shape = z.discriminatedUnion('step', [
  z.object({ request: z.string(), step: z.literal('accept'), times: z.number().int() }),
  z.object({ request: z.string(), step: z.literal('promise'), late: z.number().int().default(0) }),
  z.object({ request: z.string(), step: z.literal('tell'), what: z.enum(REQUEST_NEWS) }),
])

export const request: DueHandler = async (books, { payload }) => {
  const given = shape.safeParse(payload)
  if (!given.success) throw new BooksError('bad-payload', 'request')
  const r = await lockRequest(books, given.data.request)
  if (!r) return
  switch (given.data.step) {
    case 'accept':
      return notTaken(books, r, given.data.times)
    case 'promise':
      return promised(books, r, given.data.late)
    case 'tell':
      return untold(books, r, given.data.what)
  }
}

/** To the officers of the village once more and to their leader; then to the chief as well; then every morning. */
async function notTaken(books: Books, r: Difficulty, times: number): Promise<void> {
  if (r.row.state !== 'open') return
  const roles = times === 0 ? (['officer'] as const) : (['officer', 'chief'] as const)
  await tellOfRequest(books, r, { people: [r.row.leaderId], roles: [...roles] }, 'notTaken', doesWith(r))
  const limit = r.row.acceptBy - r.row.at
  const at = times === 0 ? books.now + limit : nextMorning(books)
  await awaitRequest(books, r, 'accept', at, { times: times + 1 })
}

/** A day before to whoever has it; over, to the leader every day, and once a kind word to the person. */
async function promised(books: Books, r: Difficulty, late: number): Promise<void> {
  if (!isOpenRequest(r.row)) return
  const { promisedBy, ownerId, leaderId } = r.row
  if (books.now < promisedBy - DAY) return awaitPromise(books, r)
  if (books.now < promisedBy) {
    const nobody = ownerId === null
    await tellOfRequest(
      books,
      r,
      { people: [ownerId], roles: nobody ? ['officer'] : [] },
      'soon',
      doesWith(r),
    )
    return awaitRequest(books, r, 'promise', promisedBy)
  }
  await tellOfRequest(books, r, { people: [leaderId, ownerId] }, 'late', doesWith(r))
  if (late === 0) await tellAsker(books, r, 'broken')
  await awaitRequest(books, r, 'promise', nextMorning(books), { late: late + 1 })
}

/** Told in the morning what was not told at night, where it is still so. */
async function untold(books: Books, r: Difficulty, what: RequestNews): Promise<void> {
  const still = {
    taken: r.row.state === 'taken',
    later: r.row.state === 'taken',
    broken: isOpenRequest(r.row),
    opened: isOpenRequest(r.row),
    answered: !isOpenRequest(r.row) && r.row.toldAt === null && r.row.disputeId === null,
    passed: r.row.state === 'passed-on' && r.row.toldAt === null && r.row.disputeId === null,
    case: r.row.disputeId !== null && r.row.toldAt === null,
  }
  if (still[what]) await tellAsker(books, r, what)
}

const nextMorning = (books: Books): number =>
  morningOf(books, shiftDay(dayOf(books.now, books.station.rulebook.calendar), 1))
