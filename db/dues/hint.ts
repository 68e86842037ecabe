// W09, to a resident: a limit in which they must go elsewhere themselves comes near; never at night.
import { z } from 'zod'
import { inQuietHours, outsideQuietHours } from '../../flows/casework/calendar.ts'
import { HINTED } from '../../flows/casework/warnings/w09.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { tellHint } from '../warnings/hints.ts'
import { onCase } from './on-case.ts'

export const hint = onCase('hint', z.object({ limit: z.enum(HINTED) }), async (books, c, { limit }) => {
  const { calendar } = books.station.rulebook
  if (inQuietHours(books.now, calendar))
    return waitFor(books, c, 'hint', outsideQuietHours(books.now, calendar), {
      payload: { limit },
      about: limit,
    })
  await tellHint(books, c, limit)
})
