// One difficulty as a command holds it: its row, locked, its key, and who may know of it. What is not theirs does not exist for them.
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { isRefused, type Refused, refuse } from '../../../flows/casework/refusal.ts'
import { actsAs } from '../../../flows/casework/roles.ts'
import { difficultyKind } from '../../../flows/casework/tables/difficulty.ts'
import type { FileRef } from '../../../flows/core/event.ts'
import type { RequestGiven, RequestMoved } from '../../../flows/difficulty/commands.ts'
import type { RequestFacts } from '../../../flows/notices/request-notice.ts'
import type { Books, Person, Vault } from '../../books.ts'
import { requests } from '../../schema/index.ts'
import { offsetOf, villageName } from './facts-shown.ts'
import { noSuchCase } from './refusal.ts'

export type RequestRow = typeof requests.$inferSelect
export type Difficulty = { row: RequestRow; vault: Vault }
type Change = Partial<Omit<RequestRow, 'stationId' | 'id' | 'number' | 'rev' | 'updatedAt'>>

export async function lockRequest(books: Books, id: string): Promise<Difficulty | null> {
  const [row] = await books.tx
    .select()
    .from(requests)
    .where(and(eq(requests.stationId, books.station.id), eq(requests.id, id)))
    .for('update')
  return row ? hold(books, row) : null
}

export async function lockRequestByNumber(books: Books, number: string): Promise<Difficulty | null> {
  const [row] = await books.tx
    .select()
    .from(requests)
    .where(and(eq(requests.stationId, books.station.id), eq(requests.number, number)))
    .for('update')
  return row ? hold(books, row) : null
}

async function hold(books: Books, row: RequestRow): Promise<Difficulty | null> {
  const vault = await books.vault(row.keyId)
  return vault.erased ? null : { row, vault }
}

/** Every change is a new revision; `quiet` is one that no open form has to know of. */
export async function saveRequest(
  books: Books,
  r: Difficulty,
  change: Change,
  { quiet = false }: { quiet?: boolean } = {},
): Promise<void> {
  const set = { ...change, rev: quiet ? r.row.rev : r.row.rev + 1, updatedAt: books.now }
  r.row = { ...r.row, ...set }
  await books.tx
    .update(requests)
    .set(set)
    .where(and(eq(requests.stationId, books.station.id), eq(requests.id, r.row.id)))
}

export const requestSubject = (r: Pick<Difficulty, 'row'>): string => `request:${r.row.id}`

/** Nobody is done with it. */
export const isOpenRequest = ({ state }: Pick<RequestRow, 'state'>): boolean =>
  state === 'open' || state === 'taken'

/** Officers and those on duty of its village, its owner, leaders of the place, the chief; nobody of the village itself. */
export function mayKnow(person: Person | null, row: RequestRow): boolean {
  if (!person || !actsAs(person.roles).includes('officer')) return false
  if (person.roles.includes('chief') || row.ownerId === person.id || row.leaderId === person.id) return true
  return person.villages.length === 0 || row.village === null || person.villages.includes(row.village)
}

export type HandledRequest = { r: Difficulty; person: Person }

/** `rev` null is "whatever it is now". */
export async function handledRequest(
  books: Books,
  id: string,
  rev: number | null,
): Promise<HandledRequest | Refused> {
  const r = await lockRequest(books, id)
  const { person } = books.actor
  if (!r || !person || !mayKnow(person, r.row)) return noSuchCase()
  if (rev !== null && rev !== r.row.rev)
    return refuse(
      'moved-on',
      `${r.row.number}刚才有了变化。请重新打开再办。`,
      `${r.row.number} has moved on. Please open it again.`,
    )
  return { r, person }
}

/** As `handledRequest`, where it is still to be answered. */
export async function openRequest(
  books: Books,
  id: string,
  rev: number | null,
): Promise<HandledRequest | Refused> {
  const found = await handledRequest(books, id, rev)
  if (isRefused(found)) return found
  return isOpenRequest(found.r.row)
    ? found
    : refuse('ended', `${found.r.row.number}已经办结。`, `${found.r.row.number} has ended already.`)
}

/** What a card may show of it. */
export const requestFacts = (books: Books, row: RequestRow): RequestFacts => ({
  number: row.number,
  what: difficultyKind(books.station.rulebook.difficulty, row.kind),
  village: villageName(books, row.village),
})

export const requestMoved = ({ row }: Pick<Difficulty, 'row'>): RequestMoved => ({
  request: row.id,
  number: row.number,
  state: row.state,
})

export async function requestGiven(books: Books, { row }: Difficulty): Promise<RequestGiven> {
  const { what, village } = requestFacts(books, row)
  return {
    request: row.id,
    number: row.number,
    rev: row.rev,
    kind: what,
    villageName: village,
    state: row.state,
    promisedBy: row.promisedBy,
    byHand: (await unwritable(books, row)) !== null,
    offset: offsetOf(books),
  }
}

/** Why this person cannot be told in chat, so that an officer says it; null where they can. */
export async function unwritable(
  books: Books,
  { reporterAddress }: Pick<RequestRow, 'reporterAddress'>,
): Promise<'not-in-chat' | 'contact-plan' | 'stopped' | null> {
  const facts = reporterAddress === null ? null : await books.address(reporterAddress)
  // Whoever works here and wrote it down for somebody is not that somebody.
  if (!facts || facts.person !== null) return 'not-in-chat'
  if (facts.atRisk) return 'contact-plan'
  return facts.stopped ? 'stopped' : null
}

const file = z.object({ id: z.string(), type: z.string() }).loose()
const wordsShape = z.object({
  text: z.string(),
  files: z.array(file),
  how: z.string().nullable().default(null),
})
/** What was asked for, as it was said, and how to reach the person in their own words. */
export type Asked = { text: string; files: FileRef[]; how: string | null }

export const sealWords = (vault: Vault, id: string, asked: Asked): string =>
  vault.seal('requests.words', id, JSON.stringify(asked))

export function wordsOf({ row, vault }: Difficulty): Asked {
  const opened = vault.open('requests.words', row.id, row.words)
  const read = wordsShape.safeParse(opened === null ? null : JSON.parse(opened))
  return read.success
    ? { ...read.data, files: read.data.files as unknown as FileRef[] }
    : { text: '', files: [], how: null }
}

const given = z.object({
  at: z.number(),
  by: z.string(),
  /** What came of it: an answer, that it cannot be done, or who does it now. */
  what: z.enum(['done', 'cannot', 'passed']),
  text: z.string(),
  unit: z.string().nullable(),
  /** Somebody said that this did not solve it. */
  unsolved: z.boolean().default(false),
})
export type Given = z.infer<typeof given>

/** Every answer that was given, in order: one that did not solve it stays beside the next. */
export function answersOf({ row, vault }: Difficulty): Given[] {
  const opened = vault.open('requests.answer', row.id, row.answer)
  const read = z.array(given).safeParse(opened === null ? [] : JSON.parse(opened))
  return read.success ? read.data : []
}

export const sealAnswers = ({ row, vault }: Difficulty, all: readonly Given[]): string =>
  vault.seal('requests.answer', row.id, JSON.stringify(all))
