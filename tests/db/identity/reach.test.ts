// Whether somebody can be written to, and what they changed of what they had said.
import { expect, test } from 'vitest'
import type { Address } from '../../../flows/core/ports.ts'
import { filed, report } from '../case.ts'
import { claimed, toldOf } from '../commands/a-case.ts'
import { at, HOUR, station } from '../station.ts'
import { asks, audited } from './asking.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const reach = (from: Address, reachable: boolean, when = START) =>
  asks(now(), from, when, 'noteReach', { reachable })
const unreachable = async () =>
  (await now().rows('addresses')).filter((row) => row.unreachable_since !== null).length

test('blocked with an open case is one task for its officer, and over when the person is back', async () => {
  const from = now().resident()
  await claimed(now(), from, START)
  expect(await reach(from, false)).toEqual({ noted: true })
  expect(await reach(from, false, START + HOUR)).toEqual({ noted: false })
  expect(await toldOf(now(), now().officer.at, 'undelivered')).toMatchObject([
    { why: 'blocked', facts: { number: 'RD-2026-0001' } },
  ])
  expect(await unreachable()).toBe(1)
  expect(await reach(from, true)).toEqual({ noted: true })
  expect(await reach(from, true)).toEqual({ noted: false })
  expect(await unreachable()).toBe(0)
  expect([await audited(now(), 'unreachable'), await audited(now(), 'reachable')]).toEqual([[{}], [{}]])
})

test('without an open case it is noted and nobody is troubled', async () => {
  const from = now().resident()
  expect(await reach(from, false)).toEqual({ noted: true })
  for (const { at: to } of [now().chief, now().leader, now().officer])
    expect(await toldOf(now(), to, 'undelivered')).toEqual([])
})

test('where officers lead it goes first, and to those who may know', async () => {
  const from = now().resident()
  await filed(now(), from, START, report({ category: 'MF-DV', danger: [] }))
  await reach(from, false)
  const [row] = (await now().rows('outbox')).filter(({ priority }) => Number(priority) === 40)
  expect(row).toBeDefined()
  expect(await toldOf(now(), now().leader.at, 'undelivered')).toHaveLength(1)
  expect(await toldOf(now(), now().officer.at, 'undelivered')).toEqual([])
})

const corrects = (from: Address, dispute: string | null, was: string | null, text: string) =>
  asks(now(), from, START, 'keepCorrection', { dispute, was, text })

test('a correction keeps both wordings, sealed, and the officer is told to read it', async () => {
  const { officer, store } = now()
  const from = now().resident()
  const id = await claimed(now(), from, START)
  expect(await corrects(from, id, '他推了我', '他打了我')).toEqual({ dispute: id, number: 'RD-2026-0001' })
  expect(await corrects(from, id, null, '是昨天晚上')).toMatchObject({ dispute: id })
  const notes = (await now().rows('dispute_notes')).filter(({ kind }) => kind === 'correction')
  expect(notes).toHaveLength(2)
  expect(JSON.stringify(notes)).not.toMatch(/推了|打了|昨天/)
  const log = (await store.desk.story(officer.at, 'RD-2026-0001', START))?.log ?? []
  const texts = log.filter(({ what }) => what.zh === '更正').map(({ text }) => text)
  expect(new Set(texts)).toEqual(new Set(['→ 是昨天晚上', '他推了我\n→ 他打了我']))
  expect(await toldOf(now(), officer.at, 'added')).toHaveLength(2)
})

test('only one’s own case is corrected, and nothing where nothing changed', async () => {
  const from = now().resident()
  const id = await claimed(now(), from, START)
  const none = { kept: false }
  expect(await corrects(now().resident(), id, 'x', 'y')).toEqual(none)
  expect(await corrects(now().officer.at, id, 'x', 'y')).toEqual(none)
  expect(await corrects(from, null, 'x', 'y')).toEqual(none)
  expect(await corrects(from, id, 'x', 'x')).toEqual(none)
  expect(await corrects(from, id, 'x', ' ')).toEqual(none)
  expect((await now().rows('dispute_notes')).some(({ kind }) => kind === 'correction')).toBe(false)
})
