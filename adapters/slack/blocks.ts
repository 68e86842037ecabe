// Block Kit, as far as it is used here, and what Slack allows of it. Pure. Whatever people wrote stands in plain text, escaped.
import type { types } from '@slack/bolt'
import { type Act, write } from './act.ts'
import { cut, escaped, pieces } from './text.ts'

export type Block = types.KnownBlock
export type Plain = types.PlainTextElement

/** Characters on the wire, and numbers of things. */
export const LIMITS = {
  section: 3_000,
  field: 2_000,
  fields: 10,
  header: 150,
  label: 75,
  value: 2_000,
  optionValue: 150,
  options: 100,
  row: 5,
  buttons: 25,
  question: 2_000,
  title: 24,
  placeholder: 150,
  alt: 2_000,
}

/** Not even emoji are read into it. `most` counts what goes over the wire; a text object must hold something. */
export const plainText = (text: string, most: number): Plain => ({
  type: 'plain_text',
  text: escaped(cut(text.trim() === '' ? '…' : text, most)),
  emoji: false,
})

/** As many sections as the text needs. */
export const sections = (text: string): Block[] =>
  pieces(text, LIMITS.section).map((piece) => ({ type: 'section', text: plainText(piece, LIMITS.section) }))

export const header = (text: string): Block => ({ type: 'header', text: plainText(text, LIMITS.header) })

export const lines = (texts: readonly string[], id?: string): Block => ({
  type: 'context',
  ...(id !== undefined && { block_id: id }),
  elements: texts.map((text) => plainText(text, LIMITS.field)),
})

/** A picture that Slack has as a file, and what it shows in words for whoever cannot see it. */
export const image = (file: string, words: string): Block => ({
  type: 'image',
  slack_file: { id: file },
  alt_text: cut(words, LIMITS.alt),
})

export type Press = { label: string; act: Act }

/** Rows of five buttons; `from` keeps the names of what can be pressed apart within one message. */
export function buttons(presses: readonly Press[], from = 0): Block[] {
  return chunks(presses, LIMITS.row).map((row, at) => ({
    type: 'actions',
    elements: row.map(({ label, act }, beside) => ({
      type: 'button',
      action_id: `press-${from + at * LIMITS.row + beside}`,
      text: plainText(label, LIMITS.label),
      value: write(act, LIMITS.value),
    })),
  }))
}

/** Menus, where there are more choices than buttons are allowed. */
export function menus(presses: readonly Press[], placeholder: string): Block[] {
  return chunks(presses, LIMITS.options).map((some, at) => ({
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: `menu-${at}`,
        placeholder: plainText(placeholder, LIMITS.placeholder),
        options: some.map(({ label, act }) => ({
          text: plainText(label, LIMITS.label),
          value: write(act, LIMITS.optionValue),
        })),
      },
    ],
  }))
}

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = []
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size))
  return parts
}
