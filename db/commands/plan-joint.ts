// 联合调解: police, cadres and people are asked to one table, and both sides; everybody alone, in their own chat.

import { instantAt } from '../../flows/casework/calendar.ts'
import { clockText } from '../../flows/casework/clock-text.ts'
import { type Force, forceName, forceOf } from '../../flows/casework/joint.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { PlanJoint } from '../../flows/joint/commands.ts'
import type { Books, Handler, Person } from '../books.ts'
import { jointInvitations, jointMeetings } from '../schema/index.ts'
import { type Case, save, stateOf, subjectOf } from './shared/case.ts'
import { tellInvited } from './shared/joint-chats.ts'
import { awaitSitting } from './shared/joint-due.ts'
import { askEverySide } from './shared/joint-everybody.ts'
import { invitationsOf, type MeetingRow, meetingsOf, plannedOf, sealRecord } from './shared/joint-rows.ts'
import { mayHost, notTogether } from './shared/may-sit.ts'
import { recorded } from './shared/sight.ts'
import { responsible, tellStaff } from './shared/tell.ts'

type Given = PlanJoint['with']
/** Who is asked for which force; the host and the interpreter sit there for theirs. */
type Table = { person: Person; force: Force }[]

export const planJoint: Handler<'planJoint'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev, 'officer')
  if (isRefused(found)) return found
  const { c } = found
  if (stateOf(c.row) !== 'MEDIATING')
    return refuse('guard', '现在不在调解中。', 'It is not being mediated now.')
  const barred = notTogether(books, c) ?? (await twice(books, c))
  if (barred) return barred
  const table = await tableOf(books, c, given)
  if (isRefused(table)) return table
  const at = instantAt(given.day, given.time, books.station.rulebook.calendar)
  const wrong = lacking(books, given, at)
  if (wrong) return wrong
  const meeting = await writeMeeting(books, c, given, at)
  await writeInvitations(books, c, meeting, table, given)
  await save(books, c, {}, { quiet: true })
  books.audit('joint-planned', subjectOf(c), { meeting: meeting.id, at, asked: table.length })
  const asked = await invitationsOf(books, meeting.id)
  const told = await tellInvited(books, c, meeting, asked, 'invited')
  const phone = await askEverySide(books, c, meeting, false)
  await awaitSitting(books, c, meeting)
  await tellOthers(books, c, table, meeting)
  return { number: c.row.number, at, told: told + 2 - phone.length, phone }
}

async function twice(books: Books, c: Case): Promise<Refused | null> {
  const planned = await plannedOf(books, c)
  if (!planned) return null
  const { calendar } = books.station.rulebook
  return refuse(
    'planned',
    `已经定了${clockText(planned.at, calendar, 'zh')}的联合调解，要改回“联调 ${c.row.number}”。`,
    `A joint mediation is planned for ${clockText(planned.at, calendar, 'en')}; to change it reply "joint ${c.row.number}".`,
  )
}

/** Everybody sits there for the force that they are of; who leads the talk handles the case. */
async function tableOf(books: Books, c: Case, given: Given): Promise<Table | Refused> {
  const here = await books.people({ active: true })
  const table: Table = []
  const sits = (id: string, force: Force | null): boolean => {
    const person = here.find((one) => one.id === id)
    const own = person ? forceOf(person.roles) : null
    if (!person || !own || (force !== null && own !== force)) return false
    if (!table.some((one) => one.person.id === id)) table.push({ person, force: own })
    return true
  }
  const chosen: [Force, string[]][] = [
    ['police', given.police],
    ['cadre', given.cadres],
    ['people', given.people],
  ]
  const known = chosen.every(([force, ids]) => ids.every((id) => sits(id, force)))
  const missing = chosen.filter(([, ids]) => ids.length === 0).map(([force]) => forceName(force))
  const extra = [given.host, ...(given.interpreter === null ? [] : [given.interpreter])]
  if (!known || !extra.every((id) => sits(id, null)))
    return refuse('wrong-person', '名单里没有这个人。', 'Somebody named here is not on the list.')
  const host = here.find(({ id }) => id === given.host)
  if (!host || !(await mayHost(books, c, host)))
    return refuse(
      'wrong-host',
      '主持人要是办这件事的民警、领导或调解员。',
      'Whoever leads the talk must be somebody who handles this case.',
    )
  if (missing.length > 0 && !given.why?.trim())
    return refuse(
      'guard',
      `没有${missing.map(({ zh }) => zh).join('、')}，要写原因。`,
      `There are no ${missing.map(({ en }) => en).join(', no ')}: the reason is needed.`,
    )
  return table
}

function lacking(books: Books, { guests, language, interpreter }: Given, at: number): Refused | null {
  if (guests.some(({ consents }) => !consents.includes('A') || !consents.includes('B')))
    return refuse(
      'consent',
      '请外面的人，要双方都同意（人民调解法第20条）。先问好双方，再请，谢谢理解。',
      'Somebody from outside is asked only where both sides agree (mediation law, article 20). Please ask both first.',
    )
  if (language === 'both' && interpreter === null)
    return refuse('guard', '两种话要有翻译。', 'Two languages need an interpreter.')
  if (!(at > books.now)) return refuse('past', '这个时间已经过去。', 'That time has passed already.')
  return null
}

async function writeMeeting(
  books: Books,
  c: Case,
  { host, place, language, interpreter, why }: Given,
  at: number,
): Promise<MeetingRow> {
  const id = books.newId()
  const [last] = await meetingsOf(books, c)
  const reason = why?.trim()
  const [row] = await books.tx
    .insert(jointMeetings)
    .values({
      stationId: books.station.id,
      id,
      disputeId: c.row.id,
      no: (last?.no ?? 0) + 1,
      at,
      by: books.actor.id,
      hostId: host,
      place: c.vault.seal('joint_meetings.place', id, place.trim()),
      language,
      interpreterId: interpreter,
      state: 'planned',
      createdAt: books.now,
      record: sealRecord(c, id, reason ? { why: reason } : {}),
    })
    .returning()
  if (!row) throw new Error('a sitting was not written')
  return row
}

/** Whoever plans it and sits there has said so by planning it. */
async function writeInvitations(
  books: Books,
  c: Case,
  meeting: MeetingRow,
  table: Table,
  { guests }: Given,
): Promise<void> {
  const common = { stationId: books.station.id, meetingId: meeting.id, disputeId: c.row.id }
  const asked = { consents: [], askedAt: books.now }
  const staff = table.map(({ person, force }) => {
    const own = person.id === books.actor.person?.id
    const answered = own ? { answer: 'coming' as const, answeredAt: books.now } : {}
    return { ...common, ...asked, ...answered, id: books.newId(), slot: force, personId: person.id }
  })
  const outside = guests.map(({ name, relation, consents }) => {
    const id = books.newId()
    const guest = c.vault.seal('joint_invitations.guest', id, JSON.stringify({ name, relation }))
    return { ...common, ...asked, id, slot: 'people' as const, guest, consents }
  })
  const sides = (['A', 'B'] as const).map((side) => ({
    ...common,
    ...asked,
    id: books.newId(),
    slot: 'party' as const,
    side,
  }))
  for (const row of [...staff, ...outside, ...sides]) await books.tx.insert(jointInvitations).values(row)
}

/** The leader decides on joint mediations (domain 4.5): who is not at the table hears of it, and may change it. */
async function tellOthers(books: Books, c: Case, table: Table, meeting: MeetingRow): Promise<void> {
  const seated = table.map(({ person }) => person.id)
  const people = responsible(c).filter(
    (id) => id !== null && id !== books.actor.person?.id && !seated.includes(id),
  )
  if (people.length === 0) return
  await tellStaff(
    books,
    c,
    { people },
    (about) => ({ kind: 'next', state: c.row.state, due: meeting.at, ...about }),
    ['joint'],
  )
}
