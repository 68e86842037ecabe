import { settle } from './absorb.ts'
import { type Conversation, known } from './conversation.ts'
import type { Event, Instant } from './event.ts'
import type { Flow } from './flow.ts'
import { here, previous } from './path.ts'
import { asking, draftOf, expected, questionId } from './pose.ts'
import { labelled } from './question.ts'
import { say } from './reply.ts'
import { stand, type Turn } from './stand.ts'
import { coreWords } from './words.ts'

/**
 * A press on a question that is past: offered as a correction, never taken silently. Where the question was left open,
 * or went away before it was answered, the press is simply its answer.
 */
export function stale(
  flow: Flow,
  conversation: Conversation,
  { question, choice }: Extract<Event, { kind: 'pick' }>,
  now: Instant,
): Turn {
  const words = coreWords(conversation.locale)
  const step = flow.steps.find((s) => questionId(conversation, s.name) === question)
  if (!step?.when(known(conversation)) || !conversation.asked.includes(step.name))
    return stand(flow, conversation, now, [say(words.closedQuestion)])
  const ask = { ...asking(flow, conversation, step, now), draft: null }
  const offered = labelled(expected(conversation, step), ask.own).some(({ id }) => id === choice)
  const reading = offered ? expected(conversation, step).read({ kind: 'pick', question, choice }, ask) : null
  if (reading?.kind !== 'answer') return stand(flow, conversation, now, [say(words.closedQuestion)])
  if ((conversation.answers[step.name] ?? null) === null) {
    const { revisiting, editing, draft, tries } = conversation
    const late = settle(flow, conversation, step.name, reading.value)
    return stand(flow, { ...late, revisiting, editing, draft, tries }, now)
  }
  // The same button pressed twice says nothing new.
  if (JSON.stringify(reading.value) === JSON.stringify(conversation.answers[step.name]))
    return { conversation, replies: [], commands: [] }
  return stand(flow, { ...conversation, correcting: { step: step.name, choice } }, now)
}

/** To the question before, or one part of an answer back. */
export function back(flow: Flow, conversation: Conversation, now: Instant): Turn {
  if (conversation.correcting || conversation.held)
    return stand(flow, { ...conversation, correcting: null, held: null }, now)
  const current = here(flow, conversation)
  const draft = current ? draftOf(conversation, current) : null
  if (current && draft !== null) {
    const left = expected(conversation, current).undo?.(draft) ?? null
    return stand(
      flow,
      { ...conversation, draft: left === null ? null : { step: current.name, value: left } },
      now,
    )
  }
  if (conversation.editing) return stand(flow, { ...conversation, revisiting: null, editing: false }, now)
  const step = previous(flow, conversation)
  if (!step) return stand(flow, conversation, now, [say(coreWords(conversation.locale).first)])
  return stand(flow, { ...conversation, revisiting: step.name, tries: 0 }, now)
}
