import { absorb, settle } from './absorb.ts'
import type { Asked } from './command.ts'
import { type Conversation, known } from './conversation.ts'
import type { Event, Instant } from './event.ts'
import { type Flow, type Step, wordingOf } from './flow.ts'
import { milestones, pending } from './milestone.ts'
import { here } from './path.ts'
import { asking, draftOf, expected, fill, pose, questionId } from './pose.ts'
import { DONE } from './question.ts'
import { type Reply, say } from './reply.ts'

/** What came of something heard: the talk as it is now, what is said, and what is asked of the books. */
export type Turn = { conversation: Conversation; replies: Reply[]; commands: Asked[] }

/** A talk that ends without its last word: what was half given, or waits to be heard, still belongs to it. */
export function gathered(flow: Flow, conversation: Conversation, now: Instant): Conversation {
  const { held } = conversation
  const told = { ...conversation, correcting: null, held: null, quiet: true }
  const heard = held ? absorb(flow, told, held, now) : told
  const step = here(flow, heard)
  if (!step || draftOf(heard, step) === null) return heard
  const reading = expected(heard, step).read(ends(heard, step), asking(flow, heard, step, now))
  return reading.kind === 'answer' ? settle(flow, heard, step.name, reading.value) : heard
}

/** Asks for what is due on the way, and then says what is due at the place the talk stands. */
export function stand(
  flow: Flow,
  before: Conversation,
  now: Instant,
  replies: Reply[] = [],
  quiet = false,
): Turn {
  const { conversation: asked, commands } = milestones(flow, before, quiet)
  // The answers of the books come first; the question follows them (see learn).
  if (commands.length > 0) return { conversation: asked, replies, commands }
  const { conversation, said } = remarked(flow, asked)
  const step = here(flow, conversation)
  const free = !conversation.correcting && !conversation.held
  if (!step && !flow.review && free) return { ...finish(flow, conversation), replies: [...replies, ...said] }
  const posed = step && free && !conversation.asked.includes(step.name) ? [step.name] : []
  const standing = { ...conversation, asked: [...conversation.asked, ...posed] }
  return { conversation: standing, replies: [...replies, ...said, pose(flow, standing, now)], commands: [] }
}

/** What has become true and is to be said, each thing once. */
function remarked(flow: Flow, conversation: Conversation): { conversation: Conversation; said: Reply[] } {
  const facts = known(conversation)
  const fresh = flow.remarks.filter(({ name, when }) => !conversation.told.includes(name) && when(facts))
  if (fresh.length === 0) return { conversation, said: [] }
  const { remarks } = wordingOf(flow, conversation.locale)
  const said = fresh.map(({ name }) => say(fill(remarks?.[name] ?? '', conversation)))
  return {
    conversation: { ...conversation, told: [...conversation.told, ...fresh.map(({ name }) => name)] },
    said,
  }
}

export function finish(flow: Flow, conversation: Conversation): Turn {
  const awaiting: Conversation = { ...conversation, status: 'awaiting', wakeAt: null }
  const commands = pending(awaiting)
    ? []
    : [{ of: conversation.id, name: 'done', command: flow.done(known(awaiting)) }]
  return { conversation: awaiting, replies: [], commands }
}

export const ended = (conversation: Conversation, status: Conversation['status']): Conversation => ({
  ...conversation,
  status,
  draft: null,
  held: null,
  correcting: null,
  wakeAt: null,
})

export const over = (conversation: Conversation, status: Conversation['status'], words: string): Turn => ({
  conversation: ended(conversation, status),
  replies: [say(words)],
  commands: [],
})

/** "That is all", said for the person. */
export const ends = (conversation: Conversation, { name }: Step): Event => ({
  kind: 'pick',
  question: questionId(conversation, name),
  choice: DONE,
})
