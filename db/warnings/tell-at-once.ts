// A warning that does not wait for the day's message, and not for the end of the quiet hours.
import { warningName } from '../../flows/casework/warnings/said.ts'
import type { Warning } from '../../flows/casework/warnings/types.ts'
import type { Books, Person, Posting } from '../books.ts'
import { factsShown, offsetOf } from '../commands/shared/facts-shown.ts'
import { casesOf, shownTo } from './may-see.ts'
import { lineOf } from './shown.ts'

/** Returns how many addresses will be told; the chief where none of them can be. */
export async function tellAtOnce(
  books: Books,
  warning: Warning,
  people: readonly string[],
  how: Posting,
): Promise<number> {
  const known = await casesOf(books, warning.cases)
  const [only] = warning.cases.length === 1 ? known.values() : []
  const notice = async (person: Person) => {
    const line = lineOf(books, warning, await shownTo(books, person, known))
    return {
      kind: 'warning' as const,
      offset: offsetOf(books),
      code: warning.code,
      name: warningName(warning.code),
      line: line ?? { reasons: [], cases: [], more: 0 },
      facts: line && only ? factsShown(books, only) : null,
    }
  }
  const told = await books.tellPerson(people, notice, how)
  if (told > 0) return told
  const above = (await books.people({ roles: ['chief', 'leader'], active: true })).map(({ id }) => id)
  return books.tellPerson(
    above.filter((id) => !people.includes(id)),
    notice,
    how,
  )
}
