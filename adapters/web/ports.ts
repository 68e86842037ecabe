// What the web channel needs from the station. The books' own functions have these shapes and can be passed as they are.
import type { FileRef, Instant, Locale } from '../../flows/core/event.ts'
import type { Address } from '../../flows/core/ports.ts'
import type { Message, Picture } from '../../flows/core/reply.ts'

export type WebPorts = {
  station: Station
  /** The station's time; a demonstration may move it. */
  clock: Clock
  /** Everything said to an address after `seq`, oldest first, at most `limit`. */
  since(to: Address, seq: number, limit: number): Promise<Message[]>
  /** The person's side has shown everything up to `seq`. */
  acknowledged(to: Address, seq: number, now: Instant): Promise<void>
  /** Calls back after messages were posted, on any replica; without an address everybody looks. */
  onPosted(wake: (to?: Address) => void): Promise<() => Promise<void>>
  files: Files
  desk: Desk
  /** Figures as a PNG. */
  draw(picture: Picture): Promise<Uint8Array>
  /** Told of every fault that is not the client's. It may carry personal words: log by allow-list only. */
  fault(error: unknown, where: string): void
  door: Door
}

/** Where the pages are served from. */
export type Door = {
  /** The host's name in PUBLIC_URL, without its port. Where it is told, requests for another name are refused. */
  host?: string
  /** True behind https: cookies are then marked Secure. */
  secure: boolean
  /** How many proxies of ours stand in front, each adding an address to X-Forwarded-For; 0 trusts the socket alone. */
  proxies: number
}

export type Station = {
  name: Name
  phone: string
  /** Languages offered on the pages, the station's own first. */
  locales: readonly Locale[]
  /** Minutes east of UTC at the station. */
  offset: number
}

export type Clock = {
  now(): Instant
  /** Only a demonstration's clock can be moved. */
  demo: boolean
  /** Moves it forward by so many milliseconds and gives the new time. */
  advance(by: number): Promise<Instant>
}

export type Files = {
  put(
    file: { type: string; name: string | null; bytes: Uint8Array; by: Address },
    now: Instant,
  ): Promise<FileRef>
  /** Null looks the same for "none" and "not yours". */
  get(
    id: string,
    reader: Address,
    now: Instant,
  ): Promise<{ type: string; name: string | null; bytes: Uint8Array } | null>
}

export type Person = { person: string; name: string; roles: string[] }

/** What the staff page reads; authority is checked by the books at each call. */
export type Desk = {
  /** Uses up a one-time code and binds the address; null when the code is wrong, used or old. */
  signIn(code: string, at: Address, now: Instant): Promise<Person | null>
  whoIs(at: Address): Promise<Person | null>
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
export type Level = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'

export type CaseLine = {
  number: string
  level: Level
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
  gradings: Grading[]
  path: { at: Instant; from: Coded; to: Coded; by: Told; reason: Told | null }[]
  duties: Duty[]
  revisits: Revisit[]
  files: FileRef[]
  log: { at: Instant; what: Name; by: Told; text: Told | null }[]
}

export type Grading = {
  at: Instant
  level: string
  score: number
  by: Told
  reasons: (Name & { points: number })[]
}
/** Sums are in fen. */
export type Duty = {
  no: number
  debtor: Coded
  what: string
  amountFen: number | null
  paidFen: number
  due: Instant | null
  state: Coded
}
/** One side's part of one round. */
export type Revisit = {
  round: number
  at: Instant
  side: 'A' | 'B'
  mode: Coded
  state: Coded
  verdict: Coded | null
  answers: { label: Name; value: Told }[]
}
