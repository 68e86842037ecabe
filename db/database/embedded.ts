// PGlite: PostgreSQL inside this process, in a folder that is locked for as long as it is open.
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate as runMigrations } from 'drizzle-orm/pglite/migrator'
import type { Tx } from '../books.ts'
import * as schema from '../schema/index.ts'
import { again } from './again.ts'
import type { Database, Row } from './database.ts'
import { lockFile } from './lock.ts'
import { migrate, migrationsFolder } from './migrate.ts'
import { planned } from './planned.ts'

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
  const statements = planned(client)
  const orm = drizzle({
    client: statements as unknown as PGlite,
    schema,
    logger: { logQuery: () => void count++ },
  })
  try {
    const plain = drizzle({ client, schema })
    await migrate(plain as unknown as Tx, () => runMigrations(plain, { migrationsFolder }))
    await cleanUp(client, `${folder}/books.clean`)
  } catch (error) {
    await client.close()
    throw error
  }

  return {
    flavour: 'embedded',
    orm: orm as unknown as Tx,
    async run(statement, params) {
      count++
      return (await statements.query<Row>(statement, params)).rows
    },
    transaction(work) {
      count += 2
      return again(() => orm.transaction((inner) => work(inner as unknown as Tx)))
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

const DAY = 86_400_000

/** Once a day, at a start: there is no autovacuum inside a process. `mark` says when it was done last. */
async function cleanUp(client: PGlite, mark: string): Promise<void> {
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - last < DAY) return
  await client.exec('vacuum analyze')
  writeFileSync(mark, '')
}
