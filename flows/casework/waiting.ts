// What a case can wait for, in which states each kind of waiting has a point, and which of it is an alarm on its way up.
import { isOpen } from './life-cycle.ts'
import type { State } from './tables/life-cycle.ts'

/** Everything that can be due on a case. The name is the kind of the row and the beginning of its key. */
export type Kind =
  | 'lead'
  | 'lapse'
  | 'alike'
  | 'emergency'
  | 'contact'
  | 'accept'
  | 'owner'
  | 'target'
  | 'resume'
  | 'receipt'
  | 'referral'
  | 'joint'
  | 'review'
  | 'night'
  | 'duty'
  | 'breach'
  | 'revisit'
  | 'appointment'
  | 'unanswered'
  | 'thirdparty'
  | 'tell'
  | 'confirmable'
  | 'supplement'
  | 'offer'
  | 'decision'
  | 'workplan'
  | 'watch'
  | 'voice'
  | 'hint'
  | 'limit'

const BEFORE_CONTACT: readonly State[] = ['DRAFT', 'REPORTED', 'SCREENING', 'ACCEPTED', 'ASSIGNED', 'CLAIMED']
const BEFORE_AGREED: readonly State[] = ['ACCEPTED', 'ASSIGNED', 'CLAIMED', 'MEDIATING', 'SUSPENDED']

/** In which states each kind of waiting has a point. */
export const WAITS: { readonly [K in Kind]: (state: State) => boolean } = {
  lead: (state) => state === 'DRAFT',
  lapse: (state) => state === 'DRAFT',
  alike: isOpen,
  emergency: (state) => state === 'EMERGENCY',
  contact: (state) => BEFORE_CONTACT.includes(state),
  accept: (state) => state === 'ASSIGNED',
  owner: isOpen,
  target: (state) => BEFORE_AGREED.includes(state),
  resume: (state) => state === 'SUSPENDED',
  receipt: (state) => state === 'REFERRED',
  referral: (state) => state === 'REFERRED',
  // Who was asked to a sitting is told that it is off, wherever the case has gone.
  joint: () => true,
  review: isOpen,
  night: isOpen,
  duty: isOpen,
  breach: isOpen,
  revisit: isOpen,
  appointment: isOpen,
  unanswered: isOpen,
  thirdparty: isOpen,
  tell: () => true,
  confirmable: isOpen,
  supplement: isOpen,
  offer: (state) => state === 'ACCEPTED',
  decision: isOpen,
  workplan: isOpen,
  watch: isOpen,
  voice: isOpen,
  hint: isOpen,
  limit: isOpen,
}

/** Whether this kind of waiting has a point in this state. */
export const waits = (kind: Kind, state: State): boolean => WAITS[kind](state)

const BEFORE_ASSIGNED: readonly State[] = [
  'DRAFT',
  'REPORTED',
  'EMERGENCY',
  'SCREENING',
  'ACCEPTED',
  'REOPENED',
]

/** Nobody is named yet, or whoever is named has to be called first. */
export const isBeforeAssigned = (state: State): boolean => BEFORE_ASSIGNED.includes(state)

/** What goes on calling, to more and higher people, until somebody has taken the case. A new kind that does so stands here. */
export const ALARMS: readonly string[] = ['lead', 'emergency', 'contact', 'accept', 'offer', 'owner']

/**
 * Where a case waits for something of its own, what it is: a day to go on, the other body, duties, rounds. There it is not enough
 * that the case is looked at now and then. A new kind that carries a case so stands here.
 */
export const CARRIED_BY: { readonly [S in State]?: readonly string[] } = {
  SUSPENDED: ['resume'],
  REFERRED: ['receipt', 'referral'],
  PERFORMING: ['duty', 'breach', 'supplement'],
  REVISITING: ['revisit', 'unanswered', 'appointment'],
}
