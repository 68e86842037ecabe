// From a reply to what Telegram is asked to show: plain text in parts, and what can be pressed below the last of them. Pure.
import type { InlineKeyboardMarkup, MessageEntity, ReplyKeyboardMarkup } from 'grammy/types'
import type { Locale } from '../../flows/core/event.ts'
import type { Posed, Reply, Row, Tone } from '../../flows/core/reply.ts'
import { cardKeyboard, choiceKeyboard, fits, sharingKeyboard } from './keyboard.ts'
import { literal } from './literal.ts'
import { LONGEST_CAPTION, LONGEST_PART, split } from './split.ts'
import { type Words, wordsOf } from './words.ts'

export type Part = { text: string; entities: MessageEntity[] }

export type Rendered = {
  /** In their order; the first one stands below a picture, the last one carries the buttons. */
  parts: Part[]
  buttons?: InlineKeyboardMarkup
  /** In place of the person's keyboard, until somebody takes it away. */
  keys?: ReplyKeyboardMarkup
  /** Can be neither copied nor passed on. */
  protect: boolean
}

const MARKS: { readonly [T in Tone]: string } = {
  RED: '🔴 ',
  ORANGE: '🟠 ',
  YELLOW: '🟡 ',
  BLUE: '🔵 ',
  plain: '',
}

/** `alone`: in a private chat, where somebody can be asked for a phone number or a place. */
export function render(reply: Reply, locale: Locale, alone: boolean): Rendered {
  const words = wordsOf(locale)
  const most = reply.kind === 'picture' ? LONGEST_CAPTION : LONGEST_PART
  const parts = split(textOf(reply, words), most).map((text): Part => ({ text, entities: literal(text) }))
  switch (reply.kind) {
    case 'say':
      return { parts, protect: false }
    case 'picture':
      return { parts, protect: true }
    case 'card': {
      const buttons = cardKeyboard(reply.buttons)
      return { parts, ...(buttons && { buttons }), protect: true }
    }
    case 'ask':
      if (alone && (reply.hint === 'phone' || reply.hint === 'place'))
        return { parts, keys: sharingKeyboard(reply, words), protect: false }
      return asked(parts, reply, words)
    case 'review':
      return asked(parts, reply, words)
  }
}

function asked(parts: Part[], posed: Posed, words: Words): Rendered {
  const buttons = choiceKeyboard(posed, words)
  return { parts, ...(buttons && { buttons }), protect: false }
}

function textOf(reply: Reply, words: Words): string {
  switch (reply.kind) {
    case 'say':
    case 'picture':
      return reply.text
    case 'ask':
      return [reply.text, ...listed(reply, words)].join('\n')
    case 'review':
      return [reply.text, ...reply.rows.map((row) => line(row, words)), ...listed(reply, words)].join('\n')
    case 'card': {
      const twin = reply.twin === null ? [] : [words.twin + reply.twin]
      return [MARKS[reply.tone] + reply.text, ...reply.rows.map((row) => line(row, words)), ...twin].join(
        '\n',
      )
    }
  }
}

const line = ({ label, value }: Row, { colon }: Words): string => label + colon + value

/** More choices than a message can have buttons are read, and typed. */
const listed = (posed: Posed, words: Words): string[] =>
  fits(posed) ? [] : [words.byNumber, ...posed.choices.map(({ label }, at) => `${at + 1}. ${label}`)]
