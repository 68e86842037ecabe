// 侧面了解: with each round somebody of the village is asked how the two houses are. They are told the case's number and kind,
// and never a word of what either side said.
import { DAY, dayOf } from '../../../flows/casework/calendar.ts'
import { rank } from '../../../flows/casework/level.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Notice } from '../../../flows/notices/notice.ts'
import type { Books, Person } from '../../books.ts'
import { noteWarning, warnedAt } from '../../dues/warned.ts'
import { type Case, restricted, subjectOf } from './case.ts'
import { currentAssignment } from './responsible.ts'
import { sightOf } from './sight.ts'
import { tellOne, tellStaff } from './tell.ts'
import { waitFor } from './waiting.ts'

const CODE = 'third-party'
/** From this level on somebody beside the sides is asked (domain 6.2). */
const FROM = 'YELLOW'
/** Who has not answered by then is not pressed: the officer asks. [D] */
const WAITS = 2 * DAY
/** Who is asked, first those who live nearest to the houses. */
const ASKED: readonly Role[] = ['grid', 'cadre', 'mediator']

/** Once in each round; `round` is null where the word belongs to none, and then once a day. */
export async function askThirdParty(books: Books, c: Case, round: string | null): Promise<void> {
  if (rank(c.row.level) < rank(FROM)) return
  const about = round ?? dayOf(books.now, books.station.rulebook.calendar)
  if ((await warnedAt(books, c, CODE, about)).length > 0) return
  await noteWarning(books, c, CODE, about)
  // Where only officers may know, nobody of the village learns that there is anything to be asked.
  if (restricted(books, c.row)) return officerAsks(books, c, 'closed')
  const who = await askVillage(books, c)
  books.audit('third-party-asked', subjectOf(c), { round, who })
  if (who === null) return officerAsks(books, c, 'nobody')
  await waitFor(books, c, 'thirdparty', books.now + WAITS, {
    payload: { since: books.now },
    about,
  })
}

type By = Extract<Notice, { kind: 'howAreThey' }>['by']

/** What the village cannot be asked, or has not answered, is the officer's to find out. */
export async function officerAsks(books: Books, c: Case, by: Exclude<By, 'village'>): Promise<void> {
  await tellStaff(
    books,
    c,
    { people: [c.row.officerId] },
    (about) => ({ kind: 'howAreThey', by, ...about }),
    ['thirdparty'],
  )
}

/** The first who can be told is asked, and nobody beside them. Null where there is nobody. */
async function askVillage(books: Books, c: Case): Promise<string | null> {
  for (const { id } of await villagers(books, c)) {
    const told = await tellOne(books, c, id, (about) => ({ kind: 'howAreThey', by: 'village', ...about }), [
      'thirdparty',
    ])
    if (told > 0) return id
  }
  return null
}

/** Who helps with this case before others who may see it; of both those who look after this village alone before the rest. */
async function villagers(books: Books, c: Case): Promise<Person[]> {
  const { village, officerId, leaderId } = c.row
  const helpers = (await currentAssignment(books, c))?.helpers ?? []
  const people = await books.people({ roles: [...ASKED], active: true, ...(village ? { village } : {}) })
  const may: Person[] = []
  for (const one of people) {
    if (one.id === officerId || one.id === leaderId) continue
    if ((await sightOf(books, c.row.id, one))(c.row) !== null) may.push(one)
  }
  const nearness = ({ roles }: Person) => ASKED.findIndex((role) => roles.includes(role))
  const weight = (one: Person) =>
    (helpers.includes(one.id) ? 0 : 100) + (one.villages.length > 0 ? 0 : 10) + nearness(one)
  return may.sort((one, other) => weight(one) - weight(other))
}
