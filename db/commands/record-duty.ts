// 履行登记: what was done of one duty, with its proof; not done, put off, or let go by whom it is owed to.
import { type Duty, standing } from '../../flows/casework/duties.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { perform, waive } from '../../flows/casework/performing.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { RecordDuty } from '../../flows/duty/commands.ts'
import type { Books, Handler, ResultOf } from '../books.ts'
import { advance } from './shared/advance.ts'
import { dutyFacts, enterBreach } from './shared/breach.ts'
import { type Case, save, stateOf, subjectOf } from './shared/case.ts'
import { tellPerformed } from './shared/confirm-duties.ts'
import {
  awaitDuty,
  dutiesOf,
  type Event,
  type Held,
  keepDuty,
  ledger,
  proven,
  writeEvent,
} from './shared/duty-book.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'
import {
  agree,
  askableSides,
  askBoth,
  askedOf,
  bringIntoForce,
  missing,
  signedByBoth,
} from './shared/supplements.ts'
import { lastMomentOf } from './shared/waiting.ts'

type Given = RecordDuty['with']
type Result = ResultOf<'recordDuty'>
type Recording = { c: Case; roles: Role[]; given: Given; one: Held }

export const recordDuty: Handler<'recordDuty'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const one = (await dutiesOf(books, c)).find(({ row }) => row.id === given.duty)
  if (!one || !isOpen(stateOf(c.row)))
    return refuse('no-such-duty', '没有这一项，请重新打开。', 'There is no such duty. Please open it again.')
  return given.what === 'extended'
    ? extend(books, { c, roles, given, one })
    : note(books, { c, roles, given, one }, CHANGES[given.what])
}

/** What was done of it, or was not, or need not be any more. */
async function note(books: Books, { c, roles, given, one }: Recording, recording: Recorded): Promise<Result> {
  const change = recording(books, one.duty, given)
  if (isRefused(change)) return change
  await save(books, c, {})
  await writeEvent(books, c, one.row, { by: books.actor.id, what: given.what, ...change.event })
  const row = await keepDuty(books, one.row, change.duty)
  await awaitDuty(books, c, row, change.duty)
  await keepFiles(books, c, given, 'receipt')
  books.audit('duty', subjectOf(c), { duty: row.no, what: given.what })
  await goOn(books, c, roles, given, row.no)
  return recordedOf(books, c, change.duty)
}

/** Another day, or another sum: by both sides' signature at once, or once both have said yes in chat. */
async function extend(books: Books, { c, roles, given, one }: Recording): Promise<Result> {
  const { how = 'paper', reason } = given
  if (how === 'signed') return sign(books, { c, roles, given, one })
  const dueAt = given.newDue === null ? null : lastMomentOf(books, given.newDue)
  if (dueAt === null || dueAt < books.now)
    return refuse('past', '新的期限要在今天或以后。', 'The new day must be today or later.')
  const proposal = { dueAt, amountFen: given.newAmount?.fen ?? null, reason }
  if (how === 'ask') {
    const put = await askBoth(books, c, one, proposal)
    if (isRefused(put)) return put
    await save(books, c, {})
    return { ...(await recordedOf(books, c, one.duty)), ...put }
  }
  const signed = await signedByBoth(books, c, one, proposal)
  if (isRefused(signed)) return signed
  return inForce(books, { c, roles, given, one: signed })
}

/** Who is not in chat has signed what was put to both: it counts for them, and for nobody who is still to be heard in chat. */
async function sign(books: Books, { c, roles, given, one }: Recording): Promise<Result> {
  const row = (await askedOf(books, c)).find(({ dutyId }) => dutyId === one.row.id)
  const inChat = await askableSides(books, c, one)
  const signing = row ? missing(row).filter((side) => !inChat.has(side)) : []
  if (!row || signing.length === 0)
    return refuse('nothing-to-sign', '没有等着签字的变更。', 'No change is waiting for a signature.')
  let agreed = row
  for (const side of signing) agreed = await agree(books, c, agreed, side, 'paper')
  if (missing(agreed).length > 0) {
    await save(books, c, {})
    await keepFiles(books, c, given, 'supplement')
    return { ...(await recordedOf(books, c, one.duty)), asked: missing(agreed) }
  }
  const changed = await bringIntoForce(books, c, agreed)
  if (isRefused(changed)) return changed
  return inForce(books, { c, roles, given, one: changed })
}

/** A change counts from now on. Out of a breach the case goes on; where nothing is left of it, only asking remains. */
async function inForce(books: Books, { c, roles, given, one }: Recording): Promise<Result> {
  await save(books, c, {})
  await keepFiles(books, c, given, 'supplement')
  const facts = { ...(await dutyFacts(books, c)), supplement: true }
  if (stateOf(c.row) === 'BREACHED' && !facts.overdueDuties)
    await advance(books, c, 'PERFORMING', { roles, facts, reason: 'extended' })
  await allPerformed(books, c, roles)
  return recordedOf(books, c, one.duty)
}

const keepFiles = (books: Books, c: Case, { evidence }: Given, purpose: string): Promise<void> =>
  books.attachFiles(evidence ?? [], { id: c.row.id, keyId: c.row.keyId }, purpose)

async function recordedOf(books: Books, c: Case, duty: Duty) {
  const left = ledger(books, await dutiesOf(books, c)).open.length
  return { ...moved(c), left, remainingFen: standing(duty, books.now).remainingFen }
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
  if (proof === 'seen' && duty.amountFen !== null)
    return refuse(
      'no-proof',
      '付钱要有收条、转账记录，或收钱的一方确认。',
      'A payment needs a receipt, a transfer record, or the word of whom it is owed to.',
    )
  const performed = perform(duty, { at: books.now, fen, whole, ...proven(proof) })
  return isRefused(performed) ? performed : { duty: performed, event: { amountFen: fen, proof } }
}

const not: Recorded = (_books, duty, { reason }) => {
  const ended = isEnded(duty)
  return ended ?? { duty, event: { reason } }
}

const waived: Recorded = (books, duty, { reason }) => {
  const ended = isEnded(duty)
  if (ended) return ended
  const free = waive(duty, { creditorAgrees: true, at: books.now, why: reason ?? '' })
  return isRefused(free) ? free : { duty: free, event: { reason } }
}

const CHANGES: { [W in Exclude<Given['what'], 'extended'>]: Recorded } = { done, part, not, waived }

function isEnded(duty: Duty): Refused | null {
  const { status } = standing(duty, duty.dueAt ?? 0)
  return status === 'done' || status === 'waived'
    ? refuse('done', '这一项已经办完了。', 'This duty has ended already.')
    : null
}

/** Nothing is left to do: only asking remains. Something is late, or was gone back on in the months of asking: breach. */
async function goOn(books: Books, c: Case, roles: Role[], given: Given, no: number): Promise<void> {
  if (given.what !== 'not') return allPerformed(books, c, roles)
  const { overdueDuties } = await dutyFacts(books, c)
  const state = stateOf(c.row)
  if (state === 'PERFORMING' && overdueDuties) await enterBreach(books, c, { roles: ['system'] })
  if (state === 'REVISITING') await enterBreach(books, c, { roles, text: given.reason, broken: [no] })
}

async function allPerformed(books: Books, c: Case, roles: Role[]): Promise<void> {
  const facts = await dutyFacts(books, c)
  if (facts.openDuties !== 0 || !['AGREED', 'PERFORMING', 'BREACHED'].includes(stateOf(c.row))) return
  const refused = await advance(books, c, 'REVISITING', { roles, facts, reason: 'performed' })
  // A mediator may record it; that all is performed is for the officer to say.
  if (refused) await tellPerformed(books, c)
}
