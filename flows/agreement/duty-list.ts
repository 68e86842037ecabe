import { flow } from '../core/flow.ts'
import { date } from '../core/questions/date.ts'
import { list } from '../core/questions/list.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import { paySum } from './pay-sum.ts'

/** As many things as people can agree on in one paper. */
const MOST = 20

/** One thing that was agreed: who, what, how much, by when. Without a day it lasts. */
const duty = (offset: number) =>
  flow('duty', { version: 1 })
    .ask('debtor', oneOf(['A', 'B', 'both', 'third']))
    .ask('kind', oneOf(['pay', 'remove', 'return', 'apologise', 'stop', 'boundary', 'other']))
    .ask('what', text({ min: 2, max: 300 }))
    // Without a sum and a day nobody could tell whether a payment was made.
    .askIf(({ kind }) => kind === 'pay', 'amount', paySum(offset))
    // The first day, where instalments were dictated without theirs.
    .askIf(({ kind, amount }) => kind === 'pay' && !amount?.parts?.days, 'payBy', date({ offset }))
    .offerIf(({ kind }) => kind !== 'pay', 'due', date({ offset }))
    .direct()
    .done((known) => ({ do: 'duty', with: known }))

/** The duties of an agreement, one after the other. `offset` is in minutes east of UTC. */
export const dutyList = (offset: number) => list(duty(offset), { max: MOST })
