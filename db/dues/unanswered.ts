// Somebody who does not answer, or whom nobody has asked yet: a call, a visit, reminders every day, and then the half
// ends as not reached, which is a fact about us.
import { z } from 'zod'
import { DAY } from '../../flows/casework/calendar.ts'
import type { Said } from '../../flows/casework/said.ts'
import type { Books } from '../books.ts'
import { tellTask, waitUnanswered } from '../commands/shared/ask-side.ts'
import type { Case } from '../commands/shared/case.ts'
import { partiesOf, tellResident } from '../commands/shared/resident.ts'
import { type RevisitRow, revisitById, setRevisit } from '../commands/shared/rounds.ts'
import { notReached } from './not-reached.ts'
import { onCase } from './on-case.ts'

/** Counted from when this side's part began. */
const VISIT_AFTER = 3 * DAY
const END_AFTER = 7 * DAY

const SILENT: Said = { zh: '在聊天里没有回', en: 'no answer in chat' }
const NOT_ASKED: Said = { zh: '还没有问到', en: 'not reached yet' }

const shape = z.object({ revisit: z.string(), rung: z.enum(['remind', 'call', 'visit', 'end']) })

export const unanswered = onCase('unanswered', shape, async (books, c, { revisit: id, rung }) => {
  const row = await revisitById(books, id)
  if (row?.state !== 'open') return
  switch (rung) {
    case 'call':
      return call(books, c, row)
    case 'remind':
      return remindOf(books, c, row)
    case 'visit':
      return visit(books, c, row)
    case 'end':
      return notReached(books, c, row)
  }
})

/** The chat stayed silent: an officer phones, and the person is told that nobody minds (R12). */
async function call(books: Books, c: Case, row: RevisitRow): Promise<void> {
  await books.cancel(`ask:${c.row.id}:${row.id}`)
  const attempts = [...row.attempts, { at: row.openedAt ?? books.now, mode: 'chat' }]
  await setRevisit(books, row, { mode: 'call', attempts })
  const party = (await partiesOf(books, c.row.id)).find(({ side }) => side === row.side)
  if (party?.addressId) await tellResident(books, c, party.addressId, 'willCall', party)
  await tellTask(books, c, [row.side], 'call', SILENT, false)
  await waitUnanswered(books, c, row, 'remind', DAY)
}

async function remindOf(books: Books, c: Case, row: RevisitRow): Promise<void> {
  const mode = row.mode === 'visit' ? 'visit' : 'call'
  await tellTask(books, c, [row.side], mode, NOT_ASKED, true)
  const since = books.now - (row.openedAt ?? books.now)
  const enough = since >= (mode === 'visit' ? END_AFTER : VISIT_AFTER)
  const next = mode === 'visit' ? 'end' : 'visit'
  await waitUnanswered(books, c, row, enough ? next : 'remind', DAY)
}

async function visit(books: Books, c: Case, row: RevisitRow): Promise<void> {
  await setRevisit(books, row, { mode: 'visit' })
  await tellTask(books, c, [row.side], 'visit', NOT_ASKED, true)
  await waitUnanswered(books, c, row, 'remind', DAY)
}
