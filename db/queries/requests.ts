// Difficulties on the staff page, beside the cases: a line each while they are open, and the whole of one with what was said.
import { and, asc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { DAY } from '../../flows/casework/calendar.ts'
import { findCaseNumber, isRequestNumber } from '../../flows/casework/number.ts'
import type { Books } from '../books.ts'
import {
  answersOf,
  isOpenRequest,
  lockRequestByNumber,
  mayKnow,
  type RequestRow,
  requestFacts,
  requestSubject,
  wordsOf,
} from '../commands/shared/request.ts'
import { files, requests } from '../schema/index.ts'
import type { CaseLine, CaseStory, Name } from '../store.ts'
import { type Names, namesOf, whoOf } from './names.ts'

/** How long one stays in the list after its end. */
const AFTERWARDS = 30 * DAY

const STATES: { readonly [S in RequestRow['state']]: Name } = {
  open: { zh: '待接办', en: 'Nobody has it' },
  taken: { zh: '办理中', en: 'In hand' },
  solved: { zh: '已解决', en: 'Solved' },
  answered: { zh: '已答复', en: 'Answered' },
  'passed-on': { zh: '已转交', en: 'Passed on' },
  declined: { zh: '已说明办不了', en: 'Told that it cannot be done' },
}

export async function requestLines(books: Books): Promise<CaseLine[]> {
  const rows = await books.tx
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.stationId, books.station.id),
        isNull(requests.disputeId),
        or(inArray(requests.state, ['open', 'taken']), gt(requests.updatedAt, books.now - AFTERWARDS)),
      ),
    )
    .orderBy(asc(requests.promisedBy))
  const theirs = rows.filter((row) => mayKnow(books.actor.person, row))
  if (theirs.length === 0) return []
  const names = await namesOf(books)
  const open = theirs.filter(isOpenRequest)
  return [...open, ...theirs.filter((row) => !open.includes(row))].map((row) => lineOf(books, row, names))
}

/** The page's order needs a level, and a difficulty has none: it stands among the calmest. */
function lineOf(books: Books, row: RequestRow, names: Names): CaseLine {
  const { what, village } = requestFacts(books, row)
  const open = isOpenRequest(row)
  return {
    number: row.number,
    level: 'BLUE',
    state: `request-${row.state}`,
    stateName: STATES[row.state],
    category: { zh: `困难诉求·${what.zh}`, en: `Difficulty: ${what.en}` },
    village,
    officer: names(row.ownerId),
    leader: names(row.leaderId),
    due: open ? { what: { zh: '答复', en: 'Answer' }, at: row.promisedBy } : null,
    overdue: open && row.promisedBy < books.now,
    mine: row.ownerId === books.actor.person?.id,
    updatedAt: row.updatedAt,
  }
}

const label = (zh: string, en: string): Name => ({ zh, en })

/** Null when it is none, and when it is not theirs. Always audited. */
export async function requestStory(books: Books, typed: string): Promise<CaseStory | null> {
  const { numbering } = books.station.rulebook
  const number = findCaseNumber(typed, numbering) ?? typed.trim()
  const r = isRequestNumber(number, numbering) ? await lockRequestByNumber(books, number) : null
  if (!r || !mayKnow(books.actor.person, r.row)) return null
  books.audit('read-request', requestSubject(r))
  const { row, vault } = r
  const names = await namesOf(books)
  const who = whoOf(names)
  const { text, how } = wordsOf(r)
  const facts = [
    { label: label('称呼', 'Name'), value: vault.open('requests.name', row.id, row.name) },
    { label: label('电话', 'Phone'), value: vault.open('requests.phone', row.id, row.phone) },
    { label: label('怎么联系', 'How to reach them'), value: how },
    {
      label: label('晚答复的原因', 'Why it takes longer'),
      value: vault.open('requests.reason', row.id, row.reason),
    },
  ]
  const kept = await books.tx
    .select({ id: files.id, type: files.type, name: files.name, keyId: files.keyId })
    .from(files)
    .where(and(eq(files.stationId, books.station.id), eq(files.disputeId, row.id), isNull(files.erasedAt)))
    .orderBy(asc(files.at))
  return {
    ...lineOf(books, row, names),
    track: null,
    narrative: text,
    facts: facts.flatMap(({ label: of, value }) => (value === null ? [] : [{ label: of, value }])),
    parties: [],
    gradings: [],
    path: [],
    duties: [],
    revisits: [],
    files: kept.map(({ id, type, name }) => {
      const called = vault.open('files.name', id, name)
      return called === null ? { id, type } : { id, type, name: called }
    }),
    log: answersOf(r).map(({ at, by, text: words, unit }) => ({
      at,
      what: unit === null ? label('答复', 'Answer') : label('转交', 'Passed on'),
      by: who(by),
      text: [unit, words].filter(Boolean).join('：'),
    })),
  }
}
