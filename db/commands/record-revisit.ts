// One side's half of a round: what it answered in the chat, or what an officer heard by phone or at the door. That nobody was
// reached is recorded here alone, by a person who tried and says why.
import { and, eq } from 'drizzle-orm'
import { reach } from '../../flows/casework/attempts.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { hasHardTrigger } from '../../flows/casework/risk.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { RecordRevisit } from '../../flows/revisit/commands.ts'
import type { Books, Handler } from '../books.ts'
import { revisits } from '../schema/index.ts'
import type { Tried } from '../schema/revisit.ts'
import { releaseBehind } from './shared/behind.ts'
import { type Case, lockCase, stateOf, subjectOf } from './shared/case.ts'
import { hearDanger, riskCodes } from './shared/emergency.ts'
import { keepApart } from './shared/filing.ts'
import { announceRaise, evaluate } from './shared/grading.ts'
import { judgeRound } from './shared/judge-round.ts'
import { tellTask, waitReminder } from './shared/officer-task.ts'
import { withChatTry } from './shared/question-sent.ts'
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
import { keepWith, saidSoFar, together } from './shared/said-so-far.ts'
import { partOf, recorded } from './shared/sight.ts'
import { tellStaff } from './shared/tell.ts'
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
  await keepWith(books, c, given.files)
  if (given.mode !== 'chat' && (await tryAgain(books, held, given))) return result
  if (isMissed(given.outcome) && reasonIn(given) === null) return whyNot()
  await end(books, held, given)
  await hear(books, held, given)
  await judgeRound(books, c, half.roundId, held.roles)
  await gradeAgain(books, c)
  if (given.mode !== 'chat') await tellRest(books, c, half)
  else if (half.state === 'open' && half.mode !== 'chat') await tellDone(books, c, half)
  await releaseBehind(books, c, half)
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
  await tellTask(books, c, sides, mode, null)
}

/** An officer was to ask, and the person has answered by itself after all. */
async function tellDone(books: Books, c: Case, { side }: RevisitRow): Promise<void> {
  await tellStaff(books, c, { people: [c.row.officerId] }, (about) => ({
    kind: 'revisitAnswered',
    side,
    ...about,
  }))
}

const whyNot = (): Refused =>
  refuse('no-reason', '请用一句话写明为什么没访到。', 'Please say in a sentence why they were not reached.')

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
async function tryAgain(books: Books, { c, half, by }: Held, given: Given): Promise<boolean> {
  const { outcome, mode } = given
  if (outcome !== 'unreached' && !isMissed(outcome)) return false
  // Who has not gone has not tried.
  const tried = await withChatTry(books, half)
  const attempts = outcome === 'unreached' ? tried : [...tried, { at: books.now, mode }]
  const so = reach(attemptsOf(attempts), books.station.rulebook.calendar)
  // "Not gone yet" ends nothing, whatever was tried before.
  if (so === 'unreached' && outcome !== 'unreached') return false
  await openRound(books, half)
  const next = so === 'visit' || mode === 'call' ? ('visit' as const) : ('call' as const)
  const row = await setRevisit(books, half, {
    state: 'open',
    mode: outcome === 'unreached' ? mode : next,
    attempts,
    reason: sealedReason(c, half, given) ?? half.reason,
    openedAt: half.openedAt ?? books.now,
  })
  await forget(books, c, 'revisit', half.id)
  // Reminders begin anew with a try, and not with its being put off.
  if (outcome !== 'unreached' || half.state !== 'open' || half.mode === 'chat')
    await waitReminder(books, c, row, books.now)
  books.audit('revisit-tried', subjectOf(c), { revisit: half.id, side: half.side, outcome, by })
  if (so === 'visit') await tellTask(books, c, [half.side], 'visit', null)
  else await tellRest(books, c, half)
  return true
}

/** Nobody was there, or nobody of that name. */
const isMissed = (outcome: Given['outcome']): boolean => outcome === 'unavailable' || outcome === 'nosuch'

/** Why, in the words of whoever tried. */
const reasonIn = ({ reason, answers }: Given): string | null =>
  reason?.trim() || answers?.words?.trim() || null

/** Of the last try; whoever answers, or speaks for themselves in a chat, needs none. */
function sealedReason({ vault }: Case, { id }: RevisitRow, given: Given): string | null {
  const reason = given.mode === 'chat' || given.outcome === 'answered' ? null : reasonIn(given)
  return reason === null ? null : vault.seal('revisits.reason', id, reason)
}

/** Whoever answers in a chat was reached there. */
export const chatTry = ({ now, actor }: Books): Tried => ({
  at: now,
  mode: 'chat',
  ...(actor.address === null ? {} : { address: actor.address }),
})

/** An officer may be there before the day that was planned. */
async function openRound(books: Books, { roundId }: RevisitRow): Promise<void> {
  const round = await roundById(books, roundId)
  if (round?.state === 'planned') await setRound(books, roundId, { state: 'open', openedAt: books.now })
}

async function end(books: Books, { c, half, by }: Held, given: Given): Promise<void> {
  const { danger, mode, outcome } = given
  const answers = together(saidSoFar(c, half), given.answers)
  const tried = await withChatTry(books, half)
  await openRound(books, half)
  await setRevisit(books, half, {
    state: outcome,
    mode,
    answers: answers && c.vault.seal('revisits.answers', half.id, JSON.stringify(answers)),
    score: answers?.score ?? null,
    danger,
    attempts: mode === 'chat' ? [...half.attempts, chatTry(books)] : [...tried, { at: books.now, mode }],
    reason: sealedReason(c, half, given),
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
