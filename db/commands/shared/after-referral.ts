// What may be done with a case that another body has settled, and asking the leader to do it.
import { DAY } from '../../../flows/casework/calendar.ts'
import { rank } from '../../../flows/casework/level.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { AfterResult } from '../../../flows/receipt/commands.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { tellStaff } from './tell.ts'
import { waitFor } from './waiting.ts'

/** Closing is the leader's; only RED and ORANGE are followed up here (domain 4.3). `roles` are all that somebody may act in. */
export const afterResult = ({ row }: Pick<Case, 'row'>, roles: readonly Role[]): AfterResult[] => [
  ...(rank(row.level) >= rank('ORANGE') ? (['watch'] as const) : []),
  roles.includes('leader') ? 'close' : 'leader',
]

/** Asked again every day, until it is closed. */
export async function tellSettled(books: Books, c: Case): Promise<void> {
  await tellStaff(
    books,
    c,
    { people: [c.row.leaderId], roles: c.row.leaderId === null ? ['leader', 'chief'] : [] },
    (about) => ({ kind: 'referralDone', ...about }),
    ['close'],
  )
  await waitFor(books, c, 'referral', books.now + DAY)
}
