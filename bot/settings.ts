/** What the operator may set, read once from the environment; a mistake ends the start with one sentence. */
import { resolve } from 'node:path'
import { z } from 'zod'
import type { SlackSettings } from '../adapters/slack/ports.ts'
import type { TelegramSettings } from '../adapters/telegram/ports.ts'
import { slackSettings, telegramSettings } from './channel-settings.ts'
import { Misconfigured } from './misconfigured.ts'
import { type Environment, secret } from './secret.ts'

export type Settings = {
  /** 0 lets the system choose. */
  port: number
  /** How people reach the bot; links are made from it. Without a slash at its end. */
  publicUrl: string
  /** Null means the embedded database in `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  /** Null only with the embedded database, which makes its own in `dataDir`. */
  sealingKeyFile: string | null
  stationFile: string | null
  logLevel: LogLevel
  /** How many proxies of the operator's own stand in front of the bot; 0 trusts the socket alone. */
  proxies: number
  /** Null where the channel is not connected. */
  telegram: TelegramSettings | null
  slack: SlackSettings | null
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const port = 'PORT must be a number from 0 to 65535; leave it out for 3000.'
const publicUrl =
  'PUBLIC_URL must be the address residents use, such as https://desk.example.org, with no path behind it.'
const databaseUrl =
  'DATABASE_URL must begin with postgres:// or postgresql://; leave it out for the embedded database.'
const logLevel = `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}; leave it out for info.`
const proxies =
  'PROXIES must be the number of your own proxies in front of the bot, 0 to 9; leave it out for none.'

const shape = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, port)
    .default('3000')
    .transform(Number)
    .refine((value) => value <= 65_535, port),
  PUBLIC_URL: z.string().refine(isOrigin, publicUrl).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, databaseUrl)
    .optional(),
  DATA_DIR: z.string().default('./data'),
  SEALING_KEY_FILE: z.string().optional(),
  STATION_FILE: z.string().optional(),
  PROXIES: z.string().regex(/^\d$/, proxies).default('0').transform(Number),
  LOG_LEVEL: z.enum(LOG_LEVELS, logLevel).default('info'),
})

/**
 * A name that is set to nothing counts as not set. A secret may be given as a file: `DATABASE_URL_FILE` holds the path of a
 * file with the value. Throws Misconfigured.
 */
export function readSettings(environment: Environment): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const read = shape.safeParse({ ...given, DATABASE_URL: secret(given, 'DATABASE_URL') })
  if (!read.success)
    throw new Misconfigured([...new Set(read.error.issues.map(({ message }) => message))].join('\n'))
  const set = read.data
  if (set.DATABASE_URL && !set.SEALING_KEY_FILE)
    throw new Misconfigured(
      'SEALING_KEY_FILE must name the file with the sealing key when DATABASE_URL is set; make one with ' +
        '"npm run admin -- keys make FILE" and keep a copy of it apart from the database\'s backups.',
    )
  return {
    port: set.PORT,
    publicUrl: (set.PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    databaseUrl: set.DATABASE_URL ?? null,
    dataDir: resolve(set.DATA_DIR),
    sealingKeyFile: set.SEALING_KEY_FILE ? resolve(set.SEALING_KEY_FILE) : null,
    stationFile: set.STATION_FILE ? resolve(set.STATION_FILE) : null,
    logLevel: set.LOG_LEVEL,
    proxies: set.PROXIES,
    telegram: telegramSettings(given),
    slack: slackSettings(given),
  }
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, pathname, search, hash, username } = new URL(value)
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash && !username
}
