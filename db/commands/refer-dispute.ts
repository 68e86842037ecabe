// 移交: to whom, why and by when. The reporter is told where to ask, and somebody here waits for the receipt.
import { and, eq } from 'drizzle-orm'
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { ReferDispute } from '../../flows/referral/commands.ts'
import type { Books, Handler } from '../books.ts'
import { referrals } from '../schema/index.ts'
import { advance } from './shared/advance.ts'
import { type Case, stateOf, subjectOf } from './shared/case.ts'
import { filesOf } from './shared/known-files.ts'
import { moved } from './shared/moved.ts'
import type { Details } from './shared/referral.ts'
import { tellReporter } from './shared/resident.ts'
import { answersFor } from './shared/responsible.ts'
import { supersedeRounds } from './shared/rounds.ts'
import { recorded } from './shared/sight.ts'
import { responsible, tellStaff } from './shared/tell.ts'
import { awaitReceipt, lastMomentOf, waitFor } from './shared/waiting.ts'

type Given = ReferDispute['with']

export const referDispute: Handler<'referDispute'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, person, roles } = found
  const dueAt = lastMomentOf(books, given.due)
  if (dueAt < books.now) return refuse('past', '时限已经过去。', 'The deadline has passed already.')
  const from = stateOf(c.row)
  const { toUnit, toPerson, reason } = given
  const refused = await advance(books, c, 'REFERRED', {
    roles,
    facts: {
      // The reporter is told in this transaction, or an officer is asked to tell them.
      referral: { toUnit, toPerson, phone: given.phone ?? '', dueAt, told: true },
      // Out of a breach or a revisit, the record itself says who took it over and what the sides were told.
      remediesTold: from === 'BREACHED' && reason.trim() !== '',
      receipt: from === 'REVISITING' && toPerson.trim() !== '',
    },
    reason: 'referred',
    text: reason,
  })
  if (refused) return refused
  if (c.row.officerId === null || c.row.leaderId === null) await answersFor(books, c, person.id)
  await writeReferral(books, c, given, { dueAt, ackAt: from === 'REVISITING' ? books.now : null })
  if (from === 'REVISITING') await supersedeRounds(books, c)
  else await awaitReceipt(books, c)
  await waitFor(books, c, 'referral', dueAt)
  books.audit('referred', subjectOf(c), { dueAt })
  const people = responsible(c).filter((id) => id !== person.id)
  if (people.some((id) => id !== null))
    await tellStaff(books, c, { people }, (about) => ({
      kind: 'next',
      state: c.row.state,
      due: dueAt,
      ...about,
    }))
  return moved(c)
}

async function writeReferral(
  books: Books,
  c: Case,
  { toUnit, toPerson, phone, reason, basis = null, materials = [], files = [], more = null }: Given,
  at: { dueAt: number; ackAt: number | null },
): Promise<void> {
  const id = books.newId()
  const known = new Set((await filesOf(books, c)).map((one) => one.id))
  const details: Details = {
    toPerson,
    phone,
    reason,
    materials,
    // Only what belongs to this case goes along with it.
    files: files.filter((one) => known.has(one)),
    more,
  }
  await books.tx.insert(referrals).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    at: books.now,
    by: books.actor.id,
    toUnit,
    legalBasis: basis?.trim() || null,
    details: c.vault.seal('referrals.details', id, JSON.stringify(details)),
    ...at,
  })
  // What the reporter is told is read from the row.
  if ((await tellReporter(books, c, 'referred')) === 'nobody') return
  await books.tx
    .update(referrals)
    .set({ toldReporterAt: books.now })
    .where(and(eq(referrals.stationId, books.station.id), eq(referrals.id, id)))
}
