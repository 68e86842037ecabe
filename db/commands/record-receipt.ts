// 回执: what the body that a case was passed on to says: it has it, it sends it back, it has settled it.
import { dayOf } from '../../flows/casework/calendar.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { actsAs, type Role } from '../../flows/casework/roles.ts'
import type { AfterResult, RecordReceipt } from '../../flows/receipt/commands.ts'
import type { Books, Handler } from '../books.ts'
import { advance } from './shared/advance.ts'
import { afterResult, tellSettled } from './shared/after-referral.ts'
import { backToTriage } from './shared/back-to-triage.ts'
import { type Case, save, stateOf, subjectOf } from './shared/case.ts'
import { closeCase } from './shared/closing.ts'
import { dutiesOf } from './shared/duty-book.ts'
import { moved } from './shared/moved.ts'
import { planRounds } from './shared/plan-rounds.ts'
import { detailsOf, type Ending, endReferral, type ReferralRow, setReferral } from './shared/referral.ts'
import { lastReferral } from './shared/resident.ts'
import { recorded } from './shared/sight.ts'
import { forget, lastMomentOf } from './shared/waiting.ts'

type Given = RecordReceipt['with']
type Step = (books: Books, c: Case, roles: Role[], last: ReferralRow, given: Given) => Promise<Refused | null>

export const recordReceipt: Handler<'recordReceipt'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev, 'officer')
  if (isRefused(found)) return found
  const { c, roles } = found
  const last = await lastReferral(books, c)
  if (stateOf(c.row) !== 'REFERRED' || !last || last.result === 'finished')
    return refuse('guard', '这件事没有在等回执。', 'No receipt is awaited for this case.')
  const refused = await STEPS[given.what](books, c, roles, last, given)
  if (refused) return refused
  books.audit('receipt', subjectOf(c), { referral: last.id, what: given.what })
  return moved(c)
}

/** They have it: from now on the result is waited for, and no more the receipt. */
const taken: Step = async (books, c, _roles, last, { day, who }) => {
  const { calendar } = books.station.rulebook
  const here = day === null ? null : lastMomentOf(books, day)
  if (day === null || here === null) return refuse('guard', '要写哪天收到的。', 'The day is needed.')
  if (day > dayOf(books.now, calendar) || here < last.at)
    return refuse(
      'past',
      '收到的日期要在移交以后，也不能在今天以后。',
      'It was received between the day it was passed on and today.',
    )
  const receivedBy = who?.trim() || null
  const details = { ...detailsOf(c, last), receivedBy, notedBy: books.actor.id }
  await setReferral(books, last, {
    ackAt: Math.min(here, books.now),
    result: 'taken',
    details: c.vault.seal('referrals.details', last.id, JSON.stringify(details)),
  })
  await forget(books, c, 'receipt')
  await save(books, c, {})
  return null
}

/** Back with us, in triage and under its own limits. */
const returned: Step = async (books, c, roles, _last, { words }) => {
  const text = words?.trim() ?? ''
  const facts = { returnReason: text, reason: text }
  const refused = await advance(books, c, 'SCREENING', { roles, facts, reason: 'returned', text })
  if (refused) return refused
  await endReferral(books, c, 'returned', { words: text, told: null })
  await backToTriage(books, c)
  return null
}

const finished: Step = async (books, c, roles, _last, given) => {
  const ending: Ending = { words: given.words?.trim() ?? '', told: given.told?.trim() || null }
  if (ending.words === '') return refuse('guard', '要写结果是什么。', 'What came of it must be written down.')
  if (ending.told === null && c.row.reporterAddress !== null)
    return refuse(
      'guard',
      '要写一句告诉反映人的话。',
      'A sentence that tells the reporter the result is needed.',
    )
  const next = given.next ?? 'leader'
  if (!afterResult(c, actsAs(roles)).includes(next))
    return refuse('not-yours', '这一步要由责任领导来做。', 'This step belongs to the responsible leader.')
  return NEXT[next](books, c, roles, ending)
}

type After = (books: Books, c: Case, roles: Role[], ending: Ending) => Promise<Refused | null>

const close: After = (books, c, roles, ending) =>
  closeCase(books, c, { roles, reason: ending.words, waive: false, remediesTold: null, ending })

/** RED and ORANGE are followed up here, however the other body settled them. */
const watch: After = async (books, c, roles, ending) => {
  const text = ending.words
  const refused = await advance(books, c, 'REVISITING', { roles, reason: 'settled-elsewhere', text })
  if (refused) return refused
  await endReferral(books, c, 'finished', ending)
  await planRounds(
    books,
    c,
    (await dutiesOf(books, c)).map(({ duty }) => duty),
  )
  return null
}

/** It stays where it is until the leader closes it, who is asked to every day. */
const leader: After = async (books, c, _roles, ending) => {
  await endReferral(books, c, 'finished', ending)
  await forget(books, c, 'receipt')
  await save(books, c, {})
  await tellSettled(books, c)
  return null
}

const NEXT: { readonly [A in AfterResult]: After } = { close, watch, leader }
const STEPS: { readonly [W in Given['what']]: Step } = { taken, returned, finished }
