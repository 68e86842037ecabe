// Begun on a difficulty, or on an offer of a simple dispute: what is no case that whoever begins it sees.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { AsRequestGiven } from '../../../flows/asrequest/commands.ts'
import { isRequestNumber } from '../../../flows/casework/number.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import { needIn } from '../../../flows/casework/understand/need.ts'
import type { DifficultyGiven } from '../../../flows/difficulty/commands.ts'
import type { OfferGiven } from '../../../flows/offer/commands.ts'
import type { Books } from '../../books.ts'
import { lockByNumber, lockCase } from '../../commands/shared/case.ts'
import { caseGiven, offsetOf } from '../../commands/shared/facts-shown.ts'
import { notesOf } from '../../commands/shared/note.ts'
import { offerTo } from '../../commands/shared/offers.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import {
  isOpenRequest,
  lockRequest,
  lockRequestByNumber,
  mayKnow,
  type RequestRow,
  requestFacts,
  requestGiven,
} from '../../commands/shared/request.ts'
import { offers, requests } from '../../schema/index.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf, said } from './choices.ts'
import type { Begin } from './resident.ts'

/** A resident's own, or one that a colleague writes down for somebody. */
export const difficulty: Begin = async (books, number) => {
  if (number !== null) return noSuchCase()
  const { name, phone, villages } = books.station
  const given: DifficultyGiven = {
    station: { name, phone },
    villages: villages.map(({ code, name: label, names }) => ({ id: code, label, names })),
    offset: offsetOf(books),
  }
  return { flow: 'difficulty', id: books.newId(), given }
}

type Fits = (row: RequestRow) => boolean
const open: Fits = isOpenRequest

/** Each of them, and on which it has a point. */
const onRequest: { readonly [flow: string]: Fits } = {
  requesttake: open,
  requestanswer: (row) => open(row) || (row.toldAt === null && row.disputeId === null),
  requestpass: open,
  requestlater: open,
  requestcase: open,
  requestshow: () => true,
}

export const REQUEST_FLOWS: { readonly [flow: string]: Begin } = Object.fromEntries(
  Object.entries(onRequest).map(([flow, fits]): [string, Begin] => [
    flow,
    async (books, number, subject = null) => {
      const { person } = books.actor
      if (!person) return noSuchCase()
      const found =
        subject !== null
          ? await lockRequest(books, subject)
          : number !== null
            ? await lockRequestByNumber(books, number)
            : await theOnly(books, flow)
      if (found && 'refused' in found) return found
      if (!found || !mayKnow(person, found.row)) return noSuchCase()
      if (!fits(found.row))
        return refuse('ended', `${found.row.number}已经办结。`, `${found.row.number} has ended already.`)
      const id = `${flow}:${found.row.id}:${found.row.rev}:${person.id}`
      return { flow, id, given: await requestGiven(books, found) }
    },
  ]),
)

const MOST_LISTED = 8

/** Without a number: what nobody has where it is to be taken, else what they have themselves. */
async function theOnly(books: Books, flow: string) {
  const { person } = books.actor
  const rows = await books.tx
    .select()
    .from(requests)
    .where(and(eq(requests.stationId, books.station.id), inArray(requests.state, ['open', 'taken'])))
    .orderBy(desc(requests.at))
  const theirs = rows.filter(
    (row) =>
      mayKnow(person, row) && (flow === 'requesttake' ? row.state === 'open' : row.ownerId === person?.id),
  )
  const [first] = theirs
  if (!first)
    return refuse('nothing-to-do', '您现在没有要办的困难诉求。', 'You have no difficulty in hand now.')
  return theirs.length === 1 ? lockRequest(books, first.id) : which(books, theirs)
}

function which(books: Books, rows: RequestRow[]): Refused {
  const lines = (locale: 'zh' | 'en') =>
    rows.slice(0, MOST_LISTED).map((row) => {
      const { number, what, village } = requestFacts(books, row)
      return [number, what[locale], village].filter(Boolean).join('｜')
    })
  return refuse(
    'which-case',
    ['是哪一件？请连编号一起打。', ...lines('zh')].join('\n'),
    ['Which one? Please type the number too.', ...lines('en')].join('\n'),
  )
}

/** `看 RDK-2026-0001`: the words are those for a case. */
export const ofRequest = (books: Books, flow: string, number: string | null): string =>
  flow === 'show' && number !== null && isRequestNumber(number, books.station.rulebook.numbering)
    ? 'requestshow'
    : flow

/** An offer to whoever acts, by its button, by the number of the case, or the only one that is open. */
const onOffer =
  (flow: 'offer' | 'offerdecline'): Begin =>
  async (books, number, subject = null) => {
    const { person } = books.actor
    if (!person) return noSuchCase()
    const dispute = subject ?? (number === null ? await offeredNow(books, person.id) : null)
    const c =
      dispute !== null ? await lockCase(books, dispute) : number ? await lockByNumber(books, number) : null
    if (!c || !(await offerTo(books, c.row.id, person.id))) return noSuchCase()
    const given: OfferGiven = { dispute: c.row.id, number: c.row.number, offset: offsetOf(books) }
    return { flow, id: books.newId(), given }
  }

export const offer = onOffer('offer')
export const offerdecline = onOffer('offerdecline')

async function offeredNow(books: Books, person: string): Promise<string | null> {
  const rows = await books.tx
    .select({ dispute: offers.disputeId, until: offers.until })
    .from(offers)
    .where(and(eq(offers.stationId, books.station.id), eq(offers.personId, person), isNull(offers.answer)))
  const now = rows.filter(({ until }) => until > books.now)
  return now.length === 1 ? now[0]!.dispute : null
}

/** The books alone ask it. */
export const requestsolved: Begin = async () => noSuchCase()

/** Triage finds that a report is no dispute. */
export const asrequest: CaseFlow = {
  name: { zh: '转困难', en: 'a difficulty' },
  role: 'officer',
  fits: inStates('SCREENING'),
  async given(books, c): Promise<AsRequestGiven> {
    const locale = await localeOf(books)
    const told = (await notesOf(books, c, ['narrative'])).at(-1)?.text ?? ''
    const likely = needIn(told)
    const { kinds } = books.station.rulebook.difficulty
    const first = [...kinds].sort((a, b) => Number(b.code === likely) - Number(a.code === likely))
    return {
      ...caseGiven(books, c.row),
      kinds: first.map((one) => ({ id: one.code, label: said(one, locale) })),
    }
  },
}

/** A leader finds a case hard. */
export const hard: CaseFlow = {
  name: { zh: '难案', en: 'hard' },
  role: 'leader',
  fits: inStates(
    'ACCEPTED',
    'ASSIGNED',
    'CLAIMED',
    'MEDIATING',
    'SUSPENDED',
    'FAILED',
    'TERMINATED',
    'BREACHED',
  ),
  given: async (books, { row }) => caseGiven(books, row),
}
