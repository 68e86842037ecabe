import type { Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'

/** A side, or whoever told of the case, opened the link that an officer gave them: from now on it goes on here. */
export type WelcomeGiven = {
  dispute: string
  number: string
  /** Null for whoever told a colleague of it and goes on here. */
  side: Side | null
  station: { name: string; phone: string }
}
export type NoteJoined = Command<
  'noteJoined',
  { dispute: string; side: Side | null },
  { dispute: string; number: string } | Refused
>
