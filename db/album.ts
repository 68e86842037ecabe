// Pictures sent together come one by one and are heard as one: the parts so far lie sealed in a due row.
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Event } from '../flows/core/event.ts'
import type { Inbound } from '../flows/core/ports.ts'
import type { Base } from './base.ts'
import { beginTurn } from './begin-turn.ts'
import { inBooks } from './books/make.ts'
import { BooksError } from './errors.ts'
import { blind } from './keys/blind.ts'
import { actorAt } from './perform.ts'
import { due } from './schema/index.ts'
import type { Seen } from './seen.ts'

/** The kind of a due row that is heard like a message, by the same door. */
export const HEAR = 'hear'
/** How long after its last part an album counts as whole, in milliseconds. */
const PAUSE = 1_500
/** Somebody is waiting for the answer: before what the station begins by itself. */
const PRIORITY = 20

type Files = Extract<Event, { kind: 'files' }>
/** One picture, by the id under which it was heard. */
type Part = { id: string; event: Files }

/** Keeps one part. `vanished`: the address was erased by another process since it was remembered. */
export async function albumPart(
  base: Base,
  inbound: Inbound,
  one: Seen,
): Promise<'kept' | 'repeat' | 'vanished'> {
  const { event, album, at } = inbound
  if (event.kind !== 'files' || album === undefined) throw new BooksError('no-album', event.kind)
  const { vault } = one
  const { address } = one.held
  return inBooks(base, { now: at, actor: (tx) => actorAt(base, tx, address) }, async (books, pen) => {
    // Locks the sitting too: the parts of one person come one after another.
    const begun = await beginTurn(base, books, inbound, one)
    if (begun === 'repeat' || begun === 'vanished') return begun
    const { tx } = books
    const key = `album:${address}:${blind(base.secrets.blind, 'album', address, album)}`
    const mine = and(eq(due.stationId, base.station), eq(due.key, key), eq(due.state, 'open'))
    const [row] = await tx.select().from(due).where(mine).for('update')
    // Claimed: it is being heard as it was then. Its key is free from now on, and this part begins anew.
    const taken = row !== undefined && row.attempts > 0
    if (taken)
      await tx
        .update(due)
        .set({ key: `album:heard:${row.id}` })
        .where(isRow(base, row.id))
    const open = row && !taken ? row : null
    const id = open?.id ?? randomUUID()
    const before = open ? partsIn(vault.open('due.event', id, open.event) ?? '[]') : []
    const parts = JSON.stringify([...before, { id: inbound.id, event } satisfies Part])
    const fields = { at: at + PAUSE, runAt: at + PAUSE, event: vault.seal('due.event', id, parts) }
    if (open) await tx.update(due).set(fields).where(isRow(base, id))
    else
      await tx.insert(due).values({
        ...fields,
        stationId: base.station,
        id,
        key,
        kind: HEAR,
        priority: PRIORITY,
        addressId: address,
        createdAt: at,
      })
    pen.due = true
    return 'kept'
  })
}

const isRow = (base: Base, id: string) => and(eq(due.stationId, base.station), eq(due.id, id))

export const partsIn = (sealed: string): Part[] => JSON.parse(sealed) as Part[]

/** Platforms number what they send: `9` comes before `10`. */
const byNumber = new Intl.Collator('en', { numeric: true })

/** The album as one event, in the order in which its parts were sent, whichever came first. */
export function joined(parts: Part[]): Files {
  const inOrder = parts.toSorted((a, b) => byNumber.compare(a.id, b.id)).map(({ event }) => event)
  const captions = inOrder.flatMap(({ caption }) => caption ?? [])
  return {
    kind: 'files',
    files: inOrder.flatMap(({ files }) => files),
    ...(captions.length === 0 ? {} : { caption: captions.join('\n') }),
  }
}
