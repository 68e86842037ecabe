// W20: what is wrong with the machine itself, told at once to those who lead and those on duty, on whatever channel still works.
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { MachineWatched } from '../flows/casework/warnings/types.ts'
import { w20 } from '../flows/casework/warnings/w20.ts'
import type { Base } from './base.ts'
import { inBooks, SYSTEM } from './books/make.ts'
import type { Books } from './books.ts'
import { warnings } from './schema/index.ts'
import type { Machine } from './store.ts'
import { end, give } from './warnings/give.ts'
import { tellAtOnce } from './warnings/tell-at-once.ts'
import { whomOfStation } from './warnings/whom.ts'

/** Before everything but an emergency. */
const PRIORITY = 30

export function machineOf(base: Base): Machine {
  return {
    troubles: (facts, now) =>
      inBooks(base, { now, actor: async () => SYSTEM }, (books) => lookAtMachine(books, facts)),
  }
}

async function lookAtMachine(
  books: Books,
  { troubles, mended }: MachineWatched & { mended: readonly string[] },
) {
  const found = w20.rule({ troubles }, books.now, books.station.rulebook)
  if (mended.length > 0) {
    const standing = await books.tx
      .select({ id: warnings.id, about: warnings.about })
      .from(warnings)
      .where(
        and(
          eq(warnings.stationId, books.station.id),
          eq(warnings.code, 'W20'),
          isNotNull(warnings.slot),
          isNull(warnings.endedAt),
        ),
      )
    await end(
      books,
      standing.filter(({ about }) => mended.includes(about)).map(({ id }) => id),
    )
  }
  for (const warning of found) {
    const people = await whomOfStation(books, warning.to, [])
    if (!(await give(books, warning, { dispute: null, people, told: true }))) continue
    books.audit('warning', `station:${books.station.id}`, { code: warning.code, about: warning.about })
    await tellAtOnce(books, warning, people, { priority: PRIORITY })
  }
}
