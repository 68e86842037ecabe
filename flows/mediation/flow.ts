import { DAY, HOUR } from '../casework/calendar.ts'
import type { SubCode } from '../casework/tables/taxonomy.ts'
import { isNeverAgreed } from '../casework/taxonomy.ts'
import { flow } from '../core/flow.ts'
import type { Question } from '../core/question.ts'
import { date } from '../core/questions/date.ts'
import { files } from '../core/questions/files.ts'
import { chooseMany } from '../core/questions/many-of.ts'
import { oneOf, yesNo } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { MediationGiven, RecordMediation } from './commands.ts'

type Result = RecordMediation['with']['result']

/** Violence in the family and abuse of children never end in an agreement. */
const results = (category: string): Question<Result, Result> =>
  isNeverAgreed(category as SubCode)
    ? oneOf(['again', 'failed', 'ended', 'paused'])
    : oneOf(['agreed', 'again', 'failed', 'ended', 'paused'])

/** 调解记录: what came of sitting down together. */
export const mediation = flow<MediationGiven>('mediation', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('result', ({ given }) => results(given.category))
  .ask('summary', text({ min: 2, max: 3000 }))
  .askIf(
    ({ result }) => result === 'failed' || result === 'ended' || result === 'paused',
    'reason',
    text({ min: 2, max: 1000 }),
  )
  .askIf(
    ({ result }) => result === 'paused',
    'resumeOn',
    ({ given }) => date({ offset: given.offset }),
  )
  .askIf(({ result }) => result === 'failed' || result === 'ended', 'remediesTold', yesNo())
  .offerIf(
    ({ given }) => given.helpers.length > 0,
    'helpers',
    ({ given }) => chooseMany(given.helpers),
  )
  .offer('place', text({ max: 200 }))
  .offer('photos', files({ max: 9 }))
  .review()
  .done(
    ({
      given: { dispute, rev },
      result,
      summary,
      reason = null,
      resumeOn = null,
      remediesTold = null,
      helpers,
      place = null,
      photos = null,
    }): RecordMediation => ({
      do: 'recordMediation',
      with: {
        dispute,
        rev,
        result,
        place,
        helpers: helpers ?? [],
        summary,
        reason,
        resumeOn,
        remediesTold,
        photos,
      },
    }),
  )
