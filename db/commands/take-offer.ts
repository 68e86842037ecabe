// 我来调解: a mediator of the village takes a simple dispute. An officer and a leader answer for it all the same (domain 4.2).
import { deadlines } from '../../flows/casework/level.ts'
import { type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Books, Handler, Person } from '../books.ts'
import { advance } from './shared/advance.ts'
import { type Case, lockCase, restricted, stateOf, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { answerOffer, type OfferRow, offerFailed, offerTo, openOffers } from './shared/offers.ts'
import { noSuchCase } from './shared/refusal.ts'
import { writeAssignment } from './shared/responsible.ts'
import { suggestFor } from './shared/roster.ts'
import { tellStaff } from './shared/tell.ts'
import { awaitAccept, forget } from './shared/waiting.ts'

type Offered = { c: Case; person: Person; offer: OfferRow }

/** Only whoever it was offered to, as long as they mediate here; the case itself they have yet to see. */
async function offered(books: Books, dispute: string): Promise<Offered | null> {
  const { person } = books.actor
  if (!person?.roles.includes('mediator')) return null
  // The case is locked first: of two who press at once the second sees what the first has done.
  const c = await lockCase(books, dispute)
  const offer = c && (await offerTo(books, dispute, person.id))
  return c && offer && !restricted(books, c.row) ? { c, person, offer } : null
}

export const takeOffer: Handler<'takeOffer'> = async (books, { dispute }) => {
  const found = await offered(books, dispute)
  if (!found) return noSuchCase()
  const { c, person, offer } = found
  const gone = over(books, found)
  if (gone && offer.answer !== 'taken') return gone
  if (offer.answer !== 'taken') {
    const refused = await assignTo(books, c, person)
    if (refused) return refused
    for (const one of await openOffers(books, dispute))
      await answerOffer(books, one, one.id === offer.id ? 'taken' : 'lapsed')
  }
  const officer = c.row.officerId === null ? '' : ((await books.person(c.row.officerId))?.name ?? '')
  return { ...moved(c), officer, contactBy: c.row.contactBy ?? books.now }
}

/** Somebody else has it, or the time is over. */
function over(books: Books, { c, offer }: Offered): Refused | null {
  const open = offer.answer === null && offer.until > books.now && stateOf(c.row) === 'ACCEPTED'
  return open
    ? null
    : refuse(
        'taken',
        `${c.row.number}已经有人接了，或者过了时间。谢谢您。`,
        `${c.row.number} has been taken, or the time is over. Thank you.`,
      )
}

/** As a leader assigns it: the rules of the station name the officer and the leader, and the mediator helps them. */
async function assignTo(books: Books, c: Case, mediator: Person): Promise<Refused | null> {
  const { officer, leader } = await suggestFor(books, c.row)
  if (officer === null || leader === null) return nobody
  const acceptBy = deadlines(c.row.level, books.now, books.station.rulebook).accept
  const refused = await advance(books, c, 'ASSIGNED', {
    // It is the leader's step, taken by the standing order of the rulebook.
    roles: ['leader'],
    facts: { officer, leader, townContact: true, reason: 'offer' },
    reason: 'taken-by-mediator',
    change: { officerId: officer, leaderId: leader, acceptBy },
  })
  if (refused) return refused
  await writeAssignment(books, c, { officer, leader, helpers: [mediator.id], accepted: false })
  await forget(books, c, 'offer')
  await awaitAccept(books, c, books.now)
  books.audit('offer-taken', subjectOf(c), { by: mediator.id, officer, leader })
  const due = c.row.contactBy ?? acceptBy
  await tellStaff(
    books,
    c,
    { people: [officer] },
    (about) => ({ kind: 'offerTaken', mediator: mediator.name, due, ...about }),
    ['accept', 'decline'],
  )
  await tellStaff(books, c, { people: [leader] }, (about) => ({
    kind: 'offerTaken',
    mediator: mediator.name,
    due,
    ...about,
  }))
  return null
}

const nobody = refuse(
  'nobody',
  '现在没有民警可以负责，请等所里安排。',
  'No officer is free to answer for it; the station will arrange it.',
)

/** 不接. Once nobody is left, the leader hears of it. */
export const declineOffer: Handler<'declineOffer'> = async (books, { dispute }) => {
  const found = await offered(books, dispute)
  if (!found) return noSuchCase()
  const { c, person, offer } = found
  if (offer.answer === 'declined') return moved(c)
  const gone = over(books, found)
  if (gone) return gone
  await answerOffer(books, offer, 'declined')
  books.audit('offer-declined', subjectOf(c), { by: person.id })
  if ((await openOffers(books, dispute)).length === 0) await offerFailed(books, c, 'declined')
  return moved(c)
}
