// What a case itself tells the rules of warning, without asking the books.
import { sourceSchema } from '../../flows/casework/tables/source.ts'
import type { TrackCode } from '../../flows/casework/tables/taxonomy.ts'
import type { CaseWatched } from '../../flows/casework/warnings/types.ts'
import { type Case, categoryOf, stateOf } from '../commands/shared/case.ts'

export function plainly({ row }: Pick<Case, 'row'>): CaseWatched {
  const told = (row.facts.reports ?? []).filter(({ prank }) => !prank)
  return {
    id: row.id,
    number: row.number,
    state: stateOf(row),
    level: row.level,
    category: categoryOf(row),
    village: row.village,
    track: row.track as TrackCode | null,
    source: sourceSchema.safeParse(row.source).data ?? 'chat',
    filedAt: row.filedAt,
    lastEntryAt: row.updatedAt,
    standstillTold: 0,
    emergency: row.emergencyAt === null ? null : { at: row.emergencyAt, taken: false },
    accept: row.acceptBy === null ? null : { from: row.assignedAt ?? row.acceptBy, by: row.acceptBy },
    contact: row.contactBy === null ? null : { by: row.contactBy, made: row.contactedAt !== null },
    target: row.targetAt,
    duties: [],
    tasks: [],
    confirmable: null,
    limits: [],
    reports: told.map(({ at }) => at),
    links: [],
    reopenedAt: null,
    referral: null,
    voices: [],
    surface: null,
    paper: null,
  }
}
