// W21 假性和解: a round showed a peace on the surface, and no officer has looked into it. The card tells what the round showed.
import { ofCase } from './make.ts'
import { AGREED } from './states.ts'

export const w21 = ofCase({
  code: 'W21',
  name: { zh: '假性和解', en: 'Peace on the surface' },
  to: [{ own: ['officer'] }],
  repeat: { kind: 'once' },
  urgency: 'card',
  causes({ state, surface }, _now, rulebook) {
    if (!AGREED.includes(state) || !surface || surface.checked) return []
    if (surface.score < rulebook.surface.thresholds.surface) return []
    return [{ about: surface.round, from: surface.at, reasons: [{ code: 'surface', n: surface.score }] }]
  },
})
