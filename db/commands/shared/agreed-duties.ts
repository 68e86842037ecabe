// The duties of a new agreement, from what somebody dictated to rows; checked before anything is written.
import type { DutyInput } from '../../../flows/agreement/commands.ts'
import { type Duty, standing } from '../../../flows/casework/duties.ts'
import { checkDuties } from '../../../flows/casework/performing.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Books } from '../../books.ts'
import { duties } from '../../schema/index.ts'
import type { Case } from './case.ts'
import { awaitDuty, type DutyRow, dutyOf, type Held, keepDuty, writeEvent } from './duty-book.ts'
import { lastMomentOf } from './waiting.ts'

/** A row that has no id yet, and what was agreed in clear. */
export type NewDuty = Pick<DutyRow, 'no' | 'debtor' | 'creditor' | 'kind' | 'amountFen' | 'dueAt'> & {
  what: string
}

/** Side A is who suffers: what a third, such as a school or a main contractor, promises is promised to it. */
const OWED = { A: 'B', B: 'A', both: 'both', third: 'A' } as const
const MONEY: readonly DutyInput['kind'][] = ['pay', 'return']
/** Done once; the others may also be kept up for ever. */
const ONCE: readonly DutyInput['kind'][] = ['pay', 'remove', 'return', 'apologise']

export function agreedDuties(
  books: Books,
  inputs: readonly DutyInput[],
  onTheSpot: boolean,
): NewDuty[] | Refused {
  if (inputs.length === 0)
    return refuse('no-duties', '要写明说好了哪些事。', 'What was agreed has to be written down.')
  const agreed = inputs.map(
    ({ debtor, kind, what, amount, due }, i): NewDuty => ({
      no: i + 1,
      debtor,
      creditor: OWED[debtor],
      kind,
      what: what.trim(),
      amountFen: MONEY.includes(kind) ? (amount?.fen ?? null) : null,
      dueAt: due === null ? null : lastMomentOf(books, due),
    }),
  )
  const wrong = checkDuties(agreed.map(asDuty))
  if (wrong) return wrong
  const late = onTheSpot ? undefined : agreed.find(({ dueAt }) => dueAt !== null && dueAt < books.now)
  if (late) return refuse('past', `第${late.no}项的期限已经过去。`, `The day of duty ${late.no} has passed.`)
  const endless = onTheSpot ? undefined : agreed.find(({ kind, dueAt }) => kind === 'pay' && dueAt === null)
  if (endless)
    return refuse(
      'no-day',
      `第${endless.no}项付款要写明期限。`,
      `Duty ${endless.no} is a payment and needs a day.`,
    )
  return agreed
}

const asDuty = ({ no, debtor, creditor, kind, amountFen, what, dueAt }: NewDuty): Duty => ({
  no,
  debtor,
  creditor: debtor === 'both' ? 'each-other' : creditor,
  kind: kind === 'pay' ? 'payment' : 'other',
  amountFen,
  what,
  place: null,
  dueAt,
  graceDays: 0,
  dependsOn: null,
  performed: [],
  waived: null,
})

/** Writes them, with everything done that was done on the spot, and has their days watched. */
export async function writeDuties(
  books: Books,
  c: Case,
  agreement: string,
  agreed: readonly NewDuty[],
  onTheSpot: boolean,
): Promise<Held[]> {
  const held: Held[] = []
  for (const { what, ...duty } of agreed) {
    const id = books.newId()
    const [row] = await books.tx
      .insert(duties)
      .values({
        stationId: books.station.id,
        id,
        disputeId: c.row.id,
        agreementId: agreement,
        ...duty,
        what: c.vault.seal('duties.what', id, what),
        state: duty.dueAt === null ? 'lasting' : 'open',
      })
      .returning()
    held.push(await begin(books, c, row!, onTheSpot))
  }
  return held
}

async function begin(books: Books, c: Case, row: DutyRow, onTheSpot: boolean): Promise<Held> {
  const duty = dutyOf(books, c, row, [])
  if (!onTheSpot || (row.dueAt === null && !ONCE.includes(row.kind))) {
    await awaitDuty(books, c, row, duty)
    return { row, duty }
  }
  const { remainingFen } = standing(duty, books.now)
  await writeEvent(books, c, row, {
    what: 'done',
    by: books.actor.id,
    // Both sides have signed that it was done, so whom the money was owed to has said that it came.
    proof: row.amountFen === null ? 'seen' : 'creditor',
    amountFen: row.amountFen === null ? null : remainingFen,
  })
  const fen = row.amountFen
  const by = fen === null ? ('officer' as const) : ('creditor' as const)
  const performed = [{ no: 1, at: books.now, fen, whole: true, proofs: [], confirmedBy: [by] }]
  const done = { ...duty, performed }
  return { row: await keepDuty(books, row, done), duty: done }
}
