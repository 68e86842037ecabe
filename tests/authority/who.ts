// Everybody who may come to the desk, in the order of the table's columns.
import type { Role } from '../../flows/casework/roles.ts'

export const WHO = [
  /** A stranger who has told of nothing. */
  'nobody',
  /** A resident who told of a case. */
  'reporter',
  /** The same resident's other chat, joined to the first by a code. */
  'joined',
  /** A side of a case, joined by a link. */
  'party',
  /** A resident who told of a case of their own and of no other. */
  'resident',
  'mediator',
  'cadre',
  'grid',
  'township',
  'officer',
  'duty',
  'leader',
  'chief',
  /** An officer whose authority was taken away, in a chat that is still bound to them. */
  'revoked',
  /** A group of staff that gets the alerts: whatever is written in it, nobody speaks from it. */
  'group',
  /** The books themselves, when something comes due. */
  'clock',
] as const

export type Who = (typeof WHO)[number]

/** A role that somebody can have. */
type Held = Exclude<Role, 'bot' | 'system' | 'external'>
/** A new role without a column does not compile. */
type Missing = Exclude<Held, Who>
true satisfies Missing extends never ? true : Missing

export const STAFF = [
  'mediator',
  'cadre',
  'grid',
  'township',
  'officer',
  'duty',
  'leader',
  'chief',
] as const satisfies readonly Who[]
