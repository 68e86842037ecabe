// The port of the books: what the bot may ask of them, and nothing of how they do it.
import type { OwnDay } from '../flows/casework/own-days.ts'
import type { MachineWatched } from '../flows/casework/warnings/types.ts'
import type { Asked } from '../flows/core/command.ts'
import type { Event, FileRef, Instant, Json, Locale } from '../flows/core/event.ts'
import type { Address, Inbound } from '../flows/core/ports.ts'
import type { Reply } from '../flows/core/reply.ts'
import type { Sitting } from '../flows/core/sitting.ts'
import type { Notice } from '../flows/notices/notice.ts'
import type { ReportFacts } from './queries/figures/report-facts.ts'

/** The station's books as the bot sees them; PGlite and PostgreSQL both pass tests/contracts/store.ts. */
export type Store = {
  turns: Turns
  outbox: Outbox
  dues: Dues
  files: Files
  desk: Desk
  admin: Admin
  leases: Leases
  machine: Machine
  /** An address has another id on its channel from now on; nothing when there is no such address. */
  moved(from: Address, to: Address): Promise<void>
  /** False while the database cannot be reached. */
  ready(): Promise<boolean>
  /** Calls back after a commit that put rows into the outbox or made something due, on any replica. */
  onPosted(wake: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** Somebody's sitting as it was read: `rev` decides whether it may be written back. */
export type Held = {
  address: string
  rev: number
  sitting: Sitting
  /** The person who works here and is bound to this address; null for residents. A hint: acts check again. */
  staff: string | null
}

export type Turned = { sitting: Sitting; replies: Reply[] }

export type Turns = {
  /** The sitting of an address, from memory where it was seen before. A hint, never trusted: `keep` decides. */
  held(from: Address, locale: Locale | undefined, now: Instant): Promise<Held>
  /**
   * Writes an ordinary turn in one statement: the inbound id, the sitting by compare-and-set, the outbox.
   * `repeat`: this id was heard before and nothing was written. `stale`: another turn came between; take it again.
   */
  keep(inbound: Inbound, held: Held, turned: Turned): Promise<'kept' | 'repeat' | 'stale'>
  /**
   * Runs a turn with commands in one transaction, once per inbound id. The work may throw: then nothing happened.
   * `repeat`: heard before, the work was not run.
   */
  transact(inbound: Inbound, work: (ledger: Ledger) => Promise<void>): Promise<'kept' | 'repeat'>
  /** What a message of this address said, by the platform's name for it; null where it is not known. */
  said(from: Address, ref: string): Promise<string | null>
  /** Keeps one of the pictures sent together; a moment after the last of them a due row lets them be heard as one. */
  album(inbound: Inbound, now: Instant): Promise<'kept' | 'repeat'>
  /** Addresses whose open conversation the clock should wake, with the revision they were seen at. */
  wakes(now: Instant, limit: number): Promise<{ from: Address; rev: number }[]>
}

/** The books inside one transaction. */
export type Ledger = {
  /** The sitting, locked until the transaction ends. */
  held: Held
  /** Does what a conversation asks, or refuses with a reason; the result goes back into the conversation. */
  perform(asked: Asked): Promise<Json>
  keep(turned: Turned): Promise<void>
}

/**
 * How often a message may arrive. `repeatable`: at least once, and harmless when repeated. `once`: to a person at risk;
 * an unknown result is never sent again and becomes an officer's task.
 */
export type MessageClass = 'repeatable' | 'once'

export type Parcel = {
  id: string
  seq: number
  to: Address
  locale: Locale
  at: Instant
  class: MessageClass
  attempts: number
  content: { reply: Reply } | { notice: Notice; revises?: Revision }
  /** What the platform calls the first message about the same case in the same group. */
  thread: string | null
  /** An earlier attempt may have arrived. */
  again: boolean
}

/** A card that was sent earlier is shown as it stands now, with the buttons that still make sense. */
export type Revision = { ref: string; state: Name }

export type Outbox = {
  /** Parcels that may go now: at most one per address (the oldest unfinished), riskiest first; leased for `lease` ms. */
  claim(now: Instant, limit: number, lease: number): Promise<Parcel[]>
  /**
   * Marks a `once` parcel as under way before the send, so that a crash leaves it unknown and unsent. Throws when the
   * parcel is no longer ready: somebody else has it, and it must not be sent.
   */
  sending(id: string): Promise<void>
  /** `ref` is what the platform calls the message, where it can be changed later. */
  delivered(id: string, now: Instant, ref?: string): Promise<void>
  /** The receiver is called so on its channel from now on; the parcel, and those after it, go there. */
  moved(id: string, to: string, now: Instant): Promise<void>
  waiting(id: string, now: Instant): Promise<void>
  retry(id: string, at: Instant, why: string): Promise<void>
  /** Given up: dead letter, told to an officer in the same transaction. */
  dead(id: string, why: string, now: Instant): Promise<void>
  /** It may or may not have arrived: `once` parcels become an officer's task, others are sent again. */
  unknown(id: string, why: string, now: Instant): Promise<void>
  /** For channels whose people fetch: everything after `seq`, oldest first, as parcels. */
  since(to: Address, seq: number, limit: number): Promise<Parcel[]>
  /** The person's side has shown everything up to `seq`. */
  acknowledged(to: Address, seq: number, now: Instant): Promise<void>
}

/** A row that says something must happen at a time. */
export type Due = { id: string; at: Instant } & (
  | { kind: 'open'; to: Address; event: Extract<Event, { kind: 'open' }> }
  | { kind: 'hear'; to: Address; event: Event }
  | { kind: 'act' }
)

export type Dues = {
  /** Claims what is due, riskiest and oldest first, for `lease` ms. */
  claim(now: Instant, limit: number, lease: number): Promise<Due[]>
  /** Does an `act` row in one transaction, once; its effects and its end commit together. */
  act(id: string, now: Instant): Promise<void>
  /** An `open` or `hear` row was taken by the desk. */
  done(id: string): Promise<void>
  /** The next time something is due or an open conversation wakes; null when nothing is. */
  next(): Promise<Instant | null>
}

export type Files = {
  /** Keeps a file sealed. `sha256` of the original stays beside it. */
  put(
    /** `key`: the platform's own name for it; the same file of the same person is kept once. */
    file: { type: string; name: string | null; bytes: Uint8Array; by: Address; key?: string },
    now: Instant,
  ): Promise<FileRef>
  /** For somebody who may see it; null looks the same for "none" and "not yours". A staff reader is written to the audit. */
  get(
    id: string,
    reader: Address,
    now: Instant,
  ): Promise<{ type: string; name: string | null; bytes: Uint8Array } | null>
}

/** Work that only one process does at a time. Kept by the database's own clock. */
export type Leases = {
  /** Takes or keeps the lease for `ttl` ms; false while another process has it. */
  hold(name: string, holder: string, ttl: number): Promise<boolean>
  /** Gives it back, so that another need not wait. */
  release(name: string, holder: string): Promise<void>
}

/** What the machine knows of itself. */
export type Machine = {
  /** `mended` are troubles, by `channel:kind`, that are over. Told of once a day for each, whichever process says it. */
  troubles(facts: MachineWatched & { mended: readonly string[] }, now: Instant): Promise<void>
}

/** What the staff page reads; everything is checked against the person's authority and written to the audit. */
export type Desk = {
  /** Uses up a one-time code and binds the address; null when the code is wrong, used or old. */
  signIn(
    code: string,
    at: Address,
    now: Instant,
  ): Promise<{ person: string; name: string; roles: string[] } | null>
  whoIs(at: Address): Promise<{ person: string; name: string; roles: string[] } | null>
  signOut(at: Address, now: Instant): Promise<void>
  cases(at: Address, now: Instant): Promise<CaseLine[] | null>
  story(at: Address, number: string, now: Instant): Promise<CaseStory | null>
}

/** A word of the house's own, in both languages of the page. */
export type Name = { zh: string; en: string }
/** With its code, for whoever must tell one from another. */
export type Coded = Name & { code: string }
/** What a person wrote, or what somebody is called, stays as it is; a word of the house's own has both languages. */
export type Told = string | Name

export type CaseLine = {
  number: string
  level: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
  state: string
  stateName: Name
  category: Name
  village: string | null
  officer: string | null
  leader: string | null
  /** The next thing somebody must do, and by when. */
  due: { what: Name; at: Instant } | null
  overdue: boolean
  mine: boolean
  updatedAt: Instant
}

export type CaseStory = CaseLine & {
  track: string | null
  narrative: string | null
  facts: { label: Name; value: Told }[]
  parties: { side: 'A' | 'B'; label: Name; name: string | null; phone: string | null; reachable: boolean }[]
  gradings: {
    at: Instant
    level: string
    score: number
    by: Told
    reasons: (Name & { points: number })[]
  }[]
  path: { at: Instant; from: Coded; to: Coded; by: Told; reason: Told | null }[]
  duties: {
    no: number
    debtor: Coded
    what: string
    amountFen: number | null
    paidFen: number
    due: Instant | null
    state: Coded
  }[]
  revisits: {
    round: number
    at: Instant
    side: 'A' | 'B'
    mode: Coded
    state: Coded
    verdict: Coded | null
    answers: { label: Name; value: Told }[]
  }[]
  files: FileRef[]
  log: { at: Instant; what: Name; by: Told; text: Told | null }[]
}

export type LooseEnds = { code: string; open: number; since: Instant }

/** For the command line; a refusal is an Error with one sentence. */
export type Admin = {
  importStation(file: Json, now: Instant): Promise<{ station: string; villages: number; people: number }>
  /** Makes sure that everything which the station itself waits for is waited for, such as the week's digest. */
  awaitStanding(now: Instant): Promise<void>
  /** The calendar of duty; what it covers takes the place of what was there. */
  importDuty(file: Json, now: Instant): Promise<{ shifts: number }>
  /** The shifts that are not over. `calendar` is false where no shift covers this moment and the role alone says who is on duty. */
  listDuty(now: Instant): Promise<{
    calendar: boolean
    shifts: { person: string; name: string; begins: Instant; ends: Instant; now: boolean }[]
  }>
  /** One of the station's own days; entered again it gets the new name. */
  addDay(day: { day: string; kind: string; zh: string; en: string | null }, now: Instant): Promise<OwnDay>
  removeDay(day: { day: string; kind: string }, now: Instant): Promise<void>
  importDays(file: Json, now: Instant): Promise<{ days: number }>
  /** Of one year, or all where it is null. */
  listDays(year: string | null): Promise<OwnDay[]>
  addStaff(
    person: { name: string; roles: string[]; villages: string[] },
    now: Instant,
  ): Promise<{ person: string }>
  staffCode(person: string, now: Instant): Promise<{ code: string; expiresAt: Instant }>
  revoke(person: string, now: Instant): Promise<void>
  listStaff(): Promise<{ person: string; name: string; roles: string[]; bound: string[]; revoked: boolean }[]>
  caseShow(number: string, now: Instant): Promise<Json>
  /** The station's figures of a period with the list behind every number: case numbers, no personal words. */
  report(
    asked: { period: string; tables: string[]; village: string | null },
    now: Instant,
  ): Promise<ReportFacts>
  auditVerify(): Promise<{ rows: number; firstBad: number | null }>
  rotateKeys(now: Instant): Promise<{ wrapped: number }>
  /** A copy of the embedded database as .tar.gz, taken while it works; null where a server makes its own copies. */
  backup(): Promise<Uint8Array | null>
  /** Demo databases only. Moves the station's clock; refuses elsewhere and backwards. */
  advanceClock(ms: number): Promise<{ now: Instant }>
  clockOffset(): Promise<number>
  demo(): Promise<boolean>
  counts(): Promise<{ [name: string]: number }>
  /** Rules that some matter breaks, as of the last night. */
  looseEnds(): Promise<LooseEnds[]>
}
