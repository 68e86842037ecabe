// W18: a referral that nobody acknowledged is asked after by the leader, every day until there is a receipt.
import { z } from 'zod'
import { DAY } from '../../flows/casework/calendar.ts'
import { lastReferral } from '../commands/shared/resident.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { remind } from './next-step.ts'
import { onCase } from './on-case.ts'

export const receipt = onCase('receipt', z.object({}), async (books, c) => {
  const last = await lastReferral(books, c)
  if (!last || last.ackAt !== null || last.result !== null) return
  await remind(books, c, { people: [c.row.leaderId ?? c.row.officerId] }, last.dueAt)
  await waitFor(books, c, 'receipt', books.now + DAY)
})
