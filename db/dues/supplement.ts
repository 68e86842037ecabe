// A change that both sides were asked about, and not both answered in time: what was agreed before stands, and the officer knows.
import { z } from 'zod'
import { dutyOf, endSupplement, missing, supplementById } from '../commands/shared/supplements.ts'
import { tellSupplement } from '../commands/shared/tell-supplement.ts'
import { onCase } from './on-case.ts'

const shape = z.object({ supplement: z.string(), asked: z.array(z.enum(['A', 'B'])) })

export const supplement = onCase('supplement', shape, async (books, c, { supplement: id, asked }) => {
  const row = await supplementById(books, id)
  if (row?.state !== 'asked') return
  const held = await dutyOf(books, c, row)
  if (!held) return endSupplement(books, c, row, 'withdrawn')
  // Who is to sign on paper is waited for by the officer, and not by the clock.
  if (!missing(row).some((side) => asked.includes(side))) return
  await endSupplement(books, c, row, 'withdrawn')
  await tellSupplement(books, c, held.row.no, 'silent')
})
