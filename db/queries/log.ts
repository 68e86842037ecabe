// Everything that was written about a case, in the order of time, with the words opened.
import { and, eq } from 'drizzle-orm'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import type { Note } from '../commands/shared/note.ts'
import { contacts, duties, dutyEvents, gradings, mediations, thirdParties } from '../schema/index.ts'
import type { CaseStory, Name } from '../store.ts'
import { decisionsOf, writtenPlansOf } from './assessed.ts'
import * as words from './labels.ts'
import { referralsTold } from './referrals.ts'
import { sittingsTold } from './sittings.ts'

/** `by` still names whoever it was by their id. */
export type Entry = Omit<CaseStory['log'][number], 'by'> & { by: string }

export async function logOf(books: Books, c: Case, notes: readonly Note[]): Promise<Entry[]> {
  const all = [
    notes
      .filter(({ kind }) => kind in words.NOTES)
      .map(({ at, by, kind, text }) => ({ at, what: words.said(words.NOTES, kind), by, text })),
    await contactsOf(books, c),
    await mediationsOf(books, c),
    await dutyEventsOf(books, c),
    await referralsTold(books, c),
    await sittingsTold(books, c),
    await thirdPartiesOf(books, c),
    await levelsOf(books, c),
    await decisionsOf(books, c),
    await writtenPlansOf(books, c),
  ]
  return all.flat().sort((one, other) => one.at - other.at)
}

const of = (books: Books, c: Case, table: { stationId: any; disputeId: any }) =>
  and(eq(table.stationId, books.station.id), eq(table.disputeId, c.row.id))

const RIGHTS_READ: Name = { zh: '已告知权利义务', en: 'Rights and duties were read out' }

async function contactsOf(books: Books, c: Case): Promise<Entry[]> {
  const rows = await books.tx
    .select()
    .from(contacts)
    .where(of(books, c, contacts))
  return rows.map(({ id, at, by, side, how, rightsRead, willing, note }) => {
    const [whom, way] = [words.said(words.SIDES, side), words.said(words.HOW, how)]
    return {
      at,
      by,
      what: { zh: `联系${whom.zh}（${way.zh}）`, en: `Contact: ${whom.en} (${way.en})` },
      text: words.joined(
        rightsRead ? RIGHTS_READ : null,
        willing && words.said(words.WILLING, willing),
        c.vault.open('contacts.note', id, note),
      ),
    }
  })
}

async function mediationsOf(books: Books, c: Case): Promise<Entry[]> {
  const rows = await books.tx
    .select()
    .from(mediations)
    .where(of(books, c, mediations))
  return rows.map(({ id, at, by, no, result, record }) => {
    const { place, summary, reason } = opened(c.vault.open('mediations.record', id, record))
    const came = words.said(words.RESULTS, result)
    return {
      at,
      by,
      what: { zh: `第${no}次调解：${came.zh}`, en: `Mediation ${no}: ${came.en}` },
      text: words.joined(place, summary, reason),
    }
  })
}

async function dutyEventsOf(books: Books, c: Case): Promise<Entry[]> {
  const rows = await books.tx
    .select({ event: dutyEvents, no: duties.no })
    .from(dutyEvents)
    .innerJoin(duties, and(eq(duties.stationId, dutyEvents.stationId), eq(duties.id, dutyEvents.dutyId)))
    .where(of(books, c, dutyEvents))
  return rows.map(({ event: { id, at, by, what, reason }, no }) => {
    const happened = words.said(words.DUTY_EVENTS, what)
    return {
      at,
      by,
      what: { zh: `第${no}项：${happened.zh}`, en: `Duty ${no}: ${happened.en}` },
      text: c.vault.open('duty_events.reason', id, reason),
    }
  })
}

async function thirdPartiesOf(books: Books, c: Case): Promise<Entry[]> {
  const rows = await books.tx
    .select()
    .from(thirdParties)
    .where(of(books, c, thirdParties))
  return rows.map(({ id, at, by, tense, words: heard }) => ({
    at,
    by,
    what: tense
      ? { zh: '旁人反映：还紧张', en: 'Heard from others: still tense' }
      : { zh: '旁人反映：不紧张', en: 'Heard from others: not tense' },
    text: c.vault.open('third_parties.words', id, heard),
  }))
}

/** Only what a person changed by hand has a reason in words. */
async function levelsOf(books: Books, c: Case): Promise<Entry[]> {
  const rows = await books.tx
    .select()
    .from(gradings)
    .where(of(books, c, gradings))
  return rows.flatMap(({ id, at, by, why }) => {
    const text = c.vault.open('gradings.why', id, why)
    return text ? [{ at, by, what: { zh: '人工定级', en: 'Level set by hand' }, text }] : []
  })
}

/** The words of a sealed record, whatever else it holds. */
function opened(kept: string | null): { [name: string]: string | null } {
  const record = (kept === null ? {} : JSON.parse(kept)) as { [name: string]: unknown }
  const strings = Object.entries(record).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : null,
  ])
  return Object.fromEntries(strings)
}
