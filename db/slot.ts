// A slot of the schedule is taken by one process, whoever comes first.
import type { Base } from './base.ts'
import { cronFire } from './schema/index.ts'

export async function takeSlot({ database, station }: Base, slot: string, now: number): Promise<boolean> {
  const taken = await database.orm
    .insert(cronFire)
    .values({ stationId: station, slot, at: now })
    .onConflictDoNothing()
    .returning({ slot: cronFire.slot })
  return taken.length > 0
}
