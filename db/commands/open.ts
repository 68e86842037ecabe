// Words that begin a flow: what it is given, or why it cannot begin.
import type { Handler } from '../books.ts'
import { givenByWords, givenOverheard } from '../queries/givens/index.ts'

export const open: Handler<'open'> = (books, { flow, number, rest, said }) =>
  said ? givenOverheard(books, flow, said) : givenByWords(books, flow, number, rest)
