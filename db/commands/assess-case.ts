// What a meeting decides on one case: its level, what is done, by whom, until when. Kept by itself; the next case follows.
import { dayOf, endOfDay } from '../../flows/casework/calendar.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { Said } from '../../flows/casework/said.ts'
import type { Books, Handler, ResultOf } from '../books.ts'
import { awaitDecision } from '../dues/decision.ts'
import { assessedCases } from '../schema/index.ts'
import { type Case, lockCase, save, stateOf, subjectOf } from './shared/case.ts'
import { lowerByOne, raiseByOne } from './shared/level-by-hand.ts'
import {
  askFor,
  type Entry,
  endMeeting,
  entriesOf,
  isEntry,
  leads,
  lockMeeting,
  type Meeting,
  maySee,
  nextCase,
  setEntry,
  waiting,
} from './shared/meetings.ts'
import { noSuchCase } from './shared/refusal.ts'
import { sightOf } from './shared/sight.ts'
import { tellDecision } from './shared/tell-decision.ts'
import { becomeAtEase } from './shared/unease.ts'

type Given = Parameters<Handler<'assessCase'>>[1]
type Result = Extract<ResultOf<'assessCase'>, { what: string }>

export const assessCase: Handler<'assessCase'> = async (books, given) => {
  const { person } = books.actor
  const [named] = await books.tx.select().from(assessedCases).where(isEntry(books, given.entry))
  // The case before everything else, in the order of every command.
  const c = leads(person) && named ? await lockCase(books, named.disputeId) : null
  const meeting = c && named ? await lockMeeting(books, named.assessmentId) : null
  const roles = c && (await sightOf(books, c.row.id))(c.row)
  if (!c || !named || !roles || meeting?.chairId !== person?.id) return noSuchCase()
  if (!meeting) return noSuchCase()
  const [entry] = await books.tx.select().from(assessedCases).where(isEntry(books, named.id)).for('update')
  if (!entry) return noSuchCase()
  const answer = (more: Partial<Result>): Promise<Result> => answered(books, meeting, c, given.what, more)
  if (meeting.state !== 'open' || entry.state !== 'open') return answer({ again: OVER })
  if (given.what === 'stop') return answer({})
  if (given.what === 'skip') {
    await setEntry(books, entry, { state: 'left' })
    return goesOn(books, meeting, answer, {})
  }
  if (!isOpen(stateOf(c.row))) {
    await setEntry(books, entry, { state: 'left' })
    return goesOn(books, meeting, answer, { again: ENDED })
  }
  const again = await notLikeThis(books, c, given)
  if (again !== null) {
    const { length } = await entriesOf(books, meeting)
    return answer({ again, asksOn: await askFor(books, c, entry, length) })
  }
  return goesOn(books, meeting, answer, { notDone: await decide(books, c, meeting, entry, roles, given) })
}

const OVER: Said = { zh: '这一件已经定过了。', en: 'This one was decided already.' }
const ENDED: Said = {
  zh: '这件事已经结束，不用再定。',
  en: 'This case has ended; nothing is left to decide.',
}
const MOVED: Said = {
  zh: '这件刚才有了变化，没有记。请看清再定：',
  en: 'This case has moved on; nothing was kept. Please look again:',
}
const PAST: Said = {
  zh: '期限已经过了，没有记。请再定：',
  en: 'That day is past; nothing was kept. Once more:',
}
const BLIND: Said = {
  zh: '这个人看不到这件案子，没有记。请换人：',
  en: 'This person may not see the case; nothing was kept. Please choose another:',
}
const EMPTY: Said = {
  zh: '怎么办、理由要写清，没有记。请再定：',
  en: 'The words are missing; nothing was kept. Once more:',
}

/** Why it has to be asked again; null where it can be kept. */
async function notLikeThis(
  books: Books,
  c: Case,
  { rev, what, reason, decision, owner, due }: Given,
): Promise<Said | null> {
  if (rev !== c.row.rev) return MOVED
  if (!decision?.trim() || (what !== 'keep' && !reason?.trim())) return EMPTY
  const somebody = owner === null ? null : await books.person(owner)
  if (!somebody || !(await maySee(books, c.row, somebody))) return BLIND
  return due === null || due < dayOf(books.now, books.station.rulebook.calendar) ? PAST : null
}

/** Returns why the level could not be changed as was wished; the wish is kept with the decision. */
async function decide(
  books: Books,
  c: Case,
  meeting: Meeting,
  entry: Entry,
  roles: Parameters<typeof lowerByOne>[2],
  { what, reason, decision, owner, due, ease }: Given,
): Promise<Said | null> {
  const levelBefore = c.row.level
  const why = reason ?? ''
  const refused =
    what === 'raise'
      ? await raiseByOne(books, c, why)
      : what === 'lower'
        ? await lowerByOne(books, c, roles, why)
        : null
  const words = decision?.trim() ?? ''
  if (ease === 'atease' && c.row.uneasyAt !== null) await becomeAtEase(books, c, words)
  const wish = refused === null ? null : { what, reason: why, refused: refused.refused }
  const { calendar } = books.station.rulebook
  const change: Partial<Entry> = {
    levelBefore,
    levelAfter: c.row.level,
    decision: c.vault.seal('assessed_cases.decision', entry.id, JSON.stringify({ words, wish })),
    ownerId: owner,
    dueAt: due === null ? null : endOfDay(due, calendar),
    state: 'decided',
    decidedAt: books.now,
    by: books.actor.id,
  }
  await setEntry(books, entry, change)
  const decided = { ...entry, ...change }
  // An entry like any other: the case does not stand still.
  await save(books, c, {}, { quiet: true })
  books.audit('assessed', subjectOf(c), {
    assessment: meeting.id,
    from: levelBefore,
    to: c.row.level,
    owner: owner ?? '',
    due: due ?? '',
    wish: wish?.refused ?? '',
  })
  await tellDecision(books, c, decided, 'new')
  await awaitDecision(books, c, decided)
  return refused?.say ?? null
}

async function goesOn(
  books: Books,
  meeting: Meeting,
  answer: (more: Partial<Result>) => Promise<Result>,
  more: Partial<Result>,
): Promise<Result> {
  const next = await nextCase(books, meeting)
  return next === null
    ? answer({ ...more, minutes: await endMeeting(books, meeting) })
    : answer({ ...more, asksOn: next })
}

async function answered(
  books: Books,
  meeting: Meeting,
  c: Case,
  what: Result['what'],
  more: Partial<Result>,
): Promise<Result> {
  const left = waiting(await entriesOf(books, meeting)).length
  const { number, level } = c.row
  return { number, level, what, notDone: null, again: null, left, minutes: null, ...more }
}
