import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { date } from '../core/questions/date.ts'
import { files } from '../core/questions/files.ts'
import { money } from '../core/questions/money.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { ConfirmedBy, DutyGiven, RecordDuty } from './commands.ts'

const find = ({ duties }: DutyGiven, duty: string) => duties.find(({ id }) => id === duty)
const isMoney = (given: DutyGiven, duty: string) => find(given, duty)?.money === true

/** A change needs both sides: on paper, or asked in chat where that is possible. */
function ways(given: DutyGiven, duty: string): readonly [ConfirmedBy, ...ConfirmedBy[]] {
  const more: ConfirmedBy[] = [
    ...(find(given, duty)?.askable === true ? (['ask'] as const) : []),
    ...(find(given, duty)?.unsigned === true ? (['signed'] as const) : []),
  ]
  return ['paper', ...more]
}
const done = ({ what }: { what: string }) => what === 'done' || what === 'part'
/** A change in new terms; a signature to terms that were put before has none of its own. */
const anew = ({ what, how }: { what: string; how?: ConfirmedBy }) => what === 'extended' && how !== 'signed'

/** 履行登记: how one of the things that were agreed stands. The debtor's word alone proves nothing. */
export const duty = flow<DutyGiven>('duty', { version: 2, idle: { nudge: HOUR, expire: DAY } })
  .ask('duty', ({ given }) => choose(given.duties))
  .ask('what', oneOf(['done', 'part', 'not', 'extended', 'waived']))
  .askIf(({ given, duty, what }) => what === 'part' && isMoney(given, duty), 'amount', money())
  // Who saw a wall taken down has seen it; who saw money pass has not seen whose it was, or how much.
  .askIf(done, 'proof', ({ given, duty }) =>
    isMoney(given, duty)
      ? oneOf(['receipt', 'transfer', 'creditor'])
      : oneOf(['receipt', 'transfer', 'creditor', 'seen']),
  )
  .askIf(
    ({ given, duty, what }) => what === 'extended' && ways(given, duty).length > 1,
    'how',
    ({ given, duty }) => oneOf(ways(given, duty)),
  )
  .askIf(anew, 'newDue', ({ given }) => date({ offset: given.offset }))
  .offerIf((known) => anew(known) && isMoney(known.given, known.duty), 'newAmount', money())
  .askIf(
    (known) => known.what === 'not' || known.what === 'waived' || anew(known),
    'reason',
    text({ min: 2, max: 500 }),
  )
  .offerIf(
    (known) => done(known) || (known.what === 'extended' && known.how !== 'ask'),
    'evidence',
    files({ max: 9 }),
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
      how = what === 'extended' ? 'paper' : null,
      newDue = null,
      newAmount = null,
      reason = null,
    }): RecordDuty => ({
      do: 'recordDuty',
      with: { dispute, rev, duty, what, amount, proof, evidence, newDue, newAmount, how, reason },
    }),
  )
