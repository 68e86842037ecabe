// One fictitious dispute as it lies in the books: codes, numbers, times and roles; no personal word.
import type { CaseFact, DutyFact } from '../../../flows/casework/figures/facts.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'

export type Raw = Omit<
  CaseFact,
  'seen' | 'village' | 'tookPart' | 'firstContactAt' | 'reports' | 'referrals' | 'duties'
> & {
  id: string
  filedAt: number
  state: State
  village: string | null
  crossVillage: boolean
  /** Roles of who held the talks, each time. */
  sessions: { by: Role; helpers: Role[] }[]
  /** Roles of who came to sittings together. */
  came: Role[]
  contacts: number[]
  reports: { at: number; prank: boolean }[]
  referrals: { at: number; result: 'taken' | 'finished' | null; resultAt: number | null }[]
  duties: (DutyFact & { id: string })[]
}

/** As the figures take it. */
export function factOf(raw: Raw): CaseFact {
  const { id: _, filedAt: __, state: ___, crossVillage, sessions, came, contacts, ...rest } = raw
  return {
    ...rest,
    seen: true,
    village: crossVillage ? null : raw.village,
    firstContactAt: contacts[0] ?? null,
    tookPart: [...sessions.flatMap(({ by, helpers }) => [by, ...helpers]), ...came].map((role) => [role]),
    reports: raw.reports.filter(({ prank }) => !prank).map(({ at }) => at),
    referrals: raw.referrals.map(({ at, result, resultAt }) => ({
      at,
      finishedAt: result === 'finished' ? resultAt : null,
    })),
    duties: raw.duties.map(({ id: own, ...duty }) => duty),
  }
}
