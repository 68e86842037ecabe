// 防止审批: a leader says whether what an officer noted counts. Nobody decides on their own word.
import { and, eq } from 'drizzle-orm'
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { preventions } from '../schema/index.ts'
import { save, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { waitingPreventions } from './shared/preventions.ts'
import { recorded } from './shared/sight.ts'
import { tellStaff } from './shared/tell.ts'

export const decidePrevention: Handler<'decidePrevention'> = async (
  books,
  { dispute, prevention, approve },
) => {
  const found = await recorded(books, dispute, null, 'leader')
  if (isRefused(found)) return found
  const { c, person } = found
  const one = (await waitingPreventions(books, c)).find(({ id }) => id === prevention)
  if (!one) return refuse('no-prevention', '没有等着您批的登记。', 'Nothing waits for your approval.')
  await books.tx
    .update(preventions)
    .set(approve ? { approvedAt: books.now, approvedBy: person.id } : { refusedAt: books.now })
    .where(and(eq(preventions.stationId, books.station.id), eq(preventions.id, one.id)))
  await save(books, c, {}, { quiet: true })
  books.audit('prevention-decided', subjectOf(c), { prevention: one.id, approve })
  await tellStaff(books, c, { people: [one.by] }, (about) => ({
    kind: 'preventionDecided',
    what: one.kind,
    approved: approve,
    ...about,
  }))
  return { ...moved(c), approved: approve }
}
