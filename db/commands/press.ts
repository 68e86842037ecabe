// A button of a card, used up by the press; or the code of a link that a side was given.
import type { Handler } from '../books.ts'
import { oldButton } from '../queries/givens/buttons.ts'
import { givenByButton } from '../queries/givens/index.ts'
import { join } from '../queries/givens/join.ts'

export const press: Handler<'press'> = async (books, { button }) => {
  const pressed = await books.useButton(button)
  if (!('refused' in pressed)) return givenByButton(books, pressed.flow, pressed.dispute)
  return pressed.refused === 'unknown-button' ? join(books, button) : oldButton(pressed.refused)
}
