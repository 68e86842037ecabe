// One-time codes: for staff to bind an address, for a side of a dispute to join, for a resident's other chat. Only a keyed
// hash is kept.
import { and, eq } from 'drizzle-orm'
import { MINUTE } from '../../flows/casework/calendar.ts'
import type { Base } from '../base.ts'
import type { CodeFor, Tx } from '../books.ts'
import { blind } from '../keys/blind.ts'
import { codes } from '../schema/index.ts'
import { newSecret } from '../secret.ts'

/** How long a code that binds or joins a chat may be used. */
export const CODE_TTL = 10 * MINUTE

type Row = typeof codes.$inferSelect

/** Writes a new code of 128 bits and returns it; nobody can read it again. */
export async function makeCode(base: Base, tx: Tx, now: number, what: CodeFor, ttl: number): Promise<string> {
  const code = newSecret()
  await tx.insert(codes).values({
    stationId: base.station,
    hash: hashOf(base, code),
    ...rowOf(what),
    createdAt: now,
    expiresAt: now + ttl,
  })
  return code
}

function rowOf(what: CodeFor): Pick<Row, 'purpose'> & Partial<Row> {
  if ('person' in what) return { purpose: 'staff', personId: what.person }
  if ('address' in what) return { purpose: 'link', addressId: what.address }
  return { purpose: 'join', disputeId: what.dispute, side: what.side }
}

/** A code that may still be used, locked until the end of the transaction; null when it is wrong, used or old. */
export async function findCode(
  base: Base,
  tx: Tx,
  now: number,
  code: string,
): Promise<{ row: Row; what: CodeFor } | null> {
  const [row] = await tx.select().from(codes).where(isCode(base, code)).for('update')
  if (!row || row.usedAt !== null || row.expiresAt <= now) return null
  const what = whatOf(row)
  return what && { row, what }
}

function whatOf({ purpose, personId, addressId, disputeId, side }: Row): CodeFor | null {
  switch (purpose) {
    case 'staff':
      return personId === null ? null : { person: personId }
    case 'link':
      return addressId === null ? null : { address: addressId }
    case 'join':
      return disputeId === null ? null : { dispute: disputeId, side }
  }
}

/** Uses a code up that was found in the same transaction. */
export async function spendCode(base: Base, tx: Tx, now: number, row: Row, by: string): Promise<void> {
  await tx
    .update(codes)
    .set({ usedAt: now, usedBy: by })
    .where(and(eq(codes.stationId, base.station), eq(codes.hash, row.hash)))
}

/** Uses a code of this purpose up for an address; null when it is wrong, used or old. */
export async function takeCode(
  base: Base,
  tx: Tx,
  now: number,
  purpose: Row['purpose'],
  code: string,
  by: string,
): Promise<Row | null> {
  const found = await findCode(base, tx, now, code)
  if (found?.row.purpose !== purpose) return null
  await spendCode(base, tx, now, found.row, by)
  return found.row
}

const isCode = (base: Base, code: string) =>
  and(eq(codes.stationId, base.station), eq(codes.hash, hashOf(base, code.trim())))

const hashOf = (base: Base, code: string): string => blind(base.secrets.codes, 'code', code)
