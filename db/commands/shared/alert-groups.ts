// What groups of staff are told beside the cards of their members: enough to look up, nothing that anybody there could pass on.
import type { Instant } from '../../../flows/core/event.ts'
import type { CaseFacts, Does, GroupAlert } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { type Case, officerLed } from './case.ts'
import { factsShown, offsetOf } from './facts-shown.ts'
import { priorityOf } from './waiting.ts'

/** Nothing at all of a complaint about the police. */
export async function alertGroups(
  books: Books,
  c: Case,
  about: GroupAlert,
  due: Instant | null,
  does: Does,
): Promise<void> {
  if (c.row.category === 'AD-PO') return
  const facts = officerLed(books, c.row) ? guarded(books, c) : factsShown(books, c.row)
  const notice = { kind: 'groupAlert' as const, facts, about, due, does, offset: offsetOf(books) }
  for (const group of await books.identity.groups())
    await books.post(group, { notice }, { dispute: c.row.id, priority: priorityOf(c) })
}

/** Where officers lead, neither what it is about nor where. */
const guarded = (books: Books, { row }: Case): CaseFacts => ({
  ...factsShown(books, row),
  category: { zh: '需民警处理', en: 'Needs an officer' },
  village: null,
})
