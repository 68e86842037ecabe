import { DAY, HOUR } from '../casework/calendar.ts'
import { timeSaid } from '../casework/hours-said.ts'
import { flow } from '../core/flow.ts'
import type { Question } from '../core/question.ts'
import { choose } from '../core/questions/choose.ts'
import { date } from '../core/questions/date.ts'
import { chooseMany } from '../core/questions/many-of.ts'
import { oneOf, yesNo } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import { time } from '../core/questions/time.ts'
import type { AnswerInvitation } from '../invitation/commands.ts'
import type { ChangeJoint, JointGiven, PlanJoint } from './commands.ts'
import { asGuest, guestList, isWanted } from './guests.ts'

type What = 'answer' | 'move' | 'cancel'
type Known = { given: JointGiven; what?: What }

const isNew = ({ given }: Known): boolean => given.planned === null
const timed = (known: Known): boolean => isNew(known) || known.what === 'move'

/** When people sit down together as a rule. [D] */
const USUAL = ['09:30', '10:30', '14:30', '16:00']

/** At night nobody sits down together: 3点 alone is asked again. */
const EARLIEST = '06:00'
function hour(said: string): string | null {
  const found = timeSaid(said)
  return found !== null && found >= EARLIEST ? found : null
}

const changes = ({ planned }: JointGiven): Question<What, What> =>
  (planned?.asked ?? []).length > 0 ? oneOf(['answer', 'move', 'cancel']) : oneOf(['move', 'cancel'])

type Chosen = { police?: string[] | null; cadres?: string[] | null; people?: string[] | null }
const someMissing = ({ police, cadres, people }: Chosen): boolean =>
  [police, cadres, people].some((chosen) => (chosen ?? []).length === 0)

/** 联合调解: police, cadres and people at one table; and, once it is planned, another time, a phoned answer, or not at all. */
export const joint = flow<JointGiven>('joint', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(
    ({ given }) => given.planned !== null,
    'what',
    ({ given }) => changes(given),
  )
  .askIf(
    ({ what }) => what === 'answer',
    'who',
    ({ given }) => choose(given.planned?.asked ?? []),
  )
  .askIf(({ what }) => what === 'answer', 'answer', oneOf(['coming', 'cannot', 'other-time']))
  .offerIf(
    (known) => isNew(known) && known.given.police.length > 0,
    'police',
    ({ given }) => chooseMany(given.police),
  )
  .offerIf(
    (known) => isNew(known) && known.given.cadres.length > 0,
    'cadres',
    ({ given }) => chooseMany(given.cadres),
  )
  .offerIf(
    (known) => isNew(known) && known.given.people.length > 0,
    'people',
    ({ given }) => chooseMany(given.people),
  )
  .askIf((known) => isNew(known) && someMissing(known), 'why', text({ min: 2, max: 300 }))
  .askIf(isNew, 'more', yesNo())
  .askIf(({ more }) => more === 'yes', 'guests', guestList)
  .remark('unwanted', ({ guests = [] }) => !guests.map(asGuest).every(isWanted))
  .askIf(isNew, 'host', ({ given }) => choose(given.hosts))
  .askIf(timed, 'day', ({ given }) => date({ offset: given.offset }))
  .askIf(timed, 'time', time(USUAL, hour))
  .askIf(isNew, 'place', text({ min: 2, max: 100 }))
  .offerIf(({ what }) => what === 'move', 'elsewhere', text({ min: 2, max: 100 }))
  .askIf(isNew, 'language', oneOf(['zh', 'bo', 'both']))
  .askIf(
    ({ language }) => language === 'both',
    'interpreter',
    ({ given }) => choose(given.interpreters),
  )
  .askIf(({ what }) => what === 'cancel', 'reason', text({ min: 2, max: 300 }))
  .review()
  .done((known): PlanJoint | ChangeJoint | AnswerInvitation => {
    const { dispute, rev, planned } = known.given
    if (planned !== null) {
      if (known.what === 'answer')
        return {
          do: 'answerInvitation',
          with: {
            invitation: known.who ?? '',
            asked: null,
            answer: known.answer ?? 'coming',
            words: null,
          },
        }
      return {
        do: 'changeJoint',
        with: {
          dispute,
          rev,
          meeting: planned.meeting,
          change: known.what === 'cancel' ? 'cancel' : 'move',
          day: known.day ?? null,
          time: known.time ?? null,
          place: known.elsewhere ?? null,
          reason: known.reason ?? null,
        },
      }
    }
    return {
      do: 'planJoint',
      with: {
        dispute,
        rev,
        police: known.police ?? [],
        cadres: known.cadres ?? [],
        people: known.people ?? [],
        why: known.why ?? null,
        // Whom not both sides want is not asked; the officer was told so.
        guests: (known.guests ?? []).map(asGuest).filter(isWanted),
        host: known.host ?? '',
        day: known.day ?? '',
        time: known.time ?? '',
        place: known.place ?? '',
        language: known.language ?? 'zh',
        interpreter: known.interpreter ?? null,
      },
    }
  })
