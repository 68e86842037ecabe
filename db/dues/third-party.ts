// Somebody of the village was asked how the two houses are and has not said: the officer is told, once.
import { and, eq, gte } from 'drizzle-orm'
import { z } from 'zod'
import { officerAsks } from '../commands/shared/third-party-check.ts'
import { thirdParties } from '../schema/index.ts'
import { onCase } from './on-case.ts'

export const thirdparty = onCase(
  'thirdparty',
  z.object({ since: z.number() }),
  async (books, c, { since }) => {
    const [heard] = await books.tx
      .select({ id: thirdParties.id })
      .from(thirdParties)
      .where(
        and(
          eq(thirdParties.stationId, books.station.id),
          eq(thirdParties.disputeId, c.row.id),
          gte(thirdParties.at, since),
        ),
      )
      .limit(1)
    if (!heard) await officerAsks(books, c, 'silent')
  },
)
