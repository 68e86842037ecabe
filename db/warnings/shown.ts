// Warnings as somebody reads them: by code, each with its reasons and the numbers of its cases.
import { type Reason, reasonSaid, reasonSchema } from '../../flows/casework/warnings/reasons.ts'
import { type WarningGroup, type WarningLine, warningName } from '../../flows/casework/warnings/said.ts'
import type { WarningCode } from '../../flows/casework/warnings/types.ts'
import type { Books } from '../books.ts'
import type { warnings } from '../schema/index.ts'

export type WarningRow = typeof warnings.$inferSelect

/** As many as somebody would read through in one message. */
const MOST_LINES = 6
const MOST_CASES = 8

/** Null where nothing of it may be shown to them. */
export function lineOf(
  books: Books,
  row: { reasons: unknown; cases: readonly string[] },
  may: (number: string) => boolean,
): WarningLine | null {
  const cases = row.cases.filter(may)
  if (row.cases.length > 0 && cases.length === 0) return null
  return {
    reasons: reasonsIn(row.reasons).map((reason) => reasonSaid(reason, books.station.rulebook.calendar)),
    cases: cases.slice(0, MOST_CASES),
    more: Math.max(0, cases.length - MOST_CASES),
  }
}

/** What is no reason any more is passed over. */
const reasonsIn = (kept: unknown): Reason[] =>
  Array.isArray(kept) ? kept.flatMap((one) => reasonSchema.safeParse(one).data ?? []) : []

/** In the order of the codes. */
export function groupsOf(
  books: Books,
  rows: readonly WarningRow[],
  may: (number: string) => boolean,
): WarningGroup[] {
  const codes = [...new Set(rows.map(({ code }) => code))].sort()
  return codes.flatMap((code) => {
    const lines = rows.filter((row) => row.code === code).flatMap((row) => lineOf(books, row, may) ?? [])
    if (lines.length === 0) return []
    return [
      {
        code,
        name: warningName(code as WarningCode),
        lines: lines.slice(0, MOST_LINES),
        more: Math.max(0, lines.length - MOST_LINES),
      },
    ]
  })
}
