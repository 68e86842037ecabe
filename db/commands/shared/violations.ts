// What is found wanting in the books: kept while it lasts, ended when it is mended.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { violationsOf } from '../../../flows/casework/invariant/rules.ts'
import type { Violation } from '../../../flows/casework/invariant/violation.ts'
import type { Books } from '../../books.ts'
import { matters } from '../../queries/matters.ts'
import { violations } from '../../schema/index.ts'

export type OpenViolation = { subject: string; code: string; firstAt: number }

export const subjectOf = ({ matter: { kind, id } }: Violation): string => `${kind}:${id}`

/** Looks at every matter of the station, and writes down what has begun, what goes on and what is over. */
export async function lookForViolations(books: Books): Promise<Violation[]> {
  const found = (await matters(books)).flatMap((one) => violationsOf(one, books.now))
  const known = await openRows(books)
  // What is broken twice by one rule, such as two acts that came due, is one row.
  const now = new Map(found.map((one) => [keyOf({ subject: subjectOf(one), code: one.code }), one]))
  const over = known.filter((row) => !now.has(keyOf(row)))
  const lasting = known.filter((row) => now.has(keyOf(row)))
  const before = new Set(known.map(keyOf))
  const begun = [...now].filter(([key]) => !before.has(key)).map(([, one]) => one)
  await set(books, over, { endedAt: books.now })
  await set(books, lasting, { lastAt: books.now })
  if (begun.length > 0)
    await books.tx.insert(violations).values(
      begun.map((one) => ({
        stationId: books.station.id,
        id: books.newId(),
        subject: subjectOf(one),
        code: one.code,
        firstAt: books.now,
        lastAt: books.now,
      })),
    )
  if (begun.length + over.length > 0)
    books.audit('loose-ends', `station:${books.station.id}`, {
      begun: begun.length,
      over: over.length,
      open: now.size,
    })
  return found
}

export const openViolations = (books: Books): Promise<OpenViolation[]> => openRows(books)

const openRows = (books: Books) =>
  books.tx
    .select({
      id: violations.id,
      subject: violations.subject,
      code: violations.code,
      firstAt: violations.firstAt,
    })
    .from(violations)
    .where(and(eq(violations.stationId, books.station.id), isNull(violations.endedAt)))
    .orderBy(violations.firstAt, violations.subject)

const keyOf = ({ subject, code }: Pick<OpenViolation, 'subject' | 'code'>): string => `${code} ${subject}`

async function set(
  books: Books,
  rows: readonly { id: string }[],
  change: { endedAt?: number; lastAt?: number },
): Promise<void> {
  if (rows.length === 0) return
  await books.tx
    .update(violations)
    .set(change)
    .where(
      and(
        eq(violations.stationId, books.station.id),
        inArray(
          violations.id,
          rows.map(({ id }) => id),
        ),
      ),
    )
}
