import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { date } from '../core/questions/date.ts'
import { files } from '../core/questions/files.ts'
import { money } from '../core/questions/money.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { DutyGiven, RecordDuty } from './commands.ts'

const isMoney = ({ duties }: DutyGiven, duty: string) => duties.find(({ id }) => id === duty)?.money === true

/** 履行登记: how one of the things that were agreed stands. The debtor's word alone proves nothing. */
export const duty = flow<DutyGiven>('duty', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('duty', ({ given }) => choose(given.duties))
  .ask('what', oneOf(['done', 'part', 'not', 'extended', 'waived']))
  .askIf(({ given, duty, what }) => what === 'part' && isMoney(given, duty), 'amount', money())
  .askIf(
    ({ what }) => what === 'done' || what === 'part',
    'proof',
    oneOf(['receipt', 'transfer', 'creditor', 'seen']),
  )
  .offerIf(({ what }) => what === 'done' || what === 'part', 'evidence', files({ max: 9 }))
  .askIf(
    ({ what }) => what === 'extended',
    'newDue',
    ({ given }) => date({ offset: given.offset }),
  )
  .askIf(
    ({ what }) => what === 'not' || what === 'extended' || what === 'waived',
    'reason',
    text({ min: 2, max: 500 }),
  )
  .direct()
  .done(
    ({
      given: { dispute, rev },
      duty,
      what,
      amount = null,
      proof = null,
      evidence = null,
      newDue = null,
      reason = null,
    }): RecordDuty => ({
      do: 'recordDuty',
      with: { dispute, rev, duty, what, amount, proof, evidence, newDue, reason },
    }),
  )
