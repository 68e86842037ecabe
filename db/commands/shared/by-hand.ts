// The steps of the life cycle that somebody takes by hand, because nothing is recorded with them but the reason.
import { nextFor } from '../../../flows/casework/life-cycle.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'

/** Every other step belongs to a command of its own, which records what the step is made of. */
const BY_HAND: { readonly [S in State]?: readonly State[] } = {
  DRAFT: ['REPORTED'],
  SCREENING: ['PERFORMING', 'REVISITING'],
  SUSPENDED: ['MEDIATING'],
  AGREED: ['REVISITING'],
  FAILED: ['TERMINATED', 'MEDIATING'],
  TERMINATED: ['REVISITING', 'CLOSED'],
  PERFORMING: ['REVISITING', 'REOPENED'],
  BREACHED: ['PERFORMING', 'MEDIATING', 'REVISITING', 'REOPENED'],
  REVISITING: ['BREACHED', 'REOPENED'],
  REFERRED: ['SCREENING', 'REVISITING', 'CLOSED'],
  CLOSED: ['REOPENED'],
  REJECTED: ['REOPENED'],
  MERGED: ['SCREENING'],
}

/** Where these people may take it by hand, guards apart. That danger has come may be said of any case. */
export const byHand = (from: State, roles: readonly Role[]): State[] =>
  nextFor(from, roles).filter((to) => to === 'EMERGENCY' || BY_HAND[from]?.includes(to))
