// What every part of the books is built on: one station's database, keys and work, for as long as the store is open.
import type { KeyObject } from 'node:crypto'
import type { Allowance } from '../flows/core/ports.ts'
import type { DueHandlers, Handlers, Station, Views } from './books.ts'
import type { Database } from './database/database.ts'
import type { KeyRing } from './keys/key-ring.ts'
import type { Lru } from './lru.ts'
import type { Seen } from './seen.ts'

/** What the books do, given at start: one handler a command, one a due act, and what staff may read. */
export type Work = { handlers: Handlers; acts: DueHandlers; views: Views }

export type Base = Work & {
  /** The station's id. */
  station: string
  database: Database
  ring: KeyRing
  secrets: { blind: KeyObject; audit: KeyObject; codes: KeyObject }
  /** Addresses by `nameOf`. A hint, never trusted. */
  seen: Lru<Seen>
  /** The settings as last read; `rev` tells whether they are still so. */
  settings: { rev: number; station: Station } | null
  publicUrl: string | null
  /** The station's bot on Telegram; null while it is not known. */
  telegramBot: () => string | null
  /** What each channel allows; `always` for one that is not named. */
  allowances: { readonly [channel: string]: Allowance }
  /** Tells this process's own ears from those of other replicas. */
  replica: string
  /** Wakes whoever waits in this process; other replicas hear it from the database. */
  posted: () => void
}

/** The channel of LISTEN. What is said there: who says it, and `posted`, or `key <id>` for a destroyed key. */
export const CHANNEL = 'maple_bridge'
