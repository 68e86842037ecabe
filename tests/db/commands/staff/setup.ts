// What a test changes on a case behind the commands' back.
import { save as write } from '../../../../db/commands/shared/case.ts'
import { upsertParty } from '../../../../db/commands/shared/filing.ts'
import type { SubCode } from '../../../../flows/casework/tables/taxonomy.ts'
import type { Instant } from '../../../../flows/core/event.ts'
import type { Address } from '../../../../flows/core/ports.ts'
import { held } from '../../case.ts'
import type { Station } from '../../station.ts'

/** The other side has opened its link. */
export const joined = (station: Station, id: string, as: Address, now: Instant): Promise<void> =>
  station.does(as, now, async (books) => {
    await upsertParty(books, await held(books, id), 'B', { addressId: books.actor.address, joinedAt: now })
  })

export const recategorised = (station: Station, id: string, category: SubCode, now: Instant): Promise<void> =>
  station.does(station.chief.at, now, async (books) => {
    const c = await held(books, id)
    await write(books, c, { category, facts: { ...c.row.facts, category } }, { quiet: true })
  })
