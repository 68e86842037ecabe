// One transaction of the books: who acts, what they may do, and what is written at the end.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Instant } from '../../flows/core/event.ts'
import { append } from '../audit.ts'
import { type Base, CHANNEL } from '../base.ts'
import type { Actor, Books, Tx } from '../books.ts'
import { rows } from '../database/database.ts'
import { blind } from '../keys/blind.ts'
import { nameOf } from '../seen.ts'
import { stationNow } from '../station.ts'
import { addressFacts, addressSetting } from './addresses.ts'
import { attaching } from './attach.ts'
import { buttonMaking, buttonUsed, buttonUsing } from './buttons.ts'
import { makeCode, takeCode } from './codes.ts'
import { addressErasing, keyDestroying } from './erase.ts'
import { identityOf } from './identity.ts'
import { numbering } from './numbers.ts'
import { newPen, type Pen } from './pen.ts'
import { member, staff, tell } from './people.ts'
import { posting, writePosts } from './post.ts'
import { reviseCards } from './revise.ts'
import { cancelling, opening, scheduling } from './schedule.ts'
import { actingNow } from './shifts.ts'

export const SYSTEM: Actor = { address: null, person: null, id: 'system' }
export const ADMIN: Actor = { address: null, person: null, id: 'admin' }

export type Acting = { now: Instant; actor: (tx: Tx) => Promise<Actor> }

/** Runs the work in a transaction and writes what it promised. After the commit everybody who waits is woken. */
export async function inBooks<T>(
  base: Base,
  { now, actor }: Acting,
  work: (books: Books, pen: Pen) => Promise<T>,
): Promise<T> {
  const [result, pen] = await base.database.transaction(async (tx): Promise<[T, Pen]> => {
    const pen = newPen()
    const books = await makeBooks(base, tx, pen, now, await actingNow(base, tx, now, await actor(tx)))
    const result = await work(books, pen)
    await flush(base, tx, pen, now)
    return [result, pen]
  })
  for (const address of pen.changed) base.seen.delete(nameOf(address))
  for (const key of pen.destroyed) base.ring.forget(key)
  if (pen.destroyed.length > 0) base.seen.clear()
  if (pen.posts.length > 0 || pen.due) base.posted()
  return result
}

async function flush(base: Base, tx: Tx, pen: Pen, now: Instant): Promise<void> {
  // First: cards that are promised in this transaction know of it already.
  await reviseCards(base, tx, pen)
  await writePosts(base, tx, pen.posts, now)
  // The end of the audit chain is locked from here to the commit.
  await append(tx, base.secrets.audit, base.station, pen.lines)
  if (base.database.flavour === 'embedded') return
  const said = pen.destroyed.map((key) => `key ${key}`)
  if (pen.posts.length > 0 || pen.due) said.push('posted')
  for (const one of said)
    await rows(tx, sql`select pg_notify(${CHANNEL}, ${`${base.station} ${base.replica} ${one}`})`)
}

async function makeBooks(base: Base, tx: Tx, pen: Pen, now: Instant, actor: Actor): Promise<Books> {
  const post = posting(base, tx, pen)
  const destroyKey = keyDestroying(base, tx, pen, now)
  return {
    tx,
    station: await stationNow(tx, base),
    now,
    actor,
    telegramBot: base.telegramBot(),
    newId: randomUUID,
    newVault: () => base.ring.create(tx, now),
    vault: (keyId) => base.ring.vault(tx, keyId),
    destroyKey,
    blind: (kind, value) => blind(base.secrets.blind, kind, value),
    caseMoved: (dispute, state) => void pen.moved.set(dispute, state),
    post,
    async tellPerson(id, notice, how = {}) {
      const person = await member(base, tx, id)
      return person ? tell(base, tx, post, [person], notice, how) : 0
    },
    async tellRoles(roles, notice, { village, ...how } = {}) {
      const to = await staff(base, tx, now, { roles, active: true, ...(village ? { village } : {}) })
      return tell(base, tx, post, to, notice, how)
    },
    address: (id) => addressFacts(base, tx, id),
    setAddress: addressSetting(base, tx, now),
    people: (filter) => staff(base, tx, now, filter),
    person: (id) => member(base, tx, id),
    button: buttonMaking(base, tx, now),
    useButton: buttonUsing(base, tx, now, actor),
    usedButton: buttonUsed(base, tx, actor),
    joinCode: (dispute, side, ttl) => makeCode(base, tx, now, { dispute, side }, ttl),
    async useJoinCode(code) {
      const row = await takeCode(base, tx, now, 'join', code, actor.id)
      return row?.disputeId && row.side ? { dispute: row.disputeId, side: row.side } : null
    },
    identity: identityOf(base, tx, now, actor),
    schedule: scheduling(base, tx, pen, now),
    open: opening(base, tx, pen, now),
    cancel: cancelling(base, tx, now),
    nextNumber: numbering(base, tx),
    audit(action, subject, facts = {}) {
      pen.lines.push({ at: now, actor: actor.id, action, subject, facts })
    },
    attachFiles: attaching(base, tx, actor),
    eraseAddress: addressErasing(base, tx, destroyKey),
  }
}
