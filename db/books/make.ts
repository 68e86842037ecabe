// One transaction of the books: who acts, what they may do, and what is written at the end.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Instant } from '../../flows/core/event.ts'
import { append } from '../audit.ts'
import { type Base, CHANNEL } from '../base.ts'
import type { Actor, Books, Tx, Vault } from '../books.ts'
import { rows } from '../database/database.ts'
import { blind } from '../keys/blind.ts'
import { nameOf } from '../seen.ts'
import { stationNow } from '../station.ts'
import { addressVaults } from './address-vaults.ts'
import { addressFacts, addressSetting } from './addresses.ts'
import { attaching } from './attach.ts'
import { buttonMaking, buttonUsed, buttonUsing, writeButtons } from './buttons.ts'
import { makeCode, takeCode } from './codes.ts'
import { addressErasing, keyDestroying } from './erase.ts'
import { identityOf } from './identity.ts'
import { numbering } from './numbers.ts'
import { newPen, type Pen } from './pen.ts'
import { among, rosterOf, staff, tell } from './people.ts'
import { posting, writePosts } from './post.ts'
import { reviseCards } from './revise.ts'
import { cancelling, opening, scheduling } from './schedule.ts'
import { actingNow } from './shifts.ts'

export const SYSTEM: Actor = { address: null, person: null, id: 'system' }
export const ADMIN: Actor = { address: null, person: null, id: 'admin' }

export type Acting = {
  now: Instant
  actor: (tx: Tx) => Promise<Actor>
  /** The address that is heard, whose vault is known. */
  heard?: { address: string; vault: Vault }
}

/** Runs the work in a transaction and writes what it promised. After the commit everybody who waits is woken. */
export async function inBooks<T>(
  base: Base,
  acting: Acting,
  work: (books: Books, pen: Pen) => Promise<T>,
): Promise<T> {
  const [result, pen] = await base.database.transaction(async (tx): Promise<[T, Pen]> => {
    const pen = newPen()
    const books = await makeBooks(base, tx, pen, acting)
    const result = await work(books, pen)
    await flush(base, tx, pen, acting.now)
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
  await Promise.all([reviseCards(base, tx, pen), writeButtons(tx, pen.buttons)])
  await Promise.all([
    writePosts(base, tx, pen.posts, now),
    ...callsOf(base, pen).map((one) => call(base, tx, one)),
  ])
  // The end of the audit chain is locked from here to the commit: nothing else comes in between.
  await append(tx, base.secrets.audit, base.station, pen.lines)
}

/** What other replicas are told; there can be none where the books are embedded. */
function callsOf(base: Base, pen: Pen): string[] {
  if (base.database.flavour === 'embedded') return []
  const said = pen.destroyed.map((key) => `key ${key}`)
  return pen.posts.length > 0 || pen.due ? [...said, 'posted'] : said
}

const call = (base: Base, tx: Tx, what: string) =>
  rows(tx, sql`select pg_notify(${CHANNEL}, ${`${base.station} ${base.replica} ${what}`})`)

async function makeBooks(base: Base, tx: Tx, pen: Pen, acting: Acting): Promise<Books> {
  const { now, heard } = acting
  const roster = rosterOf(base, tx, now)
  const [found, station] = await Promise.all([acting.actor(tx), stationNow(tx, base)])
  const actor = await actingNow(roster.shift, found)
  const vaults = addressVaults(base, tx)
  if (heard) vaults.known(heard.address, heard.vault)
  const post = posting(vaults, pen)
  const destroyKey = keyDestroying(base, tx, pen, now)
  const erase = addressErasing(base, tx, destroyKey)
  return {
    tx,
    station,
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
    async tellPerson(ids, notice, how = {}) {
      const to = await among(roster, typeof ids === 'string' ? [ids] : ids)
      return tell(base, tx, vaults, post, to, notice, how)
    },
    async tellRoles(roles, notice, { village, ...how } = {}) {
      const to = await staff(roster, { roles, active: true, ...(village ? { village } : {}) })
      return tell(base, tx, vaults, post, to, notice, how)
    },
    address: (id) => addressFacts(base, tx, id),
    setAddress: addressSetting(base, tx, now),
    people: (filter) => staff(roster, filter),
    person: async (id) => (await among(roster, [id]))[0] ?? null,
    button: buttonMaking(base, pen, now),
    useButton: buttonUsing(base, tx, now, actor),
    usedButton: buttonUsed(base, tx, actor),
    joinCode: (dispute, side, ttl) => makeCode(base, tx, now, { dispute, side }, ttl),
    async useJoinCode(code) {
      const row = await takeCode(base, tx, now, 'join', code, actor.id)
      return row?.disputeId ? { dispute: row.disputeId, side: row.side } : null
    },
    identity: identityOf(base, tx, now, actor),
    schedule: scheduling(base, tx, pen, now),
    open: opening(base, tx, vaults, pen, now),
    cancel: cancelling(base, tx, now),
    nextNumber: numbering(base, tx),
    audit(action, subject, facts = {}) {
      pen.lines.push({ at: now, actor: actor.id, action, subject, facts })
    },
    attachFiles: attaching(base, tx, actor),
    async eraseAddress(id) {
      vaults.forget(id)
      await erase(id)
    },
  }
}
