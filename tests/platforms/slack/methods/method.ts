// What a method of the Web API is: arguments in, an answer out; a refusal is an answer too.
import { parsed, textOf, type Wire, wireOf } from '../json.ts'
import type { Ledger } from '../ledger.ts'
import type { Workspace } from '../workspace.ts'

export type Platform = {
  workspace: Workspace
  ledger: Ledger
  /** `http://127.0.0.1:<port>` */
  origin(): string
  /** Tells the app of something that the app did itself. */
  echo(event: Wire): void
  /** A fresh single-use address for a connection of Socket Mode. */
  socketUrl(): string
}

export type Arguments = ReturnType<typeof argumentsOf>
export type Method = (args: Arguments, platform: Platform) => Wire

export const refused = (error: string, more: Wire = {}): Wire => ({ ok: false, error, ...more })
export const done = (answer: Wire = {}): Wire => ({ ok: true, ...answer })

/** In a form everything is text, and what has a shape is JSON inside it. */
export function argumentsOf(given: Wire) {
  const shaped = (name: string): unknown => {
    const value = given[name]
    return typeof value === 'string' ? parsed(value) : value
  }
  return {
    given,
    has: (name: string): boolean => given[name] !== undefined && given[name] !== '',
    text: (name: string): string => {
      const value = given[name]
      return typeof value === 'number' ? String(value) : textOf(value)
    },
    is: (name: string): boolean => [true, 'true', '1', 1].some((yes) => yes === given[name]),
    number: (name: string, otherwise: number): number => {
      const value = Number(given[name])
      return given[name] === undefined || !Number.isFinite(value) ? otherwise : value
    },
    shaped,
    wire: (name: string): Wire => wireOf(shaped(name)),
  }
}
