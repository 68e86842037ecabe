// W14 多头反映: one matter came by several ways; whoever has the first of its cases gives the one answer.
import { isOpen } from '../life-cycle.ts'
import type { SourceCode } from '../tables/source.ts'
import { ofCase } from './make.ts'

/** Chat, phone, door and a round are all the station itself. */
const OUTSIDE: readonly SourceCode[] = ['110', '12345', 'petition', 'court', 'referred']
const wayOf = (source: SourceCode): SourceCode => (OUTSIDE.includes(source) ? source : 'chat')

export const w14 = ofCase({
  code: 'W14',
  name: { zh: '多头反映', en: 'Told in several places' },
  to: [{ own: ['officer'] }],
  repeat: { kind: 'once' },
  urgency: 'digest',
  causes({ state, number, source, filedAt, links }, _now) {
    if (!isOpen(state)) return []
    const first = links.every(
      (one) =>
        !isOpen(one.state) || one.filedAt > filedAt || (one.filedAt === filedAt && one.number > number),
    )
    const all = [{ source, filedAt }, ...links]
    const ways = [...new Set(all.map((one) => wayOf(one.source)))].sort()
    if (!first || ways.length < 2) return []
    return [
      {
        about: ways.join(','),
        from: Math.max(...all.map((one) => one.filedAt)),
        reasons: [{ code: 'ways', n: ways.length, whats: ways }],
        cases: [number, ...links.map((one) => one.number)],
      },
    ]
  },
})
