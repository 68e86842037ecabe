// One case from the first word to the last, with its sealed words opened, for somebody who handles it. Always audited.
import { and, asc, eq, isNull } from 'drizzle-orm'
import { stateName, transition } from '../../flows/casework/life-cycle.ts'
import { reasonsFor, type Viewer } from '../../flows/casework/risk.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import { INDICATORS, type RiskCode } from '../../flows/casework/tables/risk.ts'
import type { Books } from '../books.ts'
import { reachableAddress } from '../commands/shared/ask-side.ts'
import { type Case, officerLed, subjectOf } from '../commands/shared/case.ts'
import { dutiesOf } from '../commands/shared/duty-book.ts'
import { type Note, notesOf } from '../commands/shared/note.ts'
import { partiesOf } from '../commands/shared/resident.ts'
import { files, gradings, transitions } from '../schema/index.ts'
import type { CaseStory, Name } from '../store.ts'
import { plansTold } from './contact-plan.ts'
import * as words from './labels.ts'
import { helpedBy, isMine, lineOf } from './lines.ts'
import { logOf } from './log.ts'
import { namesOf, whoOf } from './names.ts'
import { nextDues } from './next-due.ts'
import { readByNumber } from './reader.ts'
import { revisitsTold } from './revisits.ts'
import { factsTold, narrativeIn } from './told.ts'

export async function storyOf(books: Books, number: string): Promise<CaseStory | null> {
  const read = await readByNumber(books, number)
  if (!read) return null
  const { c, roles } = read
  const names = await namesOf(books)
  const who = whoOf(names)
  const due = (await nextDues(books, [c.row])).get(c.row.id) ?? null
  const line = lineOf(books, c.row, due, names, isMine(books, c.row, await helpedBy(books)))
  const notes = await allNotes(books, c)
  books.audit('read-story', subjectOf(c))
  return {
    ...line,
    track: c.row.track,
    narrative: narrativeIn(notes),
    facts: [...factsTold(books, notes), ...(await plansTold(books, c))],
    parties: await partiesTold(books, c),
    gradings: (await gradingsTold(books, c, viewerOf(roles))).map((one) => ({ ...one, by: who(one.by) })),
    path: (await pathOf(books, c)).map((one) => ({ ...one, by: who(one.by) })),
    duties: await dutiesTold(books, c),
    revisits: await revisitsTold(books, c),
    files: await filesOf(books, c),
    log: (await logOf(books, c, notes)).map((one) => ({ ...one, by: who(one.by) })),
  }
}

const allNotes = (books: Books, c: Case): Promise<Note[]> =>
  notesOf(books, c, [
    'narrative',
    'report',
    'safeContact',
    'added',
    'correction',
    'note',
    'danger',
    'disposition',
    'emergencyTaken',
  ])

/** What only officers may check stays with them. */
const viewerOf = (roles: readonly Role[]): Viewer =>
  roles.some((role) => ['chief', 'leader', 'officer', 'duty'].includes(role)) ? 'responsible' : 'mediator'

async function partiesTold(books: Books, c: Case): Promise<CaseStory['parties']> {
  const told: CaseStory['parties'] = []
  for (const party of await partiesOf(books, c.row.id)) {
    const { id, side, name, phone } = party
    told.push({
      side,
      label: words.said(words.SIDES, side),
      name: c.vault.open('parties.name', id, name),
      phone: c.vault.open('parties.phone', id, phone),
      reachable: !officerLed(books, c.row) && (await reachableAddress(books, party)) !== null,
    })
  }
  return told
}

async function gradingsTold(books: Books, c: Case, viewer: Viewer) {
  const rows = await books.tx
    .select()
    .from(gradings)
    .where(and(eq(gradings.stationId, books.station.id), eq(gradings.disputeId, c.row.id)))
    .orderBy(asc(gradings.at), asc(gradings.score))
  return rows.map(({ at, level, score, by, reasons }) => ({
    at,
    level,
    score,
    by,
    reasons: reasonsFor({ reasons: reasons.flatMap(named) }, viewer).map(({ zh, en, points }) => ({
      zh,
      en,
      points,
    })),
  }))
}

/** An indicator that the rules no longer have is named by its code. */
function named({ code, points }: { code: string; points: number }) {
  const { zh, en } = INDICATORS.find((one) => one.code === code) ?? { zh: code, en: code }
  return [{ code: code as RiskCode, points, zh, en }]
}

function stepName(from: State, to: State): Name | null {
  const listed = transition(from, to)
  return listed ? { zh: listed.zh, en: listed.en } : null
}

async function pathOf(books: Books, c: Case) {
  const rows = await books.tx
    .select()
    .from(transitions)
    .where(and(eq(transitions.stationId, books.station.id), eq(transitions.disputeId, c.row.id)))
    .orderBy(asc(transitions.rev), asc(transitions.step))
  return rows.map((row) => {
    const [from, to] = [row.from as State, row.to as State]
    const text = c.vault.open('transitions.text', `${c.row.id}:${row.rev}:${row.step}`, row.text)
    return {
      at: row.at,
      from: { code: from, ...stateName(from) },
      to: { code: to, ...stateName(to) },
      by: row.by,
      reason: text ?? stepName(from, to),
    }
  })
}

const dutiesTold = async (books: Books, c: Case): Promise<CaseStory['duties']> =>
  (await dutiesOf(books, c)).map(({ row, duty }) => ({
    no: row.no,
    debtor: words.coded(words.SIDES, row.debtor),
    what: duty.what,
    amountFen: row.amountFen,
    paidFen: row.paidFen,
    due: row.dueAt,
    state: words.coded(words.DUTY_STATES, row.state),
  }))

async function filesOf(books: Books, c: Case): Promise<CaseStory['files']> {
  const rows = await books.tx
    .select({ id: files.id, type: files.type, name: files.name })
    .from(files)
    .where(and(eq(files.stationId, books.station.id), eq(files.disputeId, c.row.id), isNull(files.erasedAt)))
    .orderBy(asc(files.at), asc(files.id))
  return rows.map(({ id, type, name }) => {
    const opened = c.vault.open('files.name', id, name)
    return { id, type, ...(opened === null ? {} : { name: opened }) }
  })
}
