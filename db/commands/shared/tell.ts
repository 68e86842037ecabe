// Telling staff about a case: facts and buttons, each button for one person; when nobody can be reached, the next rank.
import type { Role } from '../../../flows/casework/roles.ts'
import type { Does, Notice, NoticeButton } from '../../../flows/notices/notice.ts'
import type { Books, Person, Posting } from '../../books.ts'
import { type Case, restricted } from './case.ts'
import { factsShown, offsetOf } from './facts-shown.ts'
import { BUTTON_TTL, priorityOf } from './waiting.ts'

/** The flow behind each button. */
export const FLOW_OF: { [D in Does]: string } = {
  screen: 'screening',
  assign: 'assignment',
  accept: 'claim',
  decline: 'decline',
  contact: 'contact',
  visit: 'visit',
  duty: 'duty',
  calm: 'calm',
  close: 'close',
  refer: 'referral',
  move: 'move',
  mediate: 'mediation',
  plan: 'plan',
  takeRequest: 'requesttake',
  answerRequest: 'requestanswer',
  passRequest: 'requestpass',
  laterRequest: 'requestlater',
  caseRequest: 'requestcase',
  asRequest: 'asrequest',
  takeOffer: 'offer',
  declineOffer: 'offerdecline',
  flag: 'flag',
  thirdparty: 'thirdparty',
  assess: 'assessment',
  carryOut: 'decision',
  writePlan: 'workplan',
  approvePrevention: 'preventioncheck',
  merge: 'merge',
  zero: 'zero',
  lookout: 'lookout',
  patrolled: 'patrolled',
  receipt: 'receipt',
  joint: 'joint',
  jointRecord: 'jointheld',
  come: 'coming',
  cannot: 'cannot',
  otherTime: 'othertime',
}

type About = { facts: ReturnType<typeof factsShown>; offset: number; buttons: NoticeButton[] }
export type To = {
  /** Ids; those who are null or revoked are passed over. */
  people?: readonly (string | null)[]
  /** Everybody in these roles who looks after the village of the case. */
  roles?: Role[]
}

/** Returns how many addresses will be told. */
export async function tellStaff(
  books: Books,
  c: Case,
  to: To,
  make: (about: About) => Notice,
  does: Does[] = [],
  how: Posting = {},
): Promise<number> {
  const send = (people: readonly string[]) => tellOne(books, c, people, make, does, how)
  const first = await named(books, c, to)
  const told = await send(first)
  if (told > 0) return told
  for (const roles of FALLBACK) {
    const next = (await named(books, c, { roles })).filter((id) => !first.includes(id))
    const reached = await send(next)
    if (reached > 0) return reached
  }
  return 0
}

/** The township's office: it is told that a case lies, has nothing to press, and nobody is told in its place. */
export async function tellTownship(books: Books, c: Case, make: (about: About) => Notice): Promise<void> {
  await tellOne(books, c, await named(books, c, { roles: ['township'] }), make, [])
}

/** Told instead, where nobody of those who should know can be reached. Restricted cases go no further than the first two. */
const FALLBACK: Role[][] = [['chief', 'leader'], ['duty'], ['officer']]

export const tellOne = (
  books: Books,
  c: Case,
  people: string | readonly string[],
  make: (about: About) => Notice,
  does: Does[],
  how: Posting = {},
): Promise<number> =>
  books.tellPerson(people, async ({ id }) => make(await aboutFor(books, c, id, does)), {
    dispute: c.row.id,
    priority: priorityOf(c),
    ...how,
  })

/** The facts of the case with buttons that only this person may press. */
export async function aboutFor(books: Books, c: Case, person: string, does: Does[]): Promise<About> {
  const buttons: NoticeButton[] = []
  for (const one of does) {
    const about = { dispute: c.row.id, rev: c.row.rev, ttl: BUTTON_TTL }
    buttons.push({ id: await books.button(FLOW_OF[one], { person }, about), does: one })
  }
  return { facts: factsShown(books, c.row), offset: offsetOf(books), buttons }
}

export async function named(books: Books, c: Case, { people = [], roles = [] }: To): Promise<string[]> {
  const village = c.row.village
  const closed = restricted(books, c.row)
  const wanted = closed ? roles.filter((role) => role !== 'officer' && role !== 'township') : roles
  const inRole =
    wanted.length === 0
      ? []
      : await books.people({ roles: wanted, active: true, ...(village ? { village } : {}) })
  return [...new Set([...people.filter((id) => id !== null), ...inRole.map(({ id }: Person) => id)])]
}

/** Those who answer for the case. */
export const responsible = (c: Case): (string | null)[] => [c.row.officerId, c.row.leaderId]
