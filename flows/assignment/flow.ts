import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { chooseMany } from '../core/questions/many-of.ts'
import { yesNo } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { AssignDispute, AssignmentGiven } from './commands.ts'

const suggests = ({ suggested: { officer, leader } }: AssignmentGiven) => officer !== null && leader !== null

/** Somebody has the case already: giving it to another needs a reason (domain 4.3). */
const hasOfficer = ({ state }: AssignmentGiven) => state !== 'ACCEPTED'

/** 分派: a leader names the responsible leader and the responsible officer, or takes the ones that are proposed. */
export const assignment = flow<AssignmentGiven>('assignment', {
  version: 2,
  idle: { nudge: HOUR, expire: DAY },
})
  .askIf(({ given }) => suggests(given), 'suggested', yesNo())
  .askIf(
    ({ suggested }) => suggested !== 'yes',
    'leader',
    ({ given }) => choose(given.leaders),
  )
  .askIf(
    ({ suggested }) => suggested !== 'yes',
    'officer',
    ({ given }) => choose(given.officers),
  )
  .offerIf(
    ({ given }) => given.helpers.length > 0,
    'helpers',
    ({ given }) => chooseMany(given.helpers),
  )
  .offerIf(({ given, suggested }) => !hasOfficer(given) && suggested === 'no', 'reason', text({ max: 500 }))
  .askIf(({ given }) => hasOfficer(given), 'handover', text({ min: 2, max: 500 }))
  .direct()
  .done(({ given, officer, leader, helpers, reason = null, handover = null }): AssignDispute => {
    const { dispute, rev, suggested } = given
    return {
      do: 'assignDispute',
      with: {
        dispute,
        rev,
        officer: officer ?? suggested.officer ?? '',
        leader: leader ?? suggested.leader ?? '',
        helpers: helpers ?? [],
        reason: handover ?? reason,
      },
    }
  })
