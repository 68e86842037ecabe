// W01 硬触发: danger that nobody has taken yet. The county's command is no user here; the township is told in its place.
import { MINUTE } from '../calendar.ts'
import { ofCase } from './make.ts'

export const EVERY = 2 * MINUTE

const FIRST = { roles: ['duty', 'chief'] } as const
const EVERYBODY = { own: ['officer', 'leader'], roles: ['duty', 'chief', 'leader', 'officer'] } as const

export const w01 = ofCase({
  code: 'W01',
  name: { zh: '硬触发', en: 'Danger' },
  to: [
    { ...FIRST, own: ['officer', 'leader'] },
    { ...FIRST, own: ['officer', 'leader'] },
    EVERYBODY,
    { ...EVERYBODY, roles: [...EVERYBODY.roles, 'township'] },
  ],
  repeat: { kind: 'every', span: EVERY },
  urgency: 'at-once',
  causes({ state, emergency }, now) {
    if (state !== 'EMERGENCY' || !emergency || emergency.taken) return []
    const minutes = Math.max(0, Math.floor((now - emergency.at) / MINUTE))
    return [{ about: String(emergency.at), from: emergency.at, reasons: [{ code: 'danger', n: minutes }] }]
  },
})
