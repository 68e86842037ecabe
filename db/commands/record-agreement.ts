// 协议登记: the paper that exists, its number and duties; from now on both sides are asked, separately, how it is kept.
import type { RecordAgreement } from '../../flows/agreement/commands.ts'
import type { AgreementPaper } from '../../flows/casework/guard-facts.ts'
import { legalGate } from '../../flows/casework/legal-gate.ts'
import { agreementNumber, yearOf } from '../../flows/casework/number.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { Books, Handler } from '../books.ts'
import { agreements } from '../schema/index.ts'
import { advance, mustAdvance } from './shared/advance.ts'
import { agreedDuties, writeDuties } from './shared/agreed-duties.ts'
import { replaceAgreements } from './shared/agreements.ts'
import { dutyFacts } from './shared/breach.ts'
import { type Case, categoryOf, codesOf, subjectOf } from './shared/case.ts'
import { endLimits, startLimit } from './shared/limits.ts'
import { moved } from './shared/moved.ts'
import { planRounds } from './shared/plan-rounds.ts'
import { tellSides } from './shared/resident.ts'
import { recorded } from './shared/sight.ts'
import { responsible, tellStaff } from './shared/tell.ts'
import { toldAsMade } from './shared/tell-plan.ts'
import { askPermissions } from './shared/ways.ts'

type Given = RecordAgreement['with']

export const recordAgreement: Handler<'recordAgreement'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const onTheSpot = given.onTheSpot === 'yes'
  const barred = notToAgree(books, c)
  if (barred) return barred
  const agreed = agreedDuties(books, given.duties, onTheSpot)
  if (isRefused(agreed)) return agreed
  const refused = await advance(books, c, 'AGREED', {
    roles,
    facts: { agreement: paperOf(c, given) },
    reason: given.form,
  })
  if (refused) return refused
  await replaceAgreements(books, c)
  await endLimits(books, c, 'void', ['T-JC-30'])
  const { id, number } = await writeAgreement(books, c, given)
  const held = await writeDuties(books, c, id, agreed, onTheSpot)
  await books.attachFiles(given.photo ?? [], { id: c.row.id, keyId: c.row.keyId }, 'signed')
  books.audit('agreement', subjectOf(c), { number, form: given.form, duties: held.length })
  await goOn(books, c, roles)
  const duties = held.map(({ duty }) => duty)
  const plan = await planRounds(books, c, duties)
  await tellSides(books, c, 'agreed')
  if (confirmable(c, given)) {
    await startLimit(books, c, 'T-JC-30', books.now)
    await tellSides(books, c, 'confirmable')
  }
  await askPermissions(books, c)
  await tellResponsible(books, c)
  return { ...moved(c), agreement: number, plan: toldAsMade(books, plan) }
}

/** What no agreement may be about, with the rule that says so. */
function notToAgree(books: Books, c: Case): Refused | null {
  const { limits } = legalGate({ category: categoryOf(c.row), codes: codesOf(books, c.row) })
  const barred = limits.find(({ mediate }) => mediate === 'never')
  return barred ? refuse(barred.code, `${barred.zh}。`, `${barred.en}.`) : null
}

/** "Signed" says it of both sides and the mediator, and of the committee's seal. */
function paperOf(c: Case, { form, signed }: Given): AgreementPaper {
  const complete = signed === 'yes'
  return {
    form: form === 'written' && c.row.track === 'PSM' ? 'police' : form,
    partiesSigned: complete,
    mediatorSigned: complete,
    sealed: complete,
    contentRecorded: true,
  }
}

async function writeAgreement(books: Books, c: Case, { form, onTheSpot, signed }: Given) {
  const { calendar, numbering } = books.station.rulebook
  const year = yearOf(books.now, calendar)
  const id = books.newId()
  const number = agreementNumber(numbering, form, year, await books.nextNumber(form, year))
  await books.tx.insert(agreements).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    number,
    form,
    at: books.now,
    by: books.actor.id,
    onTheSpot: onTheSpot === 'yes',
    signed: signed === 'yes',
    effectiveAt: books.now,
  })
  return { id, number }
}

/** There is something to perform, or nothing is left but to ask how it goes; the latter is an officer's to say. */
async function goOn(books: Books, c: Case, roles: Role[]): Promise<void> {
  const facts = await dutyFacts(books, c)
  if (facts.openDuties) await mustAdvance(books, c, 'PERFORMING', { roles: ['system'], facts })
  else await advance(books, c, 'REVISITING', { roles, facts, reason: 'performed' })
}

/**
 * The court confirms a committee's paper on plain duties. A police paper is no such paper, and whose land it is no
 * court confirms.
 */
const confirmable = ({ row }: Case, { form, duties }: Given): boolean =>
  form === 'written' && row.track !== 'PSM' && duties.every(({ kind }) => kind !== 'boundary')

async function tellResponsible(books: Books, c: Case): Promise<void> {
  const people = responsible(c).filter((id) => id !== books.actor.id)
  if (people.every((id) => id === null)) return
  const state = c.row.state
  await tellStaff(books, c, { people }, (about) => ({ kind: 'next', state, due: null, ...about }), ['duty'])
}
