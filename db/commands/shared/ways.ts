// How each side of a case can be asked at this moment: what the planner needs to know, read from the books.
import { maySend, type Reach } from '../../../flows/casework/allowance.ts'
import { type HowAndWhy, possible, type Way, wanted } from '../../../flows/casework/revisit-modes.ts'
import type { Ways } from '../../../flows/casework/revisit-plan.ts'
import type { Books } from '../../books.ts'
import { type Case, officerLed } from './case.ts'
import { chatsOf, isOpenTo } from './chats.ts'
import { reachOf } from './may-write.ts'
import { type Party, partiesOf, tellResident } from './resident.ts'
import { chatsMissed, halvesOf, type RevisitRow, type RoundRow, roundsOf, setRevisit } from './rounds.ts'
import { isGuarded, mayChat, planOf, type Side } from './safe-contact.ts'

export async function waysOf(books: Books, c: Case): Promise<Ways> {
  const sides = await partiesOf(books, c.row.id)
  const of = (side: Side) =>
    wayOf(
      books,
      c,
      side,
      sides.find((one) => one.side === side),
    )
  return { A: await of('A'), B: await of('B') }
}

const NO_CHAT: Way['reach'] = { allowance: { kind: 'never' }, lastHeard: null, grants: 0 }

async function wayOf(books: Books, c: Case, side: Side, party: Party | undefined): Promise<Way> {
  const phone = party !== undefined && (party.phone !== null || planOf(c, party)?.way === 'phone')
  const reach = await chatReach(books, c, side)
  if (reach !== null)
    return { chatBy: isGuarded(books, c, party) ? 'contact-plan' : 'ordinary', reach, phone }
  // Where officers lead, that is the reason, whatever chats there are.
  return { chatBy: officerLed(books, c.row) ? 'ordinary' : 'none', reach: NO_CHAT, phone }
}

/** How the chat can be written to in which this side may be asked as things stand; null where there is none. */
export async function chatReach(books: Books, c: Case, side: Side): Promise<Reach | null> {
  const guarded = await mayChat(books, c, side)
  if (guarded) return reachOf(books, guarded.address)
  const reaches: Reach[] = []
  const chats = await chatsOf(books, c, side)
  for (const [i, id] of chats.entries()) {
    const reach = (await isOpenTo(books, id, i === 0)) ? await reachOf(books, id) : null
    if (reach) reaches.push(reach)
  }
  // Whichever takes most: the one that is asked first may be shut when its day comes, and then the next is tried.
  return reaches.find(({ allowance }) => allowance.kind === 'always') ?? mostOf(reaches)
}

const mostOf = (reaches: readonly Reach[]): Reach | null =>
  [...reaches].sort((one, other) => weight(other) - weight(one))[0] ?? null
const weight = ({ allowance, grants, lastHeard }: Reach): number =>
  allowance.kind === 'never' ? -1 : grants + (lastHeard === null ? 0 : 0.5)

export type Halved = { round: RoundRow; halves: RevisitRow[] }
/** By the id of the half. */
type Hows = Map<string, HowAndWhy>

/** How each side of the rounds to come is asked as things stand now, in their order: what one uses up the next has not. */
export async function howNow(books: Books, c: Case, rounds: readonly Halved[]): Promise<Hows> {
  const led = officerLed(books, c.row)
  const ways = await waysOf(books, c)
  const hows: Hows = new Map()
  for (const [i, { round, halves }] of rounds.entries()) {
    const want = wantOf(books, c, round, { first: round.no === 1, last: i === rounds.length - 1 })
    for (const half of halves) {
      const { reach, mode, why } = possible(half.side, ways[half.side], want, half.at, led)
      if (isUntouched(half)) ways[half.side] = { ...ways[half.side], reach }
      // Who was asked before goes on in the way that followed from it.
      hows.set(half.id, isUntouched(half) ? { mode, why } : { mode: half.mode, why: GOES_ON })
    }
  }
  return hows
}

const isUntouched = ({ state, openedAt }: RevisitRow): boolean => state === 'planned' && openedAt === null
const GOES_ON = { zh: '接着问', en: 'asked further' }

/** What the round is to be; its sides have what can be done of it. */
function wantOf(books: Books, c: Case, round: RoundRow, place: { first: boolean; last: boolean }): HowAndWhy {
  const byLevel = wanted(c.row.level, place, officerLed(books, c.row), books.station.rulebook)
  return byLevel.mode === round.mode ? byLevel : { mode: round.mode, why: BY_HAND }
}

const BY_HAND = { zh: '另外安排', en: 'arranged separately' }

export async function comingRounds(books: Books, c: Case): Promise<Halved[]> {
  const found: Halved[] = []
  for (const round of await roundsOf(books, c, ['planned', 'open']))
    found.push({ round, halves: await halvesOf(books, round.id) })
  return found
}

/** A side can be reached otherwise than when the plan was made: what has not begun is planned by what is true now. */
export async function rethinkWays(books: Books, c: Case): Promise<void> {
  const rounds = await comingRounds(books, c)
  if (rounds.length === 0) return
  const hows = await howNow(books, c, rounds)
  for (const { halves } of rounds)
    for (const half of halves) {
      const mode = hows.get(half.id)?.mode
      if (mode !== undefined && mode !== half.mode && isUntouched(half))
        await setRevisit(books, half, { mode })
    }
}

/** Sides whose channel wants a permission for each message are asked for as many as the plan could use. */
export async function askPermissions(books: Books, c: Case): Promise<void> {
  for (const party of await partiesOf(books, c.row.id)) {
    const address = isGuarded(books, c, party) ? null : await grantingChat(books, c, party.side)
    if (address !== null && (await chatsMissed(books, c, party.side)) > 0)
      await tellResident(books, c, address, 'permission', party)
  }
}

/** A chat of this side in which a permission can be asked for now; out of its window not even the question arrives. */
async function grantingChat(books: Books, c: Case, side: Side): Promise<string | null> {
  const chats = await chatsOf(books, c, side)
  for (const [i, id] of chats.entries()) {
    const reach = (await isOpenTo(books, id, i === 0)) ? await reachOf(books, id) : null
    if (reach?.allowance.kind !== 'window' || !reach.allowance.grants) continue
    if (maySend(books.now, { ...reach, grants: 0 }) === 'free') return id
  }
  return null
}
