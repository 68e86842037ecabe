// The invariant (事事有回应、件件有着落): every open matter has somebody who took it or an alarm on its way up, a leader, and a
// next act with its time; every request an answer or a date; every end was told. Pure.
import type { Instant } from '../calendar.ts'
import { isOpen } from '../life-cycle.ts'
import { ALARMS, CARRIED_BY, isBeforeAssigned } from '../waiting.ts'
import type { DisputeMatter, Matter, RequestMatter, Waiting } from './matter.ts'
import { VIOLATIONS, type Violation, type ViolationCode } from './violation.ts'

/**
 * How long ago something may have come due without being done: a sweep claims a row for a minute and comes again, so this
 * is many tries. What is later does not happen by itself any more.
 */
export const GRACE = 15 * 60_000

export function violationsOf(matter: Matter, now: Instant): Violation[] {
  const found = matter.kind === 'dispute' ? inDispute(matter, now) : inRequest(matter, now)
  const { kind, id, number } = matter
  return found.map(([code, about]) => {
    const { zh, en } = VIOLATIONS.find((one) => one.code === code)!
    return { code, zh, en, about, matter: { kind, id, number } }
  })
}

type Found = [code: ViolationCode, about: string]

function inDispute(matter: DisputeMatter, now: Instant): Found[] {
  const { state, waits } = matter
  if (!isOpen(state)) return ended(matter, state, now)
  const found: Found[] = []
  const alarm = waits.some((one) => ALARMS.includes(one.kind) && isAhead(one, now))
  if (!matter.owned && !alarm) found.push(['no-owner', state])
  if (!matter.led && !(isBeforeAssigned(state) && alarm)) found.push(['no-leader', state])
  if (!hasNext(matter, now)) found.push(['no-next', state])
  found.push(...stuck(waits, now))
  // The other body has answered, and the matter is as good as over for whoever brought it.
  if (state === 'REFERRED' && matter.referral?.finished && !matter.referral.told && matter.reporter)
    found.push(['end-untold', state])
  return found
}

/** The nightly look at what the calendar changes comes to every case; it is nothing that anybody does about it. */
const NO_ACT = 'night'

/** A next act is a due row, of whatever kind; where the case waits for something of its own, a row of that. */
function hasNext(matter: DisputeMatter, now: Instant): boolean {
  const ahead = matter.waits.filter((one) => isAhead(one, now))
  const carriers = isCarried(matter) ? CARRIED_BY[matter.state] : undefined
  return ahead.some(({ kind }) => (carriers ? carriers.includes(kind) : kind !== NO_ACT))
}

/** There still is something to wait for: the other body is not done, a duty has its day to come, a round is not over. */
function isCarried({ state, referral, duties, rounds }: DisputeMatter): boolean {
  if (state === 'REFERRED') return referral?.finished !== true
  if (state === 'PERFORMING') return duties > 0
  return state === 'REVISITING' ? rounds > 0 : true
}

const OPEN_REQUEST: readonly RequestMatter['state'][] = ['open', 'taken']

function inRequest(matter: RequestMatter, now: Instant): Found[] {
  const { state, waits } = matter
  if (matter.dispute) return []
  if (!OPEN_REQUEST.includes(state)) return ended(matter, state, now)
  const found: Found[] = []
  const alarm = state === 'open' && waits.some((one) => ALARMS.includes(one.kind) && isAhead(one, now))
  if (!matter.owned && !alarm) found.push(['no-owner', state])
  if (!matter.led && !alarm) found.push(['no-leader', state])
  if (!waits.some((one) => isAhead(one, now))) found.push(['no-next', state])
  found.push(...stuck(waits, now))
  if (matter.promisedBy + GRACE < now) found.push(['no-answer', state])
  return found
}

/** At night nobody is told: then the telling itself is waited for. */
function ended({ reporter, told, waits }: Matter, state: string, now: Instant): Found[] {
  const waiting = waits.some((one) => one.kind === 'tell' && isAhead(one, now))
  return [
    ...(reporter && !told && !waiting ? [['end-untold', state] satisfies Found] : []),
    ...stuck(waits, now),
  ]
}

const isAhead = ({ at }: Waiting, now: Instant): boolean => at + GRACE >= now

/** Each kind once, however many rows of it there are. */
const stuck = (waits: readonly Waiting[], now: Instant): Found[] =>
  [...new Set(waits.filter((one) => !isAhead(one, now)).map(({ kind }) => kind))].map((kind) => [
    'stuck',
    kind,
  ])
