// What may stand below a message or under the line where people type, and what the server refuses of it.
import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
} from 'grammy/types'
import { inside, isRecord, type Parameters } from './parameters.ts'
import { badRequest } from './refusal.ts'

export type Markup = {
  inline: InlineKeyboardMarkup | null
  keyboard: ReplyKeyboardMarkup | 'removed' | 'forced' | null
}

const MOST_BUTTONS = 100
const MOST_BYTES = 64

export function markupOf(given: Parameters): Markup {
  const value = inside(given, 'reply_markup', "can't parse reply keyboard markup JSON object")
  if (value === undefined) return { inline: null, keyboard: null }
  if (!isRecord(value)) throw badRequest('object expected as reply markup')
  const keyboard = rowsOf(value.keyboard, keyboardButton, 'field "keyboard" must be an Array of Arrays')
  if (keyboard.length > 0) return { inline: null, keyboard: { ...keyboardOptions(value), keyboard } }
  const rows = rowsOf(
    value.inline_keyboard,
    inlineButton,
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  )
  if (rows.length > 0) return { inline: { inline_keyboard: rows }, keyboard: null }
  if (value.remove_keyboard === true) return { inline: null, keyboard: 'removed' }
  return { inline: null, keyboard: value.force_reply === true ? 'forced' : null }
}

function rowsOf<B>(rows: unknown, read: (button: unknown) => B, wrong: string): B[][] {
  if (rows === undefined || rows === null) return []
  if (!Array.isArray(rows)) throw badRequest(wrong)
  const read_ = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest(wrong)
    return row.map((button: unknown) => read(button))
  })
  if (read_.flat().length > MOST_BUTTONS) throw badRequest('reply markup is too long')
  // Rows without a button are left out.
  return read_.filter((row) => row.length > 0)
}

function inlineButton(button: unknown): InlineKeyboardButton {
  const cannot = (why: string) => badRequest(`can't parse inline keyboard button: ${why}`)
  if (!isRecord(button)) throw cannot('InlineKeyboardButton must be an Object')
  const { text, url, callback_data: data } = button
  if (typeof text !== 'string') throw cannot(`Can't find field "text"`)
  if (text.trim() === '' || !text.isWellFormed()) throw badRequest('BUTTON_TEXT_INVALID')
  if (typeof url === 'string' && url !== '') {
    if (!URL.canParse(url) || !/^(?:https?|tg|ton):/.test(url)) throw badRequest('BUTTON_URL_INVALID')
    return { text, url }
  }
  if (typeof data === 'string' && data !== '') {
    if (Buffer.byteLength(data) > MOST_BYTES) throw badRequest('BUTTON_DATA_INVALID')
    return { text, callback_data: data }
  }
  if (isRecord(button.copy_text)) return { text, copy_text: { text: String(button.copy_text.text) } }
  throw cannot('Text buttons are unallowed in the inline keyboard')
}

function keyboardButton(button: unknown): KeyboardButton {
  if (typeof button === 'string') return { text: button }
  if (!isRecord(button) || typeof button.text !== 'string')
    throw badRequest(`can't parse keyboard button: KeyboardButton must be an Object or a String`)
  const { text } = button
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID')
  if (button.request_contact === true) return { text, request_contact: true }
  return button.request_location === true ? { text, request_location: true } : { text }
}

function keyboardOptions(value: Record<string, unknown>): Omit<ReplyKeyboardMarkup, 'keyboard'> {
  const placeholder = value.input_field_placeholder
  return {
    ...(value.is_persistent === true ? { is_persistent: true } : {}),
    ...(value.resize_keyboard === true ? { resize_keyboard: true } : {}),
    ...(value.one_time_keyboard === true ? { one_time_keyboard: true } : {}),
    ...(typeof placeholder === 'string' ? { input_field_placeholder: placeholder } : {}),
  }
}
