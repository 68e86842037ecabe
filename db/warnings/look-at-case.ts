// Looking at one case with every rule of warning: what stands is given once, what no longer stands is ended.
import { reopenedLevel } from '../../flows/casework/risk.ts'
import { CASE_RULES } from '../../flows/casework/warnings/index.ts'
import type { CaseWatched, Warning } from '../../flows/casework/warnings/types.ts'
import { endedBefore } from '../../flows/casework/warnings/w16.ts'
import type { Books } from '../books.ts'
import { type Case, subjectOf } from '../commands/shared/case.ts'
import { announceRaise, gradingOf, raiseTo } from '../commands/shared/grading.ts'
import { priorityOf } from '../commands/shared/waiting.ts'
import { end, give } from './give.ts'
import { awaitHint } from './hints.ts'
import { tellAtOnce } from './tell-at-once.ts'
import { type Standing, watchedCase } from './watched-case.ts'
import { whomOfCase } from './whom.ts'

/**
 * Warnings that a message of their own tells of elsewhere, without asking for a slot: a duty's date, a task, a proposal to merge, the card of a
 * case that came back, what a round showed. Here they are only written down.
 */
const TOLD_ELSEWHERE: readonly string[] = ['W06', 'W07', 'W15', 'W16', 'W21']

/** `confirmable` is what the court may still confirm, for those who asked the books already. */
export async function lookAtCase(
  books: Books,
  c: Case,
  { confirmable = null }: { confirmable?: CaseWatched['confirmable'] } = {},
): Promise<void> {
  const watched = await watchedCase(books, c)
  const facts = { ...watched.facts, confirmable }
  const { rulebook } = books.station
  const found = CASE_RULES.flatMap(({ rule }) => rule(facts, books.now, rulebook))
  await end(books, gone(watched.standing, found))
  const given = new Set(watched.standing.map(({ code, slot }) => `${code} ${slot}`))
  for (const warning of found) {
    if (given.has(`${warning.code} ${warning.slot}`) || !isGivenHere(warning)) continue
    const fresh = await giveTo(books, c, warning)
    if (fresh && isAfterEnd(warning)) await raiseAfterEnd(books, c, facts)
  }
}

const isGivenHere = ({ code, urgency }: Warning): boolean =>
  TOLD_ELSEWHERE.includes(code) || urgency === 'digest' || isRaised(code, urgency)

/** What would have waited for the day's message, of a RED case. */
const isRaised = (code: string, urgency: Warning['urgency']): boolean =>
  urgency === 'at-once' && !['W01', 'W19'].includes(code)

async function giveTo(books: Books, c: Case, warning: Warning): Promise<boolean> {
  const people = await whomOfCase(books, c, warning.to)
  const byCard = warning.urgency === 'card'
  const now = byCard || warning.urgency === 'at-once'
  if (!(await give(books, warning, { dispute: c.row.id, people, told: now }))) return false
  books.audit('warning', subjectOf(c), { code: warning.code, step: warning.step })
  await awaitHint(books, c, warning)
  if (now && !byCard) await tellAtOnce(books, warning, people, { dispute: c.row.id, priority: priorityOf(c) })
  return true
}

/** The cause is gone, or a later moment of it has come. */
const gone = (standing: readonly Standing[], found: readonly Warning[]): string[] =>
  standing
    .filter(({ code, slot }) => !found.some((one) => one.code === code && one.slot === slot))
    .map(({ id }) => id)

/** W16: a new report of a matter that had ended stands at least one level above where that stood. */
async function raiseAfterEnd(books: Books, c: Case, facts: CaseWatched): Promise<void> {
  for (const { level } of endedBefore(facts))
    await announceRaise(books, c, await raiseTo(books, c, reopenedLevel(level, gradingOf(books, c))))
}

const isAfterEnd = ({ code, about }: Warning): boolean => code === 'W16' && about.startsWith('after:')
