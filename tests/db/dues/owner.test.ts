// A case that nobody has taken is called for until somebody has, whoever leaves; and an end is told to whoever told us of it.
import { expect, test } from 'vitest'
import { assignDispute } from '../../../db/commands/assign-dispute.ts'
import { claimDispute } from '../../../db/commands/claim-dispute.ts'
import { recordContact } from '../../../db/commands/record-contact.ts'
import { screenDispute } from '../../../db/commands/screen-dispute.ts'
import { stopMessages } from '../../../db/commands/stop-messages.ts'
import { filed, report, wall } from '../case.ts'
import {
  about,
  act,
  assigned,
  caseRow,
  claimed,
  contact,
  nothingInTheWay,
  toldOf,
} from '../commands/a-case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

test('after the ladder an assignment is called for every day, to the officer, the leader and the chief', async () => {
  const { officer, leader, chief } = now()
  await assigned(now(), now().resident(), START)
  // YELLOW: four working hours, and three times as many; what is due by night waits for the morning.
  const morning = at('2026-11-26', '12:00')
  await now().until(morning)
  expect(await now().waits('accept')).toEqual([])
  const before = (await toldOf(now(), chief.at, 'notAccepted')).length
  await now().until(morning + 2 * DAY)
  for (const to of [officer.at, leader.at, chief.at]) {
    const calls = await toldOf(now(), to, 'notAccepted')
    expect((calls.at(-1)?.hours ?? 0) - (calls.at(-2)?.hours ?? 0)).toBe(24)
  }
  expect((await toldOf(now(), chief.at, 'notAccepted')).length).toBe(before + 2)
  expect(await now().waits('owner')).toHaveLength(1)
})

test('a case that somebody talked to the people about, and nobody took, is called for by its level and every day', async () => {
  const { officer, leader, chief } = now()
  const id = await filed(now(), now().resident(), START)
  await act(now(), officer, START + HOUR, recordContact, {
    ...(await about(now(), id)),
    ...contact({ rightsRead: 'no' }),
  })
  // YELLOW: four working hours from eleven past eleven.
  await now().until(START + 2 * DAY)
  for (const to of [leader.at, chief.at])
    expect((await toldOf(now(), to, 'next')).length).toBeGreaterThanOrEqual(2)
  expect((await toldOf(now(), leader.at, 'next')).at(-1)).toMatchObject({
    state: 'SCREENING',
    buttons: [{ does: 'screen' }, { does: 'refer' }],
  })
})

test('who was given a case under way has taken it by doing something about it, and not by reading it', async () => {
  const { officer, other, leader, chief } = now()
  const id = await claimed(now(), now().resident(), START)
  const hand = START + HOUR
  await act(now(), chief, hand, assignDispute, {
    ...(await about(now(), id)),
    officer: other.person,
    leader: leader.person,
    helpers: [],
    reason: '休假',
  })
  await now().store.desk.story(other.at, String((await caseRow(now(), id)).number), hand + MINUTE)
  await now().until(hand + DAY)
  expect(await toldOf(now(), other.at, 'notAccepted')).toMatchObject([{ buttons: [{ does: 'contact' }] }])
  expect(await toldOf(now(), officer.at, 'notAccepted')).toEqual([])
  await act(now(), other, hand + DAY, recordContact, { ...(await about(now(), id)), ...contact() })
  await now().until(hand + 4 * DAY)
  expect(await toldOf(now(), other.at, 'notAccepted')).toHaveLength(1)
  expect(await now().waits('owner')).toEqual([])
})

test('the cases of a leader who leaves go to the chief, and those of an officer are called for', async () => {
  const { leader, officer, chief, store } = now()
  const id = await claimed(now(), now().resident(), START)
  await store.admin.revoke(leader.person, START + HOUR)
  expect(await caseRow(now(), id)).toMatchObject({ leader_id: chief.person, officer_id: officer.person })
  expect(await now().waits('owner')).toEqual([])
  await store.admin.revoke(officer.person, START + 2 * HOUR)
  expect(await now().waits('owner')).toHaveLength(1)
  expect((await toldOf(now(), chief.at, 'next')).at(-1)).toMatchObject({ buttons: [{ does: 'assign' }] })
})

test('an emergency whose officer leaves is called out again', async () => {
  const { officer, chief, store } = now()
  const id = await filed(now(), now().resident(), START, wall({ danger: ['A02'] }))
  await act(now(), officer, START + MINUTE, claimDispute, await about(now(), id))
  expect(await now().waits('emergency')).toEqual([])
  const before = (await toldOf(now(), chief.at, 'emergency')).length
  await store.admin.revoke(officer.person, START + 5 * MINUTE)
  expect((await toldOf(now(), chief.at, 'emergency')).length).toBe(before + 1)
  expect(await now().waits('emergency')).toMatchObject([{ at: START + 7 * MINUTE }])
  // Somebody else may take it now.
  await act(now(), chief, START + 6 * MINUTE, claimDispute, await about(now(), id))
  expect(await now().waits('emergency')).toEqual([])
})

const reject = async (id: string) => ({
  ...(await about(now(), id)),
  decision: 'reject' as const,
  category: null,
  track: null,
  reason: '不归派出所管',
  answers: nothingInTheWay(),
})

test('an end is told in chat, or by an officer; by night it waits for the morning', async () => {
  const { officer, chief, leader } = now()
  const [first, second] = [now().resident(), now().resident()]
  const told = await filed(now(), first, START)
  await act(now(), officer, START, screenDispute, await reject(told))
  expect(await caseRow(now(), told)).toMatchObject({ state: 'REJECTED', end_told_at: START })
  const late = at('2026-11-25', '23:30')
  const waits = await filed(now(), first, START)
  await act(now(), officer, late, screenDispute, await reject(waits))
  expect(await caseRow(now(), waits)).toMatchObject({ end_told_at: null })
  const stopped = await filed(now(), second, START)
  await act(now(), second, START + HOUR, stopMessages, { dispute: stopped })
  await act(now(), officer, late, screenDispute, await reject(stopped))
  expect(await caseRow(now(), stopped)).toMatchObject({ end_told_at: late })
  // Nobody has the case: those who lead have the task.
  for (const to of [chief.at, leader.at])
    expect(await toldOf(now(), to, 'undelivered')).toMatchObject([{ why: 'stopped' }])
  await now().until(late + DAY)
  expect((await toldOf(now(), first, 'refusedCase')).length).toBe(2)
  expect((await caseRow(now(), waits)).end_told_at).toBeGreaterThan(late)
})

test('whoever began to tell something and never finished hears that it is put aside', async () => {
  const reporter = now().resident()
  const id = await filed(now(), reporter, START, report({ place: null }))
  await now().until(START + 31 * DAY)
  const { state, number, end_told_at } = await caseRow(now(), id)
  expect(state).toBe('REJECTED')
  expect(await toldOf(now(), reporter, 'lapsed')).toMatchObject([{ number, filed: START }])
  expect(end_told_at).toBe(START + 30 * DAY)
})
