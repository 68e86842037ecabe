// A button of a card, used up by the press; or the code of a link that a side was given.
import type { Refused } from '../../flows/casework/refusal.ts'
import type { Books, Handler } from '../books.ts'
import { oldButton } from '../queries/givens/buttons.ts'
import { givenByButton } from '../queries/givens/index.ts'
import { join } from '../queries/givens/join.ts'
import { takenAlready, takenMeanwhile } from './shared/taken.ts'

const ACCEPT = 'claim'

export const press: Handler<'press'> = async (books, { button }) => {
  const pressed = await books.useButton(button)
  if ('refused' in pressed)
    return pressed.refused === 'unknown-button'
      ? join(books, button)
      : ((await tookIt(books, button)) ?? oldButton(pressed.refused))
  const { flow, dispute, subject } = pressed
  const first = flow === ACCEPT && dispute !== null ? await takenMeanwhile(books, dispute) : null
  return first ?? givenByButton(books, flow, dispute, subject)
}

/** Whoever pressed "accept" before learns who has the case since. */
async function tookIt(books: Books, button: string): Promise<Refused | null> {
  const used = await books.usedButton(button)
  return used?.flow === ACCEPT && used.dispute !== null ? takenAlready(books, used.dispute) : null
}
