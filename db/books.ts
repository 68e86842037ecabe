// The station's books as a handler sees them: one transaction, who acts, and the few things that may be done.
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Role } from '../flows/casework/roles.ts'
import type { Rulebook } from '../flows/casework/rulebook.ts'
import type { State } from '../flows/casework/tables/life-cycle.ts'
import type { Commands } from '../flows/commands.ts'
import type { Event, FileRef, Instant, Json, Locale } from '../flows/core/event.ts'
import type { Allowance } from '../flows/core/ports.ts'
import type { Notice } from '../flows/notices/notice.ts'
import type * as schema from './schema/index.ts'
import type { CaseLine, CaseStory, MessageClass, Parcel } from './store.ts'

/** drizzle inside the transaction. Everything done through it happens together or not at all. */
export type Tx = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>

export type Village = { code: string; name: string; names: string[]; township: string | null }
export type Station = {
  id: string
  name: string
  phone: string
  demo: boolean
  /** Where residents find the web chat; no slash at the end. Null when this process was not told. */
  publicUrl: string | null
  rulebook: Rulebook
  villages: Village[]
  /** What else the station's file says. */
  settings: { [key: string]: Json }
}

export type Person = { id: string; name: string; roles: Role[]; villages: string[]; female: boolean }

/** Who acts, read from the database at the moment of the act. */
export type Actor = {
  /** The id of the address it came from; null for the clock and the command line. */
  address: string | null
  /** Null for residents and for the clock. */
  person: Person | null
  /** Names the actor in the audit: a person's id, an address's id, `system` or `admin`. */
  id: string
  /** A group of staff: it only listens, and nothing is done for it. */
  group?: true
}

/** Columns that hold sealed words. The name is part of what is sealed: a value moved elsewhere does not open. */
export type SealedColumn =
  | 'addresses.channel_id'
  | 'conversations.state'
  | 'heard.content'
  | 'outbox.content'
  | 'due.event'
  | 'files.name'
  | 'files.content'
  | 'dispute_notes.text'
  | 'parties.name'
  | 'parties.phone'
  | 'parties.contact_plan'
  | 'gradings.why'
  | 'transitions.text'
  | 'assignments.reason'
  | 'assignments.end_reason'
  | 'referrals.details'
  | 'contacts.note'
  | 'mediations.record'
  | 'duties.what'
  | 'duty_events.reason'
  | 'revisits.answers'
  | 'revisits.reason'
  | 'rounds.reason'
  | 'supplements.reason'
  | 'third_parties.words'
  | 'referrals.result_words'
  | 'preventions.reason'
  | 'joint_meetings.place'
  | 'joint_meetings.record'
  | 'joint_invitations.guest'
  | 'joint_invitations.words'
  | 'assessed_cases.decision'
  | 'work_plans.words'
  | 'requests.words'
  | 'requests.name'
  | 'requests.phone'
  | 'requests.reason'
  | 'requests.answer'

/** One data key, unwrapped. `row` is the id of the row (`dispute:rev:step` for transitions). */
export type Vault = {
  keyId: string
  /** The key was destroyed: nothing opens, and nothing can be sealed. */
  erased: boolean
  seal(column: SealedColumn, row: string, text: string): string
  /** Null for null, and for everything once the key is destroyed. Throws BooksError `tampered` when it does not fit. */
  open(column: SealedColumn, row: string, value: string | null): string | null
  sealBytes(column: SealedColumn, row: string, bytes: Uint8Array): Buffer
  openBytes(column: SealedColumn, row: string, value: Uint8Array): Buffer | null
}

export type Content = Parcel['content']
export type Posting = {
  /** `repeatable` unless said otherwise; an address at risk is always `once`. */
  class?: MessageClass
  dispute?: string
  /** 0 is ordinary; 30 RED, 20 ORANGE, 10 YELLOW by custom. Higher goes first. */
  priority?: number
  /** Posted in the transaction that records the delivery of this one (P04's last sentence). */
  onDelivered?: { address: string; content: Content }
}
/** Of the addresses that somebody is bound to, one that is left out. */
export type Except = { except?: string }

/** An act of the books at a time. Scheduling a key again moves it. `payload` holds ids and codes only. */
export type Schedule = {
  key: string
  kind: string
  at: Instant
  payload?: Json
  priority?: number
  dispute?: string
}

/** A conversation that begins with an address at a time; `given` is sealed. */
export type Opening = {
  key: string
  address: string
  flow: string
  /** The conversation's id: an opening with the same one is not begun twice. */
  id: string
  given: Json
  at: Instant
  priority?: number
  dispute?: string
}

export type Audience = { person: string } | { role: Role } | { address: string }
/** `subject` is what it was about where that is no case. */
export type Pressed = { flow: string; dispute: string | null; rev: number | null; subject: string | null }

/**
 * What a one-time code does: binds a chat to staff, joins a side to its case, or whoever told a colleague of it (`side` null),
 * joins a resident's other chat.
 */
export type CodeFor = { person: string } | { dispute: string; side: 'A' | 'B' | null } | { address: string }

/** Who stands behind an address. */
export type Identity = {
  makeCode(what: CodeFor, ttl: number): Promise<string>
  /**
   * Tries a one-time code for the address that acts. `take` gives null, having written nothing, where the code is not for
   * it; null is also the answer for one that is wrong, used or old, and after five such within ten minutes for every one.
   */
  tryCode<T>(code: string, take: (what: CodeFor) => Promise<T | null>): Promise<T | null>
  /** This address speaks for somebody who works here from now on. Returns its channel; null when it is gone. */
  bind(address: string, person: string): Promise<string | null>
  /** Every address of the same resident, this one first. */
  addressesOf(address: string): Promise<string[]>
  joinResident(address: string, other: string): Promise<void>
  /** Makes a group of the actor's own channel get the alerts, or no longer; null where nothing changes. */
  group(name: string, alerts: boolean): Promise<string | null>
  /** Every group that gets alerts. */
  groups(): Promise<string[]>
  /** Whether the address that acts can be written to; false when that was known. */
  setReach(reachable: boolean): Promise<boolean>
  /** The address that acts lets itself be written to first so many more times. */
  grant(times: number): Promise<void>
  /** Uses up one such permission of an address; false when it has none left. */
  useGrant(address: string): Promise<boolean>
}

export type AddressFacts = {
  id: string
  channel: string
  locale: Locale
  person: string | null
  atRisk: boolean
  /** Asked that nothing be sent of our own accord. */
  stopped: boolean
  unreachableSince: Instant | null
  /** What its channel allows, and what the person gave beforehand. */
  allowance: Allowance
  grants: number
}

export type Books = {
  tx: Tx
  station: Station
  now: Instant
  actor: Actor
  /** The station's bot on Telegram, for links into it; null where there is none. */
  telegramBot: string | null
  /** A fresh id (a UUID). */
  newId(): string

  /** A new data key, such as a new dispute's. */
  newVault(): Promise<Vault>
  vault(keyId: string): Promise<Vault>
  /** Destroys a data key: everything under it is gone, backups included. */
  destroyKey(keyId: string): Promise<void>
  /** The blind index of something that must be found, such as a phone in its usual form. */
  blind(kind: 'phone' | 'name' | 'phrase', value: string): string

  /** A case has a new revision: cards about it that were sent before are shown anew at the end of the transaction. */
  caseMoved(dispute: string, state: State): void

  /** Promises a message to an address, after everything promised to it before. False when the address is gone. */
  post(address: string, content: Content, how?: Posting): Promise<boolean>
  /** Tells somebody who works here, or several, on every address they are bound to. Returns how many addresses. */
  tellPerson(
    person: string | readonly string[],
    notice: Notice | ((person: Person) => Promise<Notice>),
    how?: Posting & Except,
  ): Promise<number>
  /** Tells everybody in one of these roles, each person once. A village narrows it to those who look after it. */
  tellRoles(
    roles: Role[],
    notice: Notice | ((person: Person) => Promise<Notice>),
    how?: Posting & { village?: string },
  ): Promise<number>
  address(id: string): Promise<AddressFacts | null>
  setAddress(id: string, change: { atRisk?: boolean; stopped?: boolean }): Promise<void>

  /** Staff that are not revoked. */
  people(filter?: { roles?: Role[]; village?: string; active?: boolean }): Promise<Person[]>
  person(id: string): Promise<Person | null>

  button(
    flow: string,
    audience: Audience,
    about: { dispute?: string; rev?: number; subject?: string; ttl: number },
  ): Promise<string>
  /** Uses a button up for the actor, or says why not: `unknown-button` is also what a stranger is told. */
  useButton(id: string): Promise<Pressed | { refused: 'unknown-button' | 'button-used' | 'button-old' }>

  /** What a button was for that whoever acts has used up; null for everybody else. */
  usedButton(id: string): Promise<Pressed | null>

  identity: Identity

  /** A one-time code for a side of a dispute, or for whoever told of it (null). Only its hash is kept. `ttl` in milliseconds. */
  joinCode(dispute: string, side: 'A' | 'B' | null, ttl: number): Promise<string>
  /** Uses a join code up; null when it is wrong, used or old. */
  useJoinCode(code: string): Promise<{ dispute: string; side: 'A' | 'B' | null } | null>

  schedule(...what: Schedule[]): Promise<void>
  /** Schedules a conversation to begin; nothing when the address is gone. */
  open(opening: Opening): Promise<void>
  /** Cancels every open row whose key begins so, or with one of these; returns how many. */
  cancel(...keyPrefixes: string[]): Promise<number>

  /** The next number of this kind and year, from 1, without gaps. */
  nextNumber(
    kind: 'case' | 'written' | 'oral' | 'request' | 'patrol' | 'assessment',
    year: number,
  ): Promise<number>
  /** Writes to the audit. `facts` are ids, codes and numbers; never words. */
  audit(action: string, subject: string, facts?: { [name: string]: Json }): void

  /** Gives the sender's files to a dispute: sealed anew under its key. Files of others are left alone. */
  attachFiles(files: FileRef[], dispute: { id: string; keyId: string }, purpose: string): Promise<void>
  /** Destroys everything that is kept of an address: sitting, transcript, messages, files, key. */
  eraseAddress(id: string): Promise<void>
}

type CommandOf<N extends Commands['do']> = Extract<Commands, { do: N }>
export type ResultOf<N extends Commands['do']> = NonNullable<CommandOf<N>['result']>
/** Does one command. Returns what the conversation learns; a throw undoes the whole turn. */
export type Handler<N extends Commands['do']> = (
  books: Books,
  given: CommandOf<N>['with'],
  asked: { of: string; name: string },
) => Promise<ResultOf<N>>
/** One for every command, or the project does not compile. */
export type Handlers = { readonly [N in Commands['do']]: Handler<N> }

/** Does what is due. Runs once: its effects and the row's end commit together. */
export type DueHandler = (books: Books, due: { key: string; at: Instant; payload: Json }) => Promise<void>
export type DueHandlers = { readonly [kind: string]: DueHandler }

/** What staff may read. `books.actor.person` is never null here; every sealed read is written to the audit. */
export type Views = {
  cases(books: Books): Promise<CaseLine[]>
  story(books: Books, number: string): Promise<CaseStory | null>
  /** For the command line, without personal words. Null when there is none. */
  caseShow(books: Books, number: string): Promise<Json | null>
  /** Whether the actor may read this dispute's files. */
  maySee(books: Books, dispute: string): Promise<boolean>
}

export type OpenEvent = Extract<Event, { kind: 'open' }>
