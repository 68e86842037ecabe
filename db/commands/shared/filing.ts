// A report becomes a case: its number, its key, its words sealed, its sides; and later reports bring it up to date.

import { and, eq } from 'drizzle-orm'
import { withWords } from '../../../flows/casework/contact-plan.ts'
import { caseFacts, sinceHandled } from '../../../flows/casework/facts.ts'
import { deadlines } from '../../../flows/casework/level.ts'
import { isName } from '../../../flows/casework/name.ts'
import { caseNumber, yearOf } from '../../../flows/casework/number.ts'
import { hasHardTrigger } from '../../../flows/casework/risk.ts'
import type { Level } from '../../../flows/casework/tables/level.ts'
import type { RiskCode } from '../../../flows/casework/tables/risk.ts'
import { type SourceCode, sourceSchema } from '../../../flows/casework/tables/source.ts'
import type { Report } from '../../../flows/intake/commands.ts'
import type { Books } from '../../books.ts'
import { disputes, parties } from '../../schema/index.ts'
import { awaitVoice } from '../../warnings/voices.ts'
import { advance, mustAdvance } from './advance.ts'
import { type Case, type Change, categoryOf, codesOf, joinFacts, officerLed, save } from './case.ts'
import { isEmergency, openEmergency } from './emergency.ts'
import { factsShown, offsetOf } from './facts-shown.ts'
import { announceRaise, evaluate, tighten } from './grading.ts'
import { unknownFiles } from './known-files.ts'
import { announce } from './new-case.ts'
import { addNotes, notesOf } from './note.ts'
import { factsOf, filesOf, hasVoice, isPlaced, isStory } from './report.ts'
import { type Party, partiesOf } from './resident.ts'
import { linkSame } from './same-case.ts'
import { responsible, tellStaff } from './tell.ts'
import { awaitContact, awaitFirst, awaitLead } from './waiting.ts'

export async function caseOfConversation(books: Books, conversation: string): Promise<string | null> {
  const [row] = await books.tx
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), eq(disputes.conversationId, conversation)))
  return row?.id ?? null
}

/** A new case in DRAFT, graded, with its limits running. */
export async function newCase(books: Books, conversation: string, report: Report): Promise<Case> {
  const { now, station } = books
  const year = yearOf(now, station.rulebook.calendar)
  const [vault, next] = await Promise.all([books.newVault(), books.nextNumber('case', year)])
  const number = caseNumber(station.rulebook.numbering, year, next)
  const facts = factsOf(report)
  const [row] = await books.tx
    .insert(disputes)
    .values({
      stationId: station.id,
      id: books.newId(),
      number,
      state: 'DRAFT',
      level: 'BLUE',
      category: facts.category,
      village: report.place?.village ?? null,
      source: sourceOf(books, report),
      keyId: vault.keyId,
      // Whoever told a colleague is told how it goes, once they come to chat; the colleague is not.
      reporterAddress: isForSomebody(books, report) ? null : books.actor.address,
      reporterRole: report.role ?? null,
      conversationId: conversation,
      facts: { ...facts, reports: [{ at: now }] },
      amountFen: report.amount?.fen ?? null,
      headcount: report.headcount ?? null,
      filedAt: now,
      levelAt: now,
      updatedAt: now,
    })
    .returning()
  const c: Case = { row: row!, vault, rev: row!.rev, steps: 0 }
  await linkSame(books, c, await writeSides(books, c, report, []))
  await evaluate(books, c, { first: true })
  await Promise.all([save(books, c, limitsOf(books, c), { quiet: true }), awaitFirst(books, c)])
  books.audit('filed', `dispute:${c.row.id}`, { number, level: c.row.level, category: c.row.category })
  return c
}

/** A resident's own talk is their own; what a colleague says of how it came is taken. */
const sourceOf = (books: Books, { source }: Report): SourceCode =>
  books.actor.person ? (sourceSchema.safeParse(source).data ?? 'desk') : 'chat'

const isForSomebody = (books: Books, { mayWrite }: Report): boolean =>
  books.actor.person !== null && (mayWrite === 'yes' || mayWrite === 'no')

const limitsOf = (books: Books, c: Case): Change => ({
  contactBy: deadlines(c.row.level, books.now, books.station.rulebook).firstContact,
})

/** What was told, kept as it was told: every version stays. */
export async function keepReport(books: Books, c: Case, report: Report): Promise<void> {
  await addNotes(books, c, 'reporter', [
    ['narrative', report.narrative.text],
    ['report', JSON.stringify(report)],
    ...(report.safeContact ? [['safeContact', report.safeContact] as const] : []),
  ])
  const files = filesOf(report)
  await books.attachFiles(files, { id: c.row.id, keyId: c.row.keyId }, 'evidence')
}

/** Side A is who suffers, B the other. Only somebody who says that it is their own matter is a side themselves. */
async function writeSides(books: Books, c: Case, report: Report, known: readonly Party[]): Promise<Party[]> {
  const own = report.role === 'PARTY' || report.role === 'CHILD'
  // A colleague may register it for them, and is no side by that.
  const here = own && books.actor.person === null
  const of = (side: 'A' | 'B') => known.find((one) => one.side === side) ?? null
  const first = {
    ...(here ? { addressId: books.actor.address, joinedAt: books.now } : {}),
    ...(own && report.willing ? { willing: report.willing } : {}),
    ...(own ? { name: report.name ?? null, phone: report.phone ?? null } : {}),
    ...(own && report.safeContact
      ? { contactPlan: withWords(keptPlan(c, of('A')), report.safeContact) }
      : {}),
    ...(officerLed(books, c.row) ? { atRisk: true } : {}),
  }
  // What an officer learned of the other side is better than what was told in the chat.
  const second = c.row.contactedAt === null ? { name: report.counterpart ?? null } : {}
  return Promise.all([writeParty(books, c, 'A', first, of('A')), writeParty(books, c, 'B', second, of('B'))])
}

/** What is kept of how to reach a side; words of a report never take the place of a plan. */
const keptPlan = (c: Case, party: Party | null): string | null =>
  party && c.vault.open('parties.contact_plan', party.id, party.contactPlan)

type PartyChange = Partial<
  Omit<typeof parties.$inferInsert, 'stationId' | 'id' | 'disputeId' | 'side' | 'label'>
>
const LABEL = { A: '甲方', B: '乙方' } as const

/** Names, phones and plans are given in clear here and sealed on the way; null leaves what is known. */
export async function upsertParty(
  books: Books,
  c: Case,
  side: 'A' | 'B',
  change: PartyChange,
): Promise<Party> {
  const [known] = await books.tx
    .select()
    .from(parties)
    .where(isSide(books, c, side))
  return writeParty(books, c, side, change, known ?? null)
}

const isSide = (books: Books, c: Case, side: 'A' | 'B') =>
  and(eq(parties.stationId, books.station.id), eq(parties.disputeId, c.row.id), eq(parties.side, side))

async function writeParty(
  books: Books,
  c: Case,
  side: 'A' | 'B',
  change: PartyChange,
  known: Party | null,
): Promise<Party> {
  const id = known?.id ?? books.newId()
  const { name, phone, contactPlan, ...rest } = change
  const set = {
    ...rest,
    ...(name
      ? {
          name: c.vault.seal('parties.name', id, name),
          nameIndex: isName(name) ? books.blind('name', name) : null,
        }
      : {}),
    ...(phone
      ? { phone: c.vault.seal('parties.phone', id, phone), phoneIndex: books.blind('phone', phone) }
      : {}),
    ...(contactPlan ? { contactPlan: c.vault.seal('parties.contact_plan', id, contactPlan) } : {}),
  }
  if (known && Object.keys(set).length === 0) return known
  const [row] = known
    ? await books.tx
        .update(parties)
        .set(set)
        .where(isSide(books, c, side))
        .returning()
    : await books.tx
        .insert(parties)
        .values({ stationId: books.station.id, id, disputeId: c.row.id, side, label: LABEL[side], ...set })
        .returning()
  return row!
}

/** As far as the report goes: an emergency, a registered case that waits for triage, or a lead. */
export async function register(books: Books, c: Case, report: Report, rose: boolean): Promise<void> {
  if (await safeguard(books, c)) return
  const facts = {
    narrative: isStory(report),
    village: isPlaced(report),
    // Whoever told a colleague is answered by them.
    channel: c.row.reporterAddress !== null || c.row.source !== 'chat',
  }
  if (c.row.state === 'DRAFT' && (await advance(books, c, 'REPORTED', { roles: ['bot'], facts }))) {
    await awaitLead(books, c)
    await awaitContact(books, c)
    // A lead that may be dangerous is not kept for a quarter of an hour.
    if (rose && (c.row.level === 'RED' || c.row.level === 'ORANGE')) await announce(books, c)
    return
  }
  if (c.row.state !== 'REPORTED') return
  await mustAdvance(books, c, 'SCREENING', { roles: ['system'] })
  await awaitContact(books, c)
  await announce(books, c)
}

/** Where officers lead, the suffering side and whoever told us are sent nothing twice, and nothing of our own accord. */
export async function keepApart(books: Books, c: Case): Promise<void> {
  const { reporterAddress } = c.row
  if (!officerLed(books, c.row)) return
  // A colleague who registered it for somebody is at no risk, and must miss no alarm.
  const reporter = reporterAddress === null ? null : await books.address(reporterAddress)
  if (reporter && reporter.person === null) await books.setAddress(reporter.id, { atRisk: true })
  await upsertParty(books, c, 'A', { atRisk: true })
}

/** A case in which officers lead is kept apart from the first moment; an emergency is opened at once. */
async function safeguard(books: Books, c: Case): Promise<boolean> {
  await keepApart(books, c)
  if (!isEmergency(categoryOf(c.row), codesOf(books, c.row), c.row.level)) return false
  await openEmergency(books, c, { roles: ['bot'], promised: true })
  return true
}

/** Newer facts over older ones, graded again; a level that rises is told, and so are words that an officer should read. */
export async function bringUpToDate(books: Books, c: Case, report: Report, complete: boolean): Promise<void> {
  const known = caseFacts(c.row.facts)
  const before = {
    codes: [...codesOf(books, c.row), ...(known.handled?.codes ?? [])],
    level: c.row.level,
  }
  const facts = sinceHandled(factsOf(report), known)
  const [news, sides] = await Promise.all([bringsNews(books, c, report), partiesOf(books, c.row.id)])
  const category = facts.category === 'OT-00' ? categoryOf(c.row) : facts.category
  const own = c.row.screenedAt === null ? { category } : { category: categoryOf(c.row) }
  const saved = save(
    books,
    c,
    {
      facts: joinFacts(c.row.facts, { ...facts, ...own }),
      ...own,
      village: report.place?.village ?? c.row.village,
      amountFen: report.amount?.fen ?? c.row.amountFen,
      headcount: report.headcount ?? c.row.headcount,
      reporterRole: report.role ?? c.row.reporterRole,
      complete: c.row.complete || complete,
    },
    { quiet: true },
  )
  // The case is locked already, and the three know nothing of each other.
  await Promise.all([saved, keepReport(books, c, report), writeSides(books, c, report, sides)])
  const graded = await evaluate(books, c)
  await keepApart(books, c)
  const alarmed = await regardDanger(books, c, before)
  const rose = graded.from !== graded.to
  if (c.row.state === 'DRAFT') {
    if (rose) await tighten(books, c)
    return register(books, c, report, rose)
  }
  await announceRaise(books, c, graded)
  if (news && !rose && !alarmed && c.row.state !== 'SCREENING') await tellAdded(books, c, news.files)
}

/** Words that nobody has read yet, or files; a report is told again and again while a talk goes on. To ask before it is kept. */
export async function bringsNews(books: Books, c: Case, report: Report): Promise<{ files: number } | null> {
  const [files, notes] = await Promise.all([
    unknownFiles(books, c, filesOf(report)),
    notesOf(books, c, ['narrative']),
  ])
  const read = notes.some(({ text }) => text === report.narrative.text)
  return read && files.length === 0 ? null : { files: files.length }
}

/** Danger that was not known before opens the emergency; danger that was handled does not open it again. */
export async function regardDanger(
  books: Books,
  c: Case,
  before: { codes: readonly RiskCode[]; level: Level },
): Promise<boolean> {
  if (c.row.state === 'EMERGENCY') return false
  const codes = codesOf(books, c.row)
  const news = codes.filter((code) => !before.codes.includes(code))
  const violence = news.some((code) => code.startsWith('A')) || c.row.level !== before.level
  const gravest = violence && isEmergency(categoryOf(c.row), codes.filter(notHard), c.row.level)
  if (!hasHardTrigger(news) && !gravest) return false
  await openEmergency(books, c, { roles: ['bot'], promised: true })
  return true
}

const notHard = (code: RiskCode): boolean => !hasHardTrigger([code])

/** New words on a case, to whoever has it. */
export async function tellAdded(books: Books, c: Case, files: number): Promise<void> {
  await tellStaff(books, c, { people: responsible(c) }, ({ buttons: _, ...about }) => ({
    kind: 'added',
    files,
    ...about,
  }))
}

/** W19: a voice waits for a listener. */
export async function tellVoice(books: Books, c: Case, files: { type: string }[]): Promise<void> {
  if (!hasVoice(files)) return
  const people = responsible(c)
  await tellStaff(
    books,
    c,
    { people, roles: people.every((one) => one === null) ? ['duty', 'leader'] : [] },
    () => ({ kind: 'voice', facts: factsShown(books, c.row), offset: offsetOf(books) }),
  )
  await awaitVoice(books, c)
}
