// A written plan that did not come in time: to whoever owes it, and to the leader every day until it is there.
import { z } from 'zod'
import { DAY } from '../../flows/casework/calendar.ts'
import { tellStaff } from '../commands/shared/tell.ts'
import { isPlan, owedPlan } from '../commands/shared/unease.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { workPlans } from '../schema/index.ts'
import { onCase } from './on-case.ts'

export const workplan = onCase('workplan', z.object({ plan: z.string() }), async (books, c, { plan }) => {
  const owed = await owedPlan(books, c)
  if (owed?.id !== plan) return
  // The case may have gone to another officer meanwhile: it is theirs to write.
  const owner = c.row.officerId ?? owed.ownerId
  if (owner !== owed.ownerId)
    await books.tx.update(workPlans).set({ ownerId: owner }).where(isPlan(books, plan))
  const late = { kind: 'workPlanLate' as const, due: owed.dueAt }
  await tellStaff(books, c, { people: [owner] }, (about) => ({ ...late, ...about }), ['writePlan'])
  const leader = c.row.leaderId
  if (leader !== owner)
    await tellStaff(
      books,
      c,
      { people: [leader], roles: leader === null ? ['leader', 'chief'] : [] },
      (about) => ({ ...late, ...about }),
    )
  await waitFor(books, c, 'workplan', books.now + DAY, { payload: { plan }, about: plan })
})
