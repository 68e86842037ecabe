// What can be pressed: buttons below a message, or keys in place of the keyboard where a phone or a place is wanted. Pure.
import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
} from 'grammy/types'
import type { Button, Choice, Posed } from '../../flows/core/reply.ts'
import { tapOf } from '../../flows/core/tap.ts'
import type { Words } from './words.ts'

/** Of one message. */
export const MOST_BUTTONS = 100
/** Of the data of one button. */
const MOST_BYTES = 64
/** About what a narrow phone shows in one row, in Latin letters; a Chinese one is as wide as two. */
const ROW = 28
const MOST_IN_ROW = 3

/** Whether all that may be chosen has a button; otherwise it is typed. */
export const fits = ({ choices }: Pick<Posed, 'choices'>): boolean => choices.length < MOST_BUTTONS

export function choiceKeyboard(posed: Posed, words: Words): InlineKeyboardMarkup | undefined {
  const offered = fits(posed) ? posed.choices : []
  const rows = inRows(offered.map(({ id, label }) => pressable(label, `p.${tapOf(posed.id, id)}`)))
  if (posed.kind === 'ask' && posed.back) rows.push([pressable(words.back, 'k')])
  return rows.length > 0 ? { inline_keyboard: rows } : undefined
}

/**
 * Only keys can send a phone number or a place, and a message has either keys or buttons: so the choices are keys, too. Pressing
 * one types its label, which is answering with it.
 */
export function sharingKeyboard(posed: Extract<Posed, { kind: 'ask' }>, words: Words): ReplyKeyboardMarkup {
  const share: KeyboardButton =
    posed.hint === 'phone'
      ? { text: words.sendPhone, request_contact: true }
      : { text: words.sendPlace, request_location: true }
  const offered = fits(posed) ? posed.choices : []
  const rows: KeyboardButton[][] = [[share], ...inRows(offered.map(key))]
  if (posed.back && offered.length < MOST_BUTTONS - 1) rows.push([{ text: words.back }])
  return { keyboard: rows, resize_keyboard: true, one_time_keyboard: true }
}

export function cardKeyboard(buttons: readonly Button[]): InlineKeyboardMarkup | undefined {
  const offered = buttons
    .map(({ id, label }) => pressable(label, `b.${id}`))
    // One that Telegram would refuse takes the whole card with it; what it does can be typed.
    .filter(({ callback_data }) => Buffer.byteLength(callback_data) <= MOST_BYTES)
    .slice(0, MOST_BUTTONS)
  return offered.length > 0 ? { inline_keyboard: inRows(offered) } : undefined
}

const shown = (label: string): string => label.toWellFormed().trim() || '·'
const pressable = (label: string, data: string): InlineKeyboardButton.CallbackButton => ({
  text: shown(label),
  callback_data: data,
})
const key = ({ label }: Choice): KeyboardButton.CommonButton => ({ text: shown(label) })

/** Side by side while they are short; a long one has a row of its own. */
function inRows<B extends { text: string }>(buttons: readonly B[]): B[][] {
  const rows: B[][] = []
  let free = 0
  for (const button of buttons) {
    const width = widthOf(button.text) + 4
    const row = rows.at(-1)
    if (row && row.length < MOST_IN_ROW && width <= free) row.push(button)
    else {
      rows.push([button])
      free = ROW
    }
    free -= width
  }
  return rows
}

const widthOf = (text: string): number =>
  [...text].reduce((width, sign) => width + ((sign.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2), 0)
