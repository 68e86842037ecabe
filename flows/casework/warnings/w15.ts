// W15 疑似同案: another case may be of the same matter; only a person says so. The card is O06.
import { isOpen } from '../life-cycle.ts'
import { ofCase } from './make.ts'

export const w15 = ofCase({
  code: 'W15',
  name: { zh: '疑似同案', en: 'Possibly the same' },
  to: [{ own: ['officer'] }],
  repeat: { kind: 'once' },
  urgency: 'card',
  causes({ state, number, filedAt, links }) {
    if (!isOpen(state)) return []
    return (
      links
        .filter(({ kind, state: other }) => kind === 'maybe-same' && isOpen(other))
        // Of two the later one asks.
        .filter((one) => one.filedAt < filedAt || (one.filedAt === filedAt && one.number < number))
        .map((one) => ({
          about: one.id,
          from: filedAt,
          reasons: [{ code: 'alike', name: { zh: one.number, en: one.number } }],
          cases: [number, one.number],
        }))
    )
  },
})
