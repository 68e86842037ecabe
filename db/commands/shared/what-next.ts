// What comes next on a case for somebody who asks: nothing of the other side, and no day that must not be expected.
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { Standing } from '../../../flows/status/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, stateOf } from './case.ts'
import { dutiesOf } from './duty-book.ts'
import { lastReferral } from './resident.ts'
import { roundsOf } from './rounds.ts'
import type { Part } from './told.ts'
import { morningOf } from './waiting.ts'

type Next = Standing['next']

/**
 * The state as this person may know it. That an emergency is running is for whoever told us; another side must not learn
 * from the bot that somebody called for help.
 */
export function stateFor({ row }: Case, own: boolean): State {
  if (row.state === 'EMERGENCY' && !own) return (row.emergencyFrom as State | null) ?? 'SCREENING'
  return row.state as State
}

export async function nextFor(books: Books, c: Case, part: Part): Promise<Next> {
  const { row } = c
  const state = stateOf(row)
  if (!isOpen(state)) return { what: 'nothing', at: null }
  switch (state) {
    case 'REFERRED':
      return ahead(books, 'answer', (await lastReferral(books, c))?.dueAt ?? null)
    case 'AGREED':
    case 'PERFORMING':
    case 'BREACHED':
    case 'REVISITING':
      return followed(books, c, part)
    case 'SUSPENDED': {
      const on = row.resumeOn
      return ahead(books, 'mediation', on === null ? null : morningOf(books, on))
    }
    case 'FAILED':
    case 'TERMINATED':
      return { what: 'answer', at: null }
    default:
      return row.contactedAt === null
        ? ahead(books, 'contact', row.contactBy)
        : { what: state === 'MEDIATING' ? 'mediation' : 'answer', at: null }
  }
}

/** The next date of a duty that concerns this side; of revisits only that there will be some. */
async function followed(books: Books, c: Case, part: Part): Promise<Next> {
  const mine = (await dutiesOf(books, c)).flatMap(({ row }) => {
    const concerns = [row.debtor, row.creditor].some((one) => one === part || one === 'both')
    const open = row.state !== 'done' && row.state !== 'waived'
    return concerns && open && row.dueAt !== null && row.dueAt > books.now ? [row.dueAt] : []
  })
  if (mine.length > 0) return { what: 'duty', at: Math.min(...mine) }
  const rounds = part === 'reporter' ? [] : await roundsOf(books, c, ['planned', 'open'])
  return { what: rounds.length > 0 ? 'revisit' : 'nothing', at: null }
}

/** A promise that has passed is not repeated as one. */
const ahead = ({ now }: Books, what: Next['what'], at: number | null): Next => ({
  what,
  at: at !== null && at > now ? at : null,
})
