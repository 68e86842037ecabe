// W02 未签收: an assignment that nobody accepts climbs by the limits of its level, and at last to the township.
import { HOUR } from '../calendar.ts'
import { ofCase } from './make.ts'

/** In limits of the level. */
export const LADDER = [1, 1.5, 2, 3] as const

export const w02 = ofCase({
  code: 'W02',
  name: { zh: '未签收', en: 'Not accepted' },
  to: [
    { own: ['officer'] },
    { own: ['officer', 'leader'] },
    { own: ['officer', 'leader'], roles: ['chief'] },
    { own: ['officer', 'leader'], roles: ['chief', 'township'] },
  ],
  repeat: { kind: 'parts', of: LADDER },
  urgency: 'card',
  causes({ state, accept }, now) {
    if (state !== 'ASSIGNED' || !accept) return []
    // In tenths of an hour, and never nothing: RED is owed within minutes.
    const hours = Math.max(1, Math.round(((now - accept.from) / HOUR) * 10)) / 10
    return [{ about: String(accept.by), ...accept, reasons: [{ code: 'not-accepted', n: hours }] }]
  },
})
