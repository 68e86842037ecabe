// 报案: from what was told to a case, its level, its limits, and who hears of it.
import { expect, test } from 'vitest'
import { fileDispute } from '../../../../db/commands/file-dispute.ts'
import type { Address } from '../../../../flows/core/ports.ts'
import type { Report } from '../../../../flows/intake/commands.ts'
import { wall } from '../../case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../../station.ts'
import { act, caseRow, dueKeys, pathOf, toldOf } from '../a-case.ts'
import { bullying, fungus, noise, violence } from './stories.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

let talks = 0
const file = (from: Address, report: Report, when = START, conversation = `talk-${talks++}`) =>
  act(now(), from, when, fileDispute, { conversation, report, quiet: false })
const words = async () => JSON.stringify(await now().rows('outbox'))

test('a wall over the boundary is registered, graded YELLOW and shown to the leader', async () => {
  const from = now().resident()
  const result = await file(from, wall())
  const row = await caseRow(now(), result.dispute)
  expect(result).toEqual({
    dispute: row.id,
    number: 'RD-2026-0001',
    level: 'YELLOW',
    state: 'SCREENING',
    contactBy: START + DAY,
  })
  expect(row).toMatchObject({ category: 'NB-WL', village: 'jia', state: 'SCREENING', source: 'chat' })
  expect(await pathOf(now(), result.dispute)).toEqual(['REPORTED', 'SCREENING'])
  expect(await toldOf(now(), now().leader.at, 'newCase')).toMatchObject([
    { facts: { number: 'RD-2026-0001', level: 'YELLOW' }, buttons: [{ does: 'screen' }, { does: 'refer' }] },
  ])
  expect(await dueKeys(now(), 'contact')).toEqual([`contact:${result.dispute}`])
  expect(await now().rows('gradings')).toMatchObject([{ level: 'YELLOW', score: 20, by: 'bot' }])
})

test('what was told is sealed: nothing personal lies in any row', async () => {
  await file(now().resident(), wall())
  for (const table of ['disputes', 'parties', 'dispute_notes', 'gradings', 'audit', 'due', 'outbox']) {
    const rows = JSON.stringify(await now().rows(table))
    for (const word of ['邻居修墙', '13900000001']) expect(rows, table).not.toContain(word)
  }
  expect(new Set((await now().rows('parties')).map(({ side }) => side))).toEqual(new Set(['A', 'B']))
})

test('violence in the family is an emergency by itself, kept apart, and nobody on the other side hears', async () => {
  const from = now().resident()
  const late = at('2026-12-03', '22:40')
  const result = await file(from, violence(), late)
  expect(result).toMatchObject({ level: 'RED', state: 'EMERGENCY', contactBy: late + 10 * MINUTE })
  expect(await now().rows('gradings')).toMatchObject([{ score: 80, level: 'RED' }])
  expect(await pathOf(now(), result.dispute)).toEqual(['EMERGENCY'])
  const parties = await now().rows('parties')
  expect(parties.find(({ side }) => side === 'A')).toMatchObject({ at_risk: true })
  const mine = parties.find(({ side }) => side === 'A')?.address_id
  expect((await now().rows('conversations')).find((one) => one.address_id === mine)).toMatchObject({
    at_risk: true,
  })
  expect(await toldOf(now(), now().chief.at, 'emergency')).toHaveLength(1)
  expect(await now().waits('emergency')).toHaveLength(1)
  // Whatever is said to her from now on is said once; before an alarm is delivered she is promised nothing.
  const sent = await now().rows('outbox')
  expect(sent.filter(({ address_id }) => address_id === mine)).toEqual([])
  expect(sent.some(({ after_address }) => after_address === mine)).toBe(true)
  expect(parties.find(({ side }) => side === 'B')?.address_id).toBeNull()
  expect(await toldOf(now(), from, 'taken')).toEqual([])
})

test('she hears that the duty officer knows only when an alarm was delivered, and then once', async () => {
  const from = now().resident()
  await file(from, violence())
  expect(await toldOf(now(), from, 'emergencyTold')).toEqual([])
  for (const parcel of await now().store.outbox.claim(START + MINUTE, 20, MINUTE))
    await now().store.outbox.delivered(parcel.id, START + MINUTE)
  expect(await toldOf(now(), from, 'emergencyTold')).toHaveLength(1)
  const parcels = await now().store.outbox.since(from, 0, 10)
  expect(parcels.map((one) => one.class)).toEqual(['once'])
})

test('a child who is beaten at school is ORANGE and restricted: officers who do not answer for it see no card', async () => {
  const result = await file(now().resident(), bullying())
  expect(result).toMatchObject({ level: 'ORANGE', state: 'SCREENING' })
  expect(await toldOf(now(), now().officer.at, 'newCase')).toEqual([])
  expect(await toldOf(now(), now().chief.at, 'newCase')).toHaveLength(1)
})

test('without a village it is a lead that is looked after in a quarter of an hour', async () => {
  const result = await file(now().resident(), noise({ place: null }))
  expect(result.state).toBe('DRAFT')
  expect((await now().waits('lead')).map(({ at: when }) => when)).toEqual([START + 15 * MINUTE])
  expect(await now().waits('lapse')).toHaveLength(1)
  expect(await toldOf(now(), now().leader.at, 'newCase')).toEqual([])
})

test('a lead that may be dangerous is shown at once', async () => {
  const result = await file(now().resident(), fungus({ place: null }), at('2027-06-02', '09:30'))
  expect(result).toMatchObject({ state: 'DRAFT', level: 'ORANGE' })
  expect(await toldOf(now(), now().chief.at, 'newCase')).toHaveLength(1)
})

test('the same conversation files once; what it brings later is brought into the same case', async () => {
  const from = now().resident()
  const first = await file(from, wall({ place: null }), START, 'one talk')
  const second = await file(from, wall(), START + MINUTE, 'one talk')
  expect(second).toMatchObject({ dispute: first.dispute, number: first.number, state: 'SCREENING' })
  expect(await now().rows('disputes')).toHaveLength(1)
})

test('a second report of one matter is linked, counted and shown to a person; nothing is merged', async () => {
  const from = now().resident()
  const first = await file(from, wall())
  const second = await file(from, wall(), START + 2 * DAY)
  expect(second.number).toBe('RD-2026-0002')
  expect(await now().rows('dispute_links')).toMatchObject([
    { dispute_id: second.dispute, other_id: first.dispute, kind: 'maybe-same' },
  ])
  expect(await toldOf(now(), now().leader.at, 'alike')).toMatchObject([
    { facts: { number: second.number }, other: first.number },
  ])
  const codes = JSON.stringify(
    (await now().rows('gradings')).find((one) => one.dispute_id === second.dispute),
  )
  expect(codes).toContain('E01')
  expect(await caseRow(now(), first.dispute)).toMatchObject({ state: 'SCREENING' })
})

test('who has a case does not by a second report learn of one that is kept apart', async () => {
  const from = now().resident()
  await file(from, bullying())
  await file(from, bullying(), START + 2 * HOUR)
  for (const { at: to } of [now().officer, now().other, now().mediator, now().grid])
    expect(await toldOf(now(), to, 'alike')).toEqual([])
  expect((await toldOf(now(), now().chief.at, 'alike')).length).toBeGreaterThan(0)
})

test('a voice waits for a listener', async () => {
  const voice = { id: 'none-of-theirs', type: 'audio/amr', seconds: 18 }
  await file(now().resident(), fungus({ narrative: { text: '', files: [voice] } }))
  const told = [now().leader, now().chief].map(({ at: to }) => toldOf(now(), to, 'voice'))
  expect((await Promise.all(told)).flat().length).toBeGreaterThan(0)
  expect(await words()).not.toContain('audio/amr')
})

test('a colleague who registers it for somebody is no side, and is told nothing only once', async () => {
  const { grid } = now()
  const result = await file(grid.at, violence())
  expect(await caseRow(now(), result.dispute)).toMatchObject({ source: 'desk', state: 'EMERGENCY' })
  const side = (await now().rows('parties')).find((one) => one.side === 'A')
  expect(side).toMatchObject({ address_id: null, at_risk: true })
  expect((await now().rows('conversations')).some((one) => one.at_risk)).toBe(false)
})
