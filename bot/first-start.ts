/** What a start finds in the books: a station, or nothing yet. Then one is brought in, or the operator is told how. */
import { fileURLToPath } from 'node:url'
import type { OpenStore } from '../db/open.ts'
import type { Instant } from '../flows/core/event.ts'
import { readJson } from './json-file.ts'
import { Misconfigured } from './misconfigured.ts'
import type { Settings } from './settings.ts'

/** `demo`: the made-up station was brought in. `imported`: the operator's own was. */
export type FirstStart = 'found' | 'imported' | 'demo'

export const SAMPLE = fileURLToPath(new URL('../db/seed/sample-station.json', import.meta.url))

/** Throws Misconfigured with one sentence when there is no station and none can be brought in. */
export async function firstStart(
  store: Pick<OpenStore, 'station' | 'admin'>,
  { databaseUrl, stationFile }: Pick<Settings, 'databaseUrl' | 'stationFile'>,
  now: Instant,
): Promise<FirstStart> {
  const [station, staff] = [await store.station(), await store.admin.listStaff()]
  // What an operator changed since is not overwritten by the file of the first start.
  if (staff.length > 0 || station.villages.length > 0) return 'found'
  if (stationFile) {
    await load(store, stationFile, now)
    return 'imported'
  }
  if (databaseUrl)
    throw new Misconfigured(
      'The database holds no station yet; describe yours like db/seed/sample-station.json and bring it in with ' +
        '"npm run admin -- station import FILE".',
    )
  await load(store, SAMPLE, now)
  return 'demo'
}

async function load({ admin }: Pick<OpenStore, 'admin'>, file: string, now: Instant): Promise<void> {
  try {
    await admin.importStation(readJson(file), now)
  } catch (error) {
    const told = error instanceof Error && (error.constructor === Error || error.name === 'Refusal')
    throw told ? new Misconfigured(`STATION_FILE could not be brought in: ${error.message}`) : error
  }
}
