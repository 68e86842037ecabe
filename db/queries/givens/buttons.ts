// What is said of a button that does nothing: the same to a stranger as to somebody who made it up.
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'

export const unknownButton = (): Refused =>
  refuse(
    'unknown-button',
    '这个按钮或链接用不了：可能用过了，也可能过期了。您以前在这里打开过的，直接在这里说就行；要新的，请找给您链接的民警。',
    'This button or link does not work: it may have been used, or be too old. If you opened it here before, just write here; for a new one please ask the officer who gave it to you.',
  )

export const oldButton = (why: 'button-used' | 'button-old'): Refused =>
  why === 'button-used'
    ? refuse(
        why,
        '这个按钮已经用过了。要再办，请照卡片下面的字打出来。',
        'This button has been used. To do it again, type the words below the card.',
      )
    : refuse(
        why,
        '这个按钮过期了。请照卡片下面的字打出来。',
        'This button is too old. Please type the words below the card.',
      )
