// A case that nobody has yet: shown to the leader who should screen and assign it, with a proposal and its reasons.
import { rank } from '../../../flows/casework/level.ts'
import type { Does } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { alertGroups } from './alert-groups.ts'
import type { Case } from './case.ts'
import { gradingOf, reasonsShown } from './grading.ts'
import { suggestFor } from './roster.ts'
import { tellStaff } from './tell.ts'

type Name = { zh: string; en: string }

/** To the proposed leader; from ORANGE on the chief hears of it too, and RED also whoever is on duty. */
export async function announce(
  books: Books,
  c: Case,
  first: Name[] = [],
  does: Does[] = doesFor(c),
): Promise<void> {
  const { officer, leader } = await suggestFor(books, c.row)
  const suggested = officer ? ((await books.person(officer))?.name ?? null) : null
  const reasons = [...first, ...reasonsShown(gradingOf(books, c))]
  const high = rank(c.row.level) >= rank('ORANGE') ? (['chief'] as const) : []
  const highest = c.row.level === 'RED' ? (['duty'] as const) : []
  await tellStaff(
    books,
    c,
    { people: [c.row.leaderId ?? leader], roles: [...high, ...highest] },
    (about) => ({
      kind: 'newCase',
      reasons,
      suggested,
      contactBy: c.row.contactBy ?? books.now,
      ...about,
    }),
    does,
  )
  await alertGroups(books, c, 'newCase', c.row.contactBy, does[0] ?? 'contact')
}

function doesFor(c: Case): Does[] {
  switch (c.row.state) {
    case 'SCREENING':
      return c.row.category === 'ND-HP' ? ['asRequest', 'screen'] : ['screen', 'refer']
    case 'ACCEPTED':
    case 'ASSIGNED':
      return ['assign']
    default:
      return ['contact']
  }
}
