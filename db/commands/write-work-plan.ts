// 写对策: what will be done, by whom, until when; sealed, and the leader is told that it is there.
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { workPlans } from '../schema/index.ts'
import { save, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'
import { tellStaff } from './shared/tell.ts'
import { isPlan, owedPlan } from './shared/unease.ts'
import { forget } from './shared/waiting.ts'

export const writeWorkPlan: Handler<'writeWorkPlan'> = async (books, { plan, dispute, what, who, until }) => {
  // Whatever else has moved on meanwhile: what was thought out is not lost.
  const found = await recorded(books, dispute, null, 'officer')
  if (isRefused(found)) return found
  const { c } = found
  const owed = await owedPlan(books, c)
  if (owed?.id !== plan)
    return refuse('no-plan', '这份对策已经不用写了。', 'This plan is not to be written any more.')
  if (what.trim() === '' || who.trim() === '')
    return refuse('no-reason', '怎么做、谁来做都要写。', 'What is done, and by whom, must be written.')
  const words = c.vault.seal('work_plans.words', plan, JSON.stringify({ what, who, until }))
  await books.tx.update(workPlans).set({ words, writtenAt: books.now }).where(isPlan(books, plan))
  await forget(books, c, 'workplan', plan)
  // An entry like any other: the case does not stand still.
  await save(books, c, {}, { quiet: true })
  books.audit('plan-written', subjectOf(c), { plan })
  if (c.row.leaderId !== books.actor.id)
    await tellStaff(
      books,
      c,
      { people: [c.row.leaderId], roles: c.row.leaderId === null ? ['leader', 'chief'] : [] },
      (about) => ({ kind: 'workPlanWritten', ...about }),
    )
  return moved(c)
}
