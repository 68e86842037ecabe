// What a message answers before it is asked for: nothing that was said is asked again.
import { merge, type Understood, understand } from '../casework/understand/index.ts'
import type { Answers } from '../core/conversation.ts'
import { cut } from '../core/hearing.ts'
import { kind, type Told } from './told.ts'

/** "Do not phone me, he would see it": how to reach this person safely, in their own words. */
const NO_CALLS =
  /(?:别|不要|莫|不能|不敢)(?:再)?(?:给|跟)?(?:我)?打(?:我)?(?:的)?(?:电话|手机)|(?:don't|do not|never) (?:phone|call|ring)/i

/** The story and this message are understood together: what is said later may correct what was said before. */
export function volunteered(text: string, known: Told): Answers {
  const story = kind(known)
  const inStory = known.narrative?.text.includes(text.trim()) ?? false
  const told = inStory ? story : merge(story, understand(text, { villages: known.given.villages }))
  const offered: { [step: string]: Answers[string] | null } = {
    place: told.village === null ? null : { village: told.village, text: null },
    moment: momentOf(told),
    role: told.role,
    counterpart: told.counterpart,
    injury: told.injury,
    weapon: told.weapon,
    headcount: told.headcount,
    amount: told.amount === null ? null : { fen: told.amount.fen, approx: told.amount.approx },
    history: told.history,
    vulnerable: told.vulnerable,
    wish: told.wish,
    reach: reachOf(text, told),
  }
  const said = Object.entries(offered).filter(([, value]) => value !== null)
  return Object.fromEntries(said) as Answers
}

const momentOf = ({ when, ongoing }: Understood) =>
  when === null && ongoing === null ? null : { text: when === null ? null : cut(when, 200), ongoing }

function reachOf(text: string, { phone }: Understood) {
  const how = NO_CALLS.test(text) ? cut(text.trim(), 300) : null
  return phone === null && how === null ? null : { phone, how }
}
