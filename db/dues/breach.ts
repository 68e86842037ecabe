// A duty's date, days of grace included, has passed without proof: the duty is overdue, and the case in breach.
import { z } from 'zod'
import { standing } from '../../flows/casework/duties.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Books } from '../books.ts'
import { enterBreach, gradeBroken, tellEntitled } from '../commands/shared/breach.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'
import { dutiesOf, keepDuty, ledger, writeEvent } from '../commands/shared/duty-book.ts'
import { onCase } from './on-case.ts'

const FOLLOWED: readonly State[] = ['PERFORMING', 'REVISITING']

/** The officer hears of it in the morning (O05), and at once where the level rises. */
export const breach = onCase('breach', z.object({ duty: z.string() }), async (books, c, { duty: id }) => {
  const held = (await dutiesOf(books, c)).find(({ row }) => row.id === id)
  if (!held || held.row.state === 'overdue') return
  if (standing(held.duty, books.now).status !== 'overdue') return
  await writeEvent(books, c, held.row, { what: 'overdue', by: 'system' })
  await keepDuty(books, held.row, held.duty)
  if (!FOLLOWED.includes(stateOf(c.row))) {
    await gradeBroken(books, c)
    if (stateOf(c.row) === 'BREACHED') await tellFirst(books, c, id)
    return
  }
  const refused = await enterBreach(books, c, { roles: ['bot', 'system'] })
  if (refused) throw new Error(`${c.row.state} cannot become BREACHED: ${refused.refused}`)
})

/** In a case that is in breach already: whoever is owed this one and has not been told of another. */
async function tellFirst(books: Books, c: Case, id: string): Promise<void> {
  const held = await dutiesOf(books, c)
  const { overdue } = ledger(books, held)
  const late = held.filter(({ row }) => overdue.includes(row.no))
  const [one] = late.filter(({ row }) => row.id === id)
  if (one && late.every(({ row }) => row.id === id || row.creditor !== one.row.creditor))
    await tellEntitled(books, c, [one])
}
