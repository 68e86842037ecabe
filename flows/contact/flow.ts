import { DAY, HOUR } from '../casework/calendar.ts'
import type { SubCode } from '../casework/tables/taxonomy.ts'
import { isOfficerLed } from '../casework/taxonomy.ts'
import { flow } from '../core/flow.ts'
import { oneOf, yesNo } from '../core/questions/one-of.ts'
import { phone } from '../core/questions/phone.ts'
import { text } from '../core/questions/text.ts'
import type { ContactGiven, RecordContact } from './commands.ts'

/** Somebody of this case cannot be reached yet, so a name or a number may have been learned. */
const someoneMissing = ({ parties }: ContactGiven) =>
  parties.length < 2 || parties.some(({ reachable }) => !reachable)

/** 联系: the first talk with a side, and later ones. */
export const contact = flow<ContactGiven>('contact', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('side', oneOf(['A', 'B', 'both']))
  .ask('how', oneOf(['phone', 'visit', 'station']))
  .ask('rightsRead', yesNo())
  // Nobody is asked to make peace with violence in the family, or against a child.
  .offerIf(
    ({ given }) => !isOfficerLed(given.category as SubCode),
    'willing',
    oneOf(['yes', 'no', 'thinking']),
  )
  .offerIf(({ given }) => someoneMissing(given), 'otherName', text({ max: 60 }))
  .offerIf(({ given }) => someoneMissing(given), 'otherPhone', phone())
  .offer('note', text({ max: 1000 }))
  .review()
  .done(
    ({
      given: { dispute, rev },
      side,
      how,
      rightsRead,
      willing = null,
      otherName = null,
      otherPhone = null,
      note = null,
    }): RecordContact => ({
      do: 'recordContact',
      with: { dispute, rev, side, how, rightsRead, willing, otherName, otherPhone, note },
    }),
  )
