import { z } from 'zod'
import type { Json } from '../event.ts'
import type { Step, Typed } from '../flow.ts'
import { choiceOf, isOneOf } from '../hearing.ts'
import {
  type Asking,
  answer,
  DONE,
  hearsOf,
  labelled,
  type Question,
  type Reading,
  SKIP,
  type StepText,
  unclear,
} from '../question.ts'

type Item = { [part: string]: Json }
type Draft = { items: Item[]; item: Item | null; part: Json }

const MORE = '+'

/**
 * The same few questions again and again: another duty? another worker? `each` is a flow built with `direct()`;
 * its steps see the parts answered so far, and `given`, `items` (the ones before). Between 1 and `max` items.
 */
export function list<A extends Item, Q extends { [part: string]: any }>(
  each: Typed<any, A, Q, any, any, any, any>,
  { max }: { max: number },
): Question<A[], never, Q> {
  const read = (event: Parameters<Question['read']>[0], ask: Asking): Reading<A[]> => {
    const draft = (ask.draft as Draft | null) ?? { items: [], item: {}, part: null }
    if (draft.item === null) return another(event, ask, draft, max)
    const part = next(each.steps, draft, ask)!
    const own = ask.own.parts?.[part.name] ?? { say: '', label: part.name }
    const inner: Asking = { ...ask, own, draft: draft.part, known: seen(ask, draft) }
    const question = part.expect(inner.known)
    const meant = typed(event, question, part, own)
    if (part.optional && meant.kind === 'pick' && meant.choice === SKIP)
      return put(each.steps, draft, part, null, ask, max)
    if (part.optional && event.kind === 'text' && isOneOf(event.text, ask.words.skip.hears))
      return put(each.steps, draft, part, null, ask, max)
    const reading = question.read(meant, inner)
    if (reading.kind === 'answer') return put(each.steps, draft, part, reading.value, ask, max)
    if (reading.kind === 'more') return { kind: 'more', draft: { ...draft, part: reading.draft } }
    return reading
  }
  return {
    hint: 'choice',
    schema: z.array(z.record(z.string(), z.any())).min(1).max(max) as never,
    choices: [],
    read,
    inner(ask) {
      const draft = (ask.draft as Draft | null) ?? { items: [], item: {}, part: null }
      if (draft.item === null)
        return {
          at: `${draft.items.length}`,
          text: ask.words.another(draft.items.length),
          choices: [
            { id: MORE, label: ask.own.another ?? MORE },
            { id: DONE, label: ask.words.done.label },
          ],
          hint: 'choice',
        }
      const part = next(each.steps, draft, ask)!
      const own = ask.own.parts?.[part.name] ?? { say: '', label: part.name }
      const known = seen(ask, draft)
      const question = part.expect(known)
      const skip = part.optional ? [{ id: SKIP, label: own.skip ?? ask.words.leftOpen }] : []
      return {
        at: `${draft.items.length}.${part.name}`,
        text: typeof own.say === 'string' ? own.say : own.say(known),
        choices: [...labelled(question, own), ...skip],
        hint: question.hint,
      }
    },
    undo(draft) {
      const { items, item } = draft as Draft
      const open = item && Object.keys(item).length > 0
      const before = open ? items : items.slice(0, -1)
      const last = Object.entries((open ? item : items.at(-1)) ?? {}).slice(0, -1)
      return before.length + last.length > 0
        ? { items: before, item: Object.fromEntries(last), part: null }
        : null
    },
    show: (items, ask) =>
      items.map((item, at) => `${at + 1}. ${shownItem(each.steps, item, ask)}`).join('\n'),
  }
}

const seen = ({ known }: Asking, { items, item }: Draft) => ({
  ...item,
  given: known.given,
  outer: known,
  items,
})

/** The part of this item that is asked next. */
function next(steps: Step[], draft: Draft, ask: Asking): Step | undefined {
  const known = seen(ask, draft)
  return steps.find((step) => step.when(known) && !(step.name in (draft.item ?? {})))
}

function put(steps: Step[], draft: Draft, part: Step, value: Json, ask: Asking, max: number): Reading<any> {
  const filled: Draft = { ...draft, item: { ...draft.item, [part.name]: value }, part: null }
  if (next(steps, filled, ask)) return { kind: 'more', draft: filled }
  const items = [...draft.items, filled.item!]
  return items.length >= max ? answer(items) : { kind: 'more', draft: { items, item: null, part: null } }
}

/** Between two items: another one, or that is all. */
function another(
  event: Parameters<Question['read']>[0],
  ask: Asking,
  draft: Draft,
  max: number,
): Reading<any> {
  const all = [
    { id: MORE, label: ask.own.another ?? MORE },
    { id: DONE, label: ask.words.done.label },
  ]
  const hears = (id: string) => (id === DONE ? ask.words.done.hears : [])
  const chosen =
    event.kind === 'pick' ? event.choice : event.kind === 'text' ? choiceOf(event.text, all, hears)?.id : null
  if (chosen === DONE) return answer(draft.items)
  if (chosen === MORE && draft.items.length < max)
    return { kind: 'more', draft: { ...draft, item: {}, part: null } }
  return unclear(ask.words.pickOne)
}

function typed(event: any, question: Question, part: Step, own: StepText) {
  if (event.kind !== 'text') return event
  const skip = part.optional && own.skip ? [{ id: SKIP, label: own.skip }] : []
  const choices = [...labelled(question, own), ...skip]
  const chosen = choiceOf(event.text, choices, (id) => hearsOf(own.choices?.[id]))
  return chosen ? { kind: 'pick', question: '', choice: chosen.id } : event
}

function shownItem(steps: Step[], item: Item, ask: Asking): string {
  const known = { ...item, given: ask.known.given, outer: ask.known, items: [] }
  return steps
    .filter(({ name }) => item[name] !== undefined && item[name] !== null)
    .map((step) => {
      const own = ask.own.parts?.[step.name] ?? { say: '', label: step.name }
      return step.expect(known).show(item[step.name], { ...ask, own, known })
    })
    .join(' ')
}
