// A PostgreSQL server through postgres.js.
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Tx } from '../books.ts'
import { within } from '../deadline.ts'
import { presentable } from '../errors.ts'
import * as schema from '../schema/index.ts'
import { again } from './again.ts'
import type { Database, Row } from './database.ts'
import { listen } from './listener.ts'
import { migrate, migrationsFolder } from './migrate.ts'

/** Milliseconds after which the server, and then we ourselves, give a statement up. */
const STATEMENT = 15_000
const DEADLINE = 20_000

export type ServerOptions = { url: string /** Connections at most. */; pool?: number; deadline?: number }

/** Connects and migrates. Throws Unavailable when the server cannot be reached. */
export async function openServer({ url, pool = 10, deadline = DEADLINE }: ServerOptions): Promise<Database> {
  const settings: postgres.Options<Record<string, never>> = {
    connect_timeout: 5,
    idle_timeout: 300,
    max_lifetime: 3_600,
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

  const client = postgres(url, { ...settings, max: pool })
  let count = 0
  const orm = drizzle({ client: preparing(client, () => void count++), schema })
  const tx = orm as unknown as Tx

  return {
    flavour: 'server',
    orm: tx,
    run(statement, params) {
      count++
      const parameters = params as postgres.ParameterOrJSON<never>[]
      return within(deadline, client.unsafe<Row[]>(statement, parameters, { prepare: true }))
    },
    transaction(work) {
      return within(
        deadline,
        again(() => {
          count += 2
          return orm.transaction((inner) => work(inner as unknown as Tx))
        }),
      )
    },
    listen: (channel, heard, missed) => listen({ url, settings, channel, heard, missed }),
    statements: () => count,
    copy: async () => null,
    close: () => client.end({ timeout: 5 }),
  }
}

async function bringUpToDate(url: string, settings: postgres.Options<Record<string, never>>): Promise<void> {
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

type Begin = (work: (inner: postgres.TransactionSql) => unknown) => unknown

/** drizzle leaves statements unprepared, which costs a second round trip for every one that has parameters. */
function preparing<T extends postgres.Sql | postgres.TransactionSql>(client: T, count: () => void): T {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'unsafe')
        return (statement: string, params: postgres.ParameterOrJSON<never>[] = []) => {
          count()
          return target.unsafe(statement, params, { prepare: true })
        }
      if (name === 'begin' || name === 'savepoint') {
        const begin = Reflect.get(target, name) as Begin
        return (work: (inner: postgres.TransactionSql) => unknown) =>
          begin((inner) => work(preparing(inner, count)))
      }
      return Reflect.get(target, name)
    },
  })
}
