// 不放心: an officer is not at ease with a case. It rises by one level at once and a written plan is owed until somebody is at ease.
import { and, eq, isNull } from 'drizzle-orm'
import { DAY } from '../../../flows/casework/calendar.ts'
import { deadlines, oneUp, rank } from '../../../flows/casework/level.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { workPlans } from '../../schema/index.ts'
import { alertGroups } from './alert-groups.ts'
import { type Case, codesOf, save, subjectOf } from './case.ts'
import { regardDanger } from './filing.ts'
import { gradeByHand, tighten } from './grading.ts'
import { addNote } from './note.ts'
import { named, tellOne, tellStaff } from './tell.ts'
import { forget, waitFor } from './waiting.ts'

export type WorkPlan = typeof workPlans.$inferSelect

/** Raises, keeps the reason, asks for a plan and tells those who answer for it; at RED there is nothing above. */
export async function becomeUneasy(books: Books, c: Case, reason: string): Promise<WorkPlan> {
  const from = c.row.level
  const before = { codes: codesOf(books, c.row), level: from }
  const graded = await gradeByHand(books, c, oneUp(from), reason.trim())
  await save(books, c, { uneasyAt: c.row.uneasyAt ?? books.now })
  books.audit('uneasy', subjectOf(c), { from, to: c.row.level })
  if (graded.from !== graded.to) await tighten(books, c)
  const plan = await demandPlan(books, c)
  await tellUneasy(books, c, plan, from)
  if (graded.from !== graded.to) {
    const due = c.row.contactedAt === null ? c.row.contactBy : null
    await alertGroups(books, c, 'raised', due, c.row.state === 'SCREENING' ? 'screen' : 'contact')
  }
  await regardDanger(books, c, before)
  return plan
}

/** One card to each: whoever owes the plan can write it from theirs. */
async function tellUneasy(books: Books, c: Case, plan: WorkPlan, from: Case['row']['level']): Promise<void> {
  const about = { from, due: plan.dueAt }
  await tellStaff(books, c, { people: [plan.ownerId] }, (facts) => ({ kind: 'uneasy', ...about, ...facts }), [
    'writePlan',
  ])
  const grave = rank(c.row.level) >= rank('ORANGE')
  const people = await named(books, c, {
    people: [c.row.officerId, c.row.leaderId],
    roles: grave ? ['chief'] : [],
  })
  const others = people.filter((id) => id !== plan.ownerId)
  await tellOne(books, c, others, (facts) => ({ kind: 'uneasy', ...about, ...facts }), [])
}

/** A day for RED and ORANGE, else the rhythm of the level's review. `[D]` */
const planDue = (books: Books, { row }: Case): Instant =>
  rank(row.level) >= rank('ORANGE')
    ? books.now + DAY
    : deadlines(row.level, books.now, books.station.rulebook).review

/** One that is owed already comes due sooner where that is sooner; it is not asked for twice. */
async function demandPlan(books: Books, c: Case): Promise<WorkPlan> {
  const owed = await owedPlan(books, c)
  const dueAt = Math.min(owed?.dueAt ?? Number.POSITIVE_INFINITY, planDue(books, c))
  const plan: WorkPlan = owed
    ? { ...owed, dueAt }
    : {
        stationId: books.station.id,
        id: books.newId(),
        disputeId: c.row.id,
        at: books.now,
        by: books.actor.id,
        why: 'uneasy',
        ownerId: c.row.officerId ?? c.row.leaderId ?? books.actor.id,
        dueAt,
        words: null,
        writtenAt: null,
      }
  if (owed) await books.tx.update(workPlans).set({ dueAt }).where(isPlan(books, owed.id))
  else await books.tx.insert(workPlans).values(plan)
  await waitFor(books, c, 'workplan', dueAt, { payload: { plan: plan.id }, about: plan.id })
  return plan
}

export const isPlan = (books: Books, id: string) =>
  and(eq(workPlans.stationId, books.station.id), eq(workPlans.id, id))

/** What is still to be written; with whoever is at ease again it has lost its point. */
export async function owedPlan(books: Books, { row }: Pick<Case, 'row'>): Promise<WorkPlan | null> {
  const since = row.uneasyAt
  if (since === null) return null
  const rows = await books.tx
    .select()
    .from(workPlans)
    .where(
      and(
        eq(workPlans.stationId, books.station.id),
        eq(workPlans.disputeId, row.id),
        isNull(workPlans.writtenAt),
      ),
    )
    .orderBy(workPlans.at)
  return rows.find(({ at }) => at >= since) ?? null
}

/** Somebody who may say so is at ease again. The level is left where it stands. */
export async function becomeAtEase(books: Books, c: Case, reason: string): Promise<void> {
  await save(books, c, { uneasyAt: null })
  await addNote(books, c, 'note', books.actor.id, reason.trim())
  await forget(books, c, 'workplan')
  books.audit('at-ease', subjectOf(c), { level: c.row.level })
  const others = [c.row.officerId, c.row.leaderId].filter((id) => id !== null && id !== books.actor.id)
  await tellOne(
    books,
    c,
    others.filter((id) => id !== null),
    (about) => ({ kind: 'atEase', ...about }),
    [],
  )
}
