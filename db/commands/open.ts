// Words that begin a flow: what it is given, or why it cannot begin.
import type { Handler } from '../books.ts'
import { givenByWords } from '../queries/givens/index.ts'

export const open: Handler<'open'> = (books, { flow, number }) => givenByWords(books, flow, number)
