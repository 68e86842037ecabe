// What the contract of the books works with: a station for each test, residents and staff.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Books } from '../../db/books.ts'
import { type Database, type Row, rows } from '../../db/database/database.ts'
import { type MasterKeys, openMasterKeys } from '../../db/keys/master-keys.ts'
import { type OpenStore, storeOn } from '../../db/open.ts'
import type { Address } from '../../flows/core/ports.ts'
import { command, inbound, NOON, quiet, type Script, workOf } from './store-work.ts'

/** A kind of database: where the books of one test file are founded, and a second process's way to them. */
export type Carrier = {
  name: string
  found(): Promise<{ database: Database; second(): Promise<Database>; end(): Promise<void> }>
}

export type Stage = {
  database: Database
  master: MasterKeys
  keyFile: string
  station: string
  script: Script
  store: OpenStore
  /** The same station as another process sees it: with a memory of its own. */
  another(): Promise<OpenStore>
  /** Rows of this station as they lie in the database. */
  rows(table: string): Promise<Row[]>
  /** Anything, without the books' knowledge. */
  raw(statement: string): Promise<Row[]>
}

let made = 0

/** A stage that is new in every test: a station of its own in the database of the group. */
export function staged(carrier: Carrier): () => Stage {
  const keys = mkdtempSync(join(tmpdir(), 'maple-keys-'))
  let ground: Awaited<ReturnType<Carrier['found']>>
  let stage: Stage
  let open: OpenStore[] = []

  beforeAll(async () => {
    ground = await carrier.found()
  })
  afterAll(async () => {
    await ground.end()
    rmSync(keys, { recursive: true })
  })
  beforeEach(async () => {
    const { database } = ground
    // One file for all stations of a database, as in a county.
    const keyFile = join(keys, 'sealing.key')
    const station = `station-${made++}`
    const master = openMasterKeys(keyFile, true)
    const script = quiet()
    const opened = async (on: Database) => {
      // The database outlives the store.
      const kept = { ...on, close: async () => {} }
      const settings = { ...workOf(script), station, demo: true, publicUrl: 'https://example.org/' }
      const store = await storeOn(kept, openMasterKeys(keyFile, false), settings)
      open.push(store)
      return store
    }
    stage = {
      database,
      master,
      keyFile,
      station,
      script,
      store: await opened(database),
      another: async () => opened(await ground.second()),
      rows: (table) => rows(database.orm, sql`select * from ${sql.raw(table)} where station_id = ${station}`),
      raw: (statement) => rows(database.orm, sql.raw(statement)),
    }
  })
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()))
    open = []
  })
  return () => stage
}

/** Somebody nobody has heard of. */
export const somebody = (): Address => ({ channel: 'web', id: `resident-${made++}` })

/** What the command does in the one turn that follows. */
export async function inTurn<T>(
  stage: Stage,
  from: Address,
  work: (books: Books) => Promise<T>,
  at = NOON,
): Promise<T> {
  const results: T[] = []
  stage.script.command = async (books) => {
    results.push(await work(books))
    return null
  }
  await stage.store.turns.transact(inbound(from, 'x', { at }), async (ledger) => {
    await ledger.perform(command)
    await ledger.keep({ sitting: ledger.held.sitting, replies: [] })
  })
  return results.at(-1)!
}

/** A member of staff bound to an address. */
export async function bound(
  stage: Stage,
  roles: string[] = ['officer'],
  name = `${roles[0]}-${made++}`,
): Promise<{ person: string; at: Address }> {
  const { admin, desk } = stage.store
  const { person } = await admin.addStaff({ name, roles, villages: [] }, NOON)
  const { code } = await admin.staffCode(person, NOON)
  const at = somebody()
  await desk.signIn(code, at, NOON)
  return { person, at }
}
