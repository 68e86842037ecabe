// The morning after: those who lead are told which matters hang, every day until none does. Numbers and rules; nothing else.
import { and, eq, inArray } from 'drizzle-orm'
import { violationRank } from '../../flows/casework/invariant/violation.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { Books, DueHandler, Person } from '../books.ts'
import { offsetOf } from '../commands/shared/facts-shown.ts'
import { sightOf } from '../commands/shared/sight.ts'
import { type OpenViolation, openViolations } from '../commands/shared/violations.ts'
import { disputes, requests } from '../schema/index.ts'

/** Told in the place of those who lead, where none of them can be. */
const TO: readonly Role[][] = [['leader', 'chief'], ['duty'], ['officer']]

export const looseEnds: DueHandler = async (books) => {
  const open = await openViolations(books)
  if (open.length === 0) return
  const shown = await numbersFor(books, open)
  for (const roles of TO) {
    let told = 0
    for (const person of await books.people({ roles, active: true })) {
      const mine = await shown(person)
      if (mine.length > 0) told += await books.tellPerson(person.id, noticeOf(books, mine))
    }
    if (told > 0) return
  }
}

type Shown = OpenViolation & { number: string }

const idIn = (subject: string): string => subject.slice(subject.indexOf(':') + 1)

/** What each of them may see: who may not see a case does not learn here that there is one. */
async function numbersFor(
  books: Books,
  open: readonly OpenViolation[],
): Promise<(person: Person) => Promise<Shown[]>> {
  const ids = open.map(({ subject }) => idIn(subject))
  const cases = await books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), inArray(disputes.id, ids)))
  const asked = await books.tx
    .select({ id: requests.id, number: requests.number })
    .from(requests)
    .where(and(eq(requests.stationId, books.station.id), inArray(requests.id, ids)))
  return async (person) => {
    const sight = await sightOf(books, undefined, person)
    const numbers = new Map([
      ...cases.filter((row) => sight(row) !== null).map(({ id, number }) => [id, number] as const),
      ...asked.map(({ id, number }) => [id, number] as const),
    ])
    return open.flatMap((one) => {
      const number = numbers.get(idIn(one.subject))
      return number === undefined ? [] : [{ ...one, number }]
    })
  }
}

function noticeOf(books: Books, mine: readonly Shown[]) {
  const codes = [...new Set(mine.map(({ code }) => code))].sort(
    (one, other) => violationRank(one) - violationRank(other),
  )
  return {
    kind: 'looseEnds' as const,
    offset: offsetOf(books),
    matters: new Set(mine.map(({ subject }) => subject)).size,
    since: Math.min(...mine.map(({ firstAt }) => firstAt)),
    by: codes.map((code) => ({
      code,
      numbers: mine
        .filter((one) => one.code === code)
        .map(({ number }) => number)
        .sort(),
    })),
  }
}
