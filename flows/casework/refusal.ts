// What a rule answers when it does not allow something: a code for programs, one sentence for people.
import type { Said } from './said.ts'

/** Has the shape of core's `Refused`, so that the books can hand it on as the result of a command. */
export type Refused = { refused: string; say: Said }

export const refuse = (refused: string, zh: string, en: string): Refused => ({ refused, say: { zh, en } })

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'refused' in value
