import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { files } from '../core/questions/files.ts'
import { oneOf, yesNo } from '../core/questions/one-of.ts'
import type { AgreementGiven, RecordAgreement } from './commands.ts'
import { dutyList } from './duty-list.ts'
import { dutiesIn } from './instalments.ts'

/** 协议登记: what was agreed, duty by duty. The paper makes it effective, not this record. */
export const agreement = flow<AgreementGiven>('agreement', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(({ given }) => given.oralAllowed, 'form', oneOf(['written', 'oral']))
  .ask('duties', ({ given }) => dutyList(given.offset))
  .ask('onTheSpot', yesNo())
  .askIf(({ form }) => form !== 'oral', 'signed', yesNo())
  .offerIf(({ form }) => form !== 'oral', 'photo', files({ max: 5 }))
  .review()
  .done(
    ({
      given: { dispute, rev },
      form = 'written',
      duties,
      onTheSpot,
      signed = 'no',
      photo = null,
    }): RecordAgreement => ({
      do: 'recordAgreement',
      with: {
        dispute,
        rev,
        form,
        duties: duties.flatMap(dutiesIn),
        onTheSpot,
        signed,
        photo,
      },
    }),
  )
