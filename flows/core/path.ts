import { type Answers, type Conversation, known } from './conversation.ts'
import type { Flow, Step } from './flow.ts'

type Place = Pick<Conversation, 'id' | 'given' | 'answers' | 'results' | 'signals' | 'asked'>

/** The steps this person is led through, given what was answered so far. */
export function path(flow: Flow, conversation: Place): Step[] {
  const { answers, asked } = conversation
  const seen = known({ ...conversation, answers: {} } as Conversation)
  let posed = asked.length
  const open = (step: Step) => !(step.name in answers) && !asked.includes(step.name)
  return flow.steps.filter((step, at) => {
    if (!step.when(seen)) return false
    if (step.name in answers) seen[step.name] = answers[step.name]
    else if (step.silent || (step.optional && !step.worth(seen, answers))) return false
    else if (open(step)) {
      // A flow that may pose so many questions and no more leaves the rest open, but for those it keeps a place for.
      const kept = (later: Step) =>
        flow.reserve.includes(later.name) && open(later) && later.when(seen) && later.worth(seen, answers)
      const places = flow.reserve.includes(step.name) ? 0 : flow.steps.slice(at + 1).filter(kept).length
      if (step.optional && posed + places >= flow.most) return false
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

/** The question that was put before the one the talk stands at, if there is one. */
export function previous(flow: Flow, conversation: Conversation): Step | undefined {
  const steps = path(flow, conversation)
  const current = here(flow, conversation)
  const before = current ? steps.slice(0, steps.indexOf(current)) : steps
  // What was volunteered was never asked: it can be changed from the summary.
  return before.findLast((step) => conversation.asked.includes(step.name))
}

/** Only the answers that still belong: a changed answer may close a branch. */
export function prune(flow: Flow, conversation: Place): Answers {
  const kept = path(flow, conversation).filter((step) => step.name in conversation.answers)
  return Object.fromEntries(kept.map((step) => [step.name, conversation.answers[step.name]!]))
}
