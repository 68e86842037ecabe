/** The station's books, opened as the settings say and with everything they can do. */
import { handlers } from '../db/commands/index.ts'
import { acts } from '../db/dues/index.ts'
import { type OpenStore, openStore } from '../db/open.ts'
import { views } from '../db/queries/index.ts'
import { type Settings, Misconfigured } from './settings.ts'

/** Throws Misconfigured with the sentence of the books when they cannot be opened. */
export async function openBooks(settings: Settings): Promise<OpenStore> {
  const { databaseUrl, dataDir, sealingKeyFile, publicUrl } = settings
  try {
    return await openStore({ handlers, acts, views, databaseUrl, dataDir, sealingKeyFile, publicUrl })
  } catch (error) {
    // A plain error of the books is a sentence for the operator; others are mistakes of ours.
    if (error instanceof Error && error.constructor === Error) throw new Misconfigured(error.message)
    throw error
  }
}
