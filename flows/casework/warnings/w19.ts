// W19 语音待听: a voice that nobody has opened: first whoever of the village may hear it, then whoever is on duty.
import { addWorkingMinutes, type Calendar, type Instant, MINUTE } from '../calendar.ts'
import { isOpen } from '../life-cycle.ts'
import { ofCase } from './make.ts'

const MINUTES = 15
/** At any hour, where words of danger were heard in the same matter. */
const RISKY_MINUTES = 5

const limit = (at: Instant, risky: boolean, calendar: Calendar): Instant =>
  risky ? at + RISKY_MINUTES * MINUTE : addWorkingMinutes(at, MINUTES, calendar)

/** People are not marked as bilingual, so those who may hear it are told; they know whom to ask. */
export const w19 = ofCase({
  code: 'W19',
  name: { zh: '语音待听', en: 'Voice not heard' },
  to: [{ own: ['officer', 'listeners'] }, { own: ['officer', 'leader'], roles: ['duty'] }],
  repeat: { kind: 'list' },
  urgency: 'card',
  causes({ state, voices }, now, { calendar }) {
    if (!isOpen(state)) return []
    return voices
      .filter(({ heard }) => !heard)
      .map(({ id, at, risky }) => {
        const first = limit(at, risky, calendar)
        const minutes = Math.max(0, Math.floor((now - at) / MINUTE))
        return {
          about: id,
          from: first,
          moments: [first, limit(first, risky, calendar)],
          ...(risky ? { urgency: 'at-once' as const } : {}),
          reasons: [{ code: 'voice', n: minutes }, ...(risky ? [{ code: 'risk-near' as const }] : [])],
        }
      })
  },
})
