// A station with people in it and the real dues and views, for tests of what the books do by themselves.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Books, Handlers } from '../../db/books.ts'
import { handlers as real } from '../../db/commands/index.ts'
import { type Database, type Row, rows } from '../../db/database/database.ts'
import { openEmbedded } from '../../db/database/embedded.ts'
import { openServer } from '../../db/database/server.ts'
import { acts } from '../../db/dues/index.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import { type OpenStore, storeOn } from '../../db/open.ts'
import { views } from '../../db/queries/index.ts'
import type { Due } from '../../db/store.ts'
import type { Instant, Json } from '../../flows/core/event.ts'
import type { Address, Allowance } from '../../flows/core/ports.ts'
import type { Notice } from '../../flows/notices/notice.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { freshFolder } from './embedded.ts'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Wall-clock time at the station. */
export const at = (day: string, clock = '10:00'): Instant => Date.parse(`${day}T${clock}:00+08:00`)

export type Colleague = { person: string; at: Address }
export type Station = {
  store: OpenStore
  chief: Colleague
  leader: Colleague
  officer: Colleague
  other: Colleague
  mediator: Colleague
  grid: Colleague
  /** Somebody nobody has heard of. */
  resident(): Address
  /** Somebody more who works here, signed in at an address of their own. */
  hires(title: string, roles: string[], villages?: string[]): Promise<Colleague>
  /** The same station as another process sees it, with a memory of its own. Close it. */
  another(): Promise<OpenStore>
  /** What the books answer to a command of this address. */
  asks(from: Address, now: Instant, command: { do: string; with: Json }, on?: OpenStore): Promise<Json>
  /** Does something in one turn of this address. */
  does<T>(from: Address, now: Instant, work: (books: Books) => Promise<T>): Promise<T>
  /** Everything that comes due until then happens at its time. Returns the conversations that began. */
  until(then: Instant): Promise<Extract<Due, { kind: 'open' }>[]>
  /** What was promised to an address, in order. */
  told(to: Address): Promise<{ at: Instant; notice: Notice }[]>
  /** The open rows of one kind. */
  waits(kind: string): Promise<{ id: string; key: string; at: Instant }[]>
  rows(table: string): Promise<Row[]>
}

const FILE = {
  name: '示例派出所',
  phone: '110',
  demo: true,
  villages: [
    { code: 'jia', name: '示例甲村' },
    { code: 'yi', name: '示例乙村' },
  ],
}

let made = 0

type Found = () => Promise<{ database: Database; drop: () => void }>

export const embedded: Found = async () => {
  const { folder, drop } = await freshFolder()
  return { database: await openEmbedded(folder), drop }
}

export const onServer: Found = async () => ({
  database: await openServer({ url: await freshDatabase() }),
  drop: () => {},
})

/** New in every test; the database is shared by the tests of a file. */
export function station(
  opened: Instant,
  found: Found = embedded,
  allowances: { readonly [channel: string]: Allowance } = {},
): () => Station {
  const keys = mkdtempSync(join(tmpdir(), 'maple-keys-'))
  let database: Database
  let drop: () => void
  let now: Station

  beforeAll(async () => {
    ;({ database, drop } = await found())
  })
  afterAll(async () => {
    await database.close()
    drop()
    rmSync(keys, { recursive: true })
  })
  beforeEach(async () => {
    now = await newStation(database, join(keys, `${made}.key`), `station-${made++}`, opened, allowances)
  })
  afterEach(() => now.store.close())
  return () => now
}

async function newStation(
  database: Database,
  keyFile: string,
  name: string,
  opened: Instant,
  allowances: { readonly [channel: string]: Allowance },
): Promise<Station> {
  let work: (books: Books) => Promise<unknown> = async () => null
  const callHuman: Handlers['callHuman'] = async (books) => {
    await work(books)
    return { told: true }
  }
  // One command does what the test says; the others are what they are.
  const handlers: Handlers = { ...real, callHuman }
  const settings = { handlers, acts, views, station: name, demo: true, allowances }
  const anotherStore = () =>
    storeOn({ ...database, close: async () => {} }, openMasterKeys(keyFile, true), settings)
  const store = await anotherStore()
  await store.admin.importStation(FILE, opened)
  const resident = (): Address => ({ channel: 'web', id: `resident-${made++}` })
  const colleague = async (title: string, roles: string[], villages: string[] = []): Promise<Colleague> => {
    const { person } = await store.admin.addStaff({ name: title, roles, villages }, opened + made++)
    const { code } = await store.admin.staffCode(person, opened)
    const at = resident()
    await store.desk.signIn(code, at, opened)
    return { person, at }
  }
  const read = (table: string) =>
    rows(database.orm, sql`select * from ${sql.raw(table)} where station_id = ${name}`)
  const here = {
    chief: await colleague('示例所长', ['chief']),
    leader: await colleague('示例副所长', ['leader']),
    officer: await colleague('示例驻村民警甲', ['officer'], ['jia']),
    other: await colleague('示例驻村民警乙', ['officer'], ['yi']),
    mediator: await colleague('示例调解员', ['mediator']),
    grid: await colleague('示例网格员', ['grid']),
  }
  // What is said of these bindings is no part of any test's story.
  await rows(database.orm, sql`delete from outbox where station_id = ${name}`)
  await rows(database.orm, sql`update conversations set last_seq = 0 where station_id = ${name}`)
  return {
    store,
    ...here,
    hires: colleague,
    another: anotherStore,
    resident,
    async asks(from, at, command, on = store) {
      let value: Json = null
      const reach = { kind: 'reach', reachable: true } as const
      const event = command.do === 'noteReach' ? reach : ({ kind: 'text', text: 'x' } as const)
      const heard = { id: `m${made++}`, from, at, event }
      await on.turns.transact(heard, async (ledger) => {
        value = await ledger.perform({ of: 'desk', name: command.do, command })
      })
      return value
    },
    async does(from, at, act) {
      const results: Awaited<ReturnType<typeof act>>[] = []
      work = async (books) => results.push(await act(books))
      const command = { of: 'desk', name: 'human', command: { do: 'callHuman', with: { dispute: null } } }
      const heard = { id: `m${made++}`, from, at, event: { kind: 'text', text: 'x' } as const }
      await store.turns.transact(heard, async (ledger) => {
        await ledger.perform(command)
      })
      return results[0]!
    },
    async until(then) {
      const opened: Extract<Due, { kind: 'open' }>[] = []
      for (;;) {
        const next = await store.dues.next()
        if (next === null || next > then) return opened
        for (const due of await store.dues.claim(next, 50, MINUTE)) {
          if (due.kind === 'act') await store.dues.act(due.id, next)
          else {
            if (due.kind === 'open') opened.push(due)
            await store.dues.done(due.id)
          }
        }
      }
    },
    async told(to) {
      const parcels = await store.outbox.since(to, 0, 1_000)
      return parcels.flatMap(({ at, content }) =>
        'notice' in content ? [{ at, notice: content.notice }] : [],
      )
    },
    waits: async (kind) =>
      (await read('due'))
        .filter((row) => row.kind === kind && row.state === 'open')
        .map((row) => ({ id: String(row.id), key: String(row.key), at: Number(row.at) })),
    rows: read,
  }
}
