// What the staff page reads: nothing without somebody who works here, and every reading goes into the audit.

import type { Instant } from '../flows/core/event.ts'
import type { Address } from '../flows/core/ports.ts'
import type { Base } from './base.ts'
import { bindingOf } from './binding.ts'
import { inBooks } from './books/make.ts'
import type { Books, Tx } from './books.ts'
import { actorAt } from './perform.ts'
import { find } from './seen.ts'
import type { Desk } from './store.ts'

export function deskOf(base: Base): Desk {
  const asStaff = async <T>(
    at: Address,
    now: Instant,
    read: (books: Books) => Promise<T | null>,
  ): Promise<T | null> => {
    const known = await find(base, at)
    if (!known) return null
    const actor = (tx: Tx) => actorAt(base, tx, known.held.address)
    return inBooks(base, { now, actor }, async (books) => (books.actor.person ? read(books) : null))
  }
  return {
    ...bindingOf(base),
    cases: (at, now) => asStaff(at, now, (books) => base.views.cases(books)),
    story: (at, number, now) => asStaff(at, now, (books) => base.views.story(books, number)),
  }
}
