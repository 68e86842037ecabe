import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { date } from '../core/questions/date.ts'
import { phone } from '../core/questions/phone.ts'
import { text } from '../core/questions/text.ts'
import type { ReferDispute, ReferralGiven } from './commands.ts'

/** 移交: to whom, why and by when. The reporter is told where to ask. */
export const referral = flow<ReferralGiven>('referral', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('toUnit', text({ min: 2, max: 100 }))
  .ask('toPerson', text({ min: 1, max: 60 }))
  .offer('phone', phone())
  .ask('reason', text({ min: 2, max: 500 }))
  .ask('due', ({ given }) => date({ offset: given.offset }))
  .review()
  .done(
    ({ given: { dispute, rev }, toUnit, toPerson, phone: number = null, reason, due }): ReferDispute => ({
      do: 'referDispute',
      with: { dispute, rev, toUnit, toPerson, phone: number, reason, due },
    }),
  )
