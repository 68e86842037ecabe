// A case of a wall between two neighbours, brought as far as a test needs it.

import type { Books } from '../../db/books.ts'
import { advance, mustAdvance } from '../../db/commands/shared/advance.ts'
import { type Case, lockCase, save } from '../../db/commands/shared/case.ts'
import { awaitDuty, dutiesOf } from '../../db/commands/shared/duty-book.ts'
import { keepReport, newCase, register, upsertParty } from '../../db/commands/shared/filing.ts'
import { planRounds } from '../../db/commands/shared/plan-rounds.ts'
import { writeAssignment } from '../../db/commands/shared/responsible.ts'
import { awaitAccept, awaitTarget } from '../../db/commands/shared/waiting.ts'
import { agreements, duties } from '../../db/schema/index.ts'
import { defaultCalendar, endOfDay } from '../../flows/casework/calendar.ts'
import { deadlines } from '../../flows/casework/level.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Address } from '../../flows/core/ports.ts'
import type { Report } from '../../flows/intake/commands.ts'
import type { Station } from './station.ts'

export const report = (more: Partial<Report> = {}): Report => ({
  narrative: { text: '邻居修墙占了我家地，大概占了一尺多。', files: [] },
  place: { village: 'jia', text: '村口' },
  role: 'PARTY',
  name: '甲方',
  phone: '13900000001',
  counterpart: '乙方',
  category: 'NB-WL',
  danger: [],
  grudgeYears: 2,
  crossVillage: false,
  crossTownship: false,
  ...more,
})

/** YELLOW: an old grudge and a shove. */
export const wall = (more: Partial<Report> = {}) => report({ danger: ['A09'], ...more })

let talks = 0

/** As a resident tells it. Returns the id of the case. */
export const filed = (station: Station, from: Address, now: Instant, told = wall()): Promise<string> =>
  station.does(from, now, async (books) => {
    const c = await newCase(books, `talk-${talks++}`, told)
    await keepReport(books, c, told)
    await register(books, c, told, false)
    return c.row.id
  })

export async function held(books: Books, id: string): Promise<Case> {
  const c = await lockCase(books, id)
  if (!c) throw new Error('no such case')
  return c
}

/** Given by the leader to the officer, who has not accepted it yet. */
export async function assigned(
  station: Station,
  from: Address,
  now: Instant,
  told = wall(),
): Promise<string> {
  const id = await filed(station, from, now, told)
  const { officer, leader, mediator } = station
  await station.does(leader.at, now, async (books) => {
    const c = await held(books, id)
    await mustAdvance(books, c, 'ACCEPTED', { roles: ['leader'], facts: { consent: 'both' } })
    const { accept, target } = deadlines(c.row.level, now, books.station.rulebook)
    const people = { officer: officer.person, leader: leader.person }
    await mustAdvance(books, c, 'ASSIGNED', {
      roles: ['leader'],
      facts: { ...people, townContact: true },
      change: { officerId: officer.person, leaderId: leader.person, acceptBy: accept, targetAt: target },
    })
    await writeAssignment(books, c, {
      ...people,
      helpers: [mediator.person, station.grid.person],
      accepted: false,
    })
    await awaitAccept(books, c, now)
    await awaitTarget(books, c)
  })
  return id
}

/** Accepted, and both sides have been talked to. */
export async function mediating(
  station: Station,
  from: Address,
  now: Instant,
  told = wall(),
): Promise<string> {
  const id = await assigned(station, from, now, told)
  await station.does(station.officer.at, now, async (books) => {
    const c = await held(books, id)
    await mustAdvance(books, c, 'CLAIMED', { roles: ['officer'] })
    const facts = { rightsTold: true, contactRecorded: true }
    await mustAdvance(books, c, 'MEDIATING', { roles: ['officer'], facts, change: { contactedAt: now } })
  })
  return id
}

type Owed = { what: string; debtor?: 'A' | 'B' | 'both' | 'third'; due: string | null; amountFen?: number }

/** Agreed on paper; the other side has joined in chat where an address is given. */
export async function performing(
  station: Station,
  {
    from,
    joined,
    now,
    owed,
    told = wall(),
  }: {
    from: Address
    joined?: Address
    now: Instant
    owed: Owed[]
    told?: Report
  },
): Promise<string> {
  const id = await mediating(station, from, now, told)
  if (joined)
    await station.does(joined, now, async (books) => {
      await upsertParty(books, await held(books, id), 'B', { addressId: books.actor.address, joinedAt: now })
    })
  await station.does(station.officer.at, now, async (books) => {
    const c = await held(books, id)
    await mustAdvance(books, c, 'AGREED', {
      roles: ['officer'],
      facts: {
        agreement: {
          form: 'written',
          partiesSigned: true,
          mediatorSigned: true,
          sealed: true,
          contentRecorded: true,
        },
      },
    })
    await writeAgreement(books, c, owed)
    const all = await dutiesOf(books, c)
    for (const { row, duty } of all) await awaitDuty(books, c, row, duty)
    await planRounds(
      books,
      c,
      all.map(({ duty }) => duty),
    )
    const open = all.filter(({ duty }) => duty.dueAt !== null).length
    if (open > 0) await advance(books, c, 'PERFORMING', { roles: ['system'], facts: { openDuties: open } })
    await save(books, c, { agreedAt: now })
  })
  return id
}

async function writeAgreement(books: Books, c: Case, owed: Owed[]): Promise<void> {
  const agreement = books.newId()
  const key = { stationId: books.station.id, disputeId: c.row.id }
  await books.tx.insert(agreements).values({
    ...key,
    id: agreement,
    number: `agreement ${c.row.number}`,
    form: 'written',
    at: books.now,
    by: books.actor.id,
    onTheSpot: false,
    signed: true,
    effectiveAt: books.now,
  })
  for (const [i, { what, debtor = 'B', due, amountFen }] of owed.entries()) {
    const id = books.newId()
    await books.tx.insert(duties).values({
      ...key,
      id,
      agreementId: agreement,
      no: i + 1,
      debtor,
      creditor: debtor === 'A' ? 'B' : debtor === 'both' ? 'both' : 'A',
      kind: amountFen === undefined ? 'remove' : 'pay',
      what: c.vault.seal('duties.what', id, what),
      amountFen: amountFen ?? null,
      dueAt: due === null ? null : endOfDay(due, defaultCalendar),
      state: due === null ? 'lasting' : 'open',
    })
  }
}
