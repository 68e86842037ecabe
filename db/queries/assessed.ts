// What meetings decided on a case and the plans written for it, opened for whoever may read its story.
import { and, asc, eq } from 'drizzle-orm'
import { dateText } from '../../flows/casework/clock-text.ts'
import { levelInfo } from '../../flows/casework/level.ts'
import type { Level } from '../../flows/casework/tables/level.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { assessedCases, assessments, workPlans } from '../schema/index.ts'
import type { Name, Told } from '../store.ts'
import { joined } from './labels.ts'
import { type Names, namesOf } from './names.ts'

/** `by` is an id. */
type Entry = { at: number; what: Name; by: string; text: Told | null }

/** In the order of the meetings. */
export async function decisionsOf(books: Books, c: Case): Promise<Entry[]> {
  const rows = await books.tx
    .select({ entry: assessedCases, no: assessments.no })
    .from(assessedCases)
    .innerJoin(
      assessments,
      and(eq(assessments.stationId, assessedCases.stationId), eq(assessments.id, assessedCases.assessmentId)),
    )
    .where(and(eq(assessedCases.stationId, books.station.id), eq(assessedCases.disputeId, c.row.id)))
    .orderBy(asc(assessments.no))
  if (rows.length === 0) return []
  const names = await namesOf(books)
  return rows.flatMap(({ entry, no }) => {
    const { id, decidedAt, by, levelBefore, levelAfter, decision } = entry
    if (decidedAt === null || by === null) return []
    const kept = opened(c.vault.open('assessed_cases.decision', id, decision))
    const levels = levelsSaid(levelBefore, levelAfter ?? levelBefore)
    return [
      {
        at: decidedAt,
        by,
        what: { zh: `第${no}次研判会：${levels.zh}`, en: `Risk meeting ${no}: ${levels.en}` },
        text: joined(kept.words, kept.wish && wishSaid(kept.wish), owedSaid(books, entry, names)),
      },
    ]
  })
}

type Kept = { words: string | null; wish: { what: string; reason: string } | null }

const opened = (kept: string | null): Kept => ({
  words: null,
  wish: null,
  ...(kept === null ? {} : (JSON.parse(kept) as Partial<Kept>)),
})

function levelsSaid(from: Level, to: Level): Name {
  const [before, after] = [levelInfo(from), levelInfo(to)]
  return from === to
    ? { zh: `${after.zh}级不动`, en: `stays ${after.en}` }
    : { zh: `${before.zh}级改${after.zh}级`, en: `${before.en} to ${after.en}` }
}

const wishSaid = ({ what, reason }: { what: string; reason: string }): Name => ({
  zh: `会上想${what === 'raise' ? '升' : '降'}一级，没有改；理由：${reason}`,
  en: `It was wished ${what === 'raise' ? 'up' : 'down'} by one level and was not changed; why: ${reason}`,
})

function owedSaid(
  books: Books,
  { ownerId, dueAt, state }: typeof assessedCases.$inferSelect,
  names: Names,
): Name | null {
  const who = names(ownerId)
  if (who === null || dueAt === null) return null
  const { calendar } = books.station.rulebook
  const done = state === 'done'
  return {
    zh: `${who}，${dateText(dueAt, calendar, 'zh')}前${done ? '，已办好' : ''}`,
    en: `${who}, by ${dateText(dueAt, calendar, 'en')}${done ? ', done' : ''}`,
  }
}

export async function writtenPlansOf(books: Books, c: Case): Promise<Entry[]> {
  const rows = await books.tx
    .select()
    .from(workPlans)
    .where(and(eq(workPlans.stationId, books.station.id), eq(workPlans.disputeId, c.row.id)))
    .orderBy(asc(workPlans.at))
  return rows.flatMap(({ id, ownerId, writtenAt, words }) => {
    if (writtenAt === null) return []
    const kept = c.vault.open('work_plans.words', id, words)
    const { what, who, until } = (kept === null ? {} : JSON.parse(kept)) as { [part: string]: string }
    const text = joined(what, who, until)
    return [
      { at: writtenAt, by: ownerId, what: { zh: '对策（不放心）', en: 'Work plan (not at ease)' }, text },
    ]
  })
}
