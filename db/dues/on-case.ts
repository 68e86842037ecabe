// A due act on one case: looked at anew, locked, and nothing where the case is gone or no longer waits for it.
import type { z } from 'zod'
import type { Books, DueHandler } from '../books.ts'
import { type Case, lockCase, stateOf } from '../commands/shared/case.ts'
import { type Kind, waits } from '../commands/shared/waiting.ts'
import { BooksError } from '../errors.ts'

type Given = { [name: string]: unknown }

/** `shape` is what the row was scheduled with, besides the dispute. */
export function onCase<T extends Given>(
  kind: Kind,
  shape: z.ZodType<T>,
  act: (books: Books, c: Case, given: T) => Promise<void>,
): DueHandler {
  return async (books, { payload }) => {
    const id = disputeIn(payload)
    const given = shape.safeParse(payload)
    if (id === null || !given.success) throw new BooksError('bad-payload', kind)
    const c = await lockCase(books, id)
    if (!c || !waits(kind, stateOf(c.row))) return
    await act(books, c, given.data)
  }
}

function disputeIn(payload: unknown): string | null {
  const { dispute } = (payload ?? {}) as { dispute?: unknown }
  return typeof dispute === 'string' ? dispute : null
}
