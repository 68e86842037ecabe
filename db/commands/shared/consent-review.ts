// Somebody felt pressed into the agreement, or finds it unfair: the leader has another mediator ask both sides (domain 6.3).
import type { Books } from '../../books.ts'
import { noteWarning, warnedAt } from '../../dues/warned.ts'
import { type Case, officerLed } from './case.ts'
import { lastMediation } from './mediations.ts'
import { tellStaff } from './tell.ts'

const CODE = 'consent-review'

/** Told once for each round; whom the leader sends is theirs to say, and nobody who held the talks is proposed. */
export async function askConsentReview(books: Books, c: Case, round: string): Promise<void> {
  if ((await warnedAt(books, c, CODE, round)).length > 0) return
  await noteWarning(books, c, CODE, round)
  const before = await mediatedBy(books, c)
  const byOfficer = officerLed(books, c.row)
  const { village } = c.row
  const others = (
    await books.people({
      roles: byOfficer ? ['officer'] : ['mediator'],
      active: true,
      ...(village ? { village } : {}),
    })
  ).filter(({ id }) => !before.includes(id))
  const names: string[] = []
  for (const id of before) {
    const person = await books.person(id)
    if (person) names.push(person.name)
  }
  await tellStaff(
    books,
    c,
    { people: [c.row.leaderId] },
    (about) => ({
      kind: 'consentReview',
      mediated: names,
      suggested: others[0]?.name ?? null,
      byOfficer,
      ...about,
    }),
    ['contact'],
  )
}

/** Who held the last session or sat in it; without one, the officer of the case. */
async function mediatedBy(books: Books, c: Case): Promise<string[]> {
  const last = await lastMediation(books, c)
  const people = last ? [last.by, ...last.helpers] : []
  return [...new Set([...people, ...(c.row.officerId ? [c.row.officerId] : [])])]
}
