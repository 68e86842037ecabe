// Brings a database to the tables of this version.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import type { Tx } from '../books.ts'
import { rows } from './database.ts'

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

/** Any number that nobody else uses for a lock in this database. */
const LOCK = 7_263_911

/**
 * Runs the missing migrations; replicas that start together take turns. The caller gives a connection of its own,
 * because the lock belongs to it. Throws one sentence when the database is newer than this program.
 */
export async function migrate(orm: Tx, run: () => Promise<void>): Promise<void> {
  await rows(orm, sql`select pg_advisory_lock(${LOCK})`)
  try {
    await refuseNewer(orm)
    await run()
  } finally {
    await rows(orm, sql`select pg_advisory_unlock(${LOCK})`)
  }
}

async function refuseNewer(orm: Tx): Promise<void> {
  const [there] = await rows(orm, sql`select to_regclass('drizzle.__drizzle_migrations') is not null as it`)
  if (!there?.it) return
  const [last] = await rows(orm, sql`select max(created_at) as at from drizzle.__drizzle_migrations`)
  if (Number(last?.at ?? 0) > newest())
    throw new Error('The database was written by a newer version of this program; start that one.')
}

function newest(): number {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8'),
  )
  return Math.max(...journal.entries.map(({ when }) => when))
}
