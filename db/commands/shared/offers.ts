// A simple dispute is offered first to the mediators of its village (domain 4.5); who comes first has it, and where nobody does a
// leader assigns it as any other.
import { and, desc, eq, isNull } from 'drizzle-orm'
import { addWorkingMinutes, type Instant, workDayMinutes } from '../../../flows/casework/calendar.ts'
import { isSimple } from '../../../flows/casework/difficulty.ts'
import { caseFacts, countReports } from '../../../flows/casework/facts.ts'
import { spanEnd } from '../../../flows/casework/span.ts'
import type { TrackCode } from '../../../flows/casework/tables/track.ts'
import type { Does, NoticeButton } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { offers } from '../../schema/index.ts'
import { type Case, categoryOf, codesOf, type Dispute, restricted, save, subjectOf } from './case.ts'
import { factsShown, offsetOf } from './facts-shown.ts'
import { announce } from './new-case.ts'
import { FLOW_OF } from './tell.ts'
import { forget, waitFor } from './waiting.ts'

export type OfferRow = typeof offers.$inferSelect

/** Whether a case that was accepted is one for the people's own mediators. */
export function isSimpleCase(books: Books, row: Dispute): boolean {
  const facts = caseFacts(row.facts)
  const { rulebook } = books.station
  return (
    !restricted(books, row) &&
    isSimple(
      {
        level: row.level,
        category: categoryOf(row),
        track: row.track as TrackCode | null,
        codes: codesOf(books, row),
        amountYuan: row.amountFen === null ? facts.amountYuan : row.amountFen / 100,
        reports: countReports(facts.reports, books.now, rulebook.repeatDays),
        again: row.reopenedAt !== null || row.emergencyAt !== null,
      },
      rulebook,
    )
  )
}

/** True where a mediator was asked; else whoever leads is to be told as of any case. */
export async function offerFirst(books: Books, c: Case): Promise<boolean> {
  if (!isSimpleCase(books, c.row)) return false
  await save(books, c, { difficulty: 'simple' }, { quiet: true })
  const until = untilWhen(books, c)
  const asked: string[] = []
  for (const id of await mediatorsFor(books, c)) if (await ask(books, c, id, until)) asked.push(id)
  if (asked.length === 0) return false
  await books.tx.insert(offers).values(
    asked.map((personId) => ({
      stationId: books.station.id,
      id: books.newId(),
      disputeId: c.row.id,
      personId,
      at: books.now,
      until,
    })),
  )
  await waitFor(books, c, 'offer', until)
  books.audit('offered', subjectOf(c), { people: asked })
  return true
}

/** Mediators of the village, without whoever told of it. */
async function mediatorsFor(books: Books, { row }: Case): Promise<string[]> {
  const village = row.village === null ? {} : { village: row.village }
  const reporter = row.reporterAddress === null ? null : await books.address(row.reporterAddress)
  const here = await books.people({ roles: ['mediator'], active: true, ...village })
  return here.flatMap(({ id }) => (id === reporter?.person ? [] : [id]))
}

/** A part of what the level gives for accepting, in working time where the level counts that. */
function untilWhen({ now, station: { rulebook } }: Books, { row }: Case): Instant {
  const { accept } = rulebook.levels[row.level]
  const { share } = rulebook.difficulty.simple
  const { n, unit } = accept
  if (unit === 'work-hour' || unit === 'work-day') {
    const minutes = n * (unit === 'work-hour' ? 60 : workDayMinutes(rulebook.calendar))
    return addWorkingMinutes(now, minutes * share, rulebook.calendar)
  }
  return now + (spanEnd(now, accept, rulebook.calendar) - now) * share
}

const DOES: readonly Does[] = ['takeOffer', 'declineOffer']

async function ask(books: Books, c: Case, person: string, until: Instant): Promise<boolean> {
  const told = await books.tellPerson(
    person,
    async () => {
      const buttons: NoticeButton[] = []
      for (const does of DOES) {
        // They do not see the case yet: the press names the offer, not the case.
        const about = { dispute: c.row.id, rev: c.row.rev, subject: c.row.id, ttl: until - books.now }
        buttons.push({ id: await books.button(FLOW_OF[does], { person }, about), does })
      }
      return { kind: 'offer', facts: factsShown(books, c.row), until, offset: offsetOf(books), buttons }
    },
    { dispute: c.row.id },
  )
  return told > 0
}

/** The last time this case was offered to somebody; null where it never was. */
export async function offerTo(books: Books, dispute: string, person: string): Promise<OfferRow | null> {
  const [row] = await books.tx
    .select()
    .from(offers)
    .where(
      and(eq(offers.stationId, books.station.id), eq(offers.disputeId, dispute), eq(offers.personId, person)),
    )
    .orderBy(desc(offers.at))
    .limit(1)
  return row ?? null
}

export const openOffers = (books: Books, dispute: string): Promise<OfferRow[]> =>
  books.tx
    .select()
    .from(offers)
    .where(and(eq(offers.stationId, books.station.id), eq(offers.disputeId, dispute), isNull(offers.answer)))

export async function answerOffer(
  books: Books,
  { id }: Pick<OfferRow, 'id'>,
  answer: 'taken' | 'declined' | 'lapsed',
): Promise<void> {
  await books.tx
    .update(offers)
    .set({ answer, answeredAt: books.now })
    .where(and(eq(offers.stationId, books.station.id), eq(offers.id, id)))
}

/** Nobody took it: the usual announcement, with that as its first reason. */
export async function offerFailed(books: Books, c: Case, why: 'declined' | 'lapsed'): Promise<void> {
  for (const one of await openOffers(books, c.row.id)) await answerOffer(books, one, 'lapsed')
  await forget(books, c, 'offer')
  books.audit('offer-failed', subjectOf(c), { why })
  await announce(books, c, [
    why === 'declined'
      ? { zh: '简易纠纷，村里调解员都不接', en: 'Simple; no mediator of the village takes it' }
      : { zh: '简易纠纷，村里调解员没有回话', en: 'Simple; no mediator of the village has answered' },
  ])
}
