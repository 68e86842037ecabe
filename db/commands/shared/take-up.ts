// A case that was merged by mistake: its end let go of its duties and rounds, which are waited for again as they stand.
import type { Books } from '../../books.ts'
import { waitForAnswer } from './ask-side.ts'
import type { Case } from './case.ts'
import { awaitDuty, dutiesOf } from './duty-book.ts'
import { waitReminder } from './officer-task.ts'
import { awaitRevisit, halvesOf, roundsOf } from './rounds.ts'

export async function takeUpAgain(books: Books, c: Case): Promise<void> {
  for (const { row, duty } of await dutiesOf(books, c)) await awaitDuty(books, c, row, duty)
  for (const { id } of await roundsOf(books, c, ['planned', 'open']))
    for (const half of await halvesOf(books, id)) {
      if (half.state === 'planned') await awaitRevisit(books, c, half.id, Math.max(half.at, books.now))
      else if (half.state === 'open' && half.mode === 'chat') await waitForAnswer(books, c, half, books.now)
      else if (half.state === 'open') await waitReminder(books, c, half, books.now)
    }
}
