// What somebody's words or presses say to one question, whether it is the open one or not.
import type { Conversation } from './conversation.ts'
import type { Event, Instant, Json } from './event.ts'
import type { Flow, Step } from './flow.ts'
import { isOneOf } from './hearing.ts'
import { asking, expected, meantFor } from './pose.ts'
import { answer, type Reading, SKIP, unclear } from './question.ts'
import { ends } from './stand.ts'
import { coreWords } from './words.ts'

/** Reads from the beginning, without what was given in parts before; several presses are one answer together. */
export function answerTo(
  flow: Flow,
  conversation: Conversation,
  step: Step,
  events: readonly Event[],
  now: Instant,
): Reading<Json> {
  const bare = { ...conversation, draft: null }
  const question = expected(bare, step)
  const ask = asking(flow, bare, step, now)
  let draft: Json = null
  for (const event of events) {
    const meant = meantFor(flow, bare, step, event, now)
    if (step.optional && draft === null && skips(meant, ask.words.skip.hears)) return answer(null)
    const reading = question.read(meant, { ...ask, draft })
    if (reading.kind !== 'more') return reading
    draft = reading.draft
  }
  const all = draft === null ? null : question.read(ends(bare, step), { ...ask, draft })
  return all && all.kind !== 'more' ? all : unclear(coreWords(conversation.locale).pickOne)
}

/** "None of that", by a press or in words. */
export const skips = (event: Event, hears: readonly string[]): boolean =>
  (event.kind === 'pick' && event.choice === SKIP) || (event.kind === 'text' && isOneOf(event.text, hears))
