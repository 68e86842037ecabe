// What a case waits for on its way to an agreement: acceptance, contact, the aim, the day to go on, a receipt.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { advance, mustAdvance } from '../../../db/commands/shared/advance.ts'
import { save } from '../../../db/commands/shared/case.ts'
import { addNote } from '../../../db/commands/shared/note.ts'
import { awaitReceipt, waitFor } from '../../../db/commands/shared/waiting.ts'
import { referrals } from '../../../db/schema/index.ts'
import { assigned, filed, held, mediating, report, wall } from '../case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const kinds = async (to: Parameters<ReturnType<typeof now>['told']>[0], kind: string) =>
  (await now().told(to)).filter(({ notice }) => notice.kind === kind)
const stateOf = async () => (await now().rows('disputes')).map(({ state }) => state)

test('an assignment that nobody accepts climbs to the leader, the chief and the township by the limits of its level', async () => {
  const { officer, leader, chief } = now()
  const township = await now().hires('示例镇综治办', ['township'], ['jia'])
  const elsewhere = await now().hires('示例乡综治办', ['township'], ['yi'])
  await assigned(now(), now().resident(), START)
  // YELLOW: four working hours, 10:12 to 14:12.
  await now().until(START + 4 * HOUR - 1)
  expect(await kinds(officer.at, 'notAccepted')).toEqual([])
  await now().until(START + 4 * HOUR)
  expect(await kinds(officer.at, 'notAccepted')).toMatchObject([
    {
      at: START + 4 * HOUR,
      notice: { hours: 4, leader: null, buttons: [{ does: 'accept' }, { does: 'decline' }] },
    },
  ])
  expect(await kinds(leader.at, 'notAccepted')).toEqual([])
  await now().until(START + 6 * HOUR)
  expect(await kinds(officer.at, 'notAccepted')).toHaveLength(2)
  expect(await kinds(leader.at, 'notAccepted')).toMatchObject([
    { at: START + 6 * HOUR, notice: { hours: 6, leader: '示例副所长', buttons: [{ does: 'assign' }] } },
  ])
  expect(await kinds(chief.at, 'notAccepted')).toEqual([])
  await now().until(START + 8 * HOUR)
  expect(await kinds(chief.at, 'notAccepted')).toMatchObject([{ at: START + 8 * HOUR, notice: { hours: 8 } }])
  expect(await kinds(township.at, 'notAccepted')).toEqual([])
  await now().until(START + 12 * HOUR)
  // 22:12: nobody is called at night about a case that is not RED.
  expect(await kinds(township.at, 'notAccepted')).toEqual([])
  await now().until(at('2026-11-26', '08:00'))
  expect(await kinds(township.at, 'notAccepted')).toMatchObject([
    { at: at('2026-11-26', '08:00'), notice: { hours: 21.8, buttons: [] } },
  ])
  expect(await kinds(elsewhere.at, 'notAccepted')).toEqual([])
  expect(await now().waits('accept')).toEqual([])
})

test('whoever has accepted is not called', async () => {
  const { officer } = now()
  const id = await assigned(now(), now().resident(), START)
  const [row] = await now().waits('accept')
  await now().does(officer.at, START + HOUR, async (books) => {
    await mustAdvance(books, await held(books, id), 'CLAIMED', { roles: ['officer'] })
  })
  expect(await now().waits('accept')).toEqual([])
  // A replica that had claimed the row already finds it ended.
  await now().store.dues.act(row!.id, START + 4 * HOUR)
  await now().until(START + 9 * HOUR)
  expect(await kinds(officer.at, 'notAccepted')).toEqual([])
})

test('a due act that runs twice at once tells once', async () => {
  const { officer } = now()
  await assigned(now(), now().resident(), START)
  const [row] = await now().waits('accept')
  const late = START + 4 * HOUR
  await Promise.all([now().store.dues.act(row!.id, late), now().store.dues.act(row!.id, late)])
  expect(await kinds(officer.at, 'notAccepted')).toHaveLength(1)
})

test('a contact that is late is told at the limit and every day after, until there is one', async () => {
  const { officer, leader } = now()
  const id = await assigned(now(), now().resident(), START)
  await now().until(START + DAY - 1)
  expect(await kinds(officer.at, 'contactLate')).toEqual([])
  await now().until(START + 2 * DAY)
  for (const to of [officer.at, leader.at])
    expect(await kinds(to, 'contactLate')).toMatchObject([
      { at: START + DAY, notice: { due: START + DAY } },
      { at: START + 2 * DAY, notice: { due: START + DAY } },
    ])
  await now().does(officer.at, START + 2 * DAY + HOUR, async (books) => {
    await save(books, await held(books, id), { contactedAt: books.now })
  })
  await now().until(START + 5 * DAY)
  expect(await kinds(officer.at, 'contactLate')).toHaveLength(2)
  expect(await now().waits('contact')).toEqual([])
})

test('where nobody has the case yet, leaders hear that the contact is late', async () => {
  await filed(now(), now().resident(), START)
  await now().until(START + DAY)
  expect(await kinds(now().leader.at, 'contactLate')).toMatchObject([
    { notice: { buttons: [{ does: 'screen' }, { does: 'contact' }] } },
  ])
  expect(await kinds(now().officer.at, 'contactLate')).toEqual([])
})

test('the aim for settling is named five days and one day before, and on the day to the leader as well', async () => {
  const { officer, leader } = now()
  await mediating(now(), now().resident(), START)
  const target = START + 15 * DAY
  await now().until(target + 3 * DAY)
  const due = (all: Awaited<ReturnType<typeof kinds>>) => all.map(({ at }) => (target - at) / DAY)
  expect(due(await kinds(officer.at, 'next'))).toEqual([5, 1, 0])
  expect(due(await kinds(leader.at, 'next'))).toEqual([0])
  expect(await kinds(leader.at, 'next')).toMatchObject([{ notice: { state: 'MEDIATING', due: target } }])
})

test('a settled case is not reminded of its aim', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  await now().does(officer.at, START + DAY, async (books) => {
    const c = await held(books, id)
    const facts = { refusedBySome: true }
    await mustAdvance(books, c, 'TERMINATED', { roles: ['officer'], facts })
  })
  await now().until(START + 16 * DAY)
  expect(await kinds(officer.at, 'next')).toEqual([])
})

test('on its day a paused case goes on, and the officer is told; a later day is waited for', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  await now().does(officer.at, START, async (books) => {
    const c = await held(books, id)
    const facts = { reason: '等鉴定', resumeAt: at('2026-12-01') }
    const change = { resumeOn: '2026-12-01' }
    expect(await advance(books, c, 'SUSPENDED', { roles: ['officer'], facts, change })).toBeNull()
    await waitFor(books, c, 'resume', at('2026-11-30', '09:00'))
  })
  await now().until(at('2026-11-30', '09:00'))
  expect(await stateOf()).toEqual(['SUSPENDED'])
  await now().until(at('2026-12-01', '09:00'))
  expect(await stateOf()).toEqual(['MEDIATING'])
  expect(await kinds(officer.at, 'next')).toMatchObject([
    { at: at('2026-12-01', '09:00'), notice: { state: 'MEDIATING', buttons: [{ does: 'mediate' }] } },
  ])
  expect(await now().rows('disputes')).toMatchObject([{ resume_on: null }])
})

test('a referral that nobody acknowledges is asked after every day', async () => {
  const { leader, officer } = now()
  const id = await mediating(now(), now().resident(), START)
  const due = at('2026-12-20')
  await now().does(leader.at, START, async (books) => {
    const c = await held(books, id)
    const referral = { toUnit: '司法所', toPerson: '受理人', phone: '0', dueAt: due, told: true }
    await mustAdvance(books, c, 'REFERRED', { roles: ['leader'], facts: { referral } })
    const row = books.newId()
    const details = c.vault.seal('referrals.details', row, '{}')
    const key = { stationId: books.station.id, disputeId: id, id: row }
    const by = leader.person
    await books.tx
      .insert(referrals)
      .values({ ...key, at: books.now, by, toUnit: '司法所', details, dueAt: due })
    await awaitReceipt(books, c)
  })
  await now().until(START + 4 * DAY)
  expect(await kinds(leader.at, 'next')).toMatchObject([
    { at: START + 3 * DAY, notice: { state: 'REFERRED', due } },
    { at: START + 4 * DAY },
  ])
  await now().does(officer.at, START + 4 * DAY + HOUR, async (books) => {
    await books.tx.update(referrals).set({ ackAt: books.now }).where(eq(referrals.disputeId, id))
  })
  await now().until(START + 7 * DAY)
  expect(await kinds(leader.at, 'next')).toHaveLength(2)
})

const unplaced = () => wall({ place: null })

test('a lead is shown after a quarter of an hour, and once', async () => {
  await filed(now(), now().resident(), START, unplaced())
  expect(await stateOf()).toEqual(['DRAFT'])
  await now().until(START + 15 * MINUTE - 1)
  expect(await kinds(now().leader.at, 'newCase')).toEqual([])
  await now().until(START + HOUR)
  expect(await kinds(now().leader.at, 'newCase')).toMatchObject([
    { at: START + 15 * MINUTE, notice: { buttons: [{ does: 'contact' }] } },
  ])
})

test('a month of silence ends a lead; words in between begin the month anew', async () => {
  const id = await filed(now(), now().resident(), START, unplaced())
  await now().does(now().officer.at, START + 10 * DAY, async (books) => {
    await addNote(books, await held(books, id), 'added', 'reporter', '又吵了一次')
  })
  await now().until(START + 40 * DAY - 1)
  expect(await stateOf()).toEqual(['DRAFT'])
  await now().until(START + 40 * DAY)
  expect(await now().rows('disputes')).toMatchObject([{ state: 'REJECTED', end_reason: 'lapsed' }])
  expect(await now().rows('transitions')).toMatchObject([{ from: 'DRAFT', to: 'REJECTED', by: 'system' }])
})

test('an emergency is called every two minutes, from the third time to everybody, until somebody takes it', async () => {
  const { chief, other } = now()
  const id = await filed(now(), now().resident(), START, report({ danger: ['A02'], weapon: 'yes' }))
  expect(await stateOf()).toEqual(['EMERGENCY'])
  await now().until(START + 4 * MINUTE)
  expect((await kinds(chief.at, 'emergency')).map(({ at }) => (at - START) / MINUTE)).toEqual([0, 2, 4])
  expect((await kinds(now().officer.at, 'emergency')).map(({ at }) => (at - START) / MINUTE)).toEqual([4])
  // Of another village.
  expect(await kinds(other.at, 'emergency')).toEqual([])
  await now().does(chief.at, START + 5 * MINUTE, async (books) => {
    await addNote(books, await held(books, id), 'emergencyTaken', chief.person, '')
  })
  await now().until(START + HOUR)
  expect(await kinds(chief.at, 'emergency')).toHaveLength(3)
  expect(await now().waits('emergency')).toEqual([])
})

test('what was waited for on an erased case ends quietly', async () => {
  const { officer, leader } = now()
  const id = await assigned(now(), now().resident(), START)
  await now().does(officer.at, START, async (books) => {
    await books.destroyKey((await held(books, id)).row.keyId)
  })
  const before = [await now().told(officer.at), await now().told(leader.at)]
  await now().until(START + 40 * DAY)
  expect([await now().told(officer.at), await now().told(leader.at)]).toEqual(before)
  expect((await now().rows('due')).filter(({ state }) => state === 'open')).toEqual([])
})
