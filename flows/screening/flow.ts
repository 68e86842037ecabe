import { DAY, HOUR } from '../casework/calendar.ts'
import type { TrackCode } from '../casework/tables/track.ts'
import { flow } from '../core/flow.ts'
import type { Question } from '../core/question.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { ScreenDispute, ScreeningGiven } from './commands.ts'
import { answersIn, chosen, isAsked, type Screened, tap, tracksFor } from './passing.ts'

/** Only what the law leaves open, the proposed one first. */
const tracks = (known: Screened): Question<TrackCode, TrackCode> =>
  oneOf(tracksFor(known) as [TrackCode, ...TrackCode[]])

const groupsIn = ({ groups = [] }: ScreeningGiven) => groups

/**
 * 研判分流: whoever is on duty decides whether the station takes the case, and on which track. Before a track is chosen they
 * answer what the law asks of this kind of matter, and see what follows from it.
 */
export const screening = flow<ScreeningGiven>('screening', { version: 3, idle: { nudge: HOUR, expire: DAY } })
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
  .askIf(isAsked('bars'), 'bars', tap('bars'))
  .askIf(isAsked('home'), 'home', tap('home'))
  .askIf(isAsked('act'), 'act', tap('act'))
  .askIf(isAsked('guardian'), 'guardian', tap('guardian'))
  .askIf(isAsked('title'), 'title', tap('title'))
  .askIf(isAsked('taking'), 'taking', tap('taking'))
  .askIf(isAsked('workers'), 'workers', tap('workers'))
  .askIf(isAsked('job'), 'job', tap('job'))
  .askIf(isAsked('ordered'), 'ordered', tap('ordered'))
  .askIf(isAsked('finding'), 'finding', tap('finding'))
  .askIf(isAsked('wish'), 'wish', tap('wish'))
  .askIf(({ decision }) => decision === 'accept', 'track', tracks)
  .askIf(
    ({ decision, track }) => decision === 'reject' || track === 'NONE',
    'reason',
    text({ min: 2, max: 500 }),
  )
  .direct()
  .done((known): ScreenDispute => {
    const { given, decision, track = null, reason = null } = known
    return {
      do: 'screenDispute',
      with: {
        dispute: given.dispute,
        rev: given.rev,
        // What no track leads anywhere is not accepted, and the reporter is told why.
        decision: track === 'NONE' ? 'reject' : decision,
        category: chosen(known),
        track,
        reason,
        answers: answersIn(known),
      },
    }
  })
