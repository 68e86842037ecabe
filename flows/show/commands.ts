import type { Command, Refused } from '../core/command.ts'

/** Asks for the card of a case as it stands, with what whoever asks may do on it. */
export type ShowCase = Command<'showCase', { dispute: string }, { dispute: string; number: string } | Refused>
