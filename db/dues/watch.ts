// A case is looked at with the rules of warning before the night, because something was told that may matter to them.
import { z } from 'zod'
import { lookAtCase } from '../warnings/look-at-case.ts'
import { limitOf } from './confirmable.ts'
import { onCase } from './on-case.ts'

export const watch = onCase('watch', z.object({}), async (books, c) =>
  lookAtCase(books, c, { confirmable: await limitOf(books, c) }),
)
