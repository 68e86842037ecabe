// Several answers at once: each is given to its question, and the talk stands where the last of them leaves it.
import { taken } from './absorb.ts'
import { answerTo } from './answer-to.ts'
import type { Conversation } from './conversation.ts'
import type { Event, FormAnswer, Instant } from './event.ts'
import type { Flow } from './flow.ts'
import { path } from './path.ts'
import { questionId, stepText } from './pose.ts'
import { SKIP } from './question.ts'
import { coreWords } from './words.ts'

/** `label` is what the question is called in a summary; empty where nobody knows it. */
export type Problem = { question: string; label: string; why: string }

/** `first`: what comes after an answer that cannot be taken is left out. */
export function fold(
  flow: Flow,
  before: Conversation,
  answers: readonly FormAnswer[],
  now: Instant,
  { first }: { first: boolean },
): { conversation: Conversation; problems: Problem[] } {
  const problems: Problem[] = []
  let conversation: Conversation = { ...before, correcting: null, held: null }
  for (const { question, events } of byQuestion(answers)) {
    const step = flow.steps.find(({ name }) => questionId(conversation, name) === question)
    if (!step) {
      problems.push({ question, label: '', why: coreWords(conversation.locale).closedQuestion })
    } else {
      // An answer of the same form may have closed its branch.
      if (!path(flow, conversation).includes(step)) continue
      const said = events.map((event) => (step.optional && isEmpty(event) ? skip(question) : event))
      const reading = answerTo(flow, conversation, step, said, now)
      if (reading.kind === 'answer') {
        const asked = [...new Set([...conversation.asked, step.name])]
        conversation = taken(flow, { ...conversation, asked }, step, reading.value, said.at(-1)!, now)
        continue
      }
      const why = reading.kind === 'unclear' ? reading.say : coreWords(conversation.locale).pickOne
      problems.push({ question, label: stepText(flow, conversation, step).label, why })
    }
    if (first) break
  }
  return { conversation, problems }
}

/** Several presses on one question follow each other. */
function byQuestion(answers: readonly FormAnswer[]): { question: string; events: Event[] }[] {
  const groups: { question: string; events: Event[] }[] = []
  for (const { question, event } of answers) {
    const last = groups.at(-1)
    if (last?.question === question) last.events.push(event)
    else groups.push({ question, events: [event] })
  }
  return groups
}

const isEmpty = (event: Event): boolean => event.kind === 'text' && event.text.trim() === ''
const skip = (question: string): Event => ({ kind: 'pick', question, choice: SKIP })
