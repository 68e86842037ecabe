/** What an operator may ask for on the command line, and what is answered. */
import type { Admin } from '../../db/store.ts'
import type { Instant, Json } from '../../flows/core/event.ts'
import type { Advanced } from '../advance.ts'

/** The station's books as a verb sees them, in the running bot or in the command itself. */
export type Office = {
  admin: Admin
  now(): Instant
  advance(ms: number): Promise<Advanced>
  publicUrl: string
  /** Wall-clock time at the station, for people. */
  shown(at: Instant): string
}

/** `facts` are for programs, `text` for people. `ok` is false when what was looked at is not as it should be. */
export type Answer = { ok: boolean; facts: Json; text: string[] }

export type Verb = {
  /** As typed, e.g. `staff add`. */
  name: string
  /** What follows the name, for the help. */
  takes: string
  does: string
  /** Reads what was typed, and files it names; throws Misuse. The result travels to the running bot as JSON. */
  read(args: string[]): Json
  run(office: Office, given: any): Promise<Answer>
  /** It needs no books, and so no settings and no bot. */
  alone?: true
}

/** What was typed makes no sense: exit status 2. */
export class Misuse extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Misuse'
  }
}
