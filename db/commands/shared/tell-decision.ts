// What a meeting decided, to whoever owes it: number, level, place and day; the decision itself is read behind the button.
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { factsShown, offsetOf } from './facts-shown.ts'
import type { Entry } from './meetings.ts'
import { FLOW_OF, tellStaff } from './tell.ts'
import { BUTTON_TTL, priorityOf } from './waiting.ts'

export async function tellDecision(
  books: Books,
  c: Case,
  entry: Entry,
  when: 'new' | 'tomorrow' | 'late',
): Promise<void> {
  const { ownerId, dueAt } = entry
  if (ownerId === null || dueAt === null) return
  const about = { kind: 'decided' as const, facts: factsShown(books, c.row), due: dueAt, when }
  await books.tellPerson(
    ownerId,
    async ({ id }) => {
      const what = { dispute: c.row.id, rev: c.row.rev, subject: entry.id, ttl: BUTTON_TTL }
      const button = await books.button(FLOW_OF.carryOut, { person: id }, what)
      return { ...about, buttons: [{ id: button, does: 'carryOut' }], offset: offsetOf(books) }
    },
    { dispute: c.row.id, priority: priorityOf(c) },
  )
  const { leaderId } = c.row
  if (when === 'late' && leaderId !== ownerId)
    await tellStaff(
      books,
      c,
      { people: [leaderId], roles: leaderId === null ? ['leader', 'chief'] : [] },
      ({ facts, offset }) => ({ ...about, facts, offset, buttons: [] }),
    )
}
