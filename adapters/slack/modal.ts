// Several questions of one conversation as one form. Pure.
import type { types } from '@slack/bolt'
import type { Field, Form } from '../../flows/core/form.ts'
import type { Choice, Hint } from '../../flows/core/reply.ts'
import { choicesOf, FORM } from './answers.ts'
import { LIMITS, plainText } from './blocks.ts'
import { wordsIn } from './words.ts'

type Input = types.InputBlock
type Words = ReturnType<typeof wordsIn>['form']

const MOST_BLOCKS = 100
/** So many choices stand beside each other; more of them make a menu. */
const MOST_BESIDE = 10
/** What somebody may write into one box; Slack takes no more. */
const LONGEST = 3_000
/** Pictures and voices are sent in the chat; no box takes them. */
const ELSEWHERE: ReadonlySet<Hint> = new Set(['files', 'voice'])

/** Null where fewer than two of its questions can be asked in boxes: then the chat is simpler. */
export function modalOf({ conversation, fields }: Form): types.ModalView | null {
  const words = wordsIn(isChinese(fields) ? 'zh' : 'en').form
  const asked = fields.flatMap((field) => {
    const boxes = boxesOf(field, words)
    return boxes.length > 0 ? [boxes] : []
  })
  const blocks: Input[] = []
  let questions = 0
  for (const boxes of asked) {
    if (blocks.length + boxes.length > MOST_BLOCKS) break
    blocks.push(...boxes)
    questions += 1
  }
  if (questions < 2) return null
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: conversation.slice(0, 3_000),
    title: plainText(words.title, LIMITS.title),
    submit: plainText(words.send, LIMITS.title),
    close: plainText(words.close, LIMITS.title),
    blocks,
  }
}

/** The form speaks the language of its questions. */
const isChinese = (fields: readonly Field[]): boolean =>
  fields.some(({ text }) => /\p{Script=Han}/u.test(text))

function boxesOf(field: Field, words: Words): Input[] {
  if (field.kind !== 'ask' || ELSEWHERE.has(field.hint) || field.id.length > 200) return []
  const { id, text, hint } = field
  const choice = chooser(field.choices, field.several === true)
  if (hint === 'choice') return choice ? [box(id, text, choice, false)] : []
  const written = box(id, text, writer(hint), field.choices.length > 0)
  return choice ? [written, box(choicesOf(id), words.or, choice, true)] : [written]
}

const box = (id: string, label: string, element: Input['element'], optional: boolean): Input => ({
  type: 'input',
  block_id: id,
  label: plainText(label, LIMITS.question),
  element,
  optional,
})

function writer(hint: Hint): Input['element'] {
  switch (hint) {
    case 'number':
      return { type: 'number_input', action_id: 'number', is_decimal_allowed: false }
    case 'money':
      return { type: 'number_input', action_id: 'number', is_decimal_allowed: true, min_value: '0' }
    case 'date':
      return { type: 'datepicker', action_id: 'date' }
    case 'phone':
    case 'place':
      return { type: 'plain_text_input', action_id: 'text', max_length: LONGEST }
    default:
      return { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: LONGEST }
  }
}

/** Null where there is nothing to choose from, or too much for one menu: what was chosen can be written then. */
function chooser(choices: readonly Choice[], several: boolean): Input['element'] | null {
  if (choices.length === 0 || choices.length > LIMITS.options) return null
  if (choices.some(({ id }) => id.length > LIMITS.optionValue)) return null
  const options = choices.map(({ id, label }) => ({ text: plainText(label, LIMITS.label), value: id }))
  const few = choices.length <= MOST_BESIDE
  if (several)
    return few
      ? { type: 'checkboxes', action_id: 'choices', options }
      : { type: 'multi_static_select', action_id: 'choices', options }
  return few
    ? { type: 'radio_buttons', action_id: 'choice', options }
    : { type: 'static_select', action_id: 'choice', options }
}
