// What can be done next with a case in a state: the buttons of a reminder.
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Does, Notice } from '../../flows/notices/notice.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { stateOf } from '../commands/shared/case.ts'
import { wantsJoint } from '../commands/shared/may-sit.ts'
import { type To, tellStaff } from '../commands/shared/tell.ts'

const DOES: { readonly [S in State]?: Does[] } = {
  DRAFT: ['contact'],
  REPORTED: ['screen'],
  SCREENING: ['screen', 'refer'],
  ACCEPTED: ['assign'],
  ASSIGNED: ['accept', 'decline'],
  CLAIMED: ['contact'],
  MEDIATING: ['mediate'],
  SUSPENDED: ['mediate'],
  FAILED: ['mediate'],
  TERMINATED: ['refer', 'close'],
  REFERRED: ['receipt'],
  PERFORMING: ['duty'],
  BREACHED: ['duty'],
  REVISITING: ['visit'],
  EMERGENCY: ['calm'],
}

export const doesIn = (state: State): Does[] => DOES[state] ?? []

/** The same for one case: where three forces should sit together, that is offered beside it. */
export const doesOn = (books: Books, c: Case): Does[] => [
  ...doesIn(stateOf(c.row)),
  ...(wantsJoint(books, c) ? (['joint'] as const) : []),
]

/** Reminds of the next step and by when it should be taken. */
export async function remind(books: Books, c: Case, to: To, due: number | null): Promise<void> {
  const state = stateOf(c.row)
  await tellStaff(books, c, to, (about): Notice => ({ kind: 'next', state, due, ...about }), doesOn(books, c))
}
