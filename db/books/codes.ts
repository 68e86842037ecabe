// One-time codes: for staff to bind an address, for a side of a dispute to join. Only a keyed hash is kept.
import { and, eq } from 'drizzle-orm'
import type { Base } from '../base.ts'
import type { Tx } from '../books.ts'
import { blind } from '../keys/blind.ts'
import { codes } from '../schema/index.ts'
import { newSecret } from '../secret.ts'

type For = { person: string } | { dispute: string; side: 'A' | 'B' }

/** Writes a new code and returns it; nobody can read it again. */
export async function makeCode(base: Base, tx: Tx, now: number, what: For, ttl: number): Promise<string> {
  const code = newSecret()
  const staff = 'person' in what
  await tx.insert(codes).values({
    stationId: base.station,
    hash: hashOf(base, code),
    purpose: staff ? 'staff' : 'join',
    personId: staff ? what.person : null,
    disputeId: staff ? null : what.dispute,
    side: staff ? null : what.side,
    createdAt: now,
    expiresAt: now + ttl,
  })
  return code
}

/** Uses a code up for an address; null when it is wrong, used or old. */
export async function takeCode(
  base: Base,
  tx: Tx,
  now: number,
  purpose: 'staff' | 'join',
  code: string,
  by: string,
): Promise<typeof codes.$inferSelect | null> {
  const mine = and(eq(codes.stationId, base.station), eq(codes.hash, hashOf(base, code.trim())))
  const [row] = await tx.select().from(codes).where(mine).for('update')
  if (!row || row.purpose !== purpose || row.usedAt !== null || row.expiresAt <= now) return null
  await tx.update(codes).set({ usedAt: now, usedBy: by }).where(mine)
  return row
}

const hashOf = (base: Base, code: string): string => blind(base.secrets.codes, 'code', code)
