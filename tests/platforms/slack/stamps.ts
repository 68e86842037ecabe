// Names that Slack gives: ids, time stamps of messages, event ids. Chance comes from the seed alone.
import { randomFrom } from '../faults.ts'

export type Stamps = ReturnType<typeof stampsOf>

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ0123456789'

export function stampsOf(seed: number, now: () => number) {
  const random = randomFrom(seed)
  let last = 0

  const letters = (length: number): string =>
    Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')
  const hex = (length: number): string =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')

  return {
    now,
    random,
    hex,
    /** `T…`, `U…`, `C…`, `Ev…` */
    id: (prefix: string): string => `${prefix}0${letters(9)}`,
    /** Unique in the workspace and always growing, as `1700000000.000100`. */
    ts(): string {
      last = Math.max(last + 1, now() * 1_000)
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`
    },
    trigger: (): string => `${Math.floor(random() * 1e13)}.${Math.floor(random() * 1e13)}.${hex(32)}`,
    envelope: (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}
