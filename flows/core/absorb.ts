import { type Answers, type Conversation, known } from './conversation.ts'
import type { Event, Instant, Json } from './event.ts'
import type { Flow, Step } from './flow.ts'
import { plain } from './hearing.ts'
import { prune } from './path.ts'
import { asking, expected } from './pose.ts'
import type { Question, Reading } from './question.ts'

/** Writes one answer, and drops those whose branch it closed. */
export function settle(flow: Flow, conversation: Conversation, name: string, value: Json): Conversation {
  const answers = { ...conversation.answers, [name]: value }
  return {
    ...conversation,
    answers: prune(flow, { ...conversation, answers }),
    revisiting: null,
    editing: false,
    draft: null,
    tries: 0,
  }
}

/** Writes the answer that something said was read as, and keeps what else was in it. */
export function taken(
  flow: Flow,
  conversation: Conversation,
  step: Step,
  value: Json,
  event: Event,
  now: Instant,
): Conversation {
  const after = settle(flow, conversation, step.name, value)
  if (event.kind !== 'text') return after
  const keeps = holds(expected(conversation, step), value, event.text) ? 'facts' : 'all'
  return absorb(flow, after, event, now, keeps)
}

/** Words that the answer keeps as they were said, or that were no more than the answer, need not be in the story too. */
export const holds = ({ hint }: Question, value: Json, text: string): boolean =>
  hint === 'phone' ||
  plain(text).length <= 6 ||
  JSON.stringify(value).includes(JSON.stringify(text.trim()).slice(1, -1))

/**
 * Keeps what a person says beyond the question: it becomes or joins the story, and fills the questions it answers
 * before they are asked. Returns the same conversation where there was nothing to keep.
 * With `facts` the words themselves are not kept: an answer holds them already.
 */
export function absorb(
  flow: Flow,
  conversation: Conversation,
  event: Event,
  now: Instant,
  keeps: 'all' | 'facts' = 'all',
): Conversation {
  const reading = keeps === 'all' ? storied(flow, conversation, event, now) : null
  const story = reading?.kind === 'answer' ? { [flow.aside!]: reading.value } : null
  const answers: Answers = { ...conversation.answers, ...story }
  const said = event.kind === 'text' ? event.text : event.kind === 'files' ? (event.caption ?? '') : ''
  const offered = said && flow.volunteered ? flow.volunteered(said, known({ ...conversation, answers })) : {}
  let news = story !== null
  for (const step of flow.steps) {
    const value = offered[step.name]
    // What was asked for stands; what was only volunteered may be told better later.
    if (value === undefined || (step.name in answers && conversation.asked.includes(step.name))) continue
    if (JSON.stringify(value) === JSON.stringify(answers[step.name])) continue
    if (!expected(conversation, step).schema.safeParse(value).success) continue
    answers[step.name] = value
    news = true
  }
  if (!news) return conversation
  return { ...conversation, answers: prune(flow, { ...conversation, answers }) }
}

/** Why these words could not be kept, such as being more than a story holds; null where they are no story anyway. */
export function unkept(flow: Flow, conversation: Conversation, event: Event, now: Instant): string | null {
  const reading = storied(flow, conversation, event, now)
  return reading?.kind === 'unclear' ? reading.say : null
}

/** The story with these words added; null where the flow has none or they do not belong in it. */
function storied(flow: Flow, conversation: Conversation, event: Event, now: Instant): Reading<Json> | null {
  // A lone sign or number is no story.
  if (event.kind === 'text' ? plain(event.text).length < 2 : event.kind !== 'files') return null
  const step = flow.steps.find(({ name }) => name === flow.aside)
  if (!step?.when(known(conversation))) return null
  const question = expected(conversation, step)
  const ask = { ...asking(flow, conversation, step, now), draft: null }
  const value = conversation.answers[step.name] ?? null
  return value === null ? question.read(event, ask) : (question.append?.(value, event, ask) ?? null)
}
