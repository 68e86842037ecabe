// Telling people about a difficulty: staff by cards without a word of it; whoever asked by a sentence, never at night, and by an
// officer where no chat may.
import { DAY, inQuietHours, outsideQuietHours } from '../../../flows/casework/calendar.ts'
import type { RequestNews } from '../../../flows/casework/request.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Does, NoticeButton } from '../../../flows/notices/notice.ts'
import type { RequestWhy } from '../../../flows/notices/request-notice.ts'
import type { SolvedGiven } from '../../../flows/requestsolved/commands.ts'
import type { Books } from '../../books.ts'
import { offsetOf } from './facts-shown.ts'
import {
  answersOf,
  type Difficulty,
  requestFacts,
  requestSubject,
  saveRequest,
  unwritable,
} from './request.ts'
import { isTalking } from './resident.ts'
import { FLOW_OF } from './tell.ts'
import { BUTTON_TTL } from './waiting.ts'

type To = { people?: readonly (string | null)[]; roles?: Role[] }

/** Returns how many addresses are told. Where nobody of those can be, the next rank is. */
export async function tellOfRequest(
  books: Books,
  r: Difficulty,
  to: To,
  why: RequestWhy,
  does: readonly Does[],
): Promise<number> {
  const first = await named(books, r, to)
  const tried = new Set<string>()
  for (const people of [first, ...(await Promise.all(NEXT.map((roles) => named(books, r, { roles }))))]) {
    const fresh = people.filter((id) => !tried.has(id))
    for (const id of fresh) tried.add(id)
    const told = await send(books, r, fresh, why, does)
    if (told > 0) return told
  }
  return 0
}

const NEXT: Role[][] = [['leader'], ['chief'], ['duty']]

async function named(books: Books, { row }: Difficulty, { people = [], roles = [] }: To): Promise<string[]> {
  const village = row.village === null ? {} : { village: row.village }
  const inRole = roles.length === 0 ? [] : await books.people({ roles, active: true, ...village })
  return [...new Set([...people.filter((id) => id !== null), ...inRole.map(({ id }) => id)])]
}

const send = (
  books: Books,
  r: Difficulty,
  people: readonly string[],
  why: RequestWhy,
  does: readonly Does[],
): Promise<number> =>
  books.tellPerson(people, async ({ id }) => {
    const buttons: NoticeButton[] = []
    for (const one of does) {
      const about = { subject: r.row.id, ttl: BUTTON_TTL }
      buttons.push({ id: await books.button(FLOW_OF[one], { person: id }, about), does: one })
    }
    return {
      kind: 'request',
      why,
      about: requestFacts(books, r.row),
      due: r.row.promisedBy,
      ref: r.row.number,
      offset: offsetOf(books),
      buttons,
    }
  })

/** What can be done with one that somebody has, or has yet to take. */
export const doesWith = (r: Difficulty): Does[] =>
  r.row.state === 'open'
    ? ['takeRequest', 'caseRequest']
    : ['answerRequest', 'passRequest', 'laterRequest', 'caseRequest']

/** What `tellAsker` says for good: after it nothing more is owed to them. */
const FINAL: ReadonlySet<RequestNews> = new Set<RequestNews>(['answered', 'passed', 'case'])

/** Says something to whoever asked; rebuilt from the books when it is sent, so that it may wait for the morning. */
export async function tellAsker(books: Books, r: Difficulty, what: RequestNews): Promise<void> {
  const why = await unwritable(books, r.row)
  if (why !== null) return sayByHand(books, r, what)
  const address = String(r.row.reporterAddress)
  const { calendar } = books.station.rulebook
  if (inQuietHours(books.now, calendar) && !(await isTalking(books, address)))
    return awaitRequest(books, r, 'tell', outsideQuietHours(books.now, calendar), { what })
  const notice = {
    kind: 'requestNews' as const,
    what,
    number: r.row.number,
    offset: offsetOf(books),
    by: r.row.promisedBy,
    ...(await newsOf(books, r, what)),
  }
  if (!(await books.post(address, { notice }))) return sayByHand(books, r, what)
  if (FINAL.has(what)) await noteTold(books, r)
  if (what === 'answered' && answersOf(r).at(-1)?.what === 'done') await askSolved(books, r, address)
}

export async function noteTold(books: Books, r: Difficulty): Promise<void> {
  await saveRequest(books, r, { toldAt: books.now }, { quiet: true })
  await books.cancel(requestKey(r, 'tell'))
}

/** An officer says it. What must not stay unsaid is asked after every day, until somebody has. */
async function sayByHand(books: Books, r: Difficulty, what: RequestNews): Promise<void> {
  const does: Does[] = FINAL.has(what) ? ['answerRequest'] : []
  await tellOfRequest(books, r, { people: [r.row.ownerId ?? r.row.leaderId] }, 'tellThem', does)
  if (FINAL.has(what)) await awaitRequest(books, r, 'tell', books.now + DAY, { what })
}

async function newsOf(books: Books, r: Difficulty, what: RequestNews) {
  const last = answersOf(r).at(-1)
  switch (what) {
    case 'taken':
      return { who: r.row.ownerId ? ((await books.person(r.row.ownerId))?.name ?? null) : null }
    case 'answered':
      return { words: last?.text ?? '' }
    case 'passed':
      return { words: last?.text ?? '', unit: last?.unit ?? '' }
    case 'later':
      return { words: r.vault.open('requests.reason', r.row.id, r.row.reason) ?? '' }
    case 'opened':
    case 'broken':
    case 'case':
      return {}
  }
}

/** One tap, once for each answer. */
async function askSolved(books: Books, { row }: Difficulty, address: string): Promise<void> {
  const given: SolvedGiven = { request: row.id, number: row.number, offset: offsetOf(books) }
  const id = `requestsolved:${row.id}:${row.rev}`
  await books.open({ key: `solved:${row.id}`, address, flow: 'requestsolved', id, given, at: books.now })
}

export type RequestStep = 'accept' | 'promise' | 'tell'

/** The keys of everything that a difficulty waits for begin with `request:<id>`. */
export const requestKey = ({ row }: Pick<Difficulty, 'row'>, step: RequestStep): string =>
  `request:${row.id}:${step}`

export const awaitRequest = (
  books: Books,
  r: Difficulty,
  step: RequestStep,
  at: number,
  more: { [name: string]: string | number } = {},
): Promise<void> =>
  books.schedule({
    key: requestKey(r, step),
    kind: 'request',
    at,
    payload: { request: r.row.id, step, ...more },
  })

/** Nothing is waited for any more but that the person is told. */
export async function settleRequest(books: Books, r: Difficulty): Promise<void> {
  await books.cancel(requestKey(r, 'accept'), requestKey(r, 'promise'))
  books.audit('request-ended', requestSubject(r), { state: r.row.state })
}
