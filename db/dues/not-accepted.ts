// W02, O02: who was given a case and has not taken it is called, and so are those above.
import { HOUR } from '../../flows/casework/calendar.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Does, Notice } from '../../flows/notices/notice.ts'
import type { Books } from '../books.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'
import { tellStaff, tellTownship } from '../commands/shared/tell.ts'

type Late = {
  /** Null where it was handed back: then only those above are called. */
  officer: string | null
  since: Instant
  /** The responsible leader is called as well. */
  leader: boolean
  chief: boolean
  township: boolean
}

export async function tellNotAccepted(
  books: Books,
  c: Case,
  { officer, since, ...above }: Late,
): Promise<void> {
  const { leaderId } = c.row
  const hours = waited(books.now - since)
  const called = above.leader && leaderId !== null
  const leader = called ? ((await books.person(leaderId))?.name ?? null) : null
  const tell = (people: (string | null)[], roles: Role[], does: Does[]) =>
    tellStaff(
      books,
      c,
      { people, roles },
      (about): Notice => ({ kind: 'notAccepted', hours, leader, ...about }),
      does,
    )
  // What was given to them under way is taken by doing something about it.
  const does: Does[] = stateOf(c.row) === 'ASSIGNED' ? ['accept', 'decline'] : ['contact']
  if (officer !== null) await tell([officer], [], does)
  if (called) await tell([leaderId], above.chief ? ['chief'] : [], ['assign'])
  if (above.township)
    await tellTownship(books, c, (about) => ({ kind: 'notAccepted', hours, leader, ...about }))
}

/** In tenths of an hour, and never nothing: RED is owed within minutes. */
const waited = (ms: number): number => Math.max(1, Math.round((ms / HOUR) * 10)) / 10
