// W03 首次联系超时: nobody has been in touch by the limit; again every day.
import { ofCase } from './make.ts'
import { BEFORE_CONTACT } from './states.ts'

export const w03 = ofCase({
  code: 'W03',
  name: { zh: '首次联系超时', en: 'First contact late' },
  to: [{ own: ['officer', 'leader'] }],
  repeat: { kind: 'daily' },
  urgency: 'card',
  causes({ state, contact }) {
    if (!BEFORE_CONTACT.includes(state) || !contact || contact.made) return []
    return [
      { about: String(contact.by), from: contact.by, reasons: [{ code: 'no-contact', at: contact.by }] },
    ]
  },
})
