/** The log: fixed phrases with ids, step names, codes and counts; never what a person wrote. */
import { createHash } from 'node:crypto'
import { type DestinationStream, pino } from 'pino'
import type { Address } from '../flows/core/ports.ts'
import type { LogLevel } from './settings.ts'
import { troubleOf } from './trouble.ts'

/** The only facts a line may carry. A new one is added here, where it can be asked whether it could hold personal words. */
export type Facts = {
  error?: unknown
  channel?: string
  /** A mark of an address or of an inbound id; see `markOf`. */
  who?: string
  what?: string
  step?: string
  event?: string
  command?: string
  due?: string
  parcel?: string
  file?: string
  verb?: string
  outcome?: string
  code?: string
  count?: number
  attempts?: number
  ms?: number
  port?: number
  status?: number
}

type Say = (phrase: string, facts?: Facts) => void
export type Log = { debug: Say; info: Say; warn: Say; error: Say }

const LONGEST = 200

/** One JSON line for each call. `stream` is standard output where absent. */
export function openLog(level: LogLevel, stream?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const lines = stream ? pino(options, stream) : pino(options)
  return {
    debug: (phrase, facts) => lines.debug(allowed(facts), phrase),
    info: (phrase, facts) => lines.info(allowed(facts), phrase),
    warn: (phrase, facts) => lines.warn(allowed(facts), phrase),
    error: (phrase, facts) => lines.error(allowed(facts), phrase),
  }
}

/** A mark that tells two addresses apart without telling whose they are: an address can be a key to a conversation. */
export const markOf = (thing: Address | string): string =>
  createHash('sha256')
    .update(typeof thing === 'string' ? thing : JSON.stringify([thing.channel, thing.id]))
    .digest('hex')
    .slice(0, 12)

function allowed(facts: Facts = {}): { [name: string]: string | number } {
  const line: { [name: string]: string | number } = {}
  for (const name of NAMES) {
    const value = facts[name]
    if (typeof value === 'string') line[name] = value.slice(0, LONGEST)
    if (typeof value === 'number') line[name] = value
  }
  return facts.error === undefined ? line : { ...line, ...troubleOf(facts.error) }
}

const NAMES = [
  'channel',
  'who',
  'what',
  'step',
  'event',
  'command',
  'due',
  'parcel',
  'file',
  'verb',
  'outcome',
  'code',
  'count',
  'attempts',
  'ms',
  'port',
  'status',
] as const satisfies readonly (keyof Facts)[]
