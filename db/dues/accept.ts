// W02, O02: an assignment that is not accepted: to the officer at the limit, then to the leader as well, then to the chief,
// and at last to the township, which presses nothing and asks the station.
import { z } from 'zod'
import { HOUR } from '../../flows/casework/calendar.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { Does, Notice } from '../../flows/notices/notice.ts'
import { alertGroups } from '../commands/shared/alert-groups.ts'
import { tellStaff, tellTownship } from '../commands/shared/tell.ts'
import { ACCEPT_LADDER, awaitAccept } from '../commands/shared/waiting.ts'
import { onCase } from './on-case.ts'

const shape = z.object({ from: z.number(), step: z.number().int().min(0) })

export const accept = onCase('accept', shape, async (books, c, { from, step }) => {
  const { officerId, leaderId, acceptBy } = c.row
  if (acceptBy === null) return
  const above = step > 0 && leaderId !== null
  const leader = above ? ((await books.person(leaderId))?.name ?? null) : null
  const hours = waited(books.now - from)
  const tell = (people: (string | null)[], roles: Role[], does: Does[]) =>
    tellStaff(
      books,
      c,
      { people, roles },
      (about): Notice => ({ kind: 'notAccepted', hours, leader, ...about }),
      does,
    )
  await tell([officerId], [], ['accept', 'decline'])
  if (above) await tell([leaderId], step >= CHIEF ? ['chief'] : [], ['assign'])
  if (step >= TOWNSHIP)
    await tellTownship(books, c, (about) => ({ kind: 'notAccepted', hours, leader, ...about }))
  await alertGroups(books, c, 'notAccepted', acceptBy, 'accept')
  if (step < LAST) await awaitAccept(books, c, from, step + 1)
})

const CHIEF = 2
const TOWNSHIP = 3
const LAST = ACCEPT_LADDER.length - 1

/** In tenths of an hour, and never nothing: RED is owed within minutes. */
const waited = (ms: number): number => Math.max(1, Math.round((ms / HOUR) * 10)) / 10
