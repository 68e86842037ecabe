// 调解记录: what came of a session, and where the case goes from there.
import { dayOf, workingDaysBetween } from '../../flows/casework/calendar.ts'
import { legalGate } from '../../flows/casework/legal-gate.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { RecordMediation } from '../../flows/mediation/commands.ts'
import type { Books, Handler } from '../books.ts'
import { mediations } from '../schema/index.ts'
import { advance } from './shared/advance.ts'
import { gradeBroken } from './shared/breach.ts'
import { type Case, categoryOf, codesOf, save, stateOf, subjectOf } from './shared/case.ts'
import { regardHard } from './shared/hard.ts'
import { unknownPerson } from './shared/known-people.ts'
import { limitsAtSession } from './shared/limits.ts'
import { type MediationRow, mediationsOf } from './shared/mediations.ts'
import { moved } from './shared/moved.ts'
import { tellSides } from './shared/resident.ts'
import { type Handled, recorded } from './shared/sight.ts'
import { responsible, tellStaff } from './shared/tell.ts'
import { lastMomentOf, morningOf, waitFor } from './shared/waiting.ts'

type Given = RecordMediation['with']
/** `held` are the sessions before this one. */
type Step = (
  books: Books,
  c: Case,
  roles: Role[],
  given: Given,
  held: MediationRow[],
) => Promise<Refused | null>

export const recordMediation: Handler<'recordMediation'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  return (await holdSession(books, found, given)) ?? moved(found.c)
}

/** One session, whoever sat at the table. Null when it was written down. */
export async function holdSession(
  books: Books,
  { c, roles }: Handled,
  given: Given,
): Promise<Refused | null> {
  if (stateOf(c.row) !== 'MEDIATING')
    return refuse('guard', '现在不在调解中。', 'It is not being mediated now.')
  const wrong = await unknownPerson(books, given.helpers)
  if (wrong) return wrong
  const held = await mediationsOf(books, c)
  const refused = await RESULTS[given.result](books, c, roles, given, held)
  if (refused) return refused
  await writeSession(books, c, given, held.length + 1)
  await limitsAtSession(books, c, held.length + 1, given.result)
  await books.attachFiles(given.photos ?? [], { id: c.row.id, keyId: c.row.keyId }, 'record')
  // Talks that came to nothing again may show that it is a hard one.
  if (given.result !== 'agreed') await regardHard(books, c)
  books.audit('mediation', subjectOf(c), { no: held.length + 1, result: given.result })
  return null
}

/** The sides agree; the duties, and with them the next step, follow in the agreement. */
const agreed: Step = async (books, c) => {
  const category = categoryOf(c.row)
  const gate = legalGate({ category, codes: codesOf(books, c.row) })
  const barred = gate.limits.find(({ mediate }) => mediate === 'never')
  if (barred) return refuse(barred.code, `${barred.zh}。`, `${barred.en}.`)
  if (!gate.mediable)
    return refuse(
      'never-agreed',
      '这类事不能以调解成功结案。',
      'A matter of this kind can never end in an agreement.',
    )
  await save(books, c, {}, { quiet: true })
  return null
}

const again: Step = async (books, c, roles, _given, held) => {
  const { calendar } = books.station.rulebook
  const first = held[0]?.at ?? books.now
  const facts = {
    session: held.length + 2,
    workingDaysSinceFirst: workingDaysBetween(dayOf(first, calendar), dayOf(books.now, calendar), calendar),
  }
  return advance(books, c, 'MEDIATING', { roles, facts, reason: 'again' })
}

const failed: Step = async (books, c, roles, { reason, remediesTold }) => {
  const text = reason ?? ''
  const facts = { differences: text.trim() !== '', remediesTold: remediesTold === 'yes' }
  const refused = await advance(books, c, 'FAILED', { roles, facts, reason: 'failed', text })
  if (refused) return refused
  if (facts.remediesTold) {
    const stays = await advance(books, c, 'TERMINATED', { roles, facts, reason: 'remedies-told' })
    if (!stays) await tellSides(books, c, 'notAgreed')
  }
  await afterwards(books, c)
  return null
}

/** A side refuses or wants no more of it; or it turned out that this must not be mediated. */
const ended: Step = async (books, c, roles, { reason, remediesTold }) => {
  const facts = { refusedBySome: true, remediesTold: remediesTold === 'yes' }
  const text = reason ?? ''
  if (text.trim() === '') return refuse('guard', '要写明理由。', 'A written reason is needed.')
  const refused = await advance(books, c, 'TERMINATED', { roles, facts, reason: 'ended', text })
  if (refused) return refused
  if (facts.remediesTold) await tellSides(books, c, 'notAgreed')
  await afterwards(books, c)
  return null
}

const paused: Step = async (books, c, roles, { reason, resumeOn }) => {
  const text = reason ?? ''
  const resumeAt = resumeOn === null ? null : lastMomentOf(books, resumeOn)
  if (resumeAt !== null && resumeAt < books.now)
    return refuse('past', '恢复的日期已经过去。', 'The day of resuming has passed already.')
  const refused = await advance(books, c, 'SUSPENDED', {
    roles,
    facts: { reason: text, resumeAt },
    reason: 'paused',
    text,
    change: { resumeOn },
  })
  if (refused) return refused
  await waitFor(books, c, 'resume', Math.max(morningOf(books, resumeOn!), books.now))
  return null
}

const RESULTS: { [R in Given['result']]: Step } = { agreed, again, failed, ended, paused }

/** It weighs in the grading, and whoever leads decides what comes next: watching, referring, closing. */
async function afterwards(books: Books, c: Case): Promise<void> {
  await gradeBroken(books, c)
  const state = stateOf(c.row)
  await tellStaff(
    books,
    c,
    { people: responsible(c) },
    (about) => ({ kind: 'next', state, due: null, ...about }),
    state === 'TERMINATED' && c.row.level === 'BLUE' ? ['refer', 'close'] : ['refer'],
  )
}

async function writeSession(books: Books, c: Case, given: Given, no: number): Promise<void> {
  const id = books.newId()
  const { result, helpers, place, summary, reason, resumeOn, remediesTold } = given
  await books.tx.insert(mediations).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    no,
    at: books.now,
    by: books.actor.id,
    result,
    helpers,
    record: c.vault.seal('mediations.record', id, JSON.stringify({ place, summary, reason })),
    resumeOn: result === 'paused' ? resumeOn : null,
    remediesTold: remediesTold === null ? null : remediesTold === 'yes',
  })
}
