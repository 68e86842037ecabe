// W16 复发: told of after its end, or a new report of a matter that had ended. One level higher (reopen.ts, look-at-case.ts).
import { DAY } from '../calendar.ts'
import { ofCase } from './make.ts'
import { BEFORE_CONTACT } from './states.ts'
import type { CaseWatched, Cause, Linked } from './types.ts'

const ANEW: readonly string[] = [...BEFORE_CONTACT, 'MEDIATING', 'EMERGENCY', 'SUSPENDED']

export const w16 = ofCase({
  code: 'W16',
  name: { zh: '复发', en: 'Come back' },
  to: [{ own: ['leader'] }],
  repeat: { kind: 'once' },
  urgency: 'card',
  causes(facts) {
    const { state, reopenedAt, number, filedAt } = facts
    if (!ANEW.includes(state)) return []
    const again: Cause[] =
      reopenedAt === null
        ? []
        : [{ about: `reopened:${reopenedAt}`, from: reopenedAt, reasons: [{ code: 'reopened' }] }]
    const anew = endedBefore(facts).map(
      ({ closedAt, number: other }): Cause => ({
        about: `after:${other}`,
        from: filedAt,
        urgency: 'digest',
        reasons: [
          {
            code: 'after-closed',
            name: { zh: other, en: other },
            n: Math.max(0, Math.floor((filedAt - closedAt) / DAY)),
          },
        ],
        cases: [number, other],
      }),
    )
    return [...again, ...anew]
  },
})

/** Cases that may be the same matter and were closed before this one was told of. */
export const endedBefore = ({ links, filedAt }: Pick<CaseWatched, 'links' | 'filedAt'>) =>
  links.filter(
    (one): one is Linked & { closedAt: number } =>
      one.state === 'CLOSED' && one.closedAt !== null && one.closedAt <= filedAt,
  )
