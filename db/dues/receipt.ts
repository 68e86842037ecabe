// W18: a referral that nobody acknowledged is asked after by the leader, every day until there is a receipt.
import { z } from 'zod'
import { w18 } from '../../flows/casework/warnings/w18.ts'
import { lastReferral } from '../commands/shared/resident.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { give } from '../warnings/give.ts'
import { plainly } from '../warnings/plainly.ts'
import { whomOfCase } from '../warnings/whom.ts'
import { putOffByNight } from './by-day.ts'
import { remind } from './next-step.ts'
import { onCase } from './on-case.ts'

export const receipt = onCase('receipt', z.object({}), async (books, c) => {
  const last = await lastReferral(books, c)
  if (!last) return
  const { at, dueAt, ackAt, result } = last
  const facts = { ...plainly(c), referral: { at, dueAt, acked: ackAt !== null || result !== null } }
  const [warning] = w18.rule(facts, books.now, books.station.rulebook)
  if (warning) {
    if (await putOffByNight(books, c, 'receipt')) return
    const people = await whomOfCase(books, c, warning.to)
    if (await give(books, warning, { dispute: c.row.id, people, told: true }))
      await remind(books, c, { people }, dueAt)
  }
  const next = w18.next(facts, books.now, books.station.rulebook)
  if (next !== null) await waitFor(books, c, 'receipt', next)
})
