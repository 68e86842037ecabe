// One case of the books as the figures take it, with everything that belongs to it.
import type { CaseFact, DutyFact } from '../../../flows/casework/figures/facts.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { SourceCode } from '../../../flows/casework/tables/source.ts'
import type { SubCode, TrackCode } from '../../../flows/casework/tables/taxonomy.ts'
import type { Dispute } from '../../commands/shared/case.ts'
import type { Records } from './records.ts'

type Rows<T> = ReadonlyMap<string, readonly T[]>

function by<T>(rows: readonly T[], key: (row: T) => string): Rows<T> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** Makes a fact of any row; the records are sorted by case once. */
export function factMaker(records: Records): (row: Dispute, seen: boolean) => CaseFact {
  const ofCase = <T extends { dispute: string }>(rows: readonly T[]) => by(rows, ({ dispute }) => dispute)
  const steps = ofCase(records.steps)
  const levels = ofCase(records.levels)
  const talks = ofCase(records.talks)
  const sessions = ofCase(records.sessions)
  const papers = ofCase(records.papers)
  const owed = ofCase(records.owed)
  const halves = ofCase(records.halves)
  const joints = ofCase(records.joints)
  const sent = ofCase(records.sent)
  const prevented = ofCase(records.prevented)
  const events = by(records.events, ({ duty }) => duty)
  const came = ofCase(records.came)
  const roles = new Map(records.staff.map((one) => [one.id, one.roles]))

  const dutyFact = (row: Records['owed'][number]): DutyFact => {
    const own = events.get(row.id) ?? []
    return {
      agreement: row.agreement,
      kind: row.kind,
      amountFen: row.amountFen,
      dueAt: row.dueAt,
      doneAt: row.doneAt,
      waivedAt: own.find(({ what }) => what === 'waived')?.at ?? null,
      events: own.map(({ at, what, amountFen, proof }) => ({ at, what, amountFen, proof })),
    }
  }

  return (row, seen) => {
    const all = <T>(rows: Rows<T>): readonly T[] => rows.get(row.id) ?? []
    const { crossVillage = false, crossTownship = false, reports = [] } = row.facts
    return {
      number: row.number,
      seen,
      category: row.category as SubCode,
      village: crossVillage || crossTownship ? null : row.village,
      level: row.level,
      source: row.source as SourceCode,
      track: row.track as TrackCode | null,
      prank: row.prank,
      contactBy: row.contactBy,
      contactedAt: row.contactedAt,
      firstContactAt: all(talks)[0]?.at ?? null,
      targetAt: row.targetAt,
      criminalAt: row.criminalAt,
      headcount: row.headcount,
      difficulty: row.difficulty,
      tookPart: [
        ...all(sessions).flatMap(({ by: recorder, helpers }) => [recorder, ...helpers]),
        ...all(came).map(({ person }) => person ?? ''),
      ].map((person) => roles.get(person) ?? []),
      reports: reports.filter(({ prank = false }) => !prank).map(({ at }) => at),
      steps: all(steps).map(({ at, from, to }) => ({ at, from: from as State, to: to as State })),
      gradings: all(levels).map(({ at, level }) => ({ at, level })),
      agreements: all(papers).map(({ dispute: _, ...paper }) => paper),
      duties: all(owed).map(dutyFact),
      halves: all(halves).map(({ dispute: _, ...half }) => half),
      joints: all(joints).map(({ heldAt }) => ({ heldAt })),
      referrals: all(sent).map(({ at, result, resultAt }) => ({
        at,
        finishedAt: result === 'finished' ? resultAt : null,
      })),
      preventions: all(prevented).map(({ dispute: _, ...one }) => one),
    }
  }
}
