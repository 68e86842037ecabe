import { type Answers, type Conversation, known } from './conversation.ts'
import type { Flow, Step } from './flow.ts'

type Place = Pick<Conversation, 'given' | 'answers' | 'results' | 'signals' | 'asked'>

/** The steps this person is led through, given what was answered so far. */
export function path(flow: Flow, conversation: Place): Step[] {
  const { answers, asked } = conversation
  const seen = known({ ...conversation, answers: {} } as Conversation)
  let posed = asked.length
  return flow.steps.filter((step) => {
    if (!step.when(seen)) return false
    const answered = step.name in answers
    if (answered) seen[step.name] = answers[step.name]
    else if (!asked.includes(step.name)) {
      // A flow that may pose so many questions and no more leaves the rest open.
      if (step.optional && posed >= flow.most) return false
      posed++
    }
    return true
  })
}

/** The step the talk stands at; undefined means that everything is answered. */
export function here(flow: Flow, conversation: Conversation): Step | undefined {
  const steps = path(flow, conversation)
  return (
    steps.find((step) => step.name === conversation.revisiting) ??
    steps.find((step) => !(step.name in conversation.answers))
  )
}

/** The step before the one the talk stands at, if there is one. */
export function previous(flow: Flow, conversation: Conversation): Step | undefined {
  const steps = path(flow, conversation)
  const current = here(flow, conversation)
  return steps[(current ? steps.indexOf(current) : steps.length) - 1]
}

/** Only the answers that still belong: a changed answer may close a branch. */
export function prune(flow: Flow, conversation: Place): Answers {
  const kept = path(flow, conversation).filter((step) => step.name in conversation.answers)
  return Object.fromEntries(kept.map((step) => [step.name, conversation.answers[step.name]!]))
}
