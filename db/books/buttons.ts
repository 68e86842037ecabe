// Buttons of cards: made for somebody, used up once.
import { and, eq } from 'drizzle-orm'
import { actsAs, type Role } from '../../flows/casework/roles.ts'
import type { Base } from '../base.ts'
import type { Actor, Books, Pressed, Tx } from '../books.ts'
import { buttons } from '../schema/index.ts'
import { newSecret } from '../secret.ts'
import type { Pen } from './pen.ts'

export function buttonMaking(base: Base, pen: Pen, now: number): Books['button'] {
  return async (flow, audience, { dispute, rev, subject, ttl }) => {
    const id = newSecret()
    pen.buttons.push({
      stationId: base.station,
      id,
      flow,
      personId: 'person' in audience ? audience.person : null,
      role: 'role' in audience ? audience.role : null,
      addressId: 'address' in audience ? audience.address : null,
      disputeId: dispute ?? null,
      disputeRev: rev ?? null,
      subject: subject ?? null,
      createdAt: now,
      expiresAt: now + ttl,
    })
    return id
  }
}

/** Writes those that were made. */
export async function writeButtons(tx: Tx, made: Pen['buttons']): Promise<void> {
  if (made.length > 0) await tx.insert(buttons).values(made)
}

export function buttonUsing(base: Base, tx: Tx, now: number, actor: Actor): Books['useButton'] {
  return async (id) => {
    const mine = and(eq(buttons.stationId, base.station), eq(buttons.id, id))
    const [row] = await tx.select().from(buttons).where(mine).for('update')
    if (!row || !isFor(row, actor)) return { refused: 'unknown-button' }
    if (row.usedAt !== null) return { refused: 'button-used' }
    if (row.expiresAt <= now) return { refused: 'button-old' }
    await tx.update(buttons).set({ usedAt: now, usedBy: actor.id }).where(mine)
    return pressed(row)
  }
}

export function buttonUsed(base: Base, tx: Tx, actor: Actor): Books['usedButton'] {
  return async (id) => {
    const [row] = await tx
      .select()
      .from(buttons)
      .where(and(eq(buttons.stationId, base.station), eq(buttons.id, id)))
    if (!row || row.usedAt === null || !isFor(row, actor)) return null
    return pressed(row)
  }
}

const pressed = ({ flow, disputeId, disputeRev, subject }: typeof buttons.$inferSelect): Pressed => ({
  flow,
  dispute: disputeId,
  rev: disputeRev,
  subject,
})

function isFor(row: typeof buttons.$inferSelect, { address, person }: Actor): boolean {
  if (row.addressId !== null) return row.addressId === address
  if (person === null) return false
  if (row.personId !== null) return row.personId === person.id
  return row.role !== null && actsAs(person.roles).includes(row.role as Role)
}
