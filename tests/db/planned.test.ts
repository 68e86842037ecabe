// Statements that are read once say the same as those that are read each time, whatever happens between.
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Planned, planned } from '../../db/database/planned.ts'
import { codeOf } from '../../db/errors.ts'
import { freshFolder } from './embedded.ts'

let client: PGlite
let statements: Planned
let drop: () => void
beforeAll(async () => {
  const { folder, drop: remove } = await freshFolder()
  drop = remove
  client = await PGlite.create(`${folder}/books`)
})
afterAll(async () => {
  await client.close()
  drop()
})
beforeEach(async () => {
  await client.exec('deallocate all; drop table if exists t; create table t (id int primary key, word text)')
  statements = planned(client)
})

const INSERT = 'insert into t (id, word) values ($1, $2) returning id, word'
const READ = 'select id, word from t where id >= $1 order by id'
const words = async (from = 0) => (await statements.query<{ word: string }>(READ, [from])).rows

test('values of every type come back as the driver itself gives them', async () => {
  const text = `select $1::text as a, $2::int as b, $3::bigint as c, $4::boolean as d, $5::jsonb as e, $6::text[] as f,
    $7::bytea as g, $8::timestamptz as h, $9::int[] as i, $10::float8 as j, $11::numeric as k, null as l, $12::bigint as m`
  const values = [
    '字"\'\\ $1',
    -7,
    9_007_199_254_740_000,
    true,
    { a: ['b', null, 1.5] },
    ['x', 'y,"z"', null],
    new Uint8Array([0, 255, 10]),
    '2026-11-25T10:12:00Z',
    [1, 2],
    0.1,
    '123456789.987654321',
    null,
  ]
  for (let time = 0; time < 3; time++) {
    const { rows, fields } = await statements.query(text, values)
    const plain = await client.query(text, values)
    expect(rows).toEqual(plain.rows)
    expect(fields.map(({ name }) => name)).toEqual(plain.fields.map(({ name }) => name))
    const lists = await statements.query(text, values, { rowMode: 'array' })
    expect(lists.rows).toEqual((await client.query(text, values, { rowMode: 'array' })).rows)
  }
  expect((await statements.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect((await statements.query('drop table if exists nothing')).rows).toEqual([])
})

test('a statement is read once, and anew after many uses', async () => {
  const sent = vi.spyOn(client, 'execProtocolStream')
  await words()
  // To read it, and to say it.
  expect(sent).toHaveBeenCalledTimes(2)
  for (let use = 0; use < 300; use++) await words(use)
  expect(sent).toHaveBeenCalledTimes(2 + 300 + 1)
})

test('more statements than are remembered, each forgotten and read again', async () => {
  for (let round = 0; round < 2; round++)
    for (let n = 0; n < 450; n++) {
      const { rows } = await statements.query(`select $1::int + ${n} as it`, [round])
      expect(rows).toEqual([{ it: round + n }])
    }
  const { rows } = await client.query('select count(*)::int as it from pg_prepared_statements')
  expect(rows).toEqual([{ it: expect.toSatisfy((count: number) => count <= 450) }])
})

test('an error says what failed, takes its transaction back, and the next one goes on', async () => {
  await statements.query(INSERT, [1, '甲'])
  const failing = statements.transaction(async (inner) => {
    await inner.query(INSERT, [2, '乙'])
    await inner.query(INSERT, [1, '丙'])
  })
  expect(codeOf(await failing.catch((error: unknown) => error))).toBe('23505')
  expect(await words()).toEqual([{ id: 1, word: '甲' }])
  await statements.transaction((inner) => inner.query(INSERT, [2, '乙']))
  expect(await words()).toHaveLength(2)
})

test('of several at once the error is that of the first, not of those that were refused for it', async () => {
  await statements.query(INSERT, [1, '甲'])
  const failing = statements.transaction((inner) =>
    Promise.all([
      inner.query(READ, [0]),
      inner.query(INSERT, [1, '乙']),
      inner.query(READ, [1]),
      inner.query(READ, [2]),
    ]),
  )
  expect(codeOf(await failing.catch((error: unknown) => error))).toBe('23505')
})

test('an error that is swallowed does not pass for a commit, and a savepoint mends one', async () => {
  const orm = drizzle({ client: statements as unknown as PGlite })
  const bad = sql`insert into t (id, word) values (${1}, ${'甲'}), (${1}, ${'乙'})`
  const swallowed = orm.transaction(async (tx) => {
    await tx.execute(bad).catch(() => {})
  })
  expect(codeOf(await swallowed.catch((error: unknown) => error))).toBe('25P02')
  const goesOn = orm.transaction(async (tx) => {
    await tx.execute(bad).catch(() => {})
    await tx.execute(sql`select ${1}::int`)
  })
  expect(codeOf(await goesOn.catch((error: unknown) => error))).toBe('25P02')
  await orm.transaction(async (tx) => {
    await tx.transaction((inner) => inner.execute(bad)).catch(() => {})
    await tx.execute(sql`insert into t (id, word) values (${3}, ${'丙'})`)
  })
  expect(await words()).toEqual([{ id: 3, word: '丙' }])
})

test('a table that changed makes a statement fail once at most', async () => {
  const all = 'select * from t where id = $1'
  await statements.query(INSERT, [1, '甲'])
  await statements.query(all, [1])
  await client.exec('alter table t add column more text')
  await statements.query(all, [1]).catch(() => {})
  expect((await statements.query(all, [1])).rows).toEqual([{ id: 1, word: '甲', more: null }])
})

test('transactions wait for one another', async () => {
  await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      statements.transaction(async (inner) => {
        const { rows } = await inner.query('select count(*)::int as it from t where id >= $1', [0])
        await new Promise((resolve) => setTimeout(resolve, 1))
        await inner.query(INSERT, [Number((rows[0] as { it: number }).it), `${n}`])
      }),
    ),
  )
  expect((await words()).map((row) => Number((row as unknown as { id: number }).id))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7,
  ])
})
