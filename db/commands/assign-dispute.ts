// 分派: a leader names the responsible leader and the responsible officer, and whoever helps.
import type { AssignDispute } from '../../flows/assignment/commands.ts'
import { deadlines } from '../../flows/casework/level.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { actsAs, type Role } from '../../flows/casework/roles.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Books, Handler, Person } from '../books.ts'
import { advance } from './shared/advance.ts'
import { type Case, save, stateOf, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { awaitOwner } from './shared/owner.ts'
import { tellReporter } from './shared/resident.ts'
import { lastAssignment, writeAssignment } from './shared/responsible.ts'
import { recorded } from './shared/sight.ts'
import { tellStaff } from './shared/tell.ts'
import { awaitAccept } from './shared/waiting.ts'

type Given = AssignDispute['with']

/** The work goes on under other people; the state stays. */
const UNDER_WAY: readonly State[] = [
  'CLAIMED',
  'MEDIATING',
  'SUSPENDED',
  'AGREED',
  'FAILED',
  'TERMINATED',
  'PERFORMING',
  'BREACHED',
  'REVISITING',
]

export const assignDispute: Handler<'assignDispute'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const wrong = await wrongPeople(books, given)
  if (wrong) return wrong
  const underWay = UNDER_WAY.includes(stateOf(c.row))
  const refused = underWay ? await handOver(books, c, roles, given) : await assign(books, c, roles, given)
  return refused ?? { ...moved(c), officer: given.officer, acceptBy: c.row.acceptBy ?? books.now }
}

/** Only people who are here, and each only for what their role allows. */
async function wrongPeople(
  books: Books,
  { officer, leader, helpers }: Pick<Given, 'officer' | 'leader' | 'helpers'>,
): Promise<Refused | null> {
  const here = new Map((await books.people({ active: true })).map((one) => [one.id, one]))
  const may = (id: string, role: Role) => actsAs(here.get(id)?.roles ?? []).includes(role)
  if (!may(officer, 'officer') || !may(leader, 'leader') || !helpers.every((id) => here.has(id)))
    return refuse(
      'wrong-person',
      '责任民警要是民警，责任领导要是所领导，而且都在岗。',
      'The officer must be an officer and the leader a leader, and both must be here.',
    )
  return null
}

async function assign(books: Books, c: Case, roles: Role[], given: Given): Promise<Refused | null> {
  const { officer, leader, helpers } = given
  const acceptBy = deadlines(c.row.level, books.now, books.station.rulebook).accept
  const refused = await advance(books, c, 'ASSIGNED', {
    roles,
    facts: {
      officer,
      leader,
      townContact: await hasTownContact(books, helpers),
      reason: await reasonFor(books, c, given),
    },
    text: given.reason,
    change: { officerId: officer, leaderId: leader, acceptBy },
  })
  if (refused) return refused
  await writeAssignment(books, c, { officer, leader, helpers, accepted: false, reason: given.reason })
  await awaitAccept(books, c, books.now)
  const due = c.row.contactBy ?? acceptBy
  await tellStaff(books, c, { people: [officer] }, (about) => ({ kind: 'assigned', due, ...about }), [
    'accept',
    'decline',
  ])
  await tellInvolved(books, c, given)
  return null
}

/** Somebody was recused, fell ill or left: another person takes over what is under way. */
async function handOver(books: Books, c: Case, roles: Role[], given: Given): Promise<Refused | null> {
  const { officer, leader, helpers } = given
  if (!actsAs(roles).includes('leader'))
    return refuse('not-yours', '这一步要由责任领导来做。', 'This step belongs to the responsible leader.')
  if (officer === leader)
    return refuse(
      'nobody',
      '责任领导和责任民警要是两个人。',
      'The leader and the officer must be two people.',
    )
  if ((await reasonFor(books, c, given)).trim() === '')
    return refuse('guard', '要写明理由。', 'A written reason is needed.')
  await save(books, c, { officerId: officer, leaderId: leader })
  await writeAssignment(books, c, { officer, leader, helpers, accepted: false, reason: given.reason })
  await awaitOwner(books, c)
  books.audit('handed-over', subjectOf(c), { officer, leader })
  await tellStaff(
    books,
    c,
    { people: [officer] },
    (about) => ({ kind: 'next', state: c.row.state, due: null, ...about }),
    ['contact', 'decline'],
  )
  await tellInvolved(books, c, given)
  await tellReporter(books, c, 'taken')
  return null
}

/** What an officer wrote when handing the case back is the reason for giving it to another. */
async function reasonFor(books: Books, c: Case, { reason }: Given): Promise<string> {
  const last = await lastAssignment(books, c)
  return reason ?? (last?.ended === 'declined' ? 'declined' : '')
}

/** RED and ORANGE need somebody of township or village by name. */
async function hasTownContact(books: Books, helpers: readonly string[]): Promise<boolean> {
  const local = await books.people({ roles: ['cadre', 'grid', 'mediator'] })
  return local.some(({ id }: Person) => helpers.includes(id))
}

/** The leader who did not do it themselves, and the helpers: that it is theirs now; there is nothing to press. */
async function tellInvolved(books: Books, c: Case, { officer, leader, helpers }: Given): Promise<void> {
  const people = [leader, ...helpers].filter((id) => id !== officer && id !== books.actor.id)
  if (people.length === 0) return
  const due = c.row.contactedAt === null ? c.row.contactBy : null
  await tellStaff(books, c, { people }, (about) => ({ kind: 'next', state: c.row.state, due, ...about }))
}
