// Connections that are lost in the middle of work: this process lives, and nothing of a transaction is done outside of it.
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tx } from '../../db/books.ts'
import { type Database, rows } from '../../db/database/database.ts'
import { openServer } from '../../db/database/server.ts'
import { BooksError, presentable } from '../../db/errors.ts'
import { Unavailable } from '../../flows/core/ports.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'

let database: Database
let other: Database
let url: string

beforeAll(async () => {
  url = await freshDatabase()
  database = await openServer({ url, pool: 2, deadline: 1_500 })
  other = await openServer({ url, pool: 2 })
  await rows(other.orm, sql`create table written (n int primary key)`)
})
afterAll(() => Promise.all([database.close(), other.close()]))
beforeEach(async () => {
  await rows(other.orm, sql`delete from written`)
})

const write = (tx: Tx, n: number) => rows(tx, sql`insert into written values (${n})`)
const written = async () => (await rows(other.orm, sql`select n from written order by n`)).map(({ n }) => n)
/** Ends the connection that this transaction runs on, and waits until that is noticed here. */
async function cut(tx: Tx): Promise<void> {
  const [mine] = await rows(tx, sql`select pg_backend_pid() as pid`)
  await rows(other.orm, sql`select pg_terminate_backend(${mine?.pid}::int)`)
  await pause(100)
}
const failure = async (work: Promise<unknown>) =>
  presentable(await work.then(() => null).catch((e: unknown) => e))

test('a transaction whose connection is lost between two statements fails, and does nothing after it', async () => {
  for (let i = 0; i < 5; i++) {
    const refused: unknown[] = []
    const error = await failure(
      database.transaction(async (tx) => {
        await write(tx, 1)
        await cut(tx)
        // Somebody else works meanwhile, on a new connection.
        await rows(database.orm, sql`select 1`)
        for (const n of [2, 3]) await write(tx, n).catch((e: unknown) => refused.push(e))
      }),
    )
    expect(error).toBeInstanceOf(Unavailable)
    expect(refused).toHaveLength(2)
  }
  expect(await written()).toEqual([])
  // Every place is usable again.
  await Promise.all([4, 5, 6].map((n) => database.transaction((tx) => write(tx, n))))
  expect(await written()).toEqual([4, 5, 6])
})

test('one lost in the middle of a statement fails, and so does what waits behind it in the same transaction', async () => {
  const error = await failure(
    database.transaction(async (tx) => {
      const [mine] = await rows(tx, sql`select pg_backend_pid() as pid`)
      const all = Promise.allSettled([rows(tx, sql`select pg_sleep(5)`), write(tx, 1), write(tx, 2)])
      await pause(50)
      await rows(other.orm, sql`select pg_terminate_backend(${mine?.pid}::int)`)
      expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
      throw (await all).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))[0]
    }),
  )
  expect(error).toBeInstanceOf(Unavailable)
  expect(await written()).toEqual([])
})

test('connections that end while they lie idle are replaced', async () => {
  await Promise.all([1, 2].map(() => rows(database.orm, sql`select pg_sleep(0.05)`)))
  await rows(
    other.orm,
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await pause(100)
  for (let n = 0; n < 4; n++) expect(await database.run('select $1::int as n', [n])).toEqual([{ n }])
})

test('work that takes too long is given up together with its connection, and cannot be written later', async () => {
  const late = Promise.withResolvers<void>()
  const error = await failure(
    database.transaction(async (tx) => {
      await write(tx, 1)
      await pause(2_500)
      await Promise.resolve(write(tx, 2)).finally(late.resolve)
    }),
  )
  expect(error).toBeInstanceOf(Unavailable)
  // It was given up before its end came.
  await late.promise
  expect(await written()).toEqual([])
})

test('more work than connections waits its turn', async () => {
  const sums = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      database.transaction(async (tx) => {
        await write(tx, n)
        return n
      }),
    ),
  )
  expect(sums).toHaveLength(30)
  expect(await written()).toHaveLength(30)
})

test('a statement that comes after its transaction is refused, and does not reach whoever has the connection now', async () => {
  let late: Tx | undefined
  await database.transaction(async (tx) => {
    late = tx
    await write(tx, 1)
  })
  await expect(write(late!, 2)).rejects.toThrow()
  expect(await written()).toEqual([1])
})

test('a swallowed error does not pass for a commit', async () => {
  const error = await failure(
    database.transaction(async (tx) => {
      await write(tx, 1)
      await write(tx, 1).catch(() => {})
    }),
  )
  expect(error).toBeInstanceOf(BooksError)
  expect(await written()).toEqual([])
})

test('two that stand in each other’s way both come through in the end', async () => {
  await Promise.all([1, 2].map((n) => write(other.orm, n)))
  const touch = (tx: Tx, n: number) => rows(tx, sql`update written set n = n where n = ${n}`)
  let runs = 0
  // The server takes a second to see it, which is more patience than the other connections have here.
  const cross = (first: number, second: number) =>
    other.transaction(async (tx) => {
      runs++
      await touch(tx, first)
      if (runs <= 2) await pause(100)
      await touch(tx, second)
    })
  await Promise.all([cross(1, 2), cross(2, 1)])
  expect(runs).toBe(3)
})

test('after closing nothing is begun', async () => {
  const third = await openServer({ url, pool: 1 })
  await third.close()
  expect(await failure(third.run('select 1', []))).toBeInstanceOf(Unavailable)
})
