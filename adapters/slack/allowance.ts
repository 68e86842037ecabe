// What Slack lets the app send of its own accord: anything, at any time, to the members of its workspace.
import type { Allowance } from '../../flows/core/ports.ts'

export const allowance: Allowance = { kind: 'always' }
