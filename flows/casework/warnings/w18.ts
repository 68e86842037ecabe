// W18 移交未回执: a referral that nobody acknowledged in three days, asked after every day.
import { addDays, DAY } from '../calendar.ts'
import { ofCase } from './make.ts'

const AFTER_DAYS = 3

export const w18 = ofCase({
  code: 'W18',
  name: { zh: '移交未回执', en: 'Referral not acknowledged' },
  to: [{ own: ['leader'] }],
  repeat: { kind: 'daily' },
  urgency: 'card',
  causes({ state, referral }, now) {
    if (state !== 'REFERRED' || !referral || referral.acked) return []
    const { at } = referral
    const n = Math.floor((now - at) / DAY)
    return [{ about: String(at), from: addDays(at, AFTER_DAYS), reasons: [{ code: 'no-receipt', n }] }]
  },
})
