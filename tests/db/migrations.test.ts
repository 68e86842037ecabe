// The migrations make exactly the tables that the schema describes, in both databases, once, whoever starts first.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, rows } from '../../db/database/database.ts'
import { openEmbedded } from '../../db/database/embedded.ts'
import { openServer } from '../../db/database/server.ts'
import * as schema from '../../db/schema/index.ts'
import { schemaDifference } from '../checks/schema-difference.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { freshFolder } from './embedded.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const tables = Object.values(schema)
  .filter((table) => is(table, PgTable))
  .map((table) => getTableConfig(table))

test('drizzle-kit has nothing to add', () => {
  expect(schemaDifference(root)).toEqual([])
})

describe.each([
  [
    'PGlite',
    async () => {
      const { folder, drop } = await freshFolder()
      const database = await openEmbedded(folder)
      return { database, end: () => database.close().then(drop) }
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const database = await openServer({ url: await freshDatabase() })
      return { database, end: database.close }
    },
  ],
])('in %s', (_, open) => {
  let database: Database
  let end: () => Promise<void>
  beforeAll(async () => {
    ;({ database, end } = await open())
  })
  afterAll(() => end())

  test('every column is there, of its type, and no other', async () => {
    const found = await rows(
      database.orm,
      sql`select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as it
        from information_schema.columns where table_schema = 'public'`,
    )
    const described = tables.flatMap(({ name, columns }) =>
      columns.map(
        (column) => `${name}.${column.name} ${column.getSQLType()} ${column.notNull ? 'NO' : 'YES'}`,
      ),
    )
    expect(described.length).toBeGreaterThan(300)
    expect(found.map(({ it }) => String(it)).toSorted()).toEqual(described.toSorted())
  })

  test('every row belongs to a station, which comes first in every key and every index', async () => {
    const found = await rows(
      database.orm,
      sql`select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as table_name, a.attname as first
        from pg_index i
        join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`,
    )
    expect(found.length).toBeGreaterThan(tables.length)
    const others = found.filter(({ first }) => first !== 'station_id')
    expect(others).toEqual([{ name: 'stations_pkey', table_name: 'stations', first: 'id' }])
    expect(new Set(found.map(({ table_name }) => table_name)).size).toBe(tables.length)
  })
})

test('processes that start together on an empty server make the tables once', async () => {
  const url = await freshDatabase()
  const databases = await Promise.all(Array.from({ length: 5 }, () => openServer({ url, pool: 1 })))
  try {
    const [made] = await rows(
      databases[0]!.orm,
      sql`select count(*)::int as count, count(distinct hash)::int as kinds from drizzle.__drizzle_migrations`,
    )
    expect(made?.count).toBe(made?.kinds)
    expect(Number(made?.count)).toBeGreaterThan(0)
  } finally {
    await Promise.all(databases.map((database) => database.close()))
  }
})

test('a database written by a newer version is refused in a sentence', async () => {
  const url = await freshDatabase()
  const database = await openServer({ url })
  await rows(
    database.orm,
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
  )
  await database.close()
  await expect(openServer({ url })).rejects.toThrow(
    'The database was written by a newer version of this program; start that one.',
  )
})
