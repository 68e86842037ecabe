// Lists that staff choose from: people, categories, states, in the language of whoever reads them.

import { actsAs, type Role } from '../../../flows/casework/roles.ts'
import { inLanguage, type Locale, type Said } from '../../../flows/casework/said.ts'
import { SUB_CODES, type SubCode, TOPS } from '../../../flows/casework/tables/taxonomy.ts'
import { category, topOf } from '../../../flows/casework/taxonomy.ts'
import type { Choice } from '../../../flows/core/reply.ts'
import type { ScreeningGiven } from '../../../flows/screening/commands.ts'
import type { Books, Person } from '../../books.ts'
import { categoryOf, type Dispute } from '../../commands/shared/case.ts'

export async function localeOf(books: Books): Promise<Locale> {
  const { address } = books.actor
  return (address === null ? null : await books.address(address))?.locale ?? 'zh'
}

export const said = (what: Said, locale: Locale): string => inLanguage(what, locale)

const asChoice = ({ id, name }: Person): Choice => ({ id, label: name })

/** Those who may act in this role, those who hold it themselves first; then by the village they look after. */
export async function peopleWho(books: Books, role: Role, village: string | null): Promise<Choice[]> {
  const here = (await books.people({ active: true })).filter(({ roles }) => actsAs(roles).includes(role))
  const weight = ({ roles, villages }: Person) =>
    Number(roles.includes(role)) * 2 + Number(village !== null && villages.includes(village))
  return here.sort((one, other) => weight(other) - weight(one)).map(asChoice)
}

/** People of village and township, and mediators: whom police work with. */
export async function localPeople(books: Books, village: string | null): Promise<Choice[]> {
  const roles: Role[] = ['mediator', 'cadre', 'grid']
  const people = await books.people({ roles, active: true, ...(village ? { village } : {}) })
  return people.filter(({ id }) => id !== books.actor.person?.id).map(asChoice)
}

/** Everybody who may have sat at the table. */
export async function everybodyElse(books: Books): Promise<Choice[]> {
  const people = await books.people({ active: true })
  return people.filter(({ id }) => id !== books.actor.person?.id).map(asChoice)
}

/** The one it has now first, then its neighbours in the list; beside them every group with what belongs to it. */
export function categoriesFor(row: Dispute, locale: Locale): Pick<ScreeningGiven, 'categories' | 'groups'> {
  const own = categoryOf(row)
  const asCategory = (code: SubCode): Choice => ({ id: code, label: said(category(code).name, locale) })
  const near = SUB_CODES.filter((code) => code !== own && topOf(code) === topOf(own))
  const groups = TOPS.map((top) => ({
    id: top.code,
    label: said(top, locale),
    kinds: top.subs.map(({ code }) => asCategory(code)),
  }))
  return { categories: [own, ...near].map(asCategory), groups }
}
