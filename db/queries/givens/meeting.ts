// Begun around meetings that look at risk (研判): the meeting, what it decided, "not at ease" and the plan that is owed for it.
import { and, eq } from 'drizzle-orm'
import type { AssessmentGiven } from '../../../flows/assessment/commands.ts'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { refuse } from '../../../flows/casework/refusal.ts'
import type { DecisionGiven, Owed } from '../../../flows/decision/commands.ts'
import type { WorkPlanGiven } from '../../../flows/workplan/commands.ts'
import type { Books, Person } from '../../books.ts'
import { NOTHING } from '../../commands/begin-assessment.ts'
import { type Case, hold, lockByNumber } from '../../commands/shared/case.ts'
import { caseGiven, offsetOf } from '../../commands/shared/facts-shown.ts'
import {
  type Entry,
  entriesOf,
  leads,
  levelsNow,
  lockMeeting,
  type Meeting,
  mayChair,
  maySee,
  theirMeeting,
  waiting,
} from '../../commands/shared/meetings.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import { owedPlan } from '../../commands/shared/unease.ts'
import { assessedCases, disputes } from '../../schema/index.ts'
import { agendaOf, aheadOf, type Levels, levelsOf, trendsOf } from '../agenda.ts'
import type { CaseFlow } from './case-flow.ts'
import { everybodyElse } from './choices.ts'
import type { Begin } from './resident.ts'

export const assessment: Begin = async (books, _number, subject = null) => {
  const { person } = books.actor
  if (!leads(person)) return noSuchCase()
  const named = subject === null ? null : await lockMeeting(books, subject)
  if (subject !== null && !(named && mayChair(named, person))) return noSuchCase()
  if (named && (named.state === 'held' || named.state === 'missed'))
    return refuse('meeting-over', '这次研判会已经过了。', 'This meeting is over.')
  const meeting = named ?? (await theirMeeting(books, person))
  const seen = await agendaOf(books, person, { redOnly: meeting?.kind === 'daily' })
  const goesOn = meeting?.state === 'open'
  const left = goesOn ? await leftOf(books, meeting) : levelsOf(seen.items)
  if (!meeting && seen.items.length === 0) return NOTHING
  const given: AssessmentGiven = {
    assessment: meeting?.id ?? null,
    goesOn,
    kind: meeting?.kind ?? 'called',
    cases: left,
    people: await everybodyElse(books),
    trends: await trendsOf(books, seen),
    ahead: await aheadOf(books),
    offset: offsetOf(books),
  }
  return { flow: 'assessment', id: books.newId(), given }
}

const leftOf = async (books: Books, meeting: Meeting): Promise<Levels> =>
  levelsOf(await levelsNow(books, waiting(await entriesOf(books, meeting))))

/** The books alone ask for a case, one after the other. */
export const assesscase: Begin = async () => noSuchCase()

const MOST_OWED = 10

/** 落实: what whoever asks owes; on a named case also what somebody else owes, for a leader of it. */
export const decision: Begin = async (books, number, subject = null) => {
  const { person } = books.actor
  if (!person) return noSuchCase()
  const named = number === null ? null : await lockByNumber(books, number)
  if (number !== null && !(named && (await maySee(books, named.row, person)))) return noSuchCase()
  const found = await owedBy(books, person, { c: named, subject })
  if (found.length === 0)
    return refuse('nothing-owed', '没有研判定下要您办的事。', 'No meeting has given you anything to do.')
  const owed = found.slice(0, MOST_OWED)
  const given: DecisionGiven = {
    owed,
    choices: owed.map(({ entry, number: of }, i) => ({ id: entry, label: `${i + 1}. ${of}` })),
    offset: offsetOf(books),
  }
  return { flow: 'decision', id: books.newId(), given }
}

async function owedBy(
  books: Books,
  person: Person,
  { c, subject }: { c: Case | null; subject: string | null },
): Promise<Owed[]> {
  const rows = await books.tx
    .select({ entry: assessedCases, row: disputes })
    .from(assessedCases)
    .innerJoin(
      disputes,
      and(eq(disputes.stationId, assessedCases.stationId), eq(disputes.id, assessedCases.disputeId)),
    )
    .where(
      and(
        eq(assessedCases.stationId, books.station.id),
        eq(assessedCases.state, 'decided'),
        c ? eq(assessedCases.disputeId, c.row.id) : undefined,
        subject === null ? undefined : eq(assessedCases.id, subject),
      ),
    )
    .orderBy(assessedCases.dueAt)
  const owed: Owed[] = []
  for (const { entry, row } of rows) {
    const theirs = entry.ownerId === person.id || (c !== null && leads(person))
    const held = theirs && (await maySee(books, row, person)) ? await hold(books, row) : null
    if (held) owed.push(owedIn(books, held, entry))
  }
  if (owed.length > 0) books.audit('read-decisions', `person:${person.id}`, { n: owed.length })
  return owed
}

function owedIn(books: Books, { row, vault }: Case, { id, decision: sealed, dueAt }: Entry): Owed {
  const { words } = JSON.parse(vault.open('assessed_cases.decision', id, sealed) ?? '{}') as {
    words?: string
  }
  return {
    entry: id,
    dispute: row.id,
    number: row.number,
    level: row.level,
    decision: words ?? '',
    due: dueAt ?? books.now,
  }
}

export const uneasy: CaseFlow = {
  name: { zh: '不放心', en: 'not at ease' },
  role: 'officer',
  fits: isOpen,
  given: async (books, { row }) => caseGiven(books, row),
}

export const atease: CaseFlow = {
  name: { zh: '放心了', en: 'at ease' },
  role: 'leader',
  fits: isOpen,
  given: async (books, { row }) =>
    row.uneasyAt === null
      ? refuse('at-ease', `${row.number}没有人说不放心。`, `Nobody is uneasy about ${row.number}.`)
      : caseGiven(books, row),
}

export const workplan: CaseFlow = {
  name: { zh: '对策', en: 'work plan' },
  role: 'officer',
  fits: isOpen,
  async given(books, c) {
    const owed = await owedPlan(books, c)
    if (!owed)
      return refuse('no-plan', `${c.row.number}没有要写的对策。`, `No plan is owed for ${c.row.number}.`)
    return { ...caseGiven(books, c.row), plan: owed.id, due: owed.dueAt } satisfies WorkPlanGiven
  },
}
