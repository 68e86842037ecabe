// The launcher gives a real PostgreSQL that survives crashes and leaves nothing behind, however its user ends.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './fresh-database.ts'
import { type PostgresServer, startPostgres } from './launcher.ts'
import { folderPrefix, sweep } from './sweep.ts'

let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres({ fsync: true, settings: { application_name: "o'brien" } })
})

afterAll(() => server.stop())

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await question(sql)
  } finally {
    await sql.end()
  }
}

async function eventually(what: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < 10_000 && !what(); waited += 20) await pause(20)
  return what()
}

function lives(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !/ Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

test('is PostgreSQL 18 in UTF-8, told the time in UTC, reached by socket alone, with the settings asked for', async () => {
  const [row] = await ask(
    server.url('postgres'),
    (sql) => sql`
      select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync,
        current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
        current_setting('listen_addresses') as addresses, '枫桥 གྲོང' as words,
        (select setting from pg_settings where name = 'full_page_writes') as pages`,
  )
  expect(row).toEqual({
    version: 18,
    fsync: 'on',
    encoding: 'UTF8',
    zone: 'UTC',
    addresses: '',
    words: '枫桥 གྲོང',
    pages: 'on',
  })
})

test('runs as nobody where we are root', () => {
  const owner = statSync(server.socketDir).uid
  expect(owner).toBe(process.getuid?.() === 0 ? 65534 : process.getuid?.())
})

test('its address is understood by drizzle too, and names the database', async () => {
  const url = await server.createDatabase('for_drizzle')
  const db = drizzle(url)
  try {
    expect([...(await db.execute('select current_database() as name'))]).toEqual([{ name: 'for_drizzle' }])
  } finally {
    await db.$client.end()
  }
})

test('a database name that is more than a name is refused', async () => {
  await expect(server.createDatabase('x; drop database postgres')).rejects.toThrow('not a name')
})

test('what was committed outlives a crash and a kill', async () => {
  const url = await server.createDatabase('survives')
  await ask(url, (sql) => sql`create table kept as select 1 as n`)

  const before = server.pid()
  await server.restartImmediate()
  expect(server.pid()).not.toBe(before)
  await ask(url, (sql) => sql`insert into kept values (2)`)

  await server.kill()
  await expect(ask(url, (sql) => sql`select 1`)).rejects.toThrow()
  await server.start()
  expect([...(await ask(url, (sql) => sql`select n from kept order by n`))]).toEqual([{ n: 1 }, { n: 2 }])
})

test('stopping removes process and folder, even of a frozen server, and may be repeated', async () => {
  const other = await startPostgres()
  const pid = other.pid()
  process.kill(pid, 'SIGSTOP')
  await other.stop()
  await other.stop()
  expect(lives(pid)).toBe(false)
  expect(existsSync(other.socketDir)).toBe(false)
})

test('a server whose starter is killed stops and clears up by itself', async () => {
  const starter = `
    import { startPostgres } from ${JSON.stringify(join(dirname(fileURLToPath(import.meta.url)), 'launcher.ts'))}
    const server = await startPostgres()
    console.log(JSON.stringify({ pid: server.pid(), socketDir: server.socketDir }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', starter], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const { pid, socketDir } = JSON.parse(String(line))
  expect(lives(pid)).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await eventually(() => !lives(pid) && !existsSync(dirname(socketDir)))).toBe(true)
})

test('the sweep removes old folders that nothing uses, and no others', () => {
  const shelter = mkdtempSync(join(tmpdir(), 'sweep-'))
  const long = new Date(Date.now() - 3_600_000)
  const make = (name: string, at: Date) => {
    mkdirSync(join(shelter, name))
    writeFileSync(join(shelter, name, 'log'), '')
    utimesSync(join(shelter, name), at, at)
    return join(shelter, name)
  }
  const abandoned = make(`${folderPrefix}old`, long)
  const young = make(`${folderPrefix}young`, new Date())
  const foreign = make('something-else', long)
  sweep(shelter)
  expect([abandoned, young, foreign].map((folder) => existsSync(folder))).toEqual([false, true, true])
  sweep(dirname(dirname(server.socketDir)), Date.now() + 60_000)
  expect(existsSync(server.socketDir)).toBe(true)
  rmSync(shelter, { recursive: true })
})

test('every fresh database is empty and another one', async () => {
  const [one, two] = [await freshDatabase(), await freshDatabase()]
  expect(one).not.toBe(two)
  await ask(one, (sql) => sql`create table here (n int)`)
  const tables = await ask(two, (sql) => sql`select 1 from pg_tables where schemaname = 'public'`)
  expect([...tables]).toEqual([])
})
