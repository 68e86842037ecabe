// What a story needs to know of a person's chat, whichever way it is read.
import { newest, type Person } from '../../bot/stories/person.ts'
import { findCaseNumber } from '../../flows/casework/number.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'

export function numberTold({ name, heard }: Person): string {
  const number = newest(heard, (text) => findCaseNumber(text, defaultRulebook.numbering))
  if (number === null) throw new Error(`${name} was told no number`)
  return number
}
