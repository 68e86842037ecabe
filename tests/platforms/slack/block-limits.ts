// What Slack refuses in blocks and views: what is too long, too many, missing or named twice.

import { optionsOf } from './block-reading.ts'
import { isWire, textOf, type Wire, wireOf, wiresOf } from './json.ts'

/** Why blocks are refused; `where` is a path of Slack's, as `/blocks/0/text/text`. */
export type Objection = { error: string; message: string; where: string }

const SUM_OF_TEXTS = 13_200
const TYPES = [
  'header',
  'section',
  'divider',
  'context',
  'actions',
  'input',
  'image',
  'rich_text',
  'markdown',
]

/** `surface` decides how many blocks there may be, and whether inputs may. */
export function objectionsTo(given: unknown, surface: 'message' | 'modal' | 'home'): Objection[] {
  const found: Objection[] = []
  const object = (message: string, where: string, error = 'invalid_blocks'): void => {
    found.push({ error, message, where })
  }
  if (!Array.isArray(given) || !given.every(isWire)) {
    object('must be an array of blocks', '/blocks', 'invalid_blocks_format')
    return found
  }
  const most = surface === 'message' ? 50 : 100
  if (given.length > most) object(`no more than ${most} items allowed`, '/blocks')
  const ids = new Set<string>()
  let sum = 0

  for (const [at, block] of given.entries()) {
    const where = `/blocks/${at}`
    if (!TYPES.includes(textOf(block.type)))
      object(`unsupported type: ${textOf(block.type)}`, `${where}/type`)
    const id = textOf(block.block_id)
    if (id.length > 255) object('must be less than 256 characters', `${where}/block_id`)
    if (id !== '' && ids.has(id)) object('block_id already exists', `${where}/block_id`)
    ids.add(id)
    blockObjections(block, where)
  }
  if (surface === 'message' && sum > SUM_OF_TEXTS)
    object('the sum of the texts is too long', '/blocks', 'msg_blocks_too_long')
  return found

  function blockObjections(block: Wire, where: string): void {
    const actions = new Set<string>()
    switch (block.type) {
      case 'header':
        text(block.text, `${where}/text`, 150, true)
        break
      case 'section':
        if (block.text === undefined && block.fields === undefined)
          object('missing required field: text', where)
        if (block.text !== undefined) text(block.text, `${where}/text`, 3_000)
        several(block.fields, `${where}/fields`, 10, (field, path) => text(field, path, 2_000))
        if (block.accessory !== undefined) element(wireOf(block.accessory), `${where}/accessory`, actions)
        break
      case 'context':
        several(block.elements, `${where}/elements`, 10, (one, path) => {
          if (one.type !== 'image') text(one, path, 3_000)
        })
        break
      case 'actions':
        several(block.elements, `${where}/elements`, 25, (one, path) => element(one, path, actions))
        if (wiresOf(block.elements).length === 0) object('no fewer than 1 items', `${where}/elements`)
        break
      case 'input':
        text(block.label, `${where}/label`, 2_000, true)
        if (block.hint !== undefined) text(block.hint, `${where}/hint`, 2_000, true)
        element(wireOf(block.element), `${where}/element`, actions)
        break
      case 'image':
        long(block.alt_text, `${where}/alt_text`, 2_000)
        break
      case 'rich_text':
        for (const one of wiresOf(block.elements)) sum += lengthOf(one)
        break
      case 'markdown':
        long(block.text, `${where}/text`, 12_000)
        break
      default:
    }
  }

  function element(one: Wire, where: string, actions: Set<string>): void {
    const action = textOf(one.action_id)
    if (action.length > 255) object('must be less than 256 characters', `${where}/action_id`)
    if (action !== '' && actions.has(action)) object('action_id already exists', `${where}/action_id`)
    actions.add(action)
    if (one.placeholder !== undefined) text(one.placeholder, `${where}/placeholder`, 150, true)
    if (one.confirm !== undefined) confirm(wireOf(one.confirm), `${where}/confirm`)
    switch (one.type) {
      case 'button':
        text(one.text, `${where}/text`, 75, true)
        if (textOf(one.value).length > 2_000) object('must be less than 2001 characters', `${where}/value`)
        if (textOf(one.url).length > 3_000) object('must be less than 3001 characters', `${where}/url`)
        if (one.style !== undefined && !['primary', 'danger'].includes(textOf(one.style)))
          object('must be one of primary, danger', `${where}/style`)
        break
      case 'static_select':
      case 'multi_static_select':
        options(one, where, 100)
        break
      case 'radio_buttons':
      case 'checkboxes':
        options(one, where, 10)
        break
      case 'overflow':
        options(one, where, 5)
        break
      case 'plain_text_input':
        if (textOf(one.initial_value).length > 3_000)
          object('must be less than 3001 characters', `${where}/initial_value`)
        break
      case 'number_input':
        if (typeof one.is_decimal_allowed !== 'boolean')
          object('missing required field: is_decimal_allowed', where)
        break
      case 'datepicker':
      case 'timepicker':
      case 'datetimepicker':
      case 'image':
      case 'users_select':
      case 'email_text_input':
      case 'url_text_input':
      case 'file_input':
      case 'rich_text_input':
        break
      default:
        object(`unsupported type: ${textOf(one.type)}`, `${where}/type`)
    }
  }

  function options(one: Wire, where: string, most: number): void {
    const given = optionsOf(one)
    if (given.length === 0) object('no fewer than 1 items', `${where}/options`)
    if (given.length > most) object(`no more than ${most} items allowed`, `${where}/options`)
    const values = new Set<string>()
    for (const [at, option] of given.entries()) {
      const path = `${where}/options/${at}`
      text(option.text, `${path}/text`, 75)
      if (option.description !== undefined) text(option.description, `${path}/description`, 75)
      const value = textOf(option.value)
      if (value === '' || value.length > 150) object('must be between 1 and 150 characters', `${path}/value`)
      if (values.has(value)) object('value already exists', `${path}/value`)
      values.add(value)
    }
  }

  function confirm(given: Wire, where: string): void {
    text(given.title, `${where}/title`, 100, true)
    text(given.text, `${where}/text`, 300)
    text(given.confirm, `${where}/confirm`, 30, true)
    text(given.deny, `${where}/deny`, 30, true)
  }

  function several(
    list: unknown,
    where: string,
    most: number,
    each: (one: Wire, path: string) => void,
  ): void {
    const given = wiresOf(list)
    if (given.length > most) object(`no more than ${most} items allowed`, where)
    for (const [at, one] of given.entries()) each(one, `${where}/${at}`)
  }

  function text(given: unknown, where: string, most: number, plainOnly = false): void {
    const type = wireOf(given).type
    if (type !== 'plain_text' && (plainOnly || type !== 'mrkdwn')) object('must be a text object', where)
    long(wireOf(given).text, `${where}/text`, most)
  }

  function long(given: unknown, where: string, most: number): void {
    const length = textOf(given).length
    if (length === 0) object('must be more than 0 characters', where)
    if (length > most) object(`must be less than ${most + 1} characters`, where)
    sum += length
  }
}

/** All texts of a rich text element, however deep. */
function lengthOf(one: Wire): number {
  return wiresOf(one.elements).reduce((sum, inner) => sum + lengthOf(inner), textOf(one.text).length)
}

export function objectionsToView(view: Wire): Objection[] {
  const type = view.type
  if (type !== 'modal' && type !== 'home')
    return [{ error: 'invalid_arguments', message: 'must be modal or home', where: '/view/type' }]
  const found = objectionsTo(view.blocks, type).map((one) => ({ ...one, error: 'invalid_arguments' }))
  const object = (message: string, where: string, error = 'invalid_arguments'): void => {
    found.push({ error, message, where })
  }
  if (textOf(view.private_metadata).length > 3_000)
    object('must be less than 3001 characters', '/view/private_metadata')
  if (textOf(view.callback_id).length > 255) object('must be less than 256 characters', '/view/callback_id')
  if (JSON.stringify(view).length > 250_000) object('too large', '/view', 'view_too_large')
  if (type === 'home') return found
  for (const name of ['title', 'submit', 'close']) {
    const given = view[name]
    if (given === undefined && name !== 'title') continue
    const length = textOf(wireOf(given).text).length
    if (wireOf(given).type !== 'plain_text' || length === 0 || length > 24)
      object('must be a plain text of 1 to 24 characters', `/view/${name}`)
  }
  const asks = wiresOf(view.blocks).some((block) => block.type === 'input')
  if (asks && view.submit === undefined) object('submit is required where there is an input', '/view/submit')
  return found
}
