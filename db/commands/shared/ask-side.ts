// Asking one side how it stands: in chat where that is safe and possible, else by an officer who is told to.
import type { Side } from '../../../flows/case.ts'
import { HOUR } from '../../../flows/casework/calendar.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { RevisitGiven } from '../../../flows/revisit/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, officerLed } from './case.ts'
import { dutiesOf } from './duty-book.ts'
import { samePerson } from './own-addresses.ts'
import { type Party, partiesOf } from './resident.ts'
import { halvesOf, type RevisitRow, setRevisit, setRound } from './rounds.ts'
import { severalPeople } from './several-people.ts'
import { responsible, tellStaff } from './tell.ts'
import { waitFor } from './waiting.ts'

/** How long a question in chat may stay without an answer, and an officer's task undone. */
const CHAT_WAITS = 48 * HOUR
const OFFICER_WAITS = 24 * HOUR

/** Begins one side's part of a round. */
export async function askSide(books: Books, c: Case, revisit: RevisitRow): Promise<void> {
  await setRound(books, revisit.roundId, { state: 'open', openedAt: books.now })
  const address = revisit.mode === 'chat' ? await chatAddress(books, c, revisit.side) : null
  if (address === null)
    return giveToOfficer(books, c, revisit, revisit.mode === 'chat' ? 'call' : revisit.mode)
  await setRevisit(books, revisit, { state: 'open', openedAt: books.now })
  await books.open({
    key: `ask:${c.row.id}:${revisit.id}`,
    address,
    flow: 'revisit',
    id: books.newId(),
    given: await revisitGiven(books, c, revisit),
    at: books.now,
    dispute: c.row.id,
  })
  await waitUnanswered(books, c, revisit, 'call', CHAT_WAITS)
}

/** One task for all sides of the round that a person has to ask; the second side's hour finds it given already. */
async function giveToOfficer(
  books: Books,
  c: Case,
  revisit: RevisitRow,
  mode: 'call' | 'visit',
): Promise<void> {
  const halves = await halvesOf(books, revisit.roundId)
  const mine = halves.filter(
    (one) => one.id === revisit.id || (one.state === 'planned' && one.mode !== 'chat'),
  )
  for (const one of mine) {
    const row = await setRevisit(books, one, { state: 'open', openedAt: books.now, mode })
    await waitUnanswered(books, c, row, 'remind', OFFICER_WAITS)
  }
  await tellTask(
    books,
    c,
    mine.map(({ side }) => side),
    mode,
    null,
    false,
  )
}

/** O04. Overdue tasks are the leader's to know as well. */
export async function tellTask(
  books: Books,
  c: Case,
  sides: Side[],
  mode: 'call' | 'visit',
  why: Said | null,
  overdue: boolean,
): Promise<void> {
  const people = overdue ? responsible(c) : [c.row.officerId]
  await tellStaff(books, c, { people }, (about) => ({ kind: 'revisitDue', sides, mode, why, ...about }), [
    'visit',
  ])
}

/** The rungs of somebody who does not answer: a call, a visit, and then it is a fact that they were not reached. */
export type Rung = 'remind' | 'call' | 'visit' | 'end'

export const waitUnanswered = (
  books: Books,
  c: Case,
  revisit: Pick<RevisitRow, 'id'>,
  rung: Rung,
  ms: number,
): Promise<void> =>
  waitFor(books, c, 'unanswered', books.now + ms, {
    payload: { revisit: revisit.id, rung },
    about: revisit.id,
  })

/** Where this side may be asked in chat; null where it may not or cannot. */
export async function chatAddress(books: Books, c: Case, side: Side): Promise<string | null> {
  if (officerLed(books, c.row)) return null
  const sides = await partiesOf(books, c.row.id)
  const party = sides.find((one) => one.side === side)
  const other = sides.find((one) => one.side !== side)
  // Both sides on one account: what one of them says there, the other reads.
  if (party?.addressId && other?.addressId && (await samePerson(books, party.addressId, other.addressId)))
    return null
  return party ? reachableAddress(books, party) : null
}

export async function reachableAddress(books: Books, party: Party): Promise<string | null> {
  if (party.addressId === null || party.stoppedAt !== null || party.atRisk) return null
  const address = await books.address(party.addressId)
  const silent = !address || address.stopped || address.atRisk || address.unreachableSince !== null
  return silent ? null : address.id
}

/** What a party is told when it is asked: never who reported, and nothing of the other side. */
export async function revisitGiven(books: Books, c: Case, revisit: RevisitRow): Promise<RevisitGiven> {
  const side = revisit.side
  const other = side === 'A' ? 'B' : 'A'
  const open = (await dutiesOf(books, c)).filter(({ row }) => !['done', 'waived'].includes(row.state))
  const isOf = (who: string, one: Side) => who === one || who === 'both'
  const address = await chatAddress(books, c, side)
  const shared = address !== null && (await severalPeople(books, address))
  return {
    revisit: revisit.id,
    dispute: c.row.id,
    number: c.row.number,
    side,
    station: { name: books.station.name, phone: books.station.phone },
    owes: open.some(({ row }) => isOf(row.debtor, side)),
    owed: open.some(({ row }) => isOf(row.debtor, other) && isOf(row.creditor, side)),
    owedWhat: open.flatMap(({ row, duty }) =>
      isOf(row.creditor, side) && !(row.debtor === side) ? [duty.what] : [],
    ),
    ...(shared ? { shared: true as const } : {}),
  }
}
