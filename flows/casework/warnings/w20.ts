// W20 机器人故障: the machine itself: a channel that hears or takes nothing, or what is heard is kept too late. Again every day.
import { dayOf, MINUTE } from '../calendar.ts'
import { ofMachine } from './make.ts'

export const w20 = ofMachine({
  code: 'W20',
  name: { zh: '机器人故障', en: 'The bot has a fault' },
  to: [{ roles: ['chief', 'duty'] }],
  repeat: { kind: 'daily' },
  urgency: 'at-once',
  causes({ troubles }, _now, { calendar }) {
    return troubles.map(({ channel, kind, since }) => ({
      about: `${channel}:${kind}`,
      // Whichever process says so, and however often it comes and goes: once a day.
      slot: (at) => dayOf(at, calendar),
      // A channel that comes back by itself within a minute is no news.
      from: since + MINUTE,
      reasons: [{ code: 'machine', what: kind, whats: [channel], at: since }],
    }))
  },
})
