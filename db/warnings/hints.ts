// What a resident is told when a limit comes near in which they must act themselves: by day, in their own chat, in plain words.
import { dayOf } from '../../flows/casework/calendar.ts'
import type { Warning } from '../../flows/casework/warnings/types.ts'
import { markOf } from '../../flows/casework/warnings/w08.ts'
import { HINTED } from '../../flows/casework/warnings/w09.ts'
import type { Books } from '../books.ts'
import { chatAddress } from '../commands/shared/ask-side.ts'
import type { Case } from '../commands/shared/case.ts'
import { offsetOf } from '../commands/shared/facts-shown.ts'
import { morningOf, waitFor } from '../commands/shared/waiting.ts'
import { watchedCase } from './watched-case.ts'

export type Hinted = (typeof HINTED)[number]
const isHinted = (code: string | undefined): code is Hinted =>
  (HINTED as readonly string[]).includes(code ?? '')

/** In the morning of the day on which the officer is warned. */
export async function awaitHint(books: Books, c: Case, warning: Warning): Promise<void> {
  const at = Math.max(books.now, morningOf(books, dayOf(books.now, books.station.rulebook.calendar)))
  if (warning.code === 'W08') {
    const about = { agreement: warning.about, mark: markOf(warning.step) }
    return waitFor(books, c, 'confirmable', at, { payload: about, about: `${about.agreement}:${about.mark}` })
  }
  const limit = warning.reasons.find((one) => one.code === 'limit')?.what
  if (warning.code === 'W09' && isHinted(limit))
    await waitFor(books, c, 'hint', at, { payload: { limit }, about: limit })
}

/** Whoever suffers, where they may be told in chat; the officer knows of it either way. */
export async function tellHint(books: Books, c: Case, limit: Hinted): Promise<void> {
  const { facts } = await watchedCase(books, c)
  const running = facts.limits.find(({ code, until }) => code === limit && until >= books.now)
  const address = running ? await chatAddress(books, c, 'A') : null
  if (!running || address === null) return
  const notice = {
    kind: 'limitSoon' as const,
    offset: offsetOf(books),
    number: c.row.number,
    limit,
    until: running.until,
  }
  await books.post(address, { notice }, { dispute: c.row.id })
}
