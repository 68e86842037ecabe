// One case as a command holds it: its row, locked, its key, and how far this command has moved it.
import { and, eq } from 'drizzle-orm'
import { caseFacts, indicators, type KnownFacts } from '../../../flows/casework/facts.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { RiskCode } from '../../../flows/casework/tables/risk.ts'
import type { SubCode } from '../../../flows/casework/tables/taxonomy.ts'
import { isOfficerLed } from '../../../flows/casework/taxonomy.ts'
import type { Books, Vault } from '../../books.ts'
import { disputes } from '../../schema/index.ts'

export type Dispute = typeof disputes.$inferSelect
export type Change = Partial<Omit<Dispute, 'stationId' | 'id' | 'rev' | 'updatedAt'>>
export type Case = {
  row: Dispute
  vault: Vault
  /** The revision before this command; one command makes at most one more. */
  readonly rev: number
  /** Steps of the life cycle taken so far. */
  steps: number
}

/** Null when there is none, and when it was erased. */
export async function lockCase(books: Books, id: string): Promise<Case | null> {
  const [row] = await books.tx.select().from(disputes).where(isCase(books, id)).for('update')
  return row ? hold(books, row) : null
}

export async function lockByNumber(books: Books, number: string): Promise<Case | null> {
  const [row] = await books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), eq(disputes.number, number)))
    .for('update')
  return row ? hold(books, row) : null
}

/** A case that was merged is found where it went. */
export async function lockMerged(books: Books, c: Case): Promise<Case> {
  const into = c.row.state === 'MERGED' && c.row.mergedInto ? await lockCase(books, c.row.mergedInto) : null
  return into ?? c
}

export async function hold(books: Books, row: Dispute): Promise<Case | null> {
  const vault = await books.vault(row.keyId)
  return vault.erased ? null : { row, vault, rev: row.rev, steps: 0 }
}

/**
 * Writes a change. A new revision tells those who look at an older one that the case moved on; words that are only
 * added, and answers that are only stored, are `quiet`.
 */
export async function save(
  books: Books,
  c: Case,
  change: Change,
  { quiet = false }: { quiet?: boolean } = {},
): Promise<void> {
  const rev = quiet ? c.row.rev : c.rev + 1
  const set = { ...change, rev, updatedAt: books.now }
  c.row = { ...c.row, ...set }
  await books.tx.update(disputes).set(set).where(isCase(books, c.row.id))
  if (!quiet) books.caseMoved(c.row.id, stateOf(c.row))
}

const isCase = (books: Books, id: string) =>
  and(eq(disputes.stationId, books.station.id), eq(disputes.id, id))

export const stateOf = (row: Dispute): State => row.state as State
export const categoryOf = (row: Dispute): SubCode => row.category as SubCode
export const subjectOf = (c: Case): string => `dispute:${c.row.id}`

/** The indicators that are true of a case at this moment. */
export const codesOf = (books: Books, row: Dispute): RiskCode[] =>
  indicators(caseFacts(row.facts), books.now, books.station.rulebook)

/** Violence in the family, sexual violence, children: officers only, and no message of our own accord. */
export const officerLed = (books: Books, row: Dispute): boolean =>
  isOfficerLed(categoryOf(row), codesOf(books, row))

/** Only those who are named for it know of it: officer-led cases, and complaints about the police. */
export const restricted = (books: Books, row: Dispute): boolean =>
  row.category === 'AD-PO' || officerLed(books, row)

/** New facts over old ones; danger once heard stays heard. */
export const joinFacts = (known: KnownFacts, more: Partial<KnownFacts>): KnownFacts => ({
  ...known,
  ...more,
  danger: [...new Set([...(known.danger ?? []), ...(more.danger ?? [])])].sort(),
})
