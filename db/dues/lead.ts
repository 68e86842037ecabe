// A lead that nobody completed: shown to a person after a quarter of an hour, given up after a month of silence.
import { z } from 'zod'
import { addDays, DAY } from '../../flows/casework/calendar.ts'
import { advance } from '../commands/shared/advance.ts'
import { tellEnd } from '../commands/shared/end-told.ts'
import { announce } from '../commands/shared/new-case.ts'
import { notesOf } from '../commands/shared/note.ts'
import { awaitOwner } from '../commands/shared/owner.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { onCase } from './on-case.ts'

const LAPSE_DAYS = 30

export const lead = onCase('lead', z.object({}), async (books, c) => {
  // Somebody has spoken with the reporter: the lead is known.
  if (c.row.contactedAt !== null) return
  await announce(books, c)
})

/** What was told stays in the books; a lead with a hard trigger never lapses and stays with the people who were told. */
export const lapse = onCase('lapse', z.object({}), async (books, c) => {
  const notes = await notesOf(books, c, ['narrative', 'report', 'added', 'correction', 'note', 'danger'])
  const last = Math.max(c.row.filedAt, c.row.contactedAt ?? 0, ...notes.map(({ at }) => at))
  const draftIdleDays = Math.floor((books.now - last) / DAY)
  if (draftIdleDays < LAPSE_DAYS) return waitFor(books, c, 'lapse', addDays(last, LAPSE_DAYS))
  const refused = await advance(books, c, 'REJECTED', {
    roles: ['system'],
    reason: 'lapsed',
    facts: { draftIdleDays, summaryKept: notes.length > 0 },
    change: { endReason: 'lapsed' },
  })
  if (!refused) return tellEnd(books, c, 'lapsed')
  // A hard trigger never lapses; whoever should take it is called, and it is looked at again.
  await awaitOwner(books, c)
  await waitFor(books, c, 'lapse', addDays(books.now, LAPSE_DAYS))
})
