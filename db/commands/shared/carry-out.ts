// Carrying out what a round came to: a state, an alarm, another round, a task; gravest first, never told to the sides.
import { DAY, dayOf, shiftDay } from '../../../flows/casework/calendar.ts'
import type { Consequence } from '../../../flows/casework/consequence.ts'
import type { Judgement } from '../../../flows/casework/outcome.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import { OUTCOMES } from '../../../flows/casework/tables/outcome.ts'
import type { Books } from '../../books.ts'
import { advance } from './advance.ts'
import { enterBreach } from './breach.ts'
import { type Case, stateOf } from './case.ts'
import { confirmDuties } from './confirm-duties.ts'
import { askConsentReview } from './consent-review.ts'
import { dutiesOf, type Held, ledger } from './duty-book.ts'
import { openEmergency } from './emergency.ts'
import { announceRaise, raiseTo } from './grading.ts'
import { addRound } from './plan-rounds.ts'
import { reopen } from './reopen.ts'
import { saidIn } from './round-of.ts'
import { awaitRevisit, type RevisitRow, type RoundRow, roundsOf, setRevisit, setRound } from './rounds.ts'
import { responsible, tellStaff } from './tell.ts'
import { tellOutcome } from './tell-outcome.ts'
import { askThirdParty } from './third-party-check.ts'

export type Found = {
  round: RoundRow
  halves: RevisitRow[]
  judgement: Judgement
  roles: readonly Role[]
}

export async function carryOut(books: Books, c: Case, found: Found): Promise<void> {
  const { judgement } = found
  const doubts = await confirmDuties(books, c, found)
  const turned = await turn(books, c, found)
  const then = turned
    ? judgement.consequences.filter(({ kind }) => kind === 'voluntariness-review')
    : planning(judgement.consequences)
  if (!turned) await noteVisit(books, c, found)
  for (const consequence of then) await plan(books, c, found, consequence)
  await tellOutcome(books, c, judgement, { done: then, doubts })
  if (judgement.help.length > 0 && !turned)
    await tellStaff(
      books,
      c,
      { people: responsible(c) },
      (about) => ({ kind: 'wants', what: 'call', ...about }),
      ['contact'],
    )
}

/** Where an agreement is kept or not: from there a case is opened again before it is anything else. */
const FOLLOWED: readonly State[] = ['PERFORMING', 'BREACHED', 'REVISITING']

/** A new state, where the gravest outcome asks for one. True when the rounds that were planned have lost their point. */
async function turn(books: Books, c: Case, found: Found): Promise<boolean> {
  const { judgement, roles } = found
  const facts = { surfaceScore: judgement.surface.score, samePartiesAndKind: true }
  for (const consequence of judgement.consequences) {
    switch (consequence.kind) {
      case 'emergency': {
        const through: State[] | undefined = FOLLOWED.includes(stateOf(c.row))
          ? ['REOPENED', 'EMERGENCY']
          : undefined
        await openEmergency(books, c, { roles, ...(through ? { through } : {}) })
        return true
      }
      case 'reopened': {
        const { level } = consequence
        const outcome = { ...facts, outcome: outcomeOf(judgement, consequence) }
        const how = { facts: outcome, reason: outcome.outcome, atLeast: level }
        const refused =
          (await reopen(books, c, { roles, ...how })) && (await reopen(books, c, { roles: ['bot'], ...how }))
        if (!refused) return true
        // It stands elsewhere already, such as in triage: what was heard still counts.
        await announceRaise(books, c, await raiseTo(books, c, level))
        break
      }
      case 'breached':
        await breach(books, c, found)
        break
      default:
        break
    }
  }
  return false
}

/**
 * Whoever recorded the last word of it: what a revisit has found broken is so, by a date or without one. The debtor is
 * urged by a person: a message of ours would tell what the other side has said.
 */
async function breach(books: Books, c: Case, found: Found): Promise<void> {
  const by: readonly Role[] = stateOf(c.row) === 'PERFORMING' ? ['system'] : found.roles
  const how = { found: true, broken: await brokenBy(books, c, found) }
  if (await enterBreach(books, c, { roles: by, ...how }))
    await enterBreach(books, c, { roles: ['bot'], ...how })
}

/**
 * Promises without a date that whoever they were made to calls broken themselves: only they are told their ways then.
 * What the debtor alone admits, or refuses before its day, must not reach the other side through a message of ours; the
 * officer has it on the card, and tells them.
 */
async function brokenBy(books: Books, c: Case, { halves, judgement }: Found): Promise<number[]> {
  if (judgement.verdict !== 'one-side-not-keeping') return []
  const missed = halves.flatMap((half) => {
    const said = saidIn(books, c, half)?.other
    return said === 'none' || said === 'part' ? [half.side] : []
  })
  const fails = ({ debtor, creditor }: Held['row']): boolean =>
    judgement.who.some((side) => side === debtor) && missed.some((side) => side === creditor)
  const open = (await dutiesOf(books, c)).filter(({ row }) => row.state === 'lasting' && row.dueAt === null)
  return open.filter(({ row }) => fails(row)).map(({ row }) => row.no)
}

const outcomeOf = ({ codes, consequences }: Judgement, one: Consequence): string =>
  codes[consequences.indexOf(one)] ?? codes[0]!

/** "A revisit done" stands in the case's path without changing where it stands. */
async function noteVisit(books: Books, c: Case, { judgement, roles }: Found): Promise<void> {
  const state = stateOf(c.row)
  if (state !== 'REVISITING' && state !== 'PERFORMING') return
  const by: readonly Role[] = roles.includes('bot') ? ['bot'] : roles
  const facts = { askedSeparately: true, changesDueDate: false }
  const refused = await advance(books, c, state, { roles: by, facts, reason: judgement.code })
  if (refused) await advance(books, c, state, { roles: ['bot'], facts, reason: judgement.code })
}

/** Of several rounds that are asked for the gravest one is held; it does for the others too. */
function planning(consequences: readonly Consequence[]): Consequence[] {
  const added = consequences.find(({ kind }) => kind === 'visit' || kind === 'extra-round')
  return consequences.filter((one) => one === added || (one.kind !== 'visit' && one.kind !== 'extra-round'))
}

async function plan(books: Books, c: Case, found: Found, consequence: Consequence): Promise<void> {
  const { halves, judgement } = found
  switch (consequence.kind) {
    case 'visit':
      return addRound(books, c, await daysWithin(books, c, consequence.days), 'visit', why(judgement.code))
    case 'extra-round':
      return addRound(books, c, consequence.days, consequence.mode, why(judgement.code))
    case 'supplement':
      // Asked again at the new date; where nobody has written one and nothing is planned, in a week.
      if ((await roundsOf(books, c, ['planned'])).length > 0) return
      return addRound(books, c, 7, 'call', why(judgement.code))
    case 'ask-again':
      return askAgain(
        books,
        c,
        found,
        // Whoever was not reached in a week of calls and visits is not asked again before the next round.
        halves.filter(({ side, state }) => consequence.who.includes(side) && state !== 'unreached'),
      )
    case 'voluntariness-review':
      return askConsentReview(books, c, found.round.id)
    case 'third-party-check':
      return askThirdParty(books, c, found.round.id)
    case 'closable':
      return mayClose(books, c)
    default:
      return
  }
}

/** "Within three days" is no later for a round that is planned on the third: the day before it, then. */
async function daysWithin(books: Books, c: Case, days: number): Promise<number> {
  const { calendar } = books.station.rulebook
  const taken = (await roundsOf(books, c, ['planned', 'open'])).map(({ at }) => dayOf(at, calendar))
  const today = dayOf(books.now, calendar)
  for (let left = days; left >= 1; left--) if (!taken.includes(shiftDay(today, left))) return left
  return days
}

/** The silent side is tried once more tomorrow, by a person; the round goes on until then. */
async function askAgain(
  books: Books,
  c: Case,
  { round, judgement }: Found,
  halves: RevisitRow[],
): Promise<void> {
  if (halves.length === 0) return
  for (const half of halves) {
    const mode = half.mode === 'call' ? ('visit' as const) : ('call' as const)
    const at = books.now + DAY
    await setRevisit(books, half, { state: 'planned', at, mode, endedAt: null, verdict: null })
    await awaitRevisit(books, c, half.id, at)
  }
  if (judgement.code === 'R-UNREACH')
    await setRound(books, round.id, { state: 'open', code: null, endedAt: null })
}

export async function mayClose(books: Books, c: Case): Promise<void> {
  if (ledger(books, await dutiesOf(books, c)).open.length > 0) return
  if (stateOf(c.row) !== 'REVISITING') return
  await tellStaff(books, c, { people: [c.row.leaderId] }, (about) => ({ kind: 'mayClose', ...about }), [
    'close',
  ])
}

const why = (code: string): Said => {
  const { zh, en } = OUTCOMES.find((one) => one.code === code)!
  return { zh, en }
}
