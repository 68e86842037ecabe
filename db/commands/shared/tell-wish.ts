// A resident's wish becomes somebody's task: whoever has the case, else those on duty and leaders.
import { isRefused } from '../../../flows/casework/refusal.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Does, Notice } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { offsetOf } from './facts-shown.ts'
import { responsible, tellStaff } from './tell.ts'
import { type Own, ownCase } from './told.ts'

export type Wish = Extract<Notice, { kind: 'wants' }>['what']

const ROLES: { [W in Wish]: Role[] } = {
  human: ['duty', 'leader'],
  call: ['duty', 'leader'],
  stop: ['leader'],
  erasure: ['leader', 'chief'],
}

/** Returns how many addresses are told. A case that is not theirs is as good as none. */
export async function tellWish(books: Books, dispute: string | null, what: Wish): Promise<number> {
  const own = dispute === null ? null : await ownCase(books, dispute)
  return own === null || isRefused(own) ? tellGeneral(books, what) : tellOfCase(books, own, what)
}

export function tellOfCase(books: Books, { c }: Pick<Own, 'c'>, what: Wish): Promise<number> {
  const people = responsible(c)
  const nobody = people.every((one) => one === null)
  const does: Does[] = what === 'call' ? ['visit'] : ['contact']
  const roles = what === 'erasure' || nobody ? ROLES[what] : []
  return tellStaff(books, c, { people, roles }, (about) => ({ kind: 'wants', what, ...about }), does)
}

const tellGeneral = (books: Books, what: Wish): Promise<number> =>
  books.tellRoles(ROLES[what], { kind: 'wants', what, facts: null, buttons: [], offset: offsetOf(books) })
