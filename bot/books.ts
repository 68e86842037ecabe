/** The station's books, opened as the settings say and with everything they can do. */
import { handlers } from '../db/commands/index.ts'
import { acts } from '../db/dues/index.ts'
import { type OpenStore, openStore } from '../db/open.ts'
import { views } from '../db/queries/index.ts'
import { type Allowance, Unavailable } from '../flows/core/ports.ts'
import { allowances } from './allowances.ts'
import { Misconfigured } from './misconfigured.ts'
import type { Settings } from './settings.ts'

/** Throws Misconfigured with one sentence when they cannot be opened for a reason that the operator can change. */
export async function openBooks(
  settings: Settings,
  telegramBot: () => string | null = () => null,
  allowed: { readonly [channel: string]: Allowance } = allowances,
): Promise<OpenStore> {
  const { databaseUrl, dataDir, sealingKeyFile, publicUrl } = settings
  try {
    const where = { databaseUrl, dataDir, sealingKeyFile, publicUrl, telegramBot, allowances: allowed }
    return await openStore({ handlers, acts, views, ...where })
  } catch (error) {
    const sentence = sentenceOf(error, settings)
    throw sentence ? new Misconfigured(sentence) : error
  }
}

/** What PostgreSQL says when it does not let the bot in, by its code. */
const NOT_LET_IN: { [code: string]: string } = {
  '28P01': 'The database refuses the user or the password in DATABASE_URL; correct them.',
  '28000': 'The database refuses the user in DATABASE_URL; let it in, or name another.',
  '3D000':
    'The database that DATABASE_URL names is not on its server; make it with createdb, or name another.',
  '42501': 'The user in DATABASE_URL may not make tables there; make it the owner of the database.',
}

/** Null for a mistake of ours. */
function sentenceOf(error: unknown, { dataDir, sealingKeyFile }: Settings): string | null {
  if (error instanceof Unavailable)
    return 'The database server cannot be reached; start it, or correct DATABASE_URL.'
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : null
  if (code && NOT_LET_IN[code]) return NOT_LET_IN[code]
  if (code && 'syscall' in error)
    return `The data folder ${dataDir} or the key file ${sealingKeyFile ?? 'in it'} cannot be used (${code}); check the paths and their permissions.`
  // A plain error of the books is a sentence for the operator.
  return error.constructor === Error && !code ? error.message : null
}
