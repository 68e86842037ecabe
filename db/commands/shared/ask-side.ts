// Asking one side how it stands: in chat where that is safe and possible, else by an officer who is told to. A message that
// cannot leave is no attempt: the next way is taken at once.
import type { Side } from '../../../flows/case.ts'
import { maySend } from '../../../flows/casework/allowance.ts'
import { HOUR } from '../../../flows/casework/calendar.ts'
import type { Said } from '../../../flows/casework/said.ts'
import { UNHEARD } from '../../../flows/casework/unheard.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { RevisitGiven } from '../../../flows/revisit/commands.ts'
import type { Books } from '../../books.ts'
import { isBehind } from './behind.ts'
import { type Case, officerLed } from './case.ts'
import { chatsOf, isOpenTo, isShutOut } from './chats.ts'
import { dutiesOf } from './duty-book.ts'
import { lawSaid } from './law-said.ts'
import { reachOf, takeTurnToWrite } from './may-write.ts'
import { type ByHand, giveToOfficer } from './officer-task.ts'
import { samePerson } from './own-addresses.ts'
import { talkOf } from './question-sent.ts'
import { type Party, partiesOf } from './resident.ts'
import { halvesOf, type RevisitRow, roundById, setRevisit, setRound } from './rounds.ts'
import { openAppointment } from './safe-contact.ts'
import { saidSoFar } from './said-so-far.ts'
import { severalPeople } from './several-people.ts'
import { askThirdParty } from './third-party-check.ts'
import { turnToBegin } from './turn-to-begin.ts'
import { forget, priorityOf, waitFor } from './waiting.ts'

/** How long a question stays in one chat while there is another to try, and in all before a person asks. [D] */
const ONE_CHAT = 24 * HOUR
const ALL_CHATS = 48 * HOUR

/** Begins one side's part of a round. */
export async function askSide(books: Books, c: Case, revisit: RevisitRow): Promise<void> {
  await setRound(books, revisit.roundId, { state: 'open', openedAt: books.now })
  await askThirdParty(books, c, revisit.roundId)
  const inChat = revisit.mode === 'chat'
  // Whoever is at risk is asked by the guarded talk, as their plan allows; any other chat of theirs stays closed below.
  if (inChat && (await openAppointment(books, c, revisit, books.now))) return
  if (inChat && (await askInChat(books, c, revisit, null))) return
  await giveRound(books, c, revisit, revisit.mode === 'visit' ? 'visit' : 'call', null)
}

/** Begins one side's part of a round by a person: as the plan has it, or because a chat would come too late. */
export async function askByHand(
  books: Books,
  c: Case,
  revisit: RevisitRow,
  mode: ByHand,
  why: Said | null,
): Promise<void> {
  await setRound(books, revisit.roundId, { state: 'open', openedAt: books.now })
  await askThirdParty(books, c, revisit.roundId)
  await giveRound(books, c, revisit, mode, why)
}

/**
 * Asks in the first chat of this side that takes a message now, of those after the one where it was asked last; null begins
 * with the one where it answered before. False where there is none left.
 */
export async function askInChat(
  books: Books,
  c: Case,
  half: RevisitRow,
  after: string | null,
): Promise<boolean> {
  const chats = await chatsOf(books, c, half.side)
  const [joined] = chats
  const left = after === null ? firstOf(chats, half.addressId) : laterThan(chats, after)
  for (const [i, address] of left.entries()) {
    const open = await isOpenTo(books, address, address === joined)
    if (!open || !(await takeTurnToWrite(books, address))) continue
    const openedAt = after === null ? books.now : (half.openedAt ?? books.now)
    const row = await setRevisit(books, half, { state: 'open', mode: 'chat', openedAt, addressId: address })
    await forget(books, c, 'revisit', half.id)
    await books.open({
      key: `ask:${c.row.id}:${half.id}`,
      address,
      flow: 'revisit',
      id: talkOf(half, books.now),
      given: await revisitGiven(books, c, row),
      at: await turnToBegin(books, c, half),
      priority: priorityOf(c),
      dispute: c.row.id,
    })
    const more = after === null ? laterThan(chats, address) : left.slice(i + 1)
    const until =
      more.length > 0 ? books.now + ONE_CHAT : Math.max(openedAt + ALL_CHATS, books.now + ONE_CHAT)
    await waitForAnswer(books, c, half, until)
    return true
  }
  return false
}

const firstOf = (chats: string[], first: string | null): string[] =>
  first !== null && chats.includes(first) ? [first, ...chats.filter((one) => one !== first)] : chats

/** A chat that is no longer theirs has none after it. */
const laterThan = (chats: string[], one: string): string[] =>
  chats.includes(one) ? chats.slice(chats.indexOf(one) + 1) : []

/** When this chat counts as silent. */
export const waitForAnswer = (
  books: Books,
  c: Case,
  { id }: Pick<RevisitRow, 'id'>,
  until: Instant,
): Promise<void> =>
  waitFor(books, c, 'unanswered', until, { payload: { revisit: id, rung: 'silent' }, about: id })

/** One task for all sides of the round that a person has to ask in this way; the second side's hour finds it given already. */
async function giveRound(
  books: Books,
  c: Case,
  revisit: RevisitRow,
  mode: ByHand,
  why: Said | null,
): Promise<void> {
  const mine: RevisitRow[] = []
  for (const one of await halvesOf(books, revisit.roundId)) {
    const theirs = one.state === 'planned' && one.mode === mode && !(await isBehind(books, c, one))
    if (one.id === revisit.id || theirs) mine.push(one)
  }
  await giveToOfficer(books, c, mine, mode, why ?? (await whyNotInChat(books, c, revisit)))
}

/** What was to be a chat and is not: their chat takes nothing now. Null where there is none, or a person was to ask anyhow. */
async function whyNotInChat(books: Books, c: Case, { roundId, side }: RevisitRow): Promise<Said | null> {
  const round = await roundById(books, roundId)
  return round?.mode === 'chat' && (await isShutOut(books, c, side)) ? UNHEARD.closed : null
}

/** Where this side may be told something in chat at this moment, at no cost; null where it may not or cannot. */
export async function chatAddress(books: Books, c: Case, side: Side): Promise<string | null> {
  if (officerLed(books, c.row)) return null
  const sides = await partiesOf(books, c.row.id)
  const party = sides.find((one) => one.side === side)
  const other = sides.find((one) => one.side !== side)
  // Both sides on one account: what one of them says there, the other reads.
  if (party?.addressId && other?.addressId && (await samePerson(books, party.addressId, other.addressId)))
    return null
  const address = party ? await reachableAddress(books, party) : null
  const reach = address === null ? null : await reachOf(books, address)
  return reach && maySend(books.now, reach) === 'free' ? address : null
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
  const address = revisit.addressId ?? (await chatAddress(books, c, side))
  const shared = address !== null && (await severalPeople(books, address))
  const said = saidSoFar(c, revisit)
  const law = await lawSaid(books, c, 'revisit')
  return {
    revisit: revisit.id,
    dispute: c.row.id,
    number: c.row.number,
    side,
    station: { name: books.station.name, phone: books.station.phone },
    owes: open.some(({ row }) => isOf(row.debtor, side)),
    owed: open.some(({ row }) => isOf(row.debtor, other) && isOf(row.creditor, side)),
    owesMoney: open.some(({ row }) => row.amountFen !== null && isOf(row.debtor, side)),
    owedMoney: open.some(
      ({ row }) => row.amountFen !== null && isOf(row.debtor, other) && isOf(row.creditor, side),
    ),
    owedWhat: open.flatMap(({ row, duty }) =>
      isOf(row.creditor, side) && !(row.debtor === side) ? [duty.what] : [],
    ),
    ...(shared ? { shared: true as const } : {}),
    // Their words stay in the books: they are not asked for again.
    ...(said === null ? {} : { said: { ...said, words: null } }),
    ...(law ? { law } : {}),
  }
}
