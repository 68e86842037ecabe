// Telling the host who comes: colleagues by name, the sides as sides, guests by their count; nobody's words.
import { forcesMissing } from '../../../flows/casework/joint.ts'
import type { Coming } from '../../../flows/invitation/commands.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { type InvitationRow, invitationsOf, type MeetingRow } from './joint-rows.ts'
import { tellStaff } from './tell.ts'

type Name = { zh: string; en: string }

const SIDES: { readonly [S in 'A' | 'B']: Name } = {
  A: { zh: '甲方', en: 'party A' },
  B: { zh: '乙方', en: 'party B' },
}

export async function nameOf(books: Books, { personId, side }: InvitationRow): Promise<Name> {
  if (side !== null) return SIDES[side]
  if (personId === null) return { zh: '请来的人', en: 'a guest' }
  const name = (await books.person(personId))?.name ?? personId
  return { zh: name, en: name }
}

export async function tellHost(books: Books, c: Case, meeting: MeetingRow): Promise<void> {
  const asked = await invitationsOf(books, meeting.id)
  const named = async (answer: Coming | null): Promise<Name[]> =>
    Promise.all(asked.filter((one) => one.answer === answer).map((one) => nameOf(books, one)))
  const lists = {
    coming: await named('coming'),
    cannot: await named('cannot'),
    otherTime: await named('other-time'),
    silent: await named(null),
  }
  // Who has not answered may still come.
  const missing = forcesMissing(asked.filter(({ answer }) => answer === 'coming' || answer === null))
  await tellStaff(
    books,
    c,
    { people: [meeting.hostId] },
    (about) => ({ kind: 'jointWho', at: meeting.at, ...lists, missing, ...about }),
    ['joint'],
  )
}
