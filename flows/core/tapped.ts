// A press on a channel whose buttons hold few bytes: the choice that its token stands for.
import { type Conversation, known } from './conversation.ts'
import type { Event, Instant } from './event.ts'
import type { Flow } from './flow.ts'
import { pose, posedAt } from './pose.ts'
import { tapOf } from './tap.ts'

/** Looks at what is open first, and then at the questions that were put before; a token of none of them is stale. */
export function tapped(
  flow: Flow,
  conversation: Conversation,
  token: string,
  now: Instant,
): Extract<Event, { kind: 'pick' }> {
  const facts = known(conversation)
  const before = flow.steps
    .filter((step) => conversation.asked.includes(step.name) && step.when(facts))
    .map((step) => posedAt(flow, conversation, step, now))
  for (const { id: question, choices } of [pose(flow, conversation, now), ...before]) {
    const choice = choices.find(({ id }) => tapOf(question, id) === token)
    if (choice) return { kind: 'pick', question, choice: choice.id }
  }
  return { kind: 'pick', question: '', choice: '' }
}
