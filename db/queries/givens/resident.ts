// What residents begin by themselves: a report, more about one, asking where a matter stands, a revisit that is waiting for them.
import { and, desc, eq, inArray, or } from 'drizzle-orm'
import type { AddGiven } from '../../../flows/add/commands.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { Matter } from '../../../flows/core/sitting.ts'
import type { IntakeGiven } from '../../../flows/intake/commands.ts'
import type { StatusGiven } from '../../../flows/status/commands.ts'
import type { Books } from '../../books.ts'
import { chatAddress, revisitGiven } from '../../commands/shared/ask-side.ts'
import { lockCase } from '../../commands/shared/case.ts'
import { offsetOf } from '../../commands/shared/facts-shown.ts'
import { ownAddresses, ownOf } from '../../commands/shared/own-addresses.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import { ownRequests } from '../../commands/shared/request-standing.ts'
import { disputes, parties, revisits } from '../../schema/index.ts'

/** `subject` is what a button was about where that is no case, `rest` what was typed behind the words. */
export type Begin = (
  books: Books,
  number: string | null,
  subject?: string | null,
  rest?: string,
) => Promise<Opened | Refused>

export const intake: Begin = async (books) => ({
  flow: 'intake',
  id: books.newId(),
  given: await reportGiven(books),
})

/** What every report begins with. */
export async function reportGiven(books: Books): Promise<IntakeGiven> {
  const { name, phone, villages } = books.station
  return {
    station: { name, phone },
    villages: villages.map(({ code, name: label, names }) => ({ id: code, label, names })),
    matters: await mattersOf(books),
    offset: offsetOf(books),
  }
}

/** Where a matter stands. */
export const status: Begin = (books, number) => aboutMatters(books, 'status', number)
/** More about a matter. */
export const add: Begin = (books, number) => aboutMatters(books, 'add', number)

async function aboutMatters(
  books: Books,
  flow: 'status' | 'add',
  number: string | null,
): Promise<Opened | Refused> {
  const told = await mattersOf(books)
  // Where a difficulty stands may be asked; more about it is told to whoever has it.
  const all = flow === 'status' ? [...told, ...(await ownRequests(books, number))] : told
  const matters = number === null ? all : all.filter((one) => one.number === number)
  if (number !== null && matters.length === 0) return noSuchCase()
  if (matters.length === 0)
    return refuse(
      'no-matter',
      '这里还没有记过您的事。有事直接说，急事打110。',
      'Nothing of yours is on the books here yet. Just say what happened; in an emergency call 110.',
    )
  const given: StatusGiven & AddGiven = { matters, offset: offsetOf(books) }
  return { flow, id: books.newId(), given }
}

/** The questions that were sent and not answered yet. */
export const revisit: Begin = async (books, number) => {
  const own = await ownAddresses(books)
  const open =
    own.length === 0
      ? []
      : await books.tx
          .select({ half: revisits, number: disputes.number })
          .from(revisits)
          .innerJoin(
            parties,
            and(
              eq(parties.stationId, revisits.stationId),
              eq(parties.disputeId, revisits.disputeId),
              eq(parties.side, revisits.side),
            ),
          )
          .innerJoin(
            disputes,
            and(eq(disputes.stationId, revisits.stationId), eq(disputes.id, revisits.disputeId)),
          )
          .where(
            and(
              eq(revisits.stationId, books.station.id),
              inArray(parties.addressId, own),
              eq(revisits.state, 'open'),
              eq(revisits.mode, 'chat'),
            ),
          )
          .orderBy(revisits.at)
  const first = open.find((one) => number === null || one.number === number)
  const c = first && (await lockCase(books, first.half.disputeId))
  const asked = first && c ? await chatAddress(books, c, first.half.side) : null
  if (!first || !c || asked === null || !own.includes(asked)) return noSuchCase()
  return { flow: 'revisit', id: books.newId(), given: await revisitGiven(books, c, first.half) }
}

/** What this person told of, and what they are a side of, in any of their chats; newest last, as a sitting remembers it. */
export async function mattersOf(books: Books): Promise<Matter[]> {
  const all = await ownAddresses(books)
  if (all.length === 0) return []
  const sides = await books.tx
    .select({ id: parties.disputeId, address: parties.addressId })
    .from(parties)
    .where(and(eq(parties.stationId, books.station.id), inArray(parties.addressId, all)))
  const ids = [...new Set(sides.map(({ id }) => id))]
  const rows = await books.tx
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        or(inArray(disputes.reporterAddress, all), ...(ids.length > 0 ? [inArray(disputes.id, ids)] : [])),
      ),
    )
    .orderBy(desc(disputes.filedAt), desc(disputes.number))
    .limit(MOST_LOOKED_AT)
  const theirs = rows.filter((row) => {
    const own = ownOf(books, row, all)
    const side = sides.some(({ id, address }) => id === row.id && address !== null && own.includes(address))
    return side || (row.reporterAddress !== null && own.includes(row.reporterAddress))
  })
  return theirs
    .slice(0, MOST_MATTERS)
    .reverse()
    .map(({ id, number }) => ({ dispute: id, number }))
}

/** As many as a sitting remembers. */
const MOST_MATTERS = 10
const MOST_LOOKED_AT = 50
