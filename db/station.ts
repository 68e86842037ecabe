// The station's settings as one value, read again only when they changed.
import { asc, eq } from 'drizzle-orm'
import { withOwnDays } from '../flows/casework/own-days.ts'
import { defaultRulebook, type Rulebook, rulebookSchema } from '../flows/casework/rulebook.ts'
import type { Base } from './base.ts'
import type { Station, Tx } from './books.ts'
import { BooksError } from './errors.ts'
import { allCalendarDays } from './queries/calendar-days.ts'
import { stations, villages } from './schema/index.ts'

/** The rulebook as it is kept, without the days that are laid over it. */
export const storedRulebook = (kept: Rulebook | null): Rulebook =>
  kept === null ? defaultRulebook : rulebookSchema.parse(kept)

/** The settings that are in force for this transaction. */
export async function stationNow(tx: Tx, base: Base): Promise<Station> {
  const mine = eq(stations.id, base.station)
  const [now] = await tx.select({ rev: stations.rev }).from(stations).where(mine)
  if (now && base.settings?.rev === now.rev) return base.settings.station
  const [row] = await tx.select().from(stations).where(mine)
  if (!row) throw new BooksError('no-such-station')
  const list = await tx
    .select()
    .from(villages)
    .where(eq(villages.stationId, base.station))
    .orderBy(asc(villages.no))
  const station: Station = {
    id: row.id,
    name: row.name,
    phone: row.phone,
    demo: row.demo,
    publicUrl: base.publicUrl,
    rulebook: withOwnDays(storedRulebook(row.rulebook), await allCalendarDays(tx, base.station)),
    villages: list.map(({ code, name, names, township }) => ({ code, name, names, township })),
    settings: row.settings,
  }
  base.settings = { rev: row.rev, station }
  return station
}
