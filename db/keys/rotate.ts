// Wrapping every data key anew, while the station works.
import { and, asc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { dataKeys } from '../schema/index.ts'
import { rewrap } from './data-key.ts'
import type { MasterKeys } from './master-keys.ts'

const BATCH = 200

/**
 * Adds a version to the key file unless one waits to be used, and wraps every data key of every station by it. Stopped
 * half-way it goes on where it was. With several hosts, give each the new file first and then rotate: nothing is added.
 */
export async function rotate(database: Database, master: MasterKeys): Promise<number> {
  master.refresh()
  if ((await left(database, master.current)) === 0) master.add()
  let wrapped = 0
  for (;;) {
    const done = await database.transaction(async (tx) => {
      const rows = await tx
        .select()
        .from(dataKeys)
        .where(and(lt(dataKeys.wrappedBy, master.current), isNotNull(dataKeys.wrapped)))
        .orderBy(asc(dataKeys.stationId), asc(dataKeys.id))
        .limit(BATCH)
        .for('update')
      for (const { stationId, id, wrapped, wrappedBy } of rows)
        await tx
          .update(dataKeys)
          .set(rewrap(master, { id, wrapped: wrapped!, wrappedBy }))
          .where(and(eq(dataKeys.stationId, stationId), eq(dataKeys.id, id)))
      return rows.length
    })
    wrapped += done
    if (done < BATCH) return wrapped
  }
}

async function left(database: Database, current: number): Promise<number> {
  const [row] = await database.orm
    .select({ count: sql<number>`count(*)::int` })
    .from(dataKeys)
    .where(and(lt(dataKeys.wrappedBy, current), isNotNull(dataKeys.wrapped)))
  return row?.count ?? 0
}
