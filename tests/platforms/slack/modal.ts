// A form as a person sees and fills it, and its values as Slack sends them.
import { type BlockReading, labelOf, optionsOf, readBlocks } from './block-reading.ts'
import { textOf, type Wire, wireOf, wiresOf } from './json.ts'
import type { Names } from './mrkdwn.ts'
import type { View, Workspace } from './workspace.ts'

/** What somebody put into a field: words, the label of an option, several labels, or nothing. */
export type Filling = string | string[] | null
/** By block id: the value as Slack sends it. */
export type State = { [block: string]: { [action: string]: Wire } }

export type Field = {
  block: string
  action: string
  label: string
  kind: string
  optional: boolean
  /** What stands in it: words, or the labels chosen. */
  value: string | string[]
  options: string[]
}

export type SeenForm = BlockReading & {
  id: string
  callback: string
  privateMetadata: string
  title: string
  submit: string | null
  fields: Field[]
  /** What was wrong with the last answers, by the field's label. */
  errors: { [label: string]: string }
  raw: Wire
}

const inputsOf = (view: View): Wire[] => wiresOf(view.given.blocks).filter((block) => block.type === 'input')

/** What the form holds before anybody has touched it. */
export function stateOf(view: View): State {
  const state: State = {}
  for (const block of inputsOf(view)) {
    const element = wireOf(block.element)
    state[textOf(block.block_id)] = { [textOf(element.action_id)]: initialOf(element) }
  }
  return state
}

function initialOf(element: Wire): Wire {
  const type = textOf(element.type)
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null }
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] }
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null }
    default:
      return { type, value: element.initial_value ?? null }
  }
}

/** Puts something into the field of that label or block id. Throws where there is no such field, or no such option. */
export function fill(view: View, state: State, name: string, filling: Filling): void {
  const block = inputsOf(view).find((one) => labelOf(one.label) === name || one.block_id === name)
  if (!block)
    throw new Error(
      `the form has no field ${name}: ${inputsOf(view)
        .map(({ label }) => labelOf(label))
        .join(', ')}`,
    )
  const element = wireOf(block.element)
  state[textOf(block.block_id)] = { [textOf(element.action_id)]: filledIn(element, filling) }
}

function filledIn(element: Wire, filling: Filling): Wire {
  const type = textOf(element.type)
  const option = (label: string): Wire => {
    const found = optionsOf(element).find((one) => labelOf(one.text) === label)
    if (!found)
      throw new Error(
        `there is no option ${label}: ${optionsOf(element)
          .map(({ text }) => labelOf(text))
          .join(', ')}`,
      )
    return found
  }
  const one = Array.isArray(filling) ? (filling[0] ?? null) : filling
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: one === null ? null : option(one) }
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: [filling ?? []].flat().map(option) }
    case 'datepicker':
      return { type, selected_date: one }
    case 'timepicker':
      return { type, selected_time: one }
    default: {
      const most = element.max_length
      if (typeof most === 'number' && one !== null && one.length > most)
        throw new Error(`the field takes ${most} characters`)
      return { type, value: one }
    }
  }
}

/** Fields that must be filled and are not; nobody can submit such a form. */
export function missing(view: View, state: State): string[] {
  return fieldsOf(view, state)
    .filter(({ optional, value }) => !optional && value.length === 0)
    .map(({ label }) => label)
}

function fieldsOf(view: View, state: State): Field[] {
  return inputsOf(view).map((block) => {
    const element = wireOf(block.element)
    const id = textOf(block.block_id)
    const action = textOf(element.action_id)
    return {
      block: id,
      action,
      label: labelOf(block.label),
      kind: textOf(element.type),
      optional: block.optional === true,
      value: shownOf(state[id]?.[action] ?? {}),
      options: optionsOf(element).map(({ text }) => labelOf(text)),
    }
  })
}

function shownOf(value: Wire): string | string[] {
  if ('selected_options' in value) return wiresOf(value.selected_options).map(({ text }) => labelOf(text))
  if ('selected_option' in value) return labelOf(wireOf(value.selected_option).text)
  return textOf(value.value ?? value.selected_date ?? value.selected_time)
}

export function seenForm(view: View, state: State, errors: Wire, names: Names): SeenForm {
  const fields = fieldsOf(view, state)
  return {
    ...readBlocks(wiresOf(view.given.blocks), names),
    id: view.id,
    callback: textOf(view.given.callback_id),
    privateMetadata: textOf(view.given.private_metadata),
    title: labelOf(view.given.title),
    submit: view.given.submit === undefined ? null : labelOf(view.given.submit),
    fields,
    errors: Object.fromEntries(
      fields.flatMap(({ block, label }) => (block in errors ? [[label, textOf(errors[block])]] : [])),
    ),
    raw: view.given,
  }
}

export function wireOfView(view: View, state: State, workspace: Workspace): Wire {
  return {
    id: view.id,
    team_id: workspace.team,
    app_id: workspace.app,
    app_installed_team_id: workspace.team,
    bot_id: workspace.botId,
    hash: view.hash,
    root_view_id: view.root,
    previous_view_id: null,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    ...view.given,
    state: { values: state },
  }
}
