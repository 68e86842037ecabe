import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import type { Question } from '../core/question.ts'
import { date } from '../core/questions/date.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { AfterResult, ReceiptGiven, RecordReceipt } from './commands.ts'

type News = RecordReceipt['with']['what']

const news = ({ acknowledged }: ReceiptGiven): Question<News, News> =>
  acknowledged ? oneOf(['finished', 'returned']) : oneOf(['taken', 'returned', 'finished'])

/** Only what this person may do with it. */
const ways = ({ next }: ReceiptGiven): Question<AfterResult, AfterResult> => {
  const [first = 'leader', ...more] = next
  return oneOf([first, ...more])
}

/** 回执: received, sent back or settled by the body that the case was passed on to. */
export const receipt = flow<ReceiptGiven>('receipt', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('what', ({ given }) => news(given))
  .askIf(
    ({ what }) => what === 'taken',
    'day',
    ({ given }) => date({ offset: given.offset, past: true }),
  )
  .offerIf(({ what }) => what === 'taken', 'who', text({ max: 60 }))
  .askIf(({ what }) => what !== 'taken', 'words', text({ min: 2, max: 1000 }))
  .askIf(({ given, what }) => what === 'finished' && given.reporter, 'told', text({ min: 4, max: 300 }))
  .askIf(
    ({ given, what }) => what === 'finished' && given.next.length > 1,
    'next',
    ({ given }) => ways(given),
  )
  .review()
  .done(
    ({
      given: { dispute, rev, next: open },
      what,
      day = null,
      who = null,
      words = null,
      told = null,
      next = null,
    }): RecordReceipt => ({
      do: 'recordReceipt',
      with: {
        dispute,
        rev,
        what,
        who,
        day,
        words,
        told,
        next: what === 'finished' ? (next ?? open[0] ?? 'leader') : null,
      },
    }),
  )
