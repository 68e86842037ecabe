// What Telegram lets the bot send of its own accord: anything, at any time, to whoever has begun a chat with it.
import type { Allowance } from '../../flows/core/ports.ts'

/** Who stops or blocks the bot answers with 403, and that is told apart as not reachable. */
export const allowance: Allowance = { kind: 'always' }
