// 研判分流: the station takes a case on a track, does not take it, or finds that it is an emergency.
import { caseFacts, indicators, type KnownFacts } from '../../flows/casework/facts.ts'
import { answersThatCount, barredFrom, passGate } from '../../flows/casework/gate.ts'
import { deadlines } from '../../flows/casework/level.ts'
import { step, towardsEmergency } from '../../flows/casework/life-cycle.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import { type GateAnswers, gateAnswersSchema } from '../../flows/casework/tables/gate-questions.ts'
import { type SubCode, subCodeSchema } from '../../flows/casework/tables/taxonomy.ts'
import { isMediated, type TrackCode, trackCodeSchema } from '../../flows/casework/tables/track.ts'
import { isDispute } from '../../flows/casework/taxonomy.ts'
import type { ScreenDispute } from '../../flows/screening/commands.ts'
import type { Books, Handler } from '../books.ts'
import { advance, guardFacts } from './shared/advance.ts'
import { type Case, type Change, categoryOf, codesOf, joinFacts, save, stateOf } from './shared/case.ts'
import { openEmergency } from './shared/emergency.ts'
import { tellEnd } from './shared/end-told.ts'
import { keepApart, regardDanger } from './shared/filing.ts'
import { gateBefore, writeGate } from './shared/gate.ts'
import { evaluate, tighten } from './shared/grading.ts'
import { regardHard } from './shared/hard.ts'
import { runningLimits, startLimit } from './shared/limits.ts'
import { moved } from './shared/moved.ts'
import { announce } from './shared/new-case.ts'
import { offerFirst } from './shared/offers.ts'
import { recorded } from './shared/sight.ts'
import { awaitTarget } from './shared/waiting.ts'

type Screening = ScreenDispute['with']

export const screenDispute: Handler<'screenDispute'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const refused = await DECIDE[given.decision](books, c, roles, given)
  return refused ?? moved(c)
}

type Decide = (books: Books, c: Case, roles: Role[], given: Screening) => Promise<Refused | null>

const accept: Decide = async (books, c, roles, given) => {
  const category = subCodeSchema.safeParse(given.category ?? c.row.category).data
  const track = trackCodeSchema.safeParse(given.track).data
  if (!category || !track || track === 'NONE')
    return refuse('unknown', '没有这个类别或渠道。', 'There is no such category or track.')
  if (!isDispute(category))
    return refuse(
      'not-a-dispute',
      '这一类不是纠纷，请改类别，或者不予受理。',
      'This is no dispute: correct the category, or do not accept it.',
    )
  const passed = await throughGate(books, c, category, track, given)
  if (isRefused(passed)) return passed
  const known = withAnswers({ ...c.row.facts, category }, passed.answers)
  const codes = indicators(caseFacts(known), books.now, books.station.rulebook)
  if (passed.notOurs && !isMediated(track) && track !== 'CASE')
    return toPassOn(books, c, { category, track, facts: known }, passed)
  const before = { codes: codesOf(books, c.row), level: c.row.level }
  const refused = await advance(books, c, 'ACCEPTED', {
    roles,
    facts: { category, codes, track, ownMotion: true },
    change: { category, track, facts: known, emergencyFrom: null },
  })
  if (refused) return refused
  await passed.write()
  // The category that the officer corrected may be one in which no message is sent of our own accord.
  await keepApart(books, c)
  const { from, to } = await evaluate(books, c)
  if (from !== to) await tighten(books, c)
  await save(books, c, { targetAt: deadlines(to, books.now, books.station.rulebook).target })
  await awaitTarget(books, c)
  if (!(await regardDanger(books, c, before))) await announceTaken(books, c)
  return null
}

/** Simple ones are offered to the mediators of the village first; of a hard one the leader reads that it is. */
async function announceTaken(books: Books, c: Case): Promise<void> {
  const hard = await regardHard(books, c)
  if (hard.length === 0 && (await offerFirst(books, c))) return
  await announce(
    books,
    c,
    hard.length === 0 ? [] : [{ zh: '难案，建议三调联动', en: 'Hard; better mediated together' }, ...hard],
  )
}

/**
 * It belongs to another body: it is not accepted here, and waits for the referral, which is owed within a day. Looking at it
 * again gives no more time.
 */
async function toPassOn(books: Books, c: Case, change: Change, passed: Through): Promise<null> {
  await save(books, c, change)
  await passed.write()
  await keepApart(books, c)
  const { from, to } = await evaluate(books, c)
  if (from !== to) await tighten(books, c)
  const running = await runningLimits(books, c, ['T-REF-24H'])
  if (running.length === 0) await startLimit(books, c, 'T-REF-24H', books.now)
  return null
}

type Through = { answers: GateAnswers; notOurs: boolean; write: () => Promise<void> }

/** The gate is passed here, from the answers and from what the books know; what a form offered counts for nothing. */
async function throughGate(
  books: Books,
  c: Case,
  category: SubCode,
  track: TrackCode,
  given: Screening,
): Promise<Through | Refused> {
  const answers = gateAnswersSchema.safeParse(given.answers).data
  if (!answers)
    return refuse(
      'gate',
      '法律上的回答对不上，请重新研判。',
      'The answers do not fit: please begin the triage again.',
    )
  const known = { ...c.row.facts, category }
  const codes = indicators(caseFacts(known), books.now, books.station.rulebook)
  const before = await gateBefore(books, c, category, codes)
  const barred = barredFrom(before, answers, track)
  if (barred) return refuse(barred.code, barred.zh, barred.en)
  const passing = passGate(before, answers)
  return {
    answers: answersThatCount(before, answers),
    notOurs: passing.notOurs,
    write: () => writeGate(books, c, before, answers, passing, track),
  }
}

/** What an officer learned at the gate is known of the case: violence at home keeps it with officers, ten workers weigh. */
const withAnswers = (known: KnownFacts, { home, workers }: GateAnswers): KnownFacts =>
  joinFacts(known, {
    ...(home === 'violence' ? { danger: ['A11' as const] } : {}),
    ...(workers === 'ten' && (known.headcount ?? null) === null ? { headcount: TEN } : {}),
  })

const TEN = 10

/** `NONE` is a track too: no mediation, an answer and a record. */
const reject: Decide = async (books, c, roles, given) => {
  const text = given.reason ?? ''
  const prank = c.row.category === 'ND-FK'
  const category = subCodeSchema.catch(categoryOf(c.row)).parse(given.category)
  const passed = given.track === 'NONE' ? await throughGate(books, c, category, 'NONE', given) : null
  if (isRefused(passed)) return passed
  const refused = await advance(books, c, 'REJECTED', {
    roles,
    // The reporter is told in this transaction, or an officer is asked to tell them.
    facts: { reason: text, reporterTold: true },
    reason: 'not-accepted',
    text,
    change: { endReason: prank ? 'prank' : 'not-accepted', prank, ...(passed ? { track: 'NONE' } : {}) },
  })
  if (refused) return refused
  await passed?.write()
  await tellEnd(books, c, 'refusedCase')
  return null
}

const emergency: Decide = async (books, c, roles, { reason }) => {
  const from = stateOf(c.row)
  if (from === 'EMERGENCY' || !towardsEmergency(from)) {
    const refused = step(from, 'EMERGENCY', { actor: roles, facts: guardFacts(books, c) })
    if (isRefused(refused)) return refused
  }
  await openEmergency(books, c, { roles, ...(reason ? { text: reason } : {}) })
  return null
}

const DECIDE: { [D in Screening['decision']]: Decide } = { accept, reject, emergency }
