// The bot as an operator meets it: a process that starts, greets, obeys, stops, and says in one sentence what it lacks.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { VERBS } from '../../bot/admin/verbs.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import { freshFolder } from '../db/embedded.ts'
import { seat } from '../e2e/seat.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { admin, adminReading, bot, type Child } from './child.ts'

// Each of these is several processes, and a loaded machine is slow and not wrong.
vi.setConfig({ testTimeout: 180_000 })

const DAY = 86_400_000
const station = {
  name: '甲派出所',
  phone: '110',
  villages: [{ code: 'jia', name: '甲村' }],
  people: [{ name: '民警甲', roles: ['officer', 'duty', 'leader'] }],
}

let folder: string
let children: Child[]
let books: { folder: string; drop: () => void }
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maple-process-'))
  books = await freshFolder()
  children = []
})
afterEach(async () => {
  for (const { process: child } of children) if (child.exitCode === null) child.kill('SIGKILL')
  await Promise.all(children.map(({ ended }) => ended))
  rmSync(folder, { recursive: true, force: true })
  books.drop()
})

function begin(environment: { [name: string]: string } = {}, cwd?: string): Child {
  const child = bot({ DATA_DIR: books.folder, ...environment }, cwd)
  children.push(child)
  return child
}
async function opened(environment: { [name: string]: string } = {}) {
  const child = begin(environment)
  return { child, url: await child.opened() }
}
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const operate = (...words: string[]) => admin({ DATA_DIR: books.folder }, ...words)
const time = async (url: string): Promise<number> => (await seat(url).post('/hello', {})).now

async function printed(child: Child, what: RegExp): Promise<string> {
  for (;;) {
    const found = what.exec(child.out())
    if (found) return found[1] ?? found[0]
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a stranger starts a demonstration, finds the pages, signs in by a link, moves the clock and stops', async () => {
  // From nothing at all, as in a fresh copy of the project.
  rmSync(books.folder, { recursive: true })
  const { child, url } = await opened()
  await printed(child, /Ctrl-C/)
  expect(child.out()).toContain(`${url}/\n`)
  for (const role of ['所长 chief', '责任领导', '责任民警', '值班民警', '调解员', '村干部', '网格员'])
    expect(child.out()).toContain(role)
  for (const path of ['/', '/desk', '/healthz', '/readyz', '/metrics'])
    expect((await fetch(url + path)).status, path).toBe(200)
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
    hear: true,
    store: true,
    send: true,
    clock: true,
    stopping: false,
  })
  const code = await printed(child, /\/desk#code=(\S+)/)
  const officer = seat(url)
  await officer.signIn(code)
  await expect(seat(url).signIn(code)).rejects.toThrow('401')

  const before = await time(url)
  const moved = await operate('clock', 'advance', '7d', '--json')
  expect([moved.code, moved.err]).toEqual([0, ''])
  expect(JSON.parse(moved.out)).toMatchObject({ failed: 0 })
  expect(await time(url)).toBeGreaterThanOrEqual(before + 7 * DAY)

  const list = await operate('staff', 'list', '--json')
  expect(JSON.parse(list.out)).toContainEqual(expect.objectContaining({ bound: ['web'] }))
  expect((await operate('audit', 'verify')).out).toContain('The audit is whole')
  child.process.kill('SIGTERM')
  expect(await child.ended).toMatchObject({ code: 0, err: '' })
  // Without the bot the command line opens the books by itself, and finds the clock where it was left.
  expect(JSON.parse((await operate('staff', 'list', '--json')).out)).toEqual(JSON.parse(list.out))
})

test('real cases: no greeting, and no moving of the clock', async () => {
  const DATA_DIR = books.folder
  const imported = await adminReading(JSON.stringify(station), { DATA_DIR }, 'station', 'import', '-')
  expect([imported.code, imported.err]).toEqual([0, ''])
  const { child } = await opened()
  expect(child.out()).not.toContain('#code=')
  const moved = await operate('clock', 'advance', '7d')
  expect(moved).toMatchObject({ code: 1, out: '' })
  expect(moved.err).toContain('Only the clock of a demonstration can be moved')
})

test('a second process on the same folder or port refuses at once, and the first goes on', async () => {
  const { url } = await opened()
  const second = await begin().ended
  expect(second.code).toBe(1)
  expect(second.err).toMatch(/^The data folder .* is in use by another process[^\n]*\.\n$/)
  // A fraction of a second on a quiet machine: the lock is looked at before the rest of the program is read.
  expect(second.ms).toBeLessThan(5_000)
  const elsewhere = join(folder, 'elsewhere')
  const third = await begin({ DATA_DIR: elsewhere, PORT: new URL(url).port }).ended
  expect(third).toMatchObject({ code: 1, err: expect.stringMatching(/^Port \d+ is in use; [^\n]*\.\n$/) })
  expect(existsSync(elsewhere)).toBe(false)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

test('the sealing key of other books opens nothing, and a damaged one neither', async () => {
  const { child } = await opened()
  child.process.kill('SIGTERM')
  await child.ended
  const other = join(folder, 'other.key')
  openMasterKeys(other, true)
  const foreign = await begin({ SEALING_KEY_FILE: other }).ended
  expect(foreign).toMatchObject({
    code: 1,
    err: 'The sealing key file is not the one these books were written with.\n',
  })
  const damaged = await begin({ SEALING_KEY_FILE: file('damaged.key', 'root abc\n') }).ended
  expect(damaged).toMatchObject({ code: 1, err: expect.stringMatching(/is damaged or not a key file\.\n$/) })
})

test('with a server: the key, the station and the address each are one sentence, and then it opens', async () => {
  const DATABASE_URL = await freshDatabase()
  const key = join(folder, 'sealing.key')
  const missing = await begin({ DATABASE_URL }).ended
  expect(missing).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^SEALING_KEY_FILE must name .*\.\n$/),
  })
  const absent = await begin({ DATABASE_URL, SEALING_KEY_FILE: key }).ended
  expect(absent).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^The sealing key file .* does not exist.*\.\n$/),
  })
  expect(await admin({}, 'keys', 'make', key)).toMatchObject({ code: 0 })

  const environment = { DATABASE_URL, SEALING_KEY_FILE: key }
  const empty = await begin(environment).ended
  expect(empty.code).toBe(1)
  expect(empty.err).toMatch(
    /^The database holds no station yet; .*"npm run admin -- station import FILE"\.\n$/,
  )
  const nowhere = DATABASE_URL.replace(/\/[^/]*$/, '/no_such_database')
  const none = await begin({ ...environment, DATABASE_URL: nowhere }).ended
  expect(none).toMatchObject({ code: 1, err: expect.stringContaining('is not on its server') })
  const away = await begin({ ...environment, DATABASE_URL: 'postgres://bot:secret@127.0.0.1:1/maple' }).ended
  expect(away).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^The database server cannot be reached.*\.\n$/),
  })

  const imported = await admin(
    environment,
    'station',
    'import',
    file('station.json', JSON.stringify(station)),
  )
  expect([imported.code, imported.err]).toEqual([0, ''])
  const two = [await opened(environment), await opened(environment)]
  for (const { url } of two) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  const one = seat(two[0]!.url)
  await one.hello()
  await one.send(randomUUID(), { kind: 'text', text: '你好' })
  await expect.poll(async () => (await one.news()).length).toBeGreaterThan(0)
})

test('the command line explains itself', async () => {
  const typed: [string[], number][] = [
    [['help'], 0],
    [[], 2],
    [['fly'], 2],
    [['clock', 'advance'], 2],
  ]
  const said = await Promise.all(typed.map(([words]) => operate(...words)))
  for (const [n, { code, out, err }] of said.entries()) {
    expect(code).toBe(typed[n]?.[1])
    expect(code === 0 ? err : out).toBe('')
    expect(out + err).toContain('npm run admin -- clock advance SPAN')
    for (const { name } of n < 3 ? VERBS : []) expect(out + err).toContain(`npm run admin -- ${name}`)
  }
})

test('settings come from a file .env in the working folder too', async () => {
  file('.env', 'LOG_LEVEL=loud\n')
  expect(await begin({}, folder).ended).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^LOG_LEVEL must be/),
  })
})

test('a stop loses and repeats nothing of what was being said', async () => {
  const first = await opened({ LOG_LEVEL: 'info' })
  const people = Array.from({ length: 12 }, () => ({ id: randomUUID(), cookie: '' }))
  const post = async (url: string, someone: (typeof people)[number], path: string, body: unknown) => {
    const answer = await fetch(`${url}/web${path}`, {
      method: 'POST',
      headers: { 'x-bridge': '1', 'content-type': 'application/json', cookie: someone.cookie },
      body: JSON.stringify(body),
    })
    someone.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? someone.cookie
    return answer.status
  }
  const says = (url: string, one: (typeof people)[number]) =>
    post(url, one, '/send', { id: one.id, event: { kind: 'text', text: '你好' } })
  for (const one of people) await post(first.url, one, '/hello', {})
  const sent = people.map((one) => says(first.url, one).catch(() => 0))
  first.child.process.kill('SIGTERM')
  const taken = await Promise.all(sent)
  expect(await first.child.ended).toMatchObject({ code: 0, err: '' })
  for (const status of taken) expect([200, 503, 0]).toContain(status)

  const second = await opened()
  const told = async (one: (typeof people)[number]) => {
    const answer = await fetch(`${second.url}/web/messages`, { headers: { cookie: one.cookie } })
    const { messages } = (await answer.json()) as { messages: unknown[] }
    return messages.length
  }
  const before = await Promise.all(people.map(told))
  // What was acknowledged is there; what was not is sent again, under the same id.
  for (const [n, status] of taken.entries()) if (status === 200) expect(before[n]).toBeGreaterThan(0)
  for (const one of people) expect(await says(second.url, one)).toBe(200)
  const after = await Promise.all(people.map(told))
  expect(new Set(after).size).toBe(1)
  expect(after[0]).toBeGreaterThan(0)
})

test('a second signal ends at once what a first one would let finish', async () => {
  const { child, url } = await opened()
  const hello = await fetch(`${url}/web/hello`, { method: 'POST', headers: { 'x-bridge': '1' } })
  const cookie = hello.headers.get('set-cookie')?.split(';')[0] ?? ''
  // A photo that never wholly comes holds the stop up.
  const headers = { 'x-bridge': '1', 'content-length': '100', cookie }
  const slow = request(`${url}/web/files`, { method: 'POST', headers })
  slow.on('error', () => {})
  slow.write('x')
  await new Promise((resolve) => setTimeout(resolve, 200))
  const began = performance.now()
  child.process.kill('SIGINT')
  // npm passes the same Ctrl-C on a second time, which does not count.
  child.process.kill('SIGINT')
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(child.process.exitCode).toBeNull()
  child.process.kill('SIGINT')
  expect((await child.ended).code).toBe(1)
  expect(performance.now() - began).toBeLessThan(5_000)
  slow.destroy()
})

test('while the database is away nobody is told that something was taken, and afterwards it is', async () => {
  // The tests' server listens on a socket in a folder, which stands encoded in the place of the host.
  const [, at = '', name] = /@([^/]+)\/(.+)$/.exec(await freshDatabase()) ?? []
  const wire = await cuttable(join(decodeURIComponent(at), '.s.PGSQL.5432'))
  const key = join(folder, 'sealing.key')
  openMasterKeys(key, true)
  try {
    const { child, url } = await opened({
      DATABASE_URL: `postgres://postgres@127.0.0.1:${wire.port}/${name}`,
      SEALING_KEY_FILE: key,
      STATION_FILE: file('station.json', JSON.stringify(station)),
    })
    const ready = async () => (await fetch(`${url}/readyz`)).status
    expect(await ready()).toBe(200)
    const hello = await fetch(`${url}/web/hello`, { method: 'POST', headers: { 'x-bridge': '1' } })
    const cookie = hello.headers.get('set-cookie')?.split(';')[0] ?? ''
    const id = randomUUID()
    const say = () =>
      fetch(`${url}/web/send`, {
        method: 'POST',
        headers: { 'x-bridge': '1', 'content-type': 'application/json', cookie },
        body: JSON.stringify({ id, event: { kind: 'text', text: '你好' } }),
      })
    await wire.cut()
    await expect.poll(ready, { timeout: 15_000 }).toBe(503)
    const refused = await say()
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true])
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    await wire.mend()
    await expect.poll(ready, { timeout: 20_000 }).toBe(200)
    expect((await say()).status).toBe(200)
    expect((await say()).status).toBe(200)
    const said = await fetch(`${url}/web/messages`, { headers: { cookie } })
    const { messages } = (await said.json()) as { messages: { seq: number }[] }
    expect(messages.length).toBeGreaterThan(0)
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, n) => n + 1))
    child.process.kill('SIGTERM')
    expect(await child.ended).toMatchObject({ code: 0, err: '' })
  } finally {
    await wire.cut()
  }
})

/** A way to a server that can be cut and mended. */
async function cuttable(path: string) {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(path)
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      open.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const { port: own } = server.address() as AddressInfo
  return {
    port: own,
    async cut() {
      if (!server.listening) return
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
    mend: () => listen(own),
  }
}
