// Other words in the place of words that were taken as an answer before.
import { absorb, holds, settle } from './absorb.ts'
import { answerTo } from './answer-to.ts'
import { type Answers, type Conversation, known } from './conversation.ts'
import type { Event, Instant, Json } from './event.ts'
import type { Flow, Step } from './flow.ts'
import { plain } from './hearing.ts'
import { prune } from './path.ts'
import { asking, expected, stepText } from './pose.ts'
import { upgrade } from './upgrade.ts'
import { coreWords } from './words.ts'

export type Amended = { conversation: Conversation; said: string }

/** True when the open conversation has an answer that came from these words and takes the new ones. */
export const amends = (
  flow: Flow,
  stored: Conversation,
  { was, text }: Extract<Event, { kind: 'correct' }>,
  now: Instant,
): boolean => stored.status === 'open' && amended(flow, upgrade(flow, stored), was, text, now) !== null

/** Null where no answer came from these words, where it cannot be told which, or where the new ones are no answer. */
export function amended(
  flow: Flow,
  conversation: Conversation,
  was: string | null,
  text: string,
  now: Instant,
): Amended | null {
  if (was === null || plain(was) === '') return null
  const words = coreWords(conversation.locale)
  const { held } = conversation
  if (held?.kind === 'text' && plain(held.text) === plain(was))
    return { conversation: { ...conversation, held: { ...held, text } }, said: words.noted }
  const told = retold(flow, conversation, was, text, now)
  const answers = flow.steps.filter((step) => cameFrom(flow, conversation, step, was, now))
  const [step] = answers
  // The same short word may have answered several questions: then it cannot be told which of them is meant.
  if (answers.length > 1 || (!step && !told)) return null
  const reading = step ? answerTo(flow, conversation, step, [{ kind: 'text', text }], now) : null
  if (reading && reading.kind !== 'answer') return null
  const bare = {
    ...conversation,
    answers: without(conversation.answers, volunteeredBy(flow, conversation, was)),
  }
  const kept = told ? { ...bare, answers: { ...bare.answers, [told.step.name]: told.value } } : bare
  const after = step && reading ? replaced(flow, kept, step, reading.value) : kept
  const keeps =
    told || (step && reading && holds(expected(after, step), reading.value, text)) ? 'facts' : 'all'
  const heard = absorb(flow, after, { kind: 'text', text }, now, keeps)
  const { label } = stepText(flow, conversation, (step ?? told?.step)!)
  return {
    conversation: { ...heard, answers: prune(flow, heard) },
    said: words.amended(label),
  }
}

/** The story that holds these words, with the new ones in their place. */
function retold(
  flow: Flow,
  conversation: Conversation,
  was: string,
  text: string,
  now: Instant,
): { step: Step; value: Json } | null {
  for (const step of flow.steps) {
    const value = conversation.answers[step.name] ?? null
    if (value === null) continue
    const ask = { ...asking(flow, conversation, step, now), draft: null }
    const reading = expected(conversation, step).amend?.(value, was, text, ask)
    if (reading?.kind === 'answer') return { step, value: reading.value }
  }
  return null
}

/** The question was put, and these words are what it was answered with. */
function cameFrom(flow: Flow, conversation: Conversation, step: Step, was: string, now: Instant): boolean {
  if (!(step.name in conversation.answers) || !conversation.asked.includes(step.name)) return false
  const question = expected(conversation, step)
  if (question.amend || question.inner) return false
  const value = conversation.answers[step.name]!
  if (typeof value === 'string' && plain(value) === plain(was)) return true
  const reading = answerTo(flow, conversation, step, [{ kind: 'text', text: was }], now)
  return reading.kind === 'answer' && JSON.stringify(reading.value) === JSON.stringify(value)
}

/** What was not asked for and follows from these words. */
function volunteeredBy(flow: Flow, conversation: Conversation, was: string): string[] {
  const offered = flow.volunteered?.(was, known(conversation)) ?? {}
  return Object.entries(offered)
    .filter(([name]) => !conversation.asked.includes(name))
    .filter(([name, value]) => JSON.stringify(conversation.answers[name]) === JSON.stringify(value))
    .map(([name]) => name)
}

const without = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))

/** The answer is another one; the talk stays where it is. */
function replaced(flow: Flow, conversation: Conversation, step: Step, value: Json): Conversation {
  const { revisiting, editing, draft, tries } = conversation
  const after = settle(flow, conversation, step.name, value)
  return revisiting === step.name ? after : { ...after, revisiting, editing, draft, tries }
}
