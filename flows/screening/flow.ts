import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import type { Question } from '../core/question.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { ScreenDispute, ScreeningGiven } from './commands.ts'

type Track = 'PM' | 'JOINT' | 'PSM' | 'TRM' | 'ADM' | 'LAB' | 'CASE' | 'COURT'

/** Violence in the family and harm to children are never sent to a mediator. */
const tracks = (officerLed: boolean): Question<Track, Track> =>
  officerLed
    ? oneOf(['CASE', 'COURT', 'ADM', 'LAB'])
    : oneOf(['PM', 'JOINT', 'PSM', 'TRM', 'ADM', 'LAB', 'CASE', 'COURT'])

const groupsIn = ({ groups = [] }: ScreeningGiven) => groups

/** 研判分流: whoever is on duty decides whether the station takes the case, and on which track. */
export const screening = flow<ScreeningGiven>('screening', { version: 2, idle: { nudge: HOUR, expire: DAY } })
  .ask('decision', oneOf(['accept', 'reject', 'emergency']))
  .offerIf(
    ({ decision }) => decision === 'accept',
    'category',
    ({ given }) => choose(given.categories, ['other']),
  )
  .offerIf(
    ({ category }) => category === 'other',
    'group',
    ({ given }) => choose(groupsIn(given)),
  )
  .offerIf(
    ({ group }) => typeof group === 'string',
    'kind',
    ({ given, group }) => choose(groupsIn(given).find(({ id }) => id === group)?.kinds ?? []),
  )
  .askIf(
    ({ decision }) => decision === 'accept',
    'track',
    ({ given }) => tracks(given.officerLed),
  )
  .askIf(({ decision }) => decision === 'reject', 'reason', text({ min: 2, max: 500 }))
  .direct()
  .done((known): ScreenDispute => {
    const { given, decision, category: near = null, kind = null, track = null, reason = null } = known
    const category = near === 'other' ? kind : near
    return {
      do: 'screenDispute',
      with: { dispute: given.dispute, rev: given.rev, decision, category, track, reason },
    }
  })
