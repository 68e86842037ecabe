// W17 区域集中: three or more disputes of one kind in a village within thirty days. For the leader, and for the agenda of 研判.
import { DAY, type Instant } from '../calendar.ts'
import type { TopCode } from '../tables/taxonomy.ts'
import { topOf } from '../taxonomy.ts'
import { ofStation } from './make.ts'
import type { Listed } from './types.ts'

const LEAST = 3
const DAYS = 30

export type Cluster = { village: string; top: TopCode; cases: Listed[]; latest: Instant }

/** By the days before the latest of them, so that a cluster stays the same one until another case joins it. */
export function clustersOf(cases: readonly Listed[], now: Instant): Cluster[] {
  const groups = new Map<string, Listed[]>()
  for (const one of cases) {
    const top = topOf(one.category)
    if (one.village === null || top === 'ND' || one.state === 'MERGED' || one.state === 'REJECTED') continue
    if (one.filedAt > now) continue
    const key = `${one.village} ${top}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].flatMap(([key, all]) => {
    const [village, top] = key.split(' ') as [string, TopCode]
    const latest = Math.max(...all.map(({ filedAt }) => filedAt))
    const near = all
      .filter(({ filedAt }) => filedAt > latest - DAYS * DAY)
      .sort((one, other) => one.filedAt - other.filedAt || one.number.localeCompare(other.number))
    const now30 = near.filter(({ filedAt }) => filedAt > now - DAYS * DAY)
    return now30.length < LEAST ? [] : [{ village, top, cases: near, latest }]
  })
}

export const w17 = ofStation({
  code: 'W17',
  name: { zh: '区域集中', en: 'Many in one place' },
  to: [{ roles: ['leader'] }],
  repeat: { kind: 'once' },
  urgency: 'digest',
  causes({ cases, villages }, now) {
    return clustersOf(cases, now).map(({ village, top, cases: near, latest }) => {
      const name = villages.find(({ code }) => code === village)?.name ?? village
      return {
        about: `${village}:${top}`,
        // While the first of them is near, those that join are the same news.
        slot: near[0]?.id ?? '',
        from: latest,
        villages: [village],
        reasons: [{ code: 'cluster', n: near.length, m: DAYS, what: top, name: { zh: name, en: name } }],
        cases: near.map(({ number }) => number),
      }
    })
  },
})
