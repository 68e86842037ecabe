// How somebody at risk may be reached: said by themselves in their chat, or told face to face to whoever answers for the case.
import {
  type ContactPlan,
  hoursSchema,
  phraseProblem,
  phraseText,
} from '../../flows/casework/contact-plan.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { PlanSaid } from '../../flows/safecontact/commands.ts'
import type { Books, Handler } from '../books.ts'
import { byPerson, forgetSaid } from './shared/appointment.ts'
import { type Case, officerLed, subjectOf } from './shared/case.ts'
import { tellAdded, upsertParty } from './shared/filing.ts'
import { noSuchCase } from './shared/refusal.ts'
import { type Party, partiesOf } from './shared/resident.ts'
import { halvesOf, roundsOf } from './shared/rounds.ts'
import { isGuarded, mayChat, phraseHash, planOf } from './shared/safe-contact.ts'
import { handled, partOf } from './shared/sight.ts'
import { ownCase } from './shared/told.ts'

export const recordContactPlan: Handler<'recordContactPlan'> = async (
  books,
  { dispute, rev, side, plan: said },
) => {
  const c = await caseFor(books, dispute, rev, side)
  if (isRefused(c)) return c
  const party = (await partiesOf(books, c.row.id)).find((one) => one.side === side)
  if (!party) return noSuchCase()
  const staff = books.actor.person !== null
  if (!staff && (!isGuarded(books, c, party) || !party.atRisk || party.addressId !== books.actor.address))
    return noSuchCase()
  // Where officers lead, whoever is not at risk is the other side: nothing is ever planned for them.
  if (staff && officerLed(books, c.row) && !party.atRisk) return otherSide()
  const problem = problemIn(said)
  if (problem) return problem
  if (!hasNews(said)) return { dispute: c.row.id }
  const plan = planWith(books, c, party, said)
  await upsertParty(books, c, side, { contactPlan: JSON.stringify(plan), atRisk: true })
  if (party.addressId !== null) await books.setAddress(party.addressId, { atRisk: true })
  const { address } = books.actor
  const phrases = [said.phrase, said.duress].filter((one) => one !== null)
  if (address !== null) await forgetSaid(books, address, phrases)
  books.audit('contact-plan', subjectOf(c), { side, way: plan.way, by: plan.by })
  await letGoOfChat(books, c, side)
  if (!staff) await tellAdded(books, c, 0)
  return { dispute: c.row.id }
}

/** Whose word counts: the person's own, or that of whoever answers for the case and has spoken with them. */
async function caseFor(
  books: Books,
  dispute: string,
  rev: number | null,
  side: 'A' | 'B',
): Promise<Case | Refused> {
  const { person } = books.actor
  if (person === null) {
    const own = await ownCase(books, dispute)
    if (isRefused(own)) return own
    return (await partOf(books, own.c.row)) === side ? own.c : noSuchCase()
  }
  const found = await handled(books, dispute, rev)
  if (isRefused(found)) return found
  const { row } = found.c
  const answers = row.officerId === person.id || row.leaderId === person.id || person.roles.includes('chief')
  return answers || person.roles.includes('leader') ? found.c : noSuchCase()
}

const otherSide = (): Refused =>
  refuse(
    'other-side',
    '这一方不是要保护的人，不能记联系计划。',
    'This side is not the one at risk; no contact plan is kept for them.',
  )

const hasNews = (said: PlanSaid): boolean => Object.values(said).some((one) => one !== null)

function problemIn({ hours, phrase, duress }: PlanSaid): Refused | null {
  const bad = [phrase, duress].some((one) => one !== null && phraseProblem(one) !== null)
  const same = phrase !== null && duress !== null && phraseText(phrase) === phraseText(duress)
  const odd = hours !== null && !hoursSchema.safeParse(hours).success
  return bad || same || odd
    ? refuse(
        'bad-plan',
        '这个联系计划记不下来，请再说一遍。',
        'This contact plan cannot be kept; please say it again.',
      )
    : null
}

/** What was not said stays as it was; a new phrase makes an older call for help void where they are the same. */
function planWith(books: Books, c: Case, party: Party, said: PlanSaid): ContactPlan {
  const { person } = books.actor
  const before = planOf(c, party)
  const hash = (text: string | null) => (text === null ? null : phraseHash(books, party.id, text))
  const phrase = hash(said.phrase) ?? before?.phrase ?? null
  const duress = hash(said.duress) ?? before?.duress ?? null
  const way = said.way ?? before?.way ?? null
  return {
    plan: 1,
    way,
    hours: said.hours ?? before?.hours ?? null,
    wording: said.wording ?? before?.wording ?? 'neutral',
    phrase,
    duress: duress === phrase ? null : duress,
    address: way === 'chat' ? party.addressId : null,
    phone: said.phone ?? before?.phone ?? null,
    trusted: said.trusted ?? before?.trusted ?? null,
    words: before?.words ?? null,
    at: books.now,
    by: person?.id ?? 'self',
  }
}

/** What waits to be asked in a chat that is allowed no longer becomes somebody's task. */
async function letGoOfChat(books: Books, c: Case, side: 'A' | 'B'): Promise<void> {
  if (await mayChat(books, c, side)) return
  for (const round of await roundsOf(books, c, ['open']))
    for (const half of await halvesOf(books, round.id))
      if (half.side === side && half.state === 'open' && half.mode === 'chat') await byPerson(books, c, half)
}
