import type { Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'

/** A side opened the link that an officer gave it: from now on it can be asked here. */
export type WelcomeGiven = {
  dispute: string
  number: string
  side: Side
  station: { name: string; phone: string }
}
export type NoteJoined = Command<
  'noteJoined',
  { dispute: string; side: Side },
  { dispute: string; number: string } | Refused
>
