// Asking and telling people of a sitting, each alone in their own chat; whom no chat reaches becomes the officer's to phone.

import type { Side } from '../../../flows/case.ts'
import { DAY, inQuietHours, outsideQuietHours } from '../../../flows/casework/calendar.ts'
import { FORCES, forcesMissing } from '../../../flows/casework/joint.ts'
import type { Does, Notice, NoticeButton } from '../../../flows/notices/notice.ts'
import type { SitdownGiven } from '../../../flows/sitdown/commands.ts'
import type { Books } from '../../books.ts'
import { chatAddress } from './ask-side.ts'
import type { Case } from './case.ts'
import { factsShown, offsetOf } from './facts-shown.ts'
import { type InvitationRow, type MeetingRow, placeOf } from './joint-rows.ts'
import { takeTurnToWrite } from './may-write.ts'
import { partiesOf, tellResident } from './resident.ts'
import { severalPeople } from './several-people.ts'
import { FLOW_OF, tellOne, tellStaff } from './tell.ts'
import { priorityOf } from './waiting.ts'

/** A button of an invitation names it, and when it was asked: another time makes the old one stale. */
export const subjectOf = ({ id, askedAt }: Pick<InvitationRow, 'id' | 'askedAt'>): string =>
  `${id}@${askedAt}`

export function subjectIn(subject: string): { invitation: string; asked: number } | null {
  const [, invitation, asked] = /^(.+)@(\d+)$/.exec(subject) ?? []
  return invitation && asked ? { invitation, asked: Number(asked) } : null
}

const ANSWERS: readonly Does[] = ['come', 'cannot', 'otherTime']

/** To those of these who work here and are not the one who acts. Returns how many can be told at all. */
export async function tellInvited(
  books: Books,
  c: Case,
  meeting: MeetingRow,
  asked: readonly InvitationRow[],
  what: 'invited' | 'moved' | 'reminder',
): Promise<number> {
  let told = 0
  for (const one of asked) {
    const { personId } = one
    if (personId === null || personId === books.actor.person?.id) continue
    const make = async (): Promise<Notice> => {
      const buttons: NoticeButton[] = []
      for (const does of ANSWERS) {
        const about = {
          dispute: c.row.id,
          subject: subjectOf(one),
          ttl: Math.max(meeting.at - books.now, DAY),
        }
        buttons.push({ id: await books.button(FLOW_OF[does], { person: personId }, about), does })
      }
      const common = { facts: factsShown(books, c.row), offset: offsetOf(books), buttons }
      const where = { at: meeting.at, place: placeOf(c, meeting) }
      return what === 'reminder'
        ? { kind: 'jointReminder', ...common, ...where }
        : { kind: 'jointInvited', moved: what === 'moved', ...common, ...where }
    }
    const how = { dispute: c.row.id, priority: priorityOf(c) }
    if ((await books.tellPerson(personId, make, how)) > 0) told++
  }
  return told
}

/** Everybody who works here and was asked learns that it is off. */
export async function tellOff(
  books: Books,
  c: Case,
  meeting: MeetingRow,
  asked: readonly InvitationRow[],
): Promise<number> {
  let told = 0
  for (const { personId } of asked)
    if (personId !== null && personId !== books.actor.person?.id)
      told += Math.min(
        1,
        await tellOne(
          books,
          c,
          personId,
          ({ facts, offset }) => ({ kind: 'jointCancelled', facts, offset, at: meeting.at }),
          [],
        ),
      )
  return told
}

/** Where a side may be told of a sitting: alone in its own chat. Never somebody at risk, and not where several read it. */
async function ownChat(books: Books, c: Case, side: Side): Promise<string | null> {
  const address = await chatAddress(books, c, side)
  return address === null || (await severalPeople(books, address)) ? null : address
}

export const talkKey = (c: Pick<Case, 'row'>, { id }: Pick<MeetingRow, 'id'>): string =>
  `sit:${c.row.id}:${id}`

/** Asks each side whether it comes. Returns those who must be phoned instead. */
export async function askSides(
  books: Books,
  c: Case,
  meeting: MeetingRow,
  asked: readonly InvitationRow[],
  moved: boolean,
): Promise<Side[]> {
  const { calendar } = books.station.rulebook
  const phone: Side[] = []
  const missing = forcesMissing(asked)
  for (const one of asked) {
    if (one.slot !== 'party' || one.side === null) continue
    const address = await ownChat(books, c, one.side)
    if (address === null || !(await takeTurnToWrite(books, address))) {
      phone.push(one.side)
      continue
    }
    const given: SitdownGiven = {
      invitation: one.id,
      asked: one.askedAt,
      dispute: c.row.id,
      number: c.row.number,
      at: meeting.at,
      place: placeOf(c, meeting),
      forces: FORCES.filter((force) => !missing.includes(force)),
      guests: asked.some(({ slot, personId }) => slot !== 'party' && personId === null),
      moved,
      offset: offsetOf(books),
      station: { name: books.station.name, phone: books.station.phone },
    }
    await books.open({
      key: `${talkKey(c, meeting)}:${one.side}`,
      address,
      flow: 'sitdown',
      id: books.newId(),
      given,
      at: inQuietHours(books.now, calendar) ? outsideQuietHours(books.now, calendar) : books.now,
      priority: priorityOf(c),
      dispute: c.row.id,
    })
  }
  return phone
}

/** Tells the sides something in a sentence. Returns those who must be phoned instead. */
export async function tellSitting(
  books: Books,
  c: Case,
  asked: readonly InvitationRow[],
  what: 'jointSoon' | 'jointOff',
): Promise<Side[]> {
  const sides = await partiesOf(books, c.row.id)
  const phone: Side[] = []
  for (const one of asked) {
    if (one.slot !== 'party' || one.side === null) continue
    const party = sides.find(({ side }) => side === one.side) ?? null
    const address = await ownChat(books, c, one.side)
    const open = party !== null && address !== null && (await takeTurnToWrite(books, address))
    const told = open ? await tellResident(books, c, address, what, party) : 'nobody'
    if (told !== 'told' && told !== 'later') phone.push(one.side)
  }
  return phone
}

/** Whom the officer of the case has to phone: sides without a chat, and guests, whom the books never write to. */
export async function tellPhone(
  books: Books,
  c: Case,
  meeting: MeetingRow,
  sides: Side[],
  asked: readonly InvitationRow[],
  why: Extract<Notice, { kind: 'jointPhone' }>['why'],
): Promise<void> {
  const guests = asked.filter(({ slot, personId }) => slot !== 'party' && personId === null).length
  if (sides.length === 0 && guests === 0) return
  await tellStaff(
    books,
    c,
    { people: [c.row.officerId] },
    (about) => ({ kind: 'jointPhone', at: meeting.at, sides, guests, why, ...about }),
    why === 'asked' || why === 'moved' ? ['joint'] : [],
  )
}
