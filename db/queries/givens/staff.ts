// A flow about a case for somebody who works here: the case they name, or the only one it can be; never one not theirs.
import { and, desc, eq, notInArray } from 'drizzle-orm'
import { stateName } from '../../../flows/casework/life-cycle.ts'
import { isRefused, type Refused, refuse } from '../../../flows/casework/refusal.ts'
import { actsAs, roleName } from '../../../flows/casework/roles.ts'
import { category } from '../../../flows/casework/taxonomy.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { Books } from '../../books.ts'
import {
  type Case,
  categoryOf,
  type Dispute,
  lockByNumber,
  lockCase,
  stateOf,
} from '../../commands/shared/case.ts'
import { movedOn, noSuchCase } from '../../commands/shared/refusal.ts'
import { sightOf } from '../../commands/shared/sight.ts'
import { disputes } from '../../schema/index.ts'
import type { CaseFlow } from './case-flow.ts'

/** A button: the case may have moved on since it was made. */
export async function onPressed(
  books: Books,
  name: string,
  flow: CaseFlow,
  dispute: string,
): Promise<Opened | Refused> {
  return begin(books, name, flow, await lockCase(books, dispute), movedOn)
}

/** Typed words. */
export async function onNumber(
  books: Books,
  name: string,
  flow: CaseFlow,
  number: string | null,
): Promise<Opened | Refused> {
  if (!books.actor.person) return noSuchCase()
  const c = number === null ? await theOnly(books, flow) : await lockByNumber(books, number)
  return isRefused(c) ? c : begin(books, name, flow, c, notNow)
}

type Unfit = (books: Books, c: Case) => Promise<Refused>

async function begin(
  books: Books,
  name: string,
  flow: CaseFlow,
  c: Case | null,
  unfit: Unfit,
): Promise<Opened | Refused> {
  const roles = c && (await sightOf(books, c.row.id))(c.row)
  const { person } = books.actor
  if (!c || !roles || !person) return noSuchCase()
  const acting = actsAs(roles)
  // A helper from the village learns nothing by trying.
  if (flow.role !== null && !acting.includes('mediator')) return noSuchCase()
  if (flow.role !== null && !acting.includes(flow.role)) return notYours(flow)
  if (!flow.fits(stateOf(c.row), roles)) return unfit(books, c)
  const given = await flow.given(books, c, roles)
  if (isRefused(given)) return given
  // The same form on the same case as it stands now: begun again it takes the place of the first.
  return { flow: name, id: `${name}:${c.row.id}:${c.row.rev}:${person.id}`, given }
}

function notYours({ role }: CaseFlow): Refused {
  const { zh, en } = roleName(role!)
  return refuse('not-yours', `这一步要由${zh}来做。`, `This step belongs to the ${en}.`)
}

const notNow: Unfit = async (_books, { row }) => {
  const { zh, en } = stateName(stateOf(row))
  return refuse(
    'not-now',
    `${row.number}现在是“${zh}”，这一步还办不了。`,
    `${row.number} is "${en}" now; this step cannot be taken.`,
  )
}

const MOST_LISTED = 8

/** Without a number: the one case where this has a point, or a list of those that may be named. */
async function theOnly(books: Books, flow: CaseFlow): Promise<Case | Refused | null> {
  const rows = await candidates(books, flow)
  const { zh, en } = flow.name
  if (rows.length === 0)
    return refuse('nothing-to-do', `您现在没有要“${zh}”的案件。`, `You have no case to ${en} now.`)
  if (rows.length === 1) return lockCase(books, rows[0]!.id)
  const shown = rows.slice(0, MOST_LISTED)
  const more = rows.length - shown.length
  const typed = shown[0]!.number
  return refuse(
    'which-case',
    [
      `要“${zh}”哪一件？请连编号一起打，比如“${zh} ${typed}”。`,
      ...shown.map(lineZh),
      ...(more > 0 ? [`还有${more}件。`] : []),
    ].join('\n'),
    [
      `Which one? Please type the number too, such as "${en} ${typed}".`,
      ...shown.map(lineEn),
      ...(more > 0 ? [`And ${more} more.`] : []),
    ].join('\n'),
  )
}

const lineZh = (row: Dispute): string =>
  [row.number, category(categoryOf(row)).name.zh, stateName(stateOf(row)).zh].join('｜')
const lineEn = (row: Dispute): string =>
  [row.number, category(categoryOf(row)).name.en, stateName(stateOf(row)).en].join(' | ')

/** Their own cases first, then what they may see, the latest first. Cases that have ended are named by their number. */
async function candidates(books: Books, { fits, role }: CaseFlow): Promise<Dispute[]> {
  const me = books.actor.person?.id
  const rows = await books.tx
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        notInArray(disputes.state, ['CLOSED', 'REJECTED', 'MERGED']),
      ),
    )
    .orderBy(desc(disputes.updatedAt), desc(disputes.number))
  const sight = await sightOf(books)
  const mine = rows.filter((row) => {
    const roles = sight(row)
    return roles !== null && (role === null || actsAs(roles).includes(role)) && fits(stateOf(row), roles)
  })
  const own = (row: Dispute) => row.officerId === me || row.leaderId === me
  const first = mine.filter(own)
  // Who answers for just one such case means that one.
  return first.length === 1 ? first : [...first, ...mine.filter((row) => !own(row))]
}
