// Area clusters (W17): several disputes of one kind in one village within a month. Pure.
import { addDays, type Instant } from './calendar.ts'
import type { SubCode, TopCode } from './tables/taxonomy.ts'
import { isDispute, topOf } from './taxonomy.ts'

export type Placed = { dispute: string; village: string | null; category: SubCode; filedAt: Instant }
export type Cluster = { village: string; top: TopCode; cases: string[] }

/** How many make a cluster, and within how many days (domain 8, W17). */
export const CLUSTER = { cases: 3, days: 30 } as const

/** The largest first; whatever has ended counts too, for it happened. */
export function clusters(all: readonly Placed[], now: Instant): Cluster[] {
  const since = addDays(now, -CLUSTER.days)
  const found = new Map<string, Cluster>()
  for (const { dispute, village, category, filedAt } of all) {
    if (village === null || filedAt <= since || filedAt > now || !isDispute(category)) continue
    const top = topOf(category)
    const key = `${village}/${top}`
    const cluster = found.get(key) ?? { village, top, cases: [] }
    found.set(key, { ...cluster, cases: [...cluster.cases, dispute] })
  }
  return [...found.values()]
    .filter(({ cases }) => cases.length >= CLUSTER.cases)
    .sort((one, other) => other.cases.length - one.cases.length || (nameOf(one) < nameOf(other) ? -1 : 1))
}

const nameOf = ({ village, top }: Cluster): string => `${village}/${top}`
