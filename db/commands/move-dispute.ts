// Any other step that a person takes: the guard is asked, and what the new state needs is set going.
import { dayOf, workingDaysBetween } from '../../flows/casework/calendar.ts'
import { deadlines } from '../../flows/casework/level.ts'
import { stateName } from '../../flows/casework/life-cycle.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import { type State, stateSchema } from '../../flows/casework/tables/life-cycle.ts'
import type { MoveDispute } from '../../flows/move/commands.ts'
import type { Books, Handler } from '../books.ts'
import { type Act, advance, mustAdvance } from './shared/advance.ts'
import { backToTriage } from './shared/back-to-triage.ts'
import { dutyFacts, enterBreach } from './shared/breach.ts'
import { byHand } from './shared/by-hand.ts'
import { mayClose } from './shared/carry-out.ts'
import { type Case, stateOf } from './shared/case.ts'
import { closeCase, lastOfAll } from './shared/closing.ts'
import { dutiesOf } from './shared/duty-book.ts'
import { openEmergency } from './shared/emergency.ts'
import { lastMediation, mediationsOf, noteRemediesTold } from './shared/mediations.ts'
import { markApart } from './shared/merged.ts'
import { moved } from './shared/moved.ts'
import { notesOf } from './shared/note.ts'
import { planRounds } from './shared/plan-rounds.ts'
import { endReferral } from './shared/referral.ts'
import { reopen } from './shared/reopen.ts'
import { tellSides } from './shared/resident.ts'
import { recorded } from './shared/sight.ts'
import { takeUpAgain } from './shared/take-up.ts'
import { responsible, tellStaff } from './shared/tell.ts'
import { awaitTarget } from './shared/waiting.ts'

type Given = MoveDispute['with']
type Step = (books: Books, c: Case, roles: Role[], given: Given) => Promise<Refused | null>

export const moveDispute: Handler<'moveDispute'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const from = stateOf(c.row)
  const to = stateSchema.safeParse(given.to).data
  if (given.reason.trim() === '') return refuse('guard', '要写明理由。', 'A written reason is needed.')
  const take = to && byHand(from, roles).includes(to) ? STEPS[to] : undefined
  if (!take) return notByHand(from, to)
  const refused = await take(books, c, roles, given)
  if (refused) return refused
  await tellOthers(books, c)
  return moved(c)
}

function notByHand(from: State, to: State | undefined): Refused {
  const here = stateName(from)
  const there = to ? stateName(to) : { zh: '那里', en: 'that' }
  return refuse(
    'not-by-hand',
    `您不能这样把“${here.zh}”改成“${there.zh}”，请用办这一步的功能。`,
    `"${here.en}" is not changed to "${there.en}" like this; please use the record made for that step.`,
  )
}

const simply = (
  books: Books,
  c: Case,
  to: State,
  roles: Role[],
  { reason }: Given,
  more: Pick<Act, 'facts' | 'change'> = {},
): Promise<Refused | null> => advance(books, c, to, { roles, reason: 'by-hand', text: reason, ...more })

/** An officer vouches for a lead: it is a report from now on, and waits for triage. */
const registered: Step = async (books, c, roles, given) => {
  const narrative = (await notesOf(books, c, ['narrative'])).length > 0
  const facts = {
    narrative,
    village: c.row.village !== null,
    channel: c.row.reporterAddress !== null || c.row.source !== 'chat',
  }
  const refused = await simply(books, c, 'REPORTED', roles, given, { facts })
  if (refused) return refused
  await mustAdvance(books, c, 'SCREENING', { roles: ['system'] })
  await backToTriage(books, c)
  return null
}

/** Sent back by the receiving unit, or merged by mistake: under its own number and its own limits. */
const screening: Step = async (books, c, roles, given) => {
  const returned = stateOf(c.row) === 'REFERRED'
  const into = c.row.mergedInto
  const refused = await simply(books, c, 'SCREENING', roles, given, {
    facts: { returnReason: given.reason, reason: given.reason },
    change: returned ? {} : { mergedInto: null, endToldAt: null },
  })
  if (refused) return refused
  if (into !== null) await markApart(books, c, into)
  if (!returned) await takeUpAgain(books, c)
  if (returned) await endReferral(books, c, 'returned', { words: given.reason, told: null })
  await backToTriage(books, c)
  return null
}

/** After a pause; or because both sides want to try again, which the law allows beyond the usual month. */
const mediating: Step = async (books, c, roles, given) => {
  const both = given.bothAgree === 'yes'
  const facts = {
    consent: both ? ('both' as const) : ('none' as const),
    withinLimit: await withinLimit(books, c, both),
  }
  const targetAt = deadlines(c.row.level, books.now, books.station.rulebook).target
  const change = { resumeOn: null, ...(stateOf(c.row) === 'SUSPENDED' ? {} : { targetAt }) }
  const refused = await simply(books, c, 'MEDIATING', roles, given, { facts, change })
  if (refused) return refused
  await awaitTarget(books, c)
  return null
}

/** Police mediation allows one more session, within seven working days of the first. */
async function withinLimit(books: Books, c: Case, both: boolean): Promise<boolean> {
  if (c.row.track !== 'PSM') return both
  const { calendar } = books.station.rulebook
  const held = await mediationsOf(books, c)
  const first = dayOf(held[0]?.at ?? books.now, calendar)
  return held.length < 2 && workingDaysBetween(first, dayOf(books.now, calendar), calendar) <= 7
}

const terminated: Step = async (books, c, roles, given) => {
  const facts = { remediesTold: given.remediesTold === 'yes' }
  const refused = await simply(books, c, 'TERMINATED', roles, given, { facts })
  if (refused) return refused
  const last = await lastMediation(books, c)
  if (last) await noteRemediesTold(books, last)
  await tellSides(books, c, 'notAgreed')
  return null
}

/** After an emergency the duties run on, also those whose day passed meanwhile; out of a breach, by a supplement. */
const performing: Step = async (books, c, roles, given) => {
  const facts = { ...(await dutyFacts(books, c)), supplement: given.bothAgree === 'yes' }
  const resumed = stateOf(c.row) === 'SCREENING'
  const change = { emergencyFrom: null }
  const refused = await simply(books, c, 'PERFORMING', roles, given, { facts, change })
  if (refused) return refused
  if (resumed && facts.overdueDuties) await enterBreach(books, c, { roles: ['system'] })
  return null
}

/** Where no agreement has laid out the rounds, they are laid out now, as many as its level asks for. */
const PLANS: readonly State[] = ['TERMINATED', 'REFERRED', 'SCREENING']

const revisiting: Step = async (books, c, roles, given) => {
  const from = stateOf(c.row)
  const disposition = (await notesOf(books, c, ['disposition'])).length > 0
  const refused = await simply(books, c, 'REVISITING', roles, given, {
    facts: { ...(await dutyFacts(books, c)), disposition, extraRevisitPlanned: true },
    change: { emergencyFrom: null },
  })
  if (refused) return refused
  if (from === 'REFERRED') await endReferral(books, c, 'finished', { words: given.reason, told: null })
  if (PLANS.includes(from))
    await planRounds(
      books,
      c,
      (await dutiesOf(books, c)).map(({ duty }) => duty),
    )
  else if (await lastOfAll(books, c)) await mayClose(books, c)
  return null
}

const breached: Step = (books, c, roles, { reason }) => enterBreach(books, c, { roles, text: reason })

/** The officer who takes this step writes down what happened again; the case is this one, so are its sides. */
const reopened: Step = (books, c, roles, { reason }) =>
  reopen(books, c, {
    roles,
    facts: { outcome: 'R-RECUR', samePartiesAndKind: true },
    reason: 'by-hand',
    text: reason,
  })

/** What an officer sees of the danger is enough; nobody waits for a report of it. */
const emergency: Step = async (books, c, roles, { reason }) => {
  await openEmergency(books, c, { roles, text: reason })
  return null
}

const closed: Step = (books, c, roles, { reason, remediesTold }) =>
  closeCase(books, c, {
    roles,
    reason,
    waive: false,
    remediesTold: remediesTold === null ? null : remediesTold === 'yes',
  })

const STEPS: { readonly [S in State]?: Step } = {
  REPORTED: registered,
  SCREENING: screening,
  MEDIATING: mediating,
  TERMINATED: terminated,
  PERFORMING: performing,
  REVISITING: revisiting,
  BREACHED: breached,
  REOPENED: reopened,
  EMERGENCY: emergency,
  CLOSED: closed,
}

/** Those who answer for the case and did not take the step themselves; triage and emergencies announce themselves. */
async function tellOthers(books: Books, c: Case): Promise<void> {
  const state = stateOf(c.row)
  const people = responsible(c).filter((id) => id !== null && id !== books.actor.id)
  if (people.length === 0 || state === 'SCREENING' || state === 'EMERGENCY') return
  await tellStaff(books, c, { people }, (about) => ({ kind: 'next', state, due: null, ...about }))
}
