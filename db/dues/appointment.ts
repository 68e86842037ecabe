// The hour that a contact plan allows has come: the guarded talk begins, or a person takes it over; and a day later it is over.
import { z } from 'zod'
import type { AppointmentGiven } from '../../flows/appointment/commands.ts'
import type { Books } from '../books.ts'
import { byPerson, FOLLOWED, tellPhrase } from '../commands/shared/appointment.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'
import { takeTurnToWrite } from '../commands/shared/may-write.ts'
import { talkOf } from '../commands/shared/question-sent.ts'
import { type RevisitRow, revisitById, setRevisit } from '../commands/shared/rounds.ts'
import { firstInstant, isAllowed, mayChat, SILENT_AFTER, untilWhen } from '../commands/shared/safe-contact.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { onCase } from './on-case.ts'

const shape = z.object({ revisit: z.string(), step: z.enum(['ask', 'silent']) })

export const appointment = onCase('appointment', shape, async (books, c, { revisit, step }) => {
  const half = await revisitById(books, revisit)
  // A person has it already, or it has ended.
  if (half?.state !== 'open' || half.mode !== 'chat') return
  if (step === 'ask') return ask(books, c, half)
  await byPerson(books, c, half)
  await tellPhrase(books, c, 'silent')
})

/** Everything is looked at anew: the plan may have been changed, and the hour may be over after an outage. */
async function ask(books: Books, c: Case, half: RevisitRow): Promise<void> {
  const may = FOLLOWED.includes(stateOf(c.row)) ? await mayChat(books, c, half.side) : null
  const when = may && firstInstant(books, may.plan, books.now)
  if (!may || when === null) return giveUp(books, c, half)
  if (!isAllowed(books, may.plan)) return again(books, c, half, when)
  if (!(await takeTurnToWrite(books, may.address))) return giveUp(books, c, half)
  // Everything said there from now on is sent once at most.
  await books.setAddress(may.address, { atRisk: true })
  await setRevisit(books, half, { openedAt: books.now, addressId: may.address })
  const given: AppointmentGiven = {
    dispute: c.row.id,
    revisit: half.id,
    side: half.side,
    wording: may.plan.wording,
    until: untilWhen(books, may.plan),
  }
  await books.open({
    key: `ask:${c.row.id}:${half.id}`,
    address: may.address,
    flow: 'appointment',
    id: talkOf(half, books.now),
    given,
    at: books.now,
    dispute: c.row.id,
  })
  await waitFor(books, c, 'appointment', books.now + SILENT_AFTER, {
    payload: { revisit: half.id, step: 'silent' },
    about: half.id,
  })
}

async function giveUp(books: Books, c: Case, half: RevisitRow): Promise<void> {
  await byPerson(books, c, half)
  await tellPhrase(books, c, 'unsaid')
}

const again = (books: Books, c: Case, half: RevisitRow, at: number): Promise<void> =>
  waitFor(books, c, 'appointment', at, { payload: { revisit: half.id, step: 'ask' }, about: half.id })
