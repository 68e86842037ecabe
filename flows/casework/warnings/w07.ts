// W07 回访到期: sides that a person has to ask; who is reminded on which day is in reminders.ts.
import { DAY } from '../calendar.ts'
import { isOpen } from '../life-cycle.ts'
import { remindedOn } from '../reminders.ts'
import { ofCase } from './make.ts'
import { taskDay } from './moments.ts'
import type { To } from './types.ts'

export const w07 = ofCase({
  code: 'W07',
  name: { zh: '回访到期', en: 'Revisit due' },
  to: [{ own: ['officer'] }, { own: ['officer'] }, { own: ['leader'] }],
  repeat: { kind: 'task' },
  urgency: 'card',
  causes({ state, tasks }, now) {
    if (!isOpen(state)) return []
    return tasks.map(({ id, since }) => ({
      about: id,
      from: since,
      to: remindedAt,
      reasons: [{ code: 'revisit', n: Math.max(0, Math.floor((now - since) / DAY)) }],
    }))
  },
})

function remindedAt(step: number): To {
  const who = step === 0 ? ['officer' as const] : remindedOn(taskDay(step))
  return {
    own: who.filter((one) => one !== 'chief'),
    roles: who.filter((one) => one === 'chief'),
  }
}
