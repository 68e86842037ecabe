// What is said of a button that does nothing: the same to a stranger as to somebody who made it up.
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'

export const unknownButton = (): Refused =>
  refuse('unknown-button', '这个按钮用不了。', 'This button does nothing.')

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
