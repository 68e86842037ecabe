// A form's answers, as they come back from its boxes. Pure.
import type { FormAnswer } from '../../flows/core/event.ts'

/** The name of our forms among views. */
export const FORM = 'form'
/** Beside a box to write in there may be choices: a second box of the same question. */
const CHOICES = '#choices'
export const choicesOf = (question: string): string => `${question}${CHOICES}`

type Box = {
  value?: string | null | undefined
  selected_date?: string | null | undefined
  selected_option?: Chosen | null | undefined
  selected_options?: readonly Chosen[] | null | undefined
}
type Chosen = { value: string }
type View = {
  blocks: readonly { type: string; block_id: string }[]
  state: { values: { [block: string]: { [action: string]: Box } } }
}

/** `first`: the box that shows what belongs to none. */
export type Answered = { answers: FormAnswer[]; first: string | null; boxes: ReadonlySet<string> }

/** In the order of the boxes, whatever the order of the values. */
export function answersIn({ blocks, state }: View): Answered {
  const boxes = new Set(blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id))
  const questions = new Set(
    [...boxes].map((box) => (box.endsWith(CHOICES) ? box.slice(0, -CHOICES.length) : box)),
  )
  const answers = [...questions].flatMap((question) => answersTo(question, state.values))
  return { answers, boxes, first: boxes.values().next().value ?? null }
}

/** What was written counts before what was chosen beside it; a box left empty says so, and the desk knows whether it may. */
function answersTo(question: string, values: View['state']['values']): FormAnswer[] {
  const given = [question, choicesOf(question)].flatMap((box) => Object.values(values[box] ?? {}))
  const text = given.map(({ value, selected_date }) => (value ?? selected_date ?? '').trim()).find(Boolean)
  if (text) return [{ question, event: { kind: 'text', text } }]
  const chosen = given.flatMap(({ selected_option: one, selected_options: some }) =>
    one ? [one] : (some ?? []),
  )
  if (chosen.length === 0) return [{ question, event: { kind: 'text', text: '' } }]
  return chosen.map(({ value }) => ({ question, event: { kind: 'pick', question, choice: value } }))
}

/** Slack shows an error beside its box; what belongs to no box stands beside the first. */
export function errorsFor(
  problems: readonly { question: string; why: string }[],
  { boxes, first }: Pick<Answered, 'boxes' | 'first'>,
): { [box: string]: string } {
  const errors: { [box: string]: string } = {}
  for (const { question, why } of problems) {
    const box = [question, choicesOf(question)].find((one) => boxes.has(one)) ?? first
    if (box && errors[box] === undefined) errors[box] = why
  }
  return errors
}
