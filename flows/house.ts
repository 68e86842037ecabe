// The desk of a station: every flow, the watch, and the words that may be said at any time.
import { sense, watch } from './casework/understand/index.ts'
import type { Flow } from './core/flow.ts'
import type { House } from './core/house.ts'
import { numberIn } from './desk/number-in.ts'
import type { DeskStation } from './desk/station.ts'
import { en } from './desk/words/en.ts'
import { bo, zh } from './desk/words/zh.ts'
import type { IntakeGiven } from './intake/commands.ts'
import { FLOWS } from './list.ts'
import { OPENERS } from './openers.ts'

const BY_NAME: ReadonlyMap<string, Flow> = new Map(FLOWS.map((flow) => [flow.name, flow]))

/** Pure: the same station is the same desk. */
export function house(station: DeskStation): House {
  const { name, phone, villages, offset, numbering } = station
  return {
    flows: BY_NAME,
    watch(text) {
      const { codes, hard } = watch(text)
      return { codes, hard }
    },
    reads: sense,
    report: {
      flow: 'intake',
      given: ({ matters, village }): IntakeGiven => ({
        station: { name, phone },
        villages,
        matters,
        offset,
        ...(village === undefined ? {} : { village }),
      }),
    },
    overheard: 'lookout',
    openers: OPENERS,
    numberIn: (text) => numberIn(text, numbering),
    words: { zh: zh(station), en: en(station), bo: bo(station) },
  }
}
