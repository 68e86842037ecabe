import { type Conversation, known } from './conversation.ts'
import type { Event, Instant } from './event.ts'
import { type Flow, type Say, type Step, wordingOf } from './flow.ts'
import { asPick } from './hearing.ts'
import { here, path, previous } from './path.ts'
import { type Asking, DONE, hearsOf, labelled, type Question, SKIP, type StepText } from './question.ts'
import type { Choice, Posed, Row } from './reply.ts'
import { coreWords } from './words.ts'

/** The open question as it is put to the person, or the summary once every question has its answer. */
export function pose(flow: Flow, conversation: Conversation, now: Instant): Posed {
  if (conversation.correcting) return correction(flow, conversation, now)
  if (conversation.held) return resumption(flow, conversation)
  const step = here(flow, conversation)
  return step ? posedAt(flow, conversation, step, now) : summary(flow, conversation, now)
}

export const REVIEW = 'review'
export const SEND = '+'
export const YES = 'yes'
export const NO = 'no'
export const CORRECT = '?correct'
export const RESUME = '?resume'

export const questionId = (conversation: Conversation, step: string) => `${conversation.id}.${step}`

export const fill = (words: Say<any>, conversation: Conversation): string =>
  typeof words === 'string' ? words : words(known(conversation))

export const stepText = (flow: Flow, conversation: Conversation, step: Step): StepText =>
  wordingOf(flow, conversation.locale).steps[step.name] ?? { say: '', label: step.name }

export const asking = (flow: Flow, conversation: Conversation, step: Step, now: Instant): Asking => ({
  words: coreWords(conversation.locale),
  known: known(conversation),
  now,
  draft: draftOf(conversation, step),
  own: stepText(flow, conversation, step),
})

/** What was given so far of this step's answer. */
export const draftOf = ({ draft }: Conversation, step: Step) =>
  draft?.step === step.name ? draft.value : null

export const expected = (conversation: Conversation, step: Step): Question => step.expect(known(conversation))

/** An answer in words, as the summary shows it. */
export function shown(flow: Flow, conversation: Conversation, step: Step, now: Instant): string {
  const value = conversation.answers[step.name]
  const ask = asking(flow, conversation, step, now)
  if (value === null || value === undefined) return ask.words.leftOpen
  return expected(conversation, step).show(value, ask)
}

/** What people say when they mean a choice: its label, its synonyms. */
export function hearsChoice(
  flow: Flow,
  conversation: Conversation,
  step: Step,
  id: string,
): readonly string[] {
  return hearsOf(stepText(flow, conversation, step).choices?.[id])
}

/** Words that name a choice of this step's question are that choice. */
export const meantFor = (
  flow: Flow,
  conversation: Conversation,
  step: Step,
  event: Event,
  now: Instant,
): Event =>
  asPick(event, posedAt(flow, conversation, step, now), (id) =>
    id === SKIP ? [] : hearsChoice(flow, conversation, step, id),
  )

/** A step's question as it is put, whether the talk stands there or not. */
export function posedAt(flow: Flow, conversation: Conversation, step: Step, now: Instant): Posed {
  const words = coreWords(conversation.locale)
  const expect = expected(conversation, step)
  const ask = asking(flow, conversation, step, now)
  const inner = expect.inner?.(ask)
  const count = expect.collects && Array.isArray(ask.draft) ? ask.draft.length : 0
  const choices: Choice[] = inner ? [...inner.choices] : labelled(expect, ask.own)
  if (count > 0) choices.push({ id: DONE, label: words.done.label })
  else if (step.optional && ask.draft === null)
    choices.push({ id: SKIP, label: ask.own.skip ?? words.leftOpen })
  const counted = expect.hint === 'files' ? words.more(count) : words.chosen(count)
  return {
    kind: 'ask',
    id: inner ? `${questionId(conversation, step.name)}/${inner.at}` : questionId(conversation, step.name),
    text: inner ? inner.text : count > 0 ? counted : fill(ask.own.say, conversation),
    choices,
    hint: inner?.hint ?? expect.hint,
    back: conversation.editing || ask.draft !== null || previous(flow, conversation) !== undefined,
  }
}

function summary(flow: Flow, conversation: Conversation, now: Instant): Posed {
  const words = coreWords(conversation.locale)
  const steps = path(flow, conversation)
  const label = (step: Step) => stepText(flow, conversation, step).label
  const rows: Row[] = steps.map((step) => ({
    label: label(step),
    value: shown(flow, conversation, step, now),
  }))
  return {
    kind: 'review',
    id: questionId(conversation, REVIEW),
    text: fill(wordingOf(flow, conversation.locale).review ?? '', conversation),
    rows,
    choices: [
      { id: SEND, label: words.send.label },
      ...steps.map((step) => ({ id: step.name, label: words.change(label(step)) })),
    ],
  }
}

function correction(flow: Flow, conversation: Conversation, now: Instant): Posed {
  const words = coreWords(conversation.locale)
  const { step: name, choice } = conversation.correcting!
  const step = flow.steps.find((s) => s.name === name)!
  const ask = asking(flow, conversation, step, now)
  const chosen = labelled(expected(conversation, step), ask.own).find(({ id }) => id === choice)
  return {
    kind: 'ask',
    id: questionId(conversation, CORRECT),
    text: words.correct(ask.own.label, chosen?.label ?? choice),
    choices: [
      { id: YES, label: words.correctYes },
      { id: NO, label: words.correctNo },
    ],
    hint: 'choice',
    back: false,
  }
}

function resumption(flow: Flow, conversation: Conversation): Posed {
  const words = coreWords(conversation.locale)
  const step = here(flow, conversation)
  const label = step ? stepText(flow, conversation, step).label : words.send.label
  return {
    kind: 'ask',
    id: questionId(conversation, RESUME),
    text: words.resume(label),
    choices: [
      { id: YES, label: words.goOn },
      { id: NO, label: words.startAgain },
    ],
    hint: 'choice',
    back: false,
  }
}
