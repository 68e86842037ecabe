// Opens the station's books: the database, its keys, and everything the rest of the house may ask.
import { createHmac, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Address, Allowance } from '../flows/core/ports.ts'
import { adminOf } from './admin.ts'
import { emptyHead } from './audit.ts'
import { type Base, CHANNEL, type Work } from './base.ts'
import type { Station } from './books.ts'
import { type Database, rows } from './database/database.ts'
import { openEmbedded } from './database/embedded.ts'
import { openServer } from './database/server.ts'
import { within } from './deadline.ts'
import { deskOf } from './desk.ts'
import { duesOf } from './dues.ts'
import { filesOf } from './files.ts'
import { guarded } from './guard.ts'
import { keyRing } from './keys/key-ring.ts'
import { type MasterKeys, openMasterKeys } from './keys/master-keys.ts'
import { leasesOf } from './leases.ts'
import { lru } from './lru.ts'
import { machineOf } from './machine.ts'
import { moved } from './moved.ts'
import { outboxOf } from './outbox.ts'
import { auditHeads, stations } from './schema/index.ts'
import { stationNow } from './station.ts'
import type { Store } from './store.ts'
import { turns } from './turns.ts'

export type StoreOptions = Work & {
  /** A PostgreSQL server; without it the books are embedded in `dataDir`. */
  databaseUrl?: string | null
  dataDir: string
  /** `dataDir`/sealing.key where nothing else is said; must be given with a server. */
  sealingKeyFile?: string | null
  /** Which station of the database these books are. */
  station?: string
  /** New books become a demo, whose clock may be moved. */
  demo?: boolean
  publicUrl?: string | null
  /** The station's bot on Telegram, for links into it; null while it is not known. */
  telegramBot?: () => string | null
  /** What each channel lets the books send of their own accord; `always` for one that is not named. */
  allowances?: { readonly [channel: string]: Allowance }
  /** Connections to the server at most. */
  pool?: number
}

export type OpenStore = Store & {
  /** The settings in force. */
  station(): Promise<Station>
  /** Statements sent to the database so far. */
  statements(): number
}

/** How many addresses are remembered with their sittings. */
const REMEMBERED = 2_000

/** Throws one sentence when it cannot start: a folder in use, a key file missing or wrong, a server away. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { databaseUrl, dataDir, sealingKeyFile } = options
  if (databaseUrl && !sealingKeyFile)
    throw new Error('SEALING_KEY_FILE must be given together with DATABASE_URL.')
  const keyFile = sealingKeyFile || `${dataDir}/sealing.key`
  if (databaseUrl) {
    const master = openMasterKeys(keyFile, false)
    const database = await openServer({ url: databaseUrl, ...(options.pool ? { pool: options.pool } : {}) })
    return started(options, database, master)
  }
  // The lock comes first: two first starts must not make two keys. And a lost key is not made up for by a new one.
  const database = await openEmbedded(dataDir)
  return started(options, database, async () => openMasterKeys(keyFile, await unwritten(database)))
}

/** Nothing was sealed in these books yet. */
async function unwritten(database: Database): Promise<boolean> {
  const [station] = await database.orm.select({ id: stations.id }).from(stations).limit(1)
  return !station
}

async function started(
  options: StoreOptions,
  database: Database,
  keys: MasterKeys | (() => Promise<MasterKeys>),
): Promise<OpenStore> {
  try {
    return await storeOn(database, typeof keys === 'function' ? await keys() : keys, options)
  } catch (error) {
    await database.close()
    throw error
  }
}

type Settings = Work & Pick<StoreOptions, 'station' | 'demo' | 'publicUrl' | 'telegramBot' | 'allowances'>

/** The books on a database that is open already. Closing the store closes it. */
export async function storeOn(
  database: Database,
  master: MasterKeys,
  settings: Settings,
): Promise<OpenStore> {
  const { handlers, acts, views, station = 'station', demo = false, publicUrl = null } = settings
  const ears = new Set<() => void>()
  const base: Base = {
    handlers,
    acts,
    views,
    station,
    database,
    ring: keyRing(station, master),
    secrets: {
      blind: master.purpose('blind index'),
      audit: master.purpose('audit'),
      codes: master.purpose('codes'),
    },
    seen: lru(REMEMBERED),
    settings: null,
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    telegramBot: settings.telegramBot ?? (() => null),
    allowances: settings.allowances ?? {},
    replica: randomUUID(),
    posted: () => {
      for (const wake of ears) wake()
    },
  }
  await found(base, master, demo)
  const unlisten = await hearOthers(base)
  return {
    turns: guarded(turns(base)),
    outbox: guarded(outboxOf(base)),
    dues: guarded(duesOf(base)),
    files: guarded(filesOf(base)),
    desk: guarded(deskOf(base)),
    admin: guarded(adminOf(base)),
    leases: guarded(leasesOf(base)),
    machine: guarded(machineOf(base)),
    ...guarded({
      station: () => stationNow(database.orm, base),
      moved: (from: Address, to: Address) => moved(base, from, to),
    }),
    statements: database.statements,
    async ready() {
      try {
        await within(2_000, rows(database.orm, sql`select 1`))
        return true
      } catch {
        return false
      }
    },
    async onPosted(wake) {
      const ear = () => wake()
      ears.add(ear)
      return async () => void ears.delete(ear)
    },
    async close() {
      await unlisten()
      await database.close()
    },
  }
}

/** Makes the station's row at the first start, and refuses a key file that did not write these books. */
async function found({ database, station, secrets }: Base, master: MasterKeys, demo: boolean): Promise<void> {
  const keyCheck = createHmac('sha256', master.purpose('key check')).update(station).digest('base64url')
  await database.transaction(async (tx) => {
    const made = await tx
      .insert(stations)
      .values({ id: station, name: '派出所', phone: '110', settings: {}, demo, keyCheck })
      .onConflictDoNothing()
      .returning({ id: stations.id })
    if (made.length > 0) await tx.insert(auditHeads).values(emptyHead(secrets.audit, station))
    const [row] = await tx
      .select({ keyCheck: stations.keyCheck })
      .from(stations)
      .where(eq(stations.id, station))
    if (row?.keyCheck !== keyCheck)
      throw new Error('The sealing key file is not the one these books were written with.')
  })
}

/** Other replicas say what they posted and which keys they destroyed. */
function hearOthers(base: Base): Promise<() => Promise<void>> {
  const heard = (said: string) => {
    const [station, replica, what, key] = said.split(' ')
    if (station !== base.station || replica === base.replica) return
    if (what === 'posted') base.posted()
    if (what === 'key' && key) {
      base.ring.forget(key)
      base.seen.clear()
    }
  }
  return base.database.listen(CHANNEL, heard, () => {
    base.seen.clear()
    base.posted()
  })
}
