// P30: nobody has been in touch yet. The officer is reminded and the leader hears of it, at most once an hour.
import { and, eq, gt } from 'drizzle-orm'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Books, Handler } from '../books.ts'
import { warnings } from '../schema/index.ts'
import { type Case, stateOf } from './shared/case.ts'
import { responsible, tellStaff } from './shared/tell.ts'
import { ownByNumber } from './shared/told.ts'
import { REMIND_EVERY } from './shared/waiting.ts'

const CODE = 'P30'

export const remindOfficer: Handler<'remindOfficer'> = async (books, { number }) => {
  const found = await ownByNumber(books, number)
  if (isRefused(found)) return found
  const { named, c } = found
  if (isOpen(stateOf(c.row)) && !(await remindedLately(books, c))) await remind(books, c)
  return { number: named.row.number }
}

async function remind(books: Books, c: Case): Promise<void> {
  const id = books.newId()
  await books.tx.insert(warnings).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    code: CODE,
    about: c.row.id,
    at: books.now,
  })
  books.audit('reminded', `dispute:${c.row.id}`, { contacted: c.row.contactedAt !== null })
  const people = responsible(c)
  const roles = people.every((one) => one === null) ? (['leader', 'duty'] as const) : []
  await tellStaff(
    books,
    c,
    { people, roles: [...roles] },
    (about) => ({ kind: 'contactLate', due: c.row.contactBy ?? books.now, ...about }),
    ['contact'],
  )
}

async function remindedLately(books: Books, c: Case): Promise<boolean> {
  const [last] = await books.tx
    .select({ id: warnings.id })
    .from(warnings)
    .where(
      and(
        eq(warnings.stationId, books.station.id),
        eq(warnings.disputeId, c.row.id),
        eq(warnings.code, CODE),
        gt(warnings.at, books.now - REMIND_EVERY),
      ),
    )
    .limit(1)
  return last !== undefined
}
