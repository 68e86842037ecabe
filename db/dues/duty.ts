// W06: a duty's date comes near (R13, to whoever owes) or is over (O05 to the officer, R14 to whoever owes).
import { z } from 'zod'
import type { Side } from '../../flows/case.ts'
import { inQuietHours, outsideQuietHours } from '../../flows/casework/calendar.ts'
import { standing } from '../../flows/casework/duties.ts'
import type { Notice } from '../../flows/notices/notice.ts'
import type { Books } from '../books.ts'
import { alertGroups } from '../commands/shared/alert-groups.ts'
import { chatAddress } from '../commands/shared/ask-side.ts'
import type { Case } from '../commands/shared/case.ts'
import { dutiesOf, type Held } from '../commands/shared/duty-book.ts'
import { offsetOf } from '../commands/shared/facts-shown.ts'
import { remediesAtBreach } from '../commands/shared/remedies.ts'
import { tellStaff } from '../commands/shared/tell.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { onCase } from './on-case.ts'

const shape = z.object({ duty: z.string(), code: z.enum(['D-3', 'D0', 'D+1']) })

export const duty = onCase('duty', shape, async (books, c, { duty: id, code }) => {
  const held = (await dutiesOf(books, c)).find(({ row }) => row.id === id)
  const due = held?.duty.dueAt ?? null
  if (!held || due === null) return
  const { status } = standing(held.duty, books.now)
  if (status === 'done' || status === 'waived') return
  const { calendar } = books.station.rulebook
  if (inQuietHours(books.now, calendar))
    return waitFor(books, c, 'duty', outsideQuietHours(books.now, calendar), {
      payload: { duty: id, code },
      about: `${id}:${code}`,
    })
  if (code === 'D+1') return status === 'overdue' ? late(books, c, held, due) : undefined
  if (books.now <= due) await soon(books, c, held, due, code)
})

/** Who cannot be told in chat is the officer's to remind, once: on the day itself nobody hears of it a second time. */
async function soon(books: Books, c: Case, held: Held, due: number, code: 'D-3' | 'D0'): Promise<void> {
  const { what } = held.duty
  const notice: Notice = { kind: 'dutySoon', offset: offsetOf(books), what, due, ...leftOf(books, held) }
  const all = await tellDebtors(books, c, held, notice)
  if (all || code !== 'D-3') return
  await tellStaff(books, c, { people: [c.row.officerId] }, ({ facts, offset }) => ({
    kind: 'undelivered',
    facts,
    offset,
    why: 'not-in-chat',
  }))
}

/** Only of a part that was paid: the whole sum stands in what was agreed. */
function leftOf(books: Books, { duty }: Held): { left?: number } {
  const { paidFen, remainingFen } = standing(duty, books.now)
  return duty.amountFen !== null && paidFen > 0 ? { left: remainingFen } : {}
}

async function late(books: Books, c: Case, held: Held, due: number): Promise<void> {
  const remedies = await remediesAtBreach(books, c, [held])
  await tellStaff(
    books,
    c,
    { people: [c.row.officerId] },
    (about) => ({ kind: 'dutyOverdue', duty: held.duty.no, due, remedies, ...about }),
    ['duty'],
  )
  await alertGroups(books, c, 'dutyOverdue', due, 'duty')
  const { phone } = books.station
  await tellDebtors(books, c, held, {
    kind: 'dutyLate',
    offset: offsetOf(books),
    what: held.duty.what,
    due,
    phone,
    ...leftOf(books, held),
  })
}

const SIDES = { A: ['A'], B: ['B'], both: ['A', 'B'], third: [] } as const satisfies {
  [debtor in Held['row']['debtor']]: readonly Side[]
}

/** True when everybody who owes was told in chat. */
async function tellDebtors(books: Books, c: Case, { row }: Held, notice: Notice): Promise<boolean> {
  const sides: readonly Side[] = SIDES[row.debtor]
  let told = 0
  for (const side of sides) {
    const address = await chatAddress(books, c, side)
    if (address !== null && (await books.post(address, { notice }, { dispute: c.row.id }))) told++
  }
  return sides.length > 0 && told === sides.length
}
