// PGlite: PostgreSQL inside this process, in a folder that is locked for as long as it is open.
import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate as runMigrations } from 'drizzle-orm/pglite/migrator'
import type { Tx } from '../books.ts'
import * as schema from '../schema/index.ts'
import { again } from './again.ts'
import type { Database, Row } from './database.ts'
import { lockFile } from './lock.ts'
import { migrate, migrationsFolder } from './migrate.ts'

/** Opens the database in `folder`/books, made on first use. Throws one sentence when another process has it. */
export async function openEmbedded(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFile(`${folder}/books.lock`, `The data folder ${folder}`)
  try {
    return await open(folder, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function open(folder: string, unlock: () => void): Promise<Database> {
  const client = await PGlite.create(`${folder}/books`, {
    // The default of 128 MB is memory of this very process.
    postgresqlconf: ['shared_buffers = 16MB'],
  })
  let count = 0
  const orm = drizzle({ client, schema, logger: { logQuery: () => void count++ } })
  const tx = orm as unknown as Tx
  try {
    await migrate(tx, () => runMigrations(orm, { migrationsFolder }))
    // Nobody else cleans up in here: there is no autovacuum inside a process.
    await client.exec('vacuum analyze')
  } catch (error) {
    await client.close()
    throw error
  }

  return {
    flavour: 'embedded',
    orm: tx,
    async run(statement, params) {
      count++
      return (await client.query<Row>(statement, params)).rows
    },
    transaction(work) {
      count += 2
      return again(() =>
        orm.transaction(async (inner) => {
          const result = await work(inner as unknown as Tx)
          // Refused where a statement failed and its error was swallowed: the commit would take everything back unsaid.
          await inner.execute('select 1')
          return result
        }),
      )
    },
    async listen(channel, heard) {
      return client.listen(channel, heard)
    },
    statements: () => count,
    async copy() {
      await client.exec('checkpoint')
      return new Uint8Array(await (await client.dumpDataDir('gzip')).arrayBuffer())
    },
    async close() {
      try {
        await client.close()
      } finally {
        unlock()
      }
    },
  }
}
