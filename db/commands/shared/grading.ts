// Grading a case from what is known now. Every result is kept; the books only ever raise.
import { and, desc, eq, isNull } from 'drizzle-orm'
import { deadlines, higher, rank } from '../../../flows/casework/level.ts'
import { type Grading, grade } from '../../../flows/casework/risk.ts'
import type { Level } from '../../../flows/casework/tables/level.ts'
import { HIDDEN, INDICATORS, type RiskCode } from '../../../flows/casework/tables/risk.ts'
import type { Books } from '../../books.ts'
import { gradings } from '../../schema/index.ts'
import { alertGroups } from './alert-groups.ts'
import { type Case, codesOf, save, subjectOf } from './case.ts'
import { tellStaff } from './tell.ts'
import { awaitAccept, awaitContact, awaitReview } from './waiting.ts'

export type Graded = { from: Level; to: Level; grading: Grading }

/** What the facts come to, without writing anything. */
export const gradingOf = (books: Books, c: Case): Grading =>
  grade({ codes: codesOf(books, c.row) }, books.station.rulebook)

/**
 * Grades again and writes the result. A level that a person lowered stays where they put it until something new is
 * known; `unlessSame` writes nothing when nothing is, and `first` says that it was never graded.
 */
export async function evaluate(
  books: Books,
  c: Case,
  { unlessSame = false, first = false }: { unlessSame?: boolean; first?: boolean } = {},
): Promise<Graded> {
  const grading = gradingOf(books, c)
  const last = first ? null : await lastComputed(books, c)
  const from = c.row.level
  const same = last !== null && last.score === grading.score && last.level === grading.level
  if (same && unlessSame) return { from, to: from, grading }
  await keep(books, c, grading, { level: grading.level, by: 'bot', why: null })
  const graver =
    last === null || grading.score > last.score || rank(grading.level) > rank(last.level as Level)
  const to = graver ? higher(from, grading.level) : from
  await setLevel(books, c, to)
  return { from, to, grading }
}

/** A level set by a person, with the reason; the score beside it is what the facts come to. */
export async function gradeByHand(books: Books, c: Case, level: Level, why: string): Promise<Graded> {
  const grading = gradingOf(books, c)
  const from = c.row.level
  await keep(books, c, grading, { level, by: books.actor.id, why })
  await setLevel(books, c, level)
  return { from, to: level, grading }
}

/** At least this level, by a rule rather than by the score: a reopened case. */
export async function raiseTo(books: Books, c: Case, level: Level): Promise<Graded> {
  const from = c.row.level
  const to = higher(from, level)
  const grading = gradingOf(books, c)
  await keep(books, c, grading, { level: to, by: 'bot', why: null })
  await setLevel(books, c, to)
  return { from, to, grading }
}

async function setLevel(books: Books, c: Case, level: Level): Promise<void> {
  if (level === c.row.level) return
  books.audit('level', subjectOf(c), { from: c.row.level, to: level, by: books.actor.id })
  await save(books, c, { level, levelAt: books.now })
}

async function keep(
  books: Books,
  c: Case,
  { score, reasons, groupScores, version }: Grading,
  { level, by, why }: { level: Level; by: string; why: string | null },
): Promise<void> {
  const id = books.newId()
  await books.tx.insert(gradings).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    at: books.now,
    level,
    score,
    reasons: reasons.map(({ code, points }) => ({ code, points })),
    groups: groupScores,
    version,
    by,
    why: why === null ? null : c.vault.seal('gradings.why', id, why),
  })
}

async function lastComputed(books: Books, c: Case) {
  const [row] = await books.tx
    .select({ score: gradings.score, level: gradings.level })
    .from(gradings)
    .where(
      and(eq(gradings.stationId, books.station.id), eq(gradings.disputeId, c.row.id), isNull(gradings.why)),
    )
    .orderBy(desc(gradings.at), desc(gradings.score))
    .limit(1)
  return row ?? null
}

type Name = { zh: string; en: string }

/** Reasons as notices show them: what only officers may check is left out of what lies on lock screens. */
export const reasonsShown = ({ reasons }: Pick<Grading, 'reasons'>): Name[] =>
  reasons
    .filter(({ code }) => !(HIDDEN as readonly RiskCode[]).includes(code))
    .map(({ zh, en, points }) => ({ zh: `${zh}(${points})`, en: `${en} (${points})` }))

export const indicatorNames = (codes: readonly string[]): Name[] =>
  INDICATORS.filter(({ code }) => codes.includes(code)).map(({ zh, en }) => ({ zh, en }))

/** A case that rose: its limits are counted anew where that is sooner, and those who answer for it are told. */
export async function announceRaise(books: Books, c: Case, { from, to, grading }: Graded): Promise<void> {
  if (from === to) return
  await tighten(books, c)
  const reasons = reasonsShown(grading)
  const people = [c.row.officerId, c.row.leaderId]
  const roles = rank(to) >= rank('ORANGE') ? (['chief'] as const) : []
  const alone = people.every((one) => one === null)
  await tellStaff(
    books,
    c,
    { people, roles: alone ? ['leader', 'chief'] : [...roles] },
    (about) => ({ kind: 'raised', from, reasons, ...about }),
    c.row.state === 'SCREENING' ? ['screen'] : ['contact'],
  )
  const due = c.row.contactedAt === null ? c.row.contactBy : null
  await alertGroups(books, c, 'raised', due, c.row.state === 'SCREENING' ? 'screen' : 'contact')
}

/** The limits of a higher level count from now, and never end later than those promised before. */
export async function tighten(books: Books, c: Case): Promise<void> {
  const limits = deadlines(c.row.level, books.now, books.station.rulebook)
  if (c.row.contactedAt === null) {
    const contactBy = Math.min(c.row.contactBy ?? limits.firstContact, limits.firstContact)
    await save(books, c, { contactBy }, { quiet: true })
    if (c.row.state !== 'EMERGENCY') await awaitContact(books, c)
  }
  if (c.row.state === 'ASSIGNED' && c.row.acceptBy !== null && limits.accept < c.row.acceptBy) {
    await save(books, c, { acceptBy: limits.accept }, { quiet: true })
    await awaitAccept(books, c, books.now)
  }
  await awaitReview(books, c)
}
