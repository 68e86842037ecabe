import type { Side } from '../case.ts'
import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { files } from '../core/questions/files.ts'
import { chooseMany } from '../core/questions/many-of.ts'
import { oneOf, yesNo } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { JointHeldGiven, RecordJoint } from './commands.ts'

const SIDES: { readonly [S in 'both' | 'A' | 'B' | 'none']: Side[] } = {
  both: ['A', 'B'],
  A: ['A'],
  B: ['B'],
  none: [],
}

/** 联调记录: who came, and what came of it. Where a side was absent nothing was mediated. */
export const jointheld = flow<JointHeldGiven>('jointheld', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .offerIf(
    ({ given }) => given.invited.length > 0,
    'came',
    ({ given }) => chooseMany(given.invited),
  )
  .ask('sides', oneOf(['both', 'A', 'B', 'none']))
  .askIf(({ sides }) => sides === 'both', 'result', oneOf(['agreed', 'again', 'failed']))
  .askIf(({ sides }) => sides === 'both', 'summary', text({ min: 2, max: 3000 }))
  .askIf(({ result }) => result === 'failed', 'reason', text({ min: 2, max: 1000 }))
  .askIf(({ result }) => result === 'failed', 'remediesTold', yesNo())
  .offerIf(({ sides }) => sides !== 'both', 'note', text({ max: 1000 }))
  .offer('photos', files({ max: 9 }))
  .review()
  .done(
    ({
      given: { dispute, rev, meeting },
      came,
      sides,
      result,
      summary,
      note,
      reason = null,
      remediesTold = null,
      photos = null,
    }): RecordJoint => ({
      do: 'recordJoint',
      with: {
        dispute,
        rev,
        meeting,
        came: came ?? [],
        sides: SIDES[sides],
        result: result ?? 'absent',
        summary: summary ?? note ?? null,
        reason,
        remediesTold,
        photos,
      },
    }),
  )
