// 履行登记: what was done of one duty, with its proof; not done, put off, or let go by whom it is owed to.
import { dayOf, daysBetween } from '../../flows/casework/calendar.ts'
import { type Duty, standing } from '../../flows/casework/duties.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { perform, reschedule, waive } from '../../flows/casework/performing.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { RecordDuty } from '../../flows/duty/commands.ts'
import type { Books, Handler } from '../books.ts'
import { advance } from './shared/advance.ts'
import { dutyFacts, enterBreach } from './shared/breach.ts'
import { type Case, officerLed, save, stateOf, subjectOf } from './shared/case.ts'
import { tellPerformed } from './shared/confirm-duties.ts'
import { awaitDuty, dutiesOf, type Event, keepDuty, ledger, proven, writeEvent } from './shared/duty-book.ts'
import { moved } from './shared/moved.ts'
import { addRound } from './shared/rounds.ts'
import { recorded } from './shared/sight.ts'
import { lastMomentOf } from './shared/waiting.ts'

type Given = RecordDuty['with']

export const recordDuty: Handler<'recordDuty'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const one = (await dutiesOf(books, c)).find(({ row }) => row.id === given.duty)
  if (!one || !isOpen(stateOf(c.row)))
    return refuse('no-such-duty', '没有这一项，请重新打开。', 'There is no such duty. Please open it again.')
  const change = CHANGES[given.what](books, one.duty, given)
  if (isRefused(change)) return change
  await save(books, c, {})
  await writeEvent(books, c, one.row, { by: books.actor.id, what: given.what, ...change.event })
  const row = await keepDuty(books, one.row, change.duty)
  await awaitDuty(books, c, row, change.duty)
  await books.attachFiles(given.evidence ?? [], { id: c.row.id, keyId: c.row.keyId }, 'receipt')
  books.audit('duty', subjectOf(c), { duty: row.no, what: given.what })
  await goOn(books, c, roles, given, change.duty)
  const left = ledger(books, await dutiesOf(books, c)).open.length
  return { ...moved(c), left, remainingFen: standing(change.duty, books.now).remainingFen }
}

type Change = { duty: Duty; event: Partial<Event> }
type Recorded = (books: Books, duty: Duty, given: Given) => Change | Refused

/** Everything that was left of it. */
const done: Recorded = (books, duty, { proof }) =>
  towards(books, duty, proof, duty.amountFen === null ? null : standing(duty, books.now).remainingFen, true)

const part: Recorded = (books, duty, { proof, amount }) =>
  towards(books, duty, proof, duty.amountFen === null ? null : (amount?.fen ?? 0), false)

/** The debtor's own word is no proof. */
function towards(
  books: Books,
  duty: Duty,
  proof: Given['proof'],
  fen: number | null,
  whole: boolean,
): Change | Refused {
  if (proof === null)
    return refuse(
      'no-proof',
      '要有收条、转账记录，或对方确认、民警看到；只听一方说不算。',
      'It needs a receipt, a transfer record, the word of whom it is owed to or an officer who saw it.',
    )
  const performed = perform(duty, { at: books.now, fen, whole, ...proven(proof) })
  return isRefused(performed) ? performed : { duty: performed, event: { amountFen: fen, proof } }
}

const not: Recorded = (_books, duty, { reason }) => {
  const ended = isEnded(duty)
  return ended ?? { duty, event: { reason } }
}

const extended: Recorded = (books, duty, { newDue, reason }) => {
  const dueAt = newDue === null ? null : lastMomentOf(books, newDue)
  if (dueAt === null || dueAt < books.now)
    return refuse('past', '新的期限要在今天或以后。', 'The new day must be today or later.')
  const ended = isEnded(duty)
  if (ended) return ended
  // Whoever records it has the supplement that both sides confirmed.
  const later = reschedule(duty, { dueAt, supplement: true, bothConfirm: true })
  return isRefused(later) ? later : { duty: later, event: { newDueAt: dueAt, reason } }
}

const waived: Recorded = (books, duty, { reason }) => {
  const ended = isEnded(duty)
  if (ended) return ended
  const free = waive(duty, { creditorAgrees: true, at: books.now, why: reason ?? '' })
  return isRefused(free) ? free : { duty: free, event: { reason } }
}

const CHANGES: { [W in Given['what']]: Recorded } = { done, part, not, extended, waived }

function isEnded(duty: Duty): Refused | null {
  const { status } = standing(duty, duty.dueAt ?? 0)
  return status === 'done' || status === 'waived'
    ? refuse('done', '这一项已经办完了。', 'This duty has ended already.')
    : null
}

/** Nothing is left to do: only asking remains. Something is late: breach. More time was agreed: it goes on. */
async function goOn(books: Books, c: Case, roles: Role[], given: Given, duty: Duty): Promise<void> {
  const facts = await dutyFacts(books, c)
  const state = stateOf(c.row)
  if (given.what === 'not') {
    if (state === 'PERFORMING' && facts.overdueDuties) await enterBreach(books, c, { roles: ['system'] })
    if (state === 'REVISITING') await enterBreach(books, c, { roles, text: given.reason })
    return
  }
  if (given.what === 'extended') {
    await askAfter(books, c, duty)
    if (state === 'BREACHED' && !facts.overdueDuties)
      await advance(books, c, 'PERFORMING', {
        roles,
        facts: { ...facts, supplement: true },
        reason: 'extended',
      })
    return
  }
  if (facts.openDuties !== 0 || !['AGREED', 'PERFORMING', 'BREACHED'].includes(state)) return
  const refused = await advance(books, c, 'REVISITING', { roles, facts, reason: 'performed' })
  // A mediator may record it; that all is performed is for the officer to say.
  if (refused) await tellPerformed(books, c)
}

/** The day after the new date both sides are asked, as they would have been after the old one. */
async function askAfter(books: Books, c: Case, { no, dueAt, graceDays }: Duty): Promise<void> {
  const { calendar, levels } = books.station.rulebook
  if (dueAt === null || !['PERFORMING', 'BREACHED', 'REVISITING'].includes(c.row.state)) return
  const days = daysBetween(dayOf(books.now, calendar), dayOf(dueAt, calendar)) + graceDays + 1
  const usual = levels[c.row.level].modes.middle
  const mode = usual === 'chat' && officerLed(books, c.row) ? 'call' : usual
  const why = { zh: `第${no}项展期后的次日`, en: `the day after the new date of duty ${no}` }
  await addRound(books, c, days, mode, why)
}
