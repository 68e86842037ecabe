// W19: a voice that nobody has opened in time: to whoever may hear it, then to whoever is on duty.
import { z } from 'zod'
import { inQuietHours, outsideQuietHours } from '../../flows/casework/calendar.ts'
import { w19 } from '../../flows/casework/warnings/w19.ts'
import { factsShown, offsetOf } from '../commands/shared/facts-shown.ts'
import { tellStaff } from '../commands/shared/tell.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { end, give } from '../warnings/give.ts'
import { awaitVoice } from '../warnings/voices.ts'
import { watchedCase } from '../warnings/watched-case.ts'
import { whomOfCase } from '../warnings/whom.ts'
import { onCase } from './on-case.ts'

export const voice = onCase('voice', z.object({}), async (books, c) => {
  const { calendar } = books.station.rulebook
  const { facts, standing } = await watchedCase(books, c)
  const found = w19.rule(facts, books.now, books.station.rulebook)
  const urgent = c.row.level === 'RED' || found.some(({ urgency }) => urgency === 'at-once')
  if (found.length > 0 && !urgent && inQuietHours(books.now, calendar))
    return waitFor(books, c, 'voice', outsideQuietHours(books.now, calendar))
  const over = standing.filter(({ code, slot }) => code === 'W19' && !found.some((one) => one.slot === slot))
  await end(
    books,
    over.map(({ id }) => id),
  )
  const people: string[] = []
  for (const warning of found) {
    const whom = await whomOfCase(books, c, warning.to)
    if (await give(books, warning, { dispute: c.row.id, people: whom, told: true })) people.push(...whom)
  }
  // One card, however many voices wait.
  if (people.length > 0)
    await tellStaff(books, c, { people: [...new Set(people)] }, () => ({
      kind: 'voice',
      facts: factsShown(books, c.row),
      offset: offsetOf(books),
    }))
  await awaitVoice(books, c)
})
