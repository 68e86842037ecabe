// Begun where people are to sit down together (三调联动), and where they have.
import { type Force, forceOf } from '../../../flows/casework/joint.ts'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { refuse } from '../../../flows/casework/refusal.ts'
import type { Locale } from '../../../flows/casework/said.ts'
import type { Choice } from '../../../flows/core/reply.ts'
import type { JointGiven, Planned } from '../../../flows/joint/commands.ts'
import type { JointHeldGiven } from '../../../flows/jointheld/commands.ts'
import type { Books, Person } from '../../books.ts'
import type { Case } from '../../commands/shared/case.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { nameOf } from '../../commands/shared/joint-host.ts'
import {
  guestOf,
  type InvitationRow,
  invitationsOf,
  type MeetingRow,
  placeOf,
  plannedOf,
} from '../../commands/shared/joint-rows.ts'
import { mayHost, notTogether } from '../../commands/shared/may-sit.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf, said } from './choices.ts'

const asChoice = ({ id, name }: Person): Choice => ({ id, label: name })

/** Those of a force, first who answers for the case, then who looks after its village. */
function ofForce(force: Force, people: readonly Person[], { row }: Case): Choice[] {
  const weight = ({ id, villages }: Person) =>
    Number(id === row.officerId || id === row.leaderId) * 2 +
    Number(row.village !== null && villages.includes(row.village))
  return people
    .filter(({ roles }) => forceOf(roles) === force)
    .sort((one, other) => weight(other) - weight(one))
    .map(asChoice)
}

export const joint: CaseFlow = {
  name: { zh: '联合调解', en: 'joint' },
  role: 'officer',
  fits: inStates('MEDIATING'),
  async given(books, c) {
    const barred = notTogether(books, c)
    if (barred) return barred
    const planned = await plannedOf(books, c)
    // Those who look after its village, and who are of no village alone.
    const { village } = c.row
    const near = await books.people({ active: true, ...(village ? { village } : {}) })
    const everybody = await books.people({ active: true })
    const hosts: Choice[] = []
    for (const one of everybody) if (await mayHost(books, c, one)) hosts.push(asChoice(one))
    const given: JointGiven = {
      ...caseGiven(books, c.row),
      police: ofForce('police', near, c),
      cadres: ofForce('cadre', near, c),
      people: ofForce('people', near, c),
      hosts,
      interpreters: everybody.map(asChoice),
      planned: planned && (await plannedTold(books, c, planned, await localeOf(books))),
    }
    return given
  },
}

/** Guests by the name that the officer gave: only who handles the case is told this. */
async function whoTold(books: Books, c: Case, one: InvitationRow, locale: Locale): Promise<string> {
  return guestOf(c, one)?.name ?? said(await nameOf(books, one), locale)
}

async function plannedTold(books: Books, c: Case, meeting: MeetingRow, locale: Locale): Promise<Planned> {
  const answers: Planned['answers'] = []
  const asked: Choice[] = []
  for (const one of await invitationsOf(books, meeting.id)) {
    const who = await whoTold(books, c, one, locale)
    answers.push({
      who,
      answer: one.answer,
      words: c.vault.open('joint_invitations.words', one.id, one.words),
    })
    asked.push({ id: one.id, label: who })
  }
  return { meeting: meeting.id, at: meeting.at, place: placeOf(c, meeting), answers, asked }
}

export const jointheld: CaseFlow = {
  name: { zh: '联合调解记录', en: 'joint record' },
  role: 'mediator',
  fits: isOpen,
  async given(books, c) {
    const meeting = await plannedOf(books, c)
    if (!meeting)
      return refuse(
        'no-meeting',
        `${c.row.number}没有要记录的联合调解。`,
        `${c.row.number} has no joint mediation to record.`,
      )
    const locale = await localeOf(books)
    const asked = (await invitationsOf(books, meeting.id)).filter(({ slot }) => slot !== 'party')
    const invited: Choice[] = []
    for (const one of asked) invited.push({ id: one.id, label: await whoTold(books, c, one, locale) })
    const given: JointHeldGiven = {
      ...caseGiven(books, c.row),
      meeting: meeting.id,
      at: meeting.at,
      invited,
    }
    return given
  },
}
