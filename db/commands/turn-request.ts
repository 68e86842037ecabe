// What was told of as one thing and is the other: a case becomes a difficulty, a difficulty a case. Nobody tells it twice.
import { z } from 'zod'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { RiskCode } from '../../flows/casework/tables/risk.ts'
import type { SourceCode } from '../../flows/casework/tables/source.ts'
import { understandAll } from '../../flows/casework/understand/index.ts'
import type { Books, Handler } from '../books.ts'
import { advance } from './shared/advance.ts'
import { type Case, save } from './shared/case.ts'
import { moveFiles } from './shared/files-moved.ts'
import { keepReport, newCase, register } from './shared/filing.ts'
import { moved } from './shared/moved.ts'
import { notesOf } from './shared/note.ts'
import {
  type Difficulty,
  openRequest,
  requestMoved,
  requestSubject,
  saveRequest,
  wordsOf,
} from './shared/request.ts'
import { newRequest } from './shared/request-new.ts'
import { settleRequest, tellAsker } from './shared/request-tell.ts'
import { recorded } from './shared/sight.ts'

/** 转困难: the case ends as no dispute, and the same words go on under a promise. */
export const caseToRequest: Handler<'caseToRequest'> = async (books, { dispute, rev, kind }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c, roles } = found
  const refused = await advance(books, c, 'REJECTED', {
    roles,
    // Whoever told of it hears of the difficulty instead, in this transaction.
    facts: { reason: DIFFICULTY, reporterTold: true },
    reason: DIFFICULTY,
    change: {
      endReason: DIFFICULTY,
      category: 'ND-HP',
      facts: { ...c.row.facts, category: 'ND-HP' },
      endToldAt: books.now,
    },
  })
  if (refused) return refused
  const { text, name, phone, how } = await saidIn(books, c)
  const r = await newRequest(books, {
    source: c.row.source as SourceCode,
    address: c.row.reporterAddress,
    conversation: c.row.conversationId,
    village: c.row.village,
    kind,
    asked: { text, files: [], how },
    name,
    phone,
  })
  await moveFiles(books, c.row.id, { id: r.row.id, vault: r.vault })
  books.audit('case-is-request', requestSubject(r), { dispute: c.row.id })
  await tellAsker(books, r, 'opened')
  return { dispute: c.row.id, number: moved(c).number, request: r.row.number, promisedBy: r.row.promisedBy }
}

const DIFFICULTY = 'difficulty'

const report = z.object({
  name: z.string().nullish(),
  phone: z.string().nullish(),
  safeContact: z.string().nullish(),
})

/** What was told of it so far, without what only a dispute has. */
async function saidIn(books: Books, c: Case) {
  const notes = await notesOf(books, c, ['narrative', 'report', 'added'])
  const last = notes.findLast(({ kind }) => kind === 'report')?.text
  const told = report.safeParse(last ? JSON.parse(last) : {})
  const narrative = notes.findLast(({ kind }) => kind === 'narrative')?.text ?? ''
  const added = notes.flatMap(({ kind, text }) => (kind === 'added' && text ? [text] : []))
  const { name = null, phone = null, safeContact = null } = told.success ? told.data : {}
  return { text: [narrative, ...added].filter(Boolean).join('\n'), name, phone, how: safeContact }
}

/** 是纠纷: the difficulty is answered by the case that it becomes. */
export const requestToCase: Handler<'requestToCase'> = async (books, { request, rev }) => {
  const found = await openRequest(books, request, rev)
  if (isRefused(found)) return found
  const { r, person } = found
  const c = await caseFrom(books, r)
  await saveRequest(books, r, {
    state: 'passed-on',
    disputeId: c.row.id,
    ownerId: r.row.ownerId ?? person.id,
    acceptedAt: r.row.acceptedAt ?? books.now,
    answeredAt: books.now,
    toldAt: null,
  })
  await settleRequest(books, r)
  books.audit('request-is-case', requestSubject(r), { dispute: c.row.id })
  await tellAsker(books, r, 'case')
  return { ...requestMoved(r), case: c.row.number }
}

/** Told by the person when they told it; an officer has only found what it is. */
async function caseFrom(books: Books, r: Difficulty): Promise<Case> {
  const { text, how } = wordsOf(r)
  const { row, vault } = r
  const villages = books.station.villages.map(({ code, name, names }) => ({ id: code, label: name, names }))
  const read = understandAll(text.split('\n'), { villages })
  const told = {
    narrative: { text, files: [] },
    place: { village: row.village, text: null },
    category: read.category,
    danger: read.danger as RiskCode[],
    grudgeYears: read.grudgeYears,
    crossVillage: read.crossVillage,
    crossTownship: read.crossTownship,
    name: vault.open('requests.name', row.id, row.name),
    phone: vault.open('requests.phone', row.id, row.phone),
    safeContact: how,
  }
  const c = await newCase(books, `request:${row.id}`, told)
  await save(books, c, { reporterAddress: row.reporterAddress, source: row.source }, { quiet: true })
  await keepReport(books, c, told)
  await register(books, c, told, true)
  await moveFiles(books, row.id, { id: c.row.id, vault: c.vault })
  return c
}
