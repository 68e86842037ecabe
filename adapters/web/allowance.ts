// What the web lets the station send of its own accord: anything, because what is said to a page waits there for it.
import type { Allowance } from '../../flows/core/ports.ts'

/** Nobody is rung up: somebody who opens their page finds what was said. Who does not open it stays silent, and is phoned. */
export const allowance: Allowance = { kind: 'always' }
