/** What each channel lets the station send of its own accord, known without loading the platforms' libraries. */
import type * as channels from '../adapters/index.ts'
import { allowance as slack } from '../adapters/slack/allowance.ts'
import { allowance as telegram } from '../adapters/telegram/allowance.ts'
import { allowance as web } from '../adapters/web/allowance.ts'
import type { Allowance } from '../flows/core/ports.ts'

/** One for every channel, or the project does not compile. */
export const allowances = { web, telegram, slack } satisfies {
  readonly [C in keyof typeof channels]: Allowance
}
