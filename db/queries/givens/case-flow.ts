// How a flow about a case may begin: in which states, by whom, and with what it is given.
import type { Refused } from '../../../flows/casework/refusal.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { Json } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import type { Case } from '../../commands/shared/case.ts'

export type CaseFlow = {
  /** What it is called in a list of cases that somebody may name. */
  name: Said
  /** Who may begin it; `null` is anybody whose case it is, such as a cadre who helps. */
  role: Role | null
  /** Where it has a point, for somebody with these roles. */
  fits: (state: State, roles: readonly Role[]) => boolean
  given: (books: Books, c: Case, roles: readonly Role[]) => Promise<Json | Refused>
}

export const inStates =
  (...states: State[]): CaseFlow['fits'] =>
  (state) =>
    states.includes(state)
