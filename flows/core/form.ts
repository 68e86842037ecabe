// Several questions of one conversation shown at once, for channels that have forms.
import { type Conversation, known } from './conversation.ts'
import type { FormAnswer, Instant } from './event.ts'
import type { Flow, Step } from './flow.ts'
import { fold } from './fold.ts'
import type { House } from './house.ts'
import { path } from './path.ts'
import { expected, posedAt, stepText } from './pose.ts'
import type { Question } from './question.ts'
import { flowOf, type Told, wordsOf } from './received.ts'
import type { Posed } from './reply.ts'
import type { Sitting } from './sitting.ts'
import { upgrade } from './upgrade.ts'

/** The questions that are open now and follow from what is known so far, in their order; `at` is when it was made. */
export type Form = { conversation: string; flow: string; fields: Field[]; at: Instant }
/** `several`: more than one choice may be taken; each is an answer of its own, one after the other. */
export type Field = Posed & { several?: true }
/** Why an answer cannot be taken, in the person's language. */
export type FormProblem = { question: string; why: string }

/**
 * The open conversation as a form; null where fewer than two fields come out, and where the talk is in the middle of
 * one answer. A flow that does something on the way is asked question by question: in a form it would come too late.
 */
export function formOf(house: House, { open }: Sitting, now: Instant): Form | null {
  if (open?.status !== 'open') return null
  const flow = flowOf(house, open.flow)
  const talk = upgrade(flow, open)
  const busy = talk.correcting ?? talk.held ?? talk.draft ?? talk.revisiting
  if (busy !== null || flow.milestones.length > 0 || flow.remarks.length > 0) return null
  const fields = fieldsOf(flow, talk).map((step): Field => {
    const posed = posedAt(flow, talk, step, now)
    const several = expected(talk, step).collects
    return several ? { ...posed, several } : posed
  })
  return fields.length < 2 ? null : { conversation: talk.id, flow: flow.name, fields, at: now }
}

/** What is wrong with these answers; nothing is changed by asking. */
export function checkForm(
  house: House,
  sitting: Sitting,
  answers: readonly FormAnswer[],
  { now }: Told,
): FormProblem[] {
  const { open } = sitting
  if (open?.status !== 'open') {
    const why = wordsOf(house, sitting).nothingOpen
    return answers.map(({ question }) => ({ question, why }))
  }
  const flow = flowOf(house, open.flow)
  const { problems } = fold(flow, upgrade(flow, open), answers, now, { first: false })
  return problems.map(({ question, why }) => ({ question, why }))
}

/** From the open question on, as far as single fields go. */
function fieldsOf(flow: Flow, talk: Conversation): Step[] {
  const open = path(flow, talk)
  const fields: Step[] = []
  /** Steps whose answers are not known yet: fields, and what the answer to a field may bring up. */
  const pending = new Set<string>()
  for (const step of flow.steps.filter(({ name, silent }) => !silent && !(name in talk.answers))) {
    const depends = follows(flow, talk, step, pending)
    if (!depends && !open.includes(step)) continue
    if (!depends && !isField(expected(talk, step))) break
    if (!depends) fields.push(step)
    pending.add(step.name)
  }
  return fields
}

const FIELDS: readonly Question['hint'][] = ['text', 'choice', 'money', 'date', 'phone', 'number']
const isField = ({ hint, inner, append }: Question): boolean => FIELDS.includes(hint) && !inner && !append

/** True when whether or how a step is asked depends on an answer that is not known yet. */
function follows(flow: Flow, talk: Conversation, step: Step, pending: ReadonlySet<string>): boolean {
  let looked = false
  const watched = new Proxy(known(talk), {
    get(facts, name) {
      looked ||= typeof name === 'string' && pending.has(name)
      return facts[name]
    },
  })
  try {
    const asked = step.when(watched) && step.worth(watched, talk.answers)
    const { say } = stepText(flow, talk, step)
    if (asked) step.expect(watched)
    if (asked && typeof say === 'function') say(watched)
  } catch (error) {
    // Whoever looks for an answer may count on its being there.
    if (!looked) throw error
  }
  return looked
}
