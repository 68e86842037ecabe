// A PostgreSQL server through postgres.js.
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Tx } from '../books.ts'
import { presentable } from '../errors.ts'
import * as schema from '../schema/index.ts'
import { again } from './again.ts'
import { clientOver } from './client.ts'
import type { Database } from './database.ts'
import { openLines, type Settings, type Types } from './lines.ts'
import { listen } from './listener.ts'
import { migrate, migrationsFolder } from './migrate.ts'

/** Milliseconds after which the server, and then we ourselves, give a statement up. */
const STATEMENT = 15_000
const DEADLINE = 20_000

export type ServerOptions = { url: string /** Connections at most. */; pool?: number; deadline?: number }

/** Connects and migrates. Throws Unavailable when the server cannot be reached. */
export async function openServer({ url, pool = 10, deadline = DEADLINE }: ServerOptions): Promise<Database> {
  const settings: Settings = {
    connect_timeout: 5,
    keep_alive: 30,
    // A server that comes back should be noticed at once.
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 1),
    onnotice: () => {},
    connection: {
      application_name: 'maple-bridge',
      statement_timeout: STATEMENT,
      lock_timeout: STATEMENT,
      idle_in_transaction_session_timeout: STATEMENT,
    },
  }
  await bringUpToDate(url, settings)

  let count = 0
  const types: Types = { parsers: {}, serializers: {} }
  // drizzle writes into `types` how it wants dates and JSON; connections are made when they are needed, and read it.
  const lines = openLines({ url, settings, types, most: pool, deadline, said: () => void count++ })
  const orm = drizzle({ client: clientOver(lines, types), schema })

  return {
    flavour: 'server',
    orm: orm as unknown as Tx,
    run: (statement, params) => lines.use(async (line) => [...(await line.say(statement, params))]),
    transaction: (work) => again(() => orm.transaction((inner) => work(inner as unknown as Tx))),
    listen: (channel, heard, missed) => listen({ url, settings, channel, heard, missed }),
    statements: () => count,
    copy: async () => null,
    close: lines.close,
  }
}

async function bringUpToDate(url: string, settings: Settings): Promise<void> {
  const client = postgres(url, { ...settings, max: 1, connection: { application_name: 'maple-bridge' } })
  try {
    const orm = drizzle({ client, schema })
    await migrate(orm as unknown as Tx, () => runMigrations(orm, { migrationsFolder }))
  } catch (error) {
    throw presentable(error)
  } finally {
    await client.end({ timeout: 1 })
  }
}
