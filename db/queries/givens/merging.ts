// Begun where a case may be the same as another: those it may be, as far as whoever asks may see them.
import { and, desc, eq, or } from 'drizzle-orm'
import { levelInfo } from '../../../flows/casework/level.ts'
import { stateName } from '../../../flows/casework/life-cycle.ts'
import { ALIKE_REASONS } from '../../../flows/casework/tables/alike.ts'
import { category } from '../../../flows/casework/taxonomy.ts'
import type { MergeGiven } from '../../../flows/merge/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, categoryOf, hold, lockMerged, stateOf } from '../../commands/shared/case.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { sightOf } from '../../commands/shared/sight.ts'
import { disputeLinks, disputes } from '../../schema/index.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf, said } from './choices.ts'

export const merge: CaseFlow = {
  name: { zh: '并案', en: 'merge' },
  role: 'officer',
  fits: inStates('SCREENING'),
  async given(books, c): Promise<MergeGiven> {
    return { ...caseGiven(books, c.row), candidates: await candidatesOf(books, c) }
  },
}

async function candidatesOf(books: Books, c: Case): Promise<MergeGiven['candidates']> {
  const rows = await books.tx
    .select({ link: disputeLinks, row: disputes })
    .from(disputeLinks)
    .innerJoin(
      disputes,
      and(
        eq(disputes.stationId, disputeLinks.stationId),
        or(
          and(eq(disputeLinks.disputeId, c.row.id), eq(disputes.id, disputeLinks.otherId)),
          and(eq(disputeLinks.otherId, c.row.id), eq(disputes.id, disputeLinks.disputeId)),
        ),
      ),
    )
    .where(and(eq(disputeLinks.stationId, books.station.id), eq(disputeLinks.kind, 'maybe-same')))
    .orderBy(desc(disputes.filedAt))
  const [sight, locale] = [await sightOf(books), await localeOf(books)]
  const found = new Map<string, MergeGiven['candidates'][number]>()
  for (const { link, row } of rows) {
    const held = await hold(books, row)
    const last = held && (await lockMerged(books, held))
    if (!last || last.row.id === c.row.id || sight(last.row) === null) continue
    const why = ALIKE_REASONS.filter(({ code }) => link.reasons.includes(code)).map((one) =>
      said(one, locale),
    )
    const names = [
      levelInfo(last.row.level),
      category(categoryOf(last.row)).name,
      stateName(stateOf(last.row)),
    ]
    const label = [last.row.number, ...names.map((one) => said(one, locale)), ...why].join('｜')
    found.set(last.row.id, { id: last.row.id, label })
  }
  return [...found.values()]
}
