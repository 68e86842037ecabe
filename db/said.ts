// What a message said, found by the platform's name for it.
import { and, desc, eq } from 'drizzle-orm'
import type { Event } from '../flows/core/event.ts'
import type { Address } from '../flows/core/ports.ts'
import type { Base } from './base.ts'
import { refName } from './keep.ts'
import { heard } from './schema/index.ts'
import { find, nameOf } from './seen.ts'

/** Its newest words: those of its last correction, or its own. Null where it is not known, or had none. */
export async function saidIn(base: Base, from: Address, ref: string): Promise<string | null> {
  // Nobody becomes known by a correction of something that nobody heard.
  const one = base.seen.get(nameOf(from)) ?? (await find(base, from))
  const name = one && refName(base, one.held.address, ref)
  if (!one || !name) return null
  const rows = await base.database.orm
    .select({ inbound: heard.inbound, content: heard.content, at: heard.at })
    .from(heard)
    .where(and(eq(heard.stationId, base.station), eq(heard.addressId, one.held.address), eq(heard.ref, name)))
    .orderBy(desc(heard.at))
  const events = rows.flatMap(({ inbound, content, at }) => {
    const event = one.vault.open('heard.content', inbound, content)
    return event === null ? [] : [{ at, event: JSON.parse(event) as Event }]
  })
  // In one millisecond a correction came after what it corrects.
  const [newest] = events
    .toSorted(
      (a, b) => b.at - a.at || Number(b.event.kind === 'correct') - Number(a.event.kind === 'correct'),
    )
    .flatMap(({ event }) => textOf(event) ?? [])
  return newest ?? null
}

function textOf(event: Event): string | null {
  if (event.kind === 'text' || event.kind === 'correct') return event.text
  return event.kind === 'files' ? (event.caption ?? null) : null
}
