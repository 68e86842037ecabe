// One side's half of a round: what it answered in the chat, or what an officer heard by phone or at the door.
import { and, eq } from 'drizzle-orm'
import { reach } from '../../flows/casework/attempts.ts'
import { DAY } from '../../flows/casework/calendar.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { hasHardTrigger } from '../../flows/casework/risk.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { RecordRevisit } from '../../flows/revisit/commands.ts'
import type { Books, Handler } from '../books.ts'
import { revisits } from '../schema/index.ts'
import { tellTask, waitUnanswered } from './shared/ask-side.ts'
import { type Case, lockCase, stateOf, subjectOf } from './shared/case.ts'
import { hearDanger, riskCodes } from './shared/emergency.ts'
import { keepApart } from './shared/filing.ts'
import { announceRaise, evaluate } from './shared/grading.ts'
import { judgeRound } from './shared/judge-round.ts'
import { noSuchCase } from './shared/refusal.ts'
import { attemptsOf, isAwaited } from './shared/round-of.ts'
import {
  awaitRevisit,
  halvesOf,
  type RevisitRow,
  revisitById,
  roundById,
  setRevisit,
  setRound,
} from './shared/rounds.ts'
import { partOf, recorded } from './shared/sight.ts'
import { forget } from './shared/waiting.ts'

type Given = RecordRevisit['with']
type Held = { c: Case; half: RevisitRow; by: string; roles: readonly Role[] }

export const recordRevisit: Handler<'recordRevisit'> = async (books, given) => {
  const held = await halfFor(books, given)
  if (isRefused(held)) return held
  const { c, half } = held
  const result = { dispute: c.row.id, number: c.row.number }
  if (half.state === 'answered') return given.mode === 'chat' ? result : twice()
  if (given.mode !== 'chat' && !isAwaited(half)) return twice()
  if (given.mode !== 'chat' && (await tryAgain(books, held, given))) return result
  await end(books, held, given)
  await hear(books, held, given)
  await judgeRound(books, c, half.roundId, held.roles)
  await gradeAgain(books, c)
  if (given.mode !== 'chat') await tellRest(books, c, half)
  return result
}

/** The button of the card is used up by one side: whom a person has yet to ask in this round comes with a new one. */
async function tellRest(books: Books, c: Case, half: RevisitRow): Promise<void> {
  const rest = (await halvesOf(books, half.roundId)).filter(
    ({ id, state, mode }) => id !== half.id && state === 'open' && mode !== 'chat',
  )
  const [first] = rest
  if (!first) return
  const mode = first.mode === 'visit' ? 'visit' : 'call'
  const sides = rest.map(({ side }) => side)
  await tellTask(books, c, sides, mode, null, false)
}

const twice = (): Refused =>
  refuse('recorded', '这一次回访已经记过了。', 'This revisit has been recorded already.')

/** A side speaks for itself alone; an officer for whom they asked. */
export async function halfFor(
  books: Books,
  { revisit, side, mode }: Pick<Given, 'revisit' | 'side' | 'mode'>,
): Promise<Held | Refused> {
  const [found] = await books.tx
    .select({ dispute: revisits.disputeId })
    .from(revisits)
    .where(and(eq(revisits.stationId, books.station.id), eq(revisits.id, revisit)))
  if (!found) return noSuchCase()
  if (mode === 'chat') {
    const c = await lockCase(books, found.dispute)
    if (!c || (await partOf(books, c.row)) !== side) return noSuchCase()
    const half = await revisitById(books, revisit)
    return half?.side === side ? { c, half, by: side, roles: ['bot'] } : noSuchCase()
  }
  const handled = await recorded(books, found.dispute, null)
  if (isRefused(handled)) return handled
  const half = await revisitById(books, revisit)
  if (half?.side !== side) return noSuchCase()
  return { c: handled.c, half, by: handled.person.id, roles: handled.roles }
}

/**
 * Not there, a wrong number, or not gone yet: none of these is a visit. It is tried again on another day and by other
 * means, at last at the door; only then has this side not been reached. True while it goes on.
 */
async function tryAgain(books: Books, { c, half, by }: Held, { outcome, mode }: Given): Promise<boolean> {
  if (outcome !== 'unavailable' && outcome !== 'nosuch' && outcome !== 'unreached') return false
  // Who has not gone has not tried.
  const attempts = outcome === 'unreached' ? half.attempts : [...half.attempts, { at: books.now, mode }]
  const so = reach(attemptsOf(attempts), books.station.rulebook.calendar)
  if (so === 'unreached') return false
  await openRound(books, half)
  const next = so === 'visit' || mode === 'call' ? ('visit' as const) : ('call' as const)
  const row = await setRevisit(books, half, {
    state: 'open',
    mode: outcome === 'unreached' ? mode : next,
    attempts,
    openedAt: half.openedAt ?? books.now,
  })
  await forget(books, c, 'revisit', half.id)
  await waitUnanswered(books, c, row, 'remind', DAY)
  books.audit('revisit-tried', subjectOf(c), { revisit: half.id, side: half.side, outcome, by })
  if (so === 'visit') await tellTask(books, c, [half.side], 'visit', null, false)
  else await tellRest(books, c, half)
  return true
}

/** An officer may be there before the day that was planned. */
async function openRound(books: Books, { roundId }: RevisitRow): Promise<void> {
  const round = await roundById(books, roundId)
  if (round?.state === 'planned') await setRound(books, roundId, { state: 'open', openedAt: books.now })
}

async function end(books: Books, { c, half, by }: Held, given: Given): Promise<void> {
  const { answers, danger, mode, outcome } = given
  await openRound(books, half)
  await setRevisit(books, half, {
    state: outcome,
    mode,
    answers: answers && c.vault.seal('revisits.answers', half.id, JSON.stringify(answers)),
    score: answers?.score ?? null,
    danger,
    attempts: outcome === 'unreached' ? half.attempts : [...half.attempts, { at: books.now, mode }],
    openedAt: half.openedAt ?? books.now,
    endedAt: books.now,
    by,
  })
  await forget(books, c, 'revisit', half.id)
  await forget(books, c, 'unanswered', half.id)
  await books.cancel(`ask:${c.row.id}:${half.id}`)
  books.audit('revisited', subjectOf(c), { revisit: half.id, side: half.side, outcome, mode, by })
}

/** Danger counts for the case whatever the other half will bring; where it is grave, the alarm shows the level it makes. */
async function hear(books: Books, { c, by }: Held, { danger, answers }: Given): Promise<void> {
  if (danger.length === 0) return
  await hearDanger(books, c, by, danger, answers?.words ?? '')
  await keepApart(books, c)
  if (hasHardTrigger(riskCodes(danger))) await evaluate(books, c)
}

/** What was heard has its part in the level also where the round has no consequence of its own yet. */
async function gradeAgain(books: Books, c: Case): Promise<void> {
  const graded = await evaluate(books, c, { unlessSame: true })
  if (stateOf(c.row) !== 'EMERGENCY') await announceRaise(books, c, graded)
}

/** Asked again by the same means at another hour. */
export async function putOff(books: Books, c: Case, half: RevisitRow, at: number): Promise<void> {
  await setRevisit(books, half, { state: 'planned', at })
  await forget(books, c, 'unanswered', half.id)
  await books.cancel(`ask:${c.row.id}:${half.id}`)
  await awaitRevisit(books, c, half.id, at)
}
