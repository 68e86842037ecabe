// The groups of states in which a warning may have a point.
import type { State } from '../tables/life-cycle.ts'

export const BEFORE_CONTACT: readonly State[] = [
  'DRAFT',
  'REPORTED',
  'SCREENING',
  'ACCEPTED',
  'ASSIGNED',
  'CLAIMED',
]
export const BEFORE_AGREED: readonly State[] = ['ACCEPTED', 'ASSIGNED', 'CLAIMED', 'MEDIATING', 'SUSPENDED']
export const AGREED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']
