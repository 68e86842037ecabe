// W17 区域集中: three or more disputes of one kind in a village within thirty days. For the leader; the agenda of 研判 has it too.
import { DAY } from '../calendar.ts'
import { CLUSTER, clusters } from '../clusters.ts'
import { topOf } from '../taxonomy.ts'
import { ofStation } from './make.ts'

export const w17 = ofStation({
  code: 'W17',
  name: { zh: '区域集中', en: 'Many in one place' },
  to: [{ roles: ['leader'] }],
  repeat: { kind: 'once' },
  urgency: 'digest',
  causes({ cases, villages }, now) {
    const real = cases.filter(({ state }) => state !== 'MERGED' && state !== 'REJECTED')
    const placed = real.map(({ id, ...one }) => ({ dispute: id, ...one }))
    return clusters(placed, now).map(({ village, top }) => {
      const all = real.filter(
        (one) => one.village === village && topOf(one.category) === top && one.filedAt <= now,
      )
      const latest = Math.max(...all.map(({ filedAt }) => filedAt))
      // By the days before the latest of them: it stays the same cluster until another case joins it.
      const near = all
        .filter(({ filedAt }) => filedAt > latest - CLUSTER.days * DAY)
        .sort((one, other) => one.filedAt - other.filedAt || one.number.localeCompare(other.number))
      const name = villages.find(({ code }) => code === village)?.name ?? village
      return {
        about: `${village}:${top}`,
        // While the first of them is near, those that join are the same news.
        slot: near[0]?.id ?? '',
        from: latest,
        villages: [village],
        reasons: [
          { code: 'cluster', n: near.length, m: CLUSTER.days, what: top, name: { zh: name, en: name } },
        ],
        cases: near.map(({ number }) => number),
      }
    })
  },
})
