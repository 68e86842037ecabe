// 回访计划: one round more, one on another day, one that the leader lets go, or only one left; each with its reason.
import type { Day } from '../../flows/casework/calendar.ts'
import { stateName } from '../../flows/casework/life-cycle.ts'
import { addRoundOn, cutPlan, moveRound, waiveRound } from '../../flows/casework/plan-change.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { actsAs, type Role, roleName } from '../../flows/casework/roles.ts'
import type { ChangePlan } from '../../flows/plan/commands.ts'
import type { Books, Handler } from '../books.ts'
import { agreementInForce } from './shared/agreements.ts'
import { type Case, save, stateOf, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { dutiesNow, FOLLOWED, forChange, heldRounds } from './shared/plan-rounds.ts'
import { halvesOf, lastNo, replaceRound, waiveRounds, writeRound } from './shared/rounds.ts'
import { recorded } from './shared/sight.ts'
import { toldAsItStands } from './shared/tell-plan.ts'

type Given = ChangePlan['with']
type Held = Awaited<ReturnType<typeof heldRounds>>
type Change = { books: Books; c: Case; roles: Role[]; held: Held; given: Given; reason: string }
/** The number of the round, for the audit. */
type Done = { no: number }

export const changePlan: Handler<'changePlan'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const refused = given.change === 'keep' ? null : await change(books, c, roles, given, given.change)
  if (refused) return refused
  return { ...moved(c), plan: await toldAsItStands(books, c) }
}

async function change(
  books: Books,
  c: Case,
  roles: Role[],
  given: Given,
  what: Exclude<Given['change'], 'keep'>,
): Promise<Refused | null> {
  if (!FOLLOWED.includes(stateOf(c.row))) return notNow(c)
  // Mediators look at it; the days are the officer's, and what is left out the leader's.
  if (!actsAs(roles).includes('officer')) return notYours('officer')
  const held = await heldRounds(books, c)
  const reason = given.reason ?? ''
  const done = await CHANGES[what]({ books, c, roles, held, given, reason })
  if (isRefused(done)) return done
  await save(books, c, {})
  books.audit('plan', subjectOf(c), { change: what, no: done.no })
  return null
}

function notNow({ row }: Case): Refused {
  const { zh, en } = stateName(stateOf(row))
  return refuse(
    'not-now',
    `${row.number}现在是“${zh}”，没有回访安排可改。`,
    `${row.number} is "${en}" now: there is no plan of revisits to change.`,
  )
}

function notYours(role: Role): Refused {
  const { zh, en } = roleName(role)
  return refuse('not-yours', `这一步要由${zh}来做。`, `This step belongs to the ${en}.`)
}

const NO_DAY = refuse('no-day', '请说是哪一天。', 'Please say which day.')
const dayIn = ({ day }: Given): Day | Refused => day ?? NO_DAY
/** -1 is the number of none, and refused as such. */
const noOf = (held: Held, { round }: Given): number => held.find(({ row }) => row.id === round)?.no ?? -1

async function add({ books, c, held, given, reason }: Change): Promise<Done | Refused> {
  const day = dayIn(given)
  if (typeof day !== 'string') return day
  const no = (await lastNo(books, c)) + 1
  const mode = given.mode ?? 'call'
  const known = await forChange(books, c)
  const round = addRoundOn({ ...known, rounds: held, no, day, mode, reason }, books.station.rulebook)
  if (isRefused(round)) return round
  await writeRound(books, c, round, { wanted: mode, reason })
  return { no }
}

async function move({ books, c, held, given, reason }: Change): Promise<Done | Refused> {
  const day = dayIn(given)
  if (typeof day !== 'string') return day
  const no = noOf(held, given)
  const known = await forChange(books, c)
  const duties = await dutiesNow(books, c)
  const round = moveRound({ ...known, duties, rounds: held, no, day, reason }, books.station.rulebook)
  if (isRefused(round)) return round
  const old = held.find((one) => one.no === no)
  if (old) await replaceRound(books, c, old.row, round, reason)
  return { no }
}

async function waive({ books, c, roles, held, given, reason }: Change): Promise<Done | Refused> {
  const freed = waiveRound({ rounds: held, reason, no: noOf(held, given), roles })
  if (isRefused(freed)) return freed
  await waiveRounds(books, c, reason, idsOf(held, [freed.waived]))
  return { no: freed.waived }
}

/** By the rule of domain 6.2: all was done on the spot, and both sides were content at the first revisit. */
async function cut({ books, c, roles, held, reason }: Change): Promise<Done | Refused> {
  const paper = await agreementInForce(books, c)
  const judged = held.filter(({ row }) => row.code !== null && row.at >= (paper?.at ?? 0))
  const last = judged.at(-1)
  const scores = last ? (await halvesOf(books, last.row.id)).map(({ score }) => score) : []
  const left = cutPlan({
    rounds: held,
    now: books.now,
    reason,
    roles,
    onTheSpot: paper?.onTheSpot === true,
    round: judged.length,
    scores,
  })
  if (isRefused(left)) return left
  await waiveRounds(books, c, reason, idsOf(held, left.waived))
  return { no: left.keep }
}

const idsOf = (held: Held, numbers: readonly number[]): string[] =>
  held.filter(({ no }) => numbers.includes(no)).map(({ row }) => row.id)

const CHANGES: {
  readonly [C in Exclude<Given['change'], 'keep'>]: (asked: Change) => Promise<Done | Refused>
} = { add, move, waive, cut }
