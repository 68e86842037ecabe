import { type Answers, type Conversation, known } from './conversation.ts'
import type { Flow } from './flow.ts'
import { prune } from './path.ts'

/** Brings a stored conversation to the flow's version; what no longer fits is asked again. */
export function upgrade(flow: Flow, conversation: Conversation): Conversation {
  if (conversation.version === flow.version) return conversation
  // An older process during a rolling update: the newer one's answers are read as they are.
  if (conversation.version > flow.version) return conversation
  let answers = conversation.answers
  for (let v = conversation.version; v < flow.version; v++) answers = flow.upgrades[v]?.(answers) ?? answers
  const names = new Set(flow.steps.map((step) => step.name))
  const moved: Conversation = {
    ...conversation,
    version: flow.version,
    draft: null,
    correcting: null,
    revisiting: names.has(conversation.revisiting ?? '') ? conversation.revisiting : null,
    asked: conversation.asked.filter((name) => names.has(name)),
    answers: valid(flow, { ...conversation, answers }),
  }
  return { ...moved, answers: prune(flow, moved) }
}

function valid(flow: Flow, conversation: Conversation): Answers {
  const { answers } = conversation
  const fits = flow.steps.filter(
    ({ name, optional, expect }) =>
      name in answers &&
      ((optional && answers[name] === null) ||
        expect(known(conversation)).schema.safeParse(answers[name]).success),
  )
  return Object.fromEntries(fits.map(({ name }) => [name, answers[name]!]))
}
