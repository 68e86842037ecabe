// Which buttons of an earlier card still make sense once its case has moved on.
import { isOpen } from './life-cycle.ts'
import type { State } from './tables/life-cycle.ts'

const AGREED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING', 'REOPENED']

/** The states in which each deed is the next thing somebody may want; a deed of no list makes sense while the case is open. */
const WHILE: { readonly [deed: string]: readonly State[] } = {
  merge: ['SCREENING'],
  screen: ['DRAFT', 'REPORTED', 'SCREENING', 'REOPENED'],
  assign: ['REPORTED', 'SCREENING', 'ACCEPTED', 'ASSIGNED', 'REOPENED'],
  accept: ['ASSIGNED', 'EMERGENCY'],
  decline: ['ASSIGNED'],
  contact: ['CLAIMED'],
  mediate: ['CLAIMED', 'MEDIATING', 'SUSPENDED'],
  duty: AGREED,
  visit: AGREED,
  plan: AGREED,
  flag: [...AGREED, 'SCREENING', 'EMERGENCY'],
  thirdparty: AGREED,
  receipt: ['REFERRED'],
  joint: ['MEDIATING'],
  calm: ['EMERGENCY'],
  asRequest: ['SCREENING'],
  takeOffer: ['ACCEPTED'],
  declineOffer: ['ACCEPTED'],
  close: ['PERFORMING', 'REVISITING', 'FAILED', 'TERMINATED', 'REFERRED'],
}

/** Only what to show: what a press may do is decided when it is pressed. */
export const stillStands = (deed: string, state: State): boolean =>
  isOpen(state) && (WHILE[deed]?.includes(state) ?? true)
