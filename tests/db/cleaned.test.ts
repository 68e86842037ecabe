// The embedded books are cleaned up at a start, and not again within a day.
import { statSync, utimesSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rows } from '../../db/database/database.ts'
import { openEmbedded } from '../../db/database/embedded.ts'
import { freshFolder } from './embedded.ts'

const HOUR = 3_600_000

test.each([
  { hours: 25, cleaned: true },
  { hours: 23, cleaned: false },
])('$hours hours after the last time: $cleaned', async ({ hours, cleaned }) => {
  const { folder, drop } = await freshFolder()
  const mark = `${folder}/books.clean`
  const then = new Date(Date.now() - hours * HOUR)
  utimesSync(mark, then, then)
  const database = await openEmbedded(folder)
  try {
    const [last] = await rows(
      database.orm,
      sql`select count(*)::int as it from pg_stat_user_tables where last_analyze is not null`,
    )
    expect(Number(last?.it) > 0).toBe(cleaned)
    expect(statSync(mark).mtimeMs > then.getTime() + HOUR).toBe(cleaned)
  } finally {
    await database.close()
    drop()
  }
})
