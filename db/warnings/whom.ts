// Whom a warning concerns, by id: those who answer for the case and those in a role; nobody beyond them of a restricted case.
import type { Role } from '../../flows/casework/roles.ts'
import type { Own, To } from '../../flows/casework/warnings/types.ts'
import type { Books, Person } from '../books.ts'
import { type Case, restricted } from '../commands/shared/case.ts'
import { lastMediation } from '../commands/shared/mediations.ts'
import { readerFor } from './may-see.ts'

/** Officer-led cases and complaints about the police go no further than these. */
const CLOSED_TO: readonly Role[] = ['chief', 'leader']

export async function whomOfCase(books: Books, c: Case, to: To): Promise<string[]> {
  const own = await Promise.all((to.own ?? []).map((one) => ownOf(books, c, one)))
  const inRoles = await inRole(books, c, to.roles ?? [])
  const all = [...new Set([...own.flat(), ...inRoles])]
  const residents = (to.own ?? []).every((one) => one === 'sides' || one === 'debtor')
  if (residents && (to.roles ?? []).length === 0) return []
  // Where nobody answers for it yet, those who must give it to somebody.
  return all.length > 0 ? all : inRole(books, c, ['leader', 'chief'])
}

async function ownOf(books: Books, c: Case, own: Own): Promise<string[]> {
  const some = (id: string | null): string[] => (id === null ? [] : [id])
  switch (own) {
    case 'officer':
      return some(c.row.officerId ?? c.row.leaderId)
    case 'leader':
      return some(c.row.leaderId ?? c.row.officerId)
    case 'mediator':
      return some(
        restricted(books, c.row)
          ? c.row.officerId
          : ((await lastMediation(books, c))?.by ?? c.row.officerId ?? c.row.leaderId),
      )
    case 'listeners':
      return (await listeners(books, c)).map(({ id }) => id)
    case 'sides':
    case 'debtor':
      // Residents are told in words of their own, elsewhere.
      return []
  }
}

/** Mediators and officers of the village who may open what belongs to the case. */
async function listeners(books: Books, c: Case): Promise<Person[]> {
  const { village } = c.row
  const near = await books.people({
    roles: ['mediator', 'officer'],
    active: true,
    ...(village ? { village } : {}),
  })
  const may: Person[] = []
  for (const one of near) if ((await readerFor(books, one))(c.row)) may.push(one)
  return may
}

async function inRole(books: Books, c: Case, roles: readonly Role[]): Promise<string[]> {
  const wanted = restricted(books, c.row) ? roles.filter((role) => CLOSED_TO.includes(role)) : [...roles]
  if (wanted.length === 0) return []
  const { village } = c.row
  const found = await books.people({ roles: wanted, active: true, ...(village ? { village } : {}) })
  return found.map(({ id }) => id)
}

/** Everybody in these roles who looks after one of the villages, or after all of them; whoever leads where there is nobody. */
export async function whomOfStation(books: Books, to: To, villages: readonly string[]): Promise<string[]> {
  const found = await books.people({ roles: [...(to.roles ?? [])], active: true })
  const near = found.filter(
    (one) =>
      villages.length === 0 ||
      one.villages.length === 0 ||
      one.villages.some((village) => villages.includes(village)),
  )
  const all = near.length > 0 ? near : await books.people({ roles: ['chief', 'leader'], active: true })
  return all.map(({ id }) => id)
}
