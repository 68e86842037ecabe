// The calendar of duty: who is called at night, what they may do while it is theirs, and how it is brought in.

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { stations } from '../../../db/schema/index.ts'
import { filed, report } from '../case.ts'
import { toldOf } from '../commands/a-case.ts'
import { at, HOUR, MINUTE, type Station, station } from '../station.ts'
import { asks, audited } from './asking.ts'

const START = at('2026-12-01', '10:00')
const NIGHT = at('2026-12-01', '23:00')
const now = station(START)

const roster = (list: { name: string; from: string; until: string }[]) =>
  now().store.admin.importDuty(list, START)
const night = (name: string) => ({ name, from: '2026-12-01 20:00', until: '2026-12-02 08:00' })
const onDuty = (when: number) =>
  now().does(now().chief.at, when, async (books) =>
    (await books.people({ roles: ['duty'], active: true })).map(({ name }) => name),
  )

test('on shift is on duty, whatever else one is; beside a shift the role is', async () => {
  await now().hires('示例值班民警', ['officer', 'duty'])
  expect(await onDuty(NIGHT)).toEqual(['示例值班民警'])
  await roster([night('示例驻村民警乙')])
  expect(await onDuty(NIGHT)).toEqual(['示例驻村民警乙'])
  expect(await onDuty(at('2026-12-01', '20:00'))).toEqual(['示例驻村民警乙'])
  expect(await onDuty(at('2026-12-01', '20:00') - 1)).toEqual(['示例值班民警'])
  expect(await onDuty(at('2026-12-02', '08:00') - 1)).toEqual(['示例驻村民警乙'])
  expect(await onDuty(at('2026-12-02', '08:00'))).toEqual(['示例值班民警'])
})

test('who has left or is away leaves the duty to the role', async () => {
  await now().hires('示例值班民警', ['officer', 'duty'])
  await roster([night('示例驻村民警乙')])
  await now().store.admin.revoke(now().other.person, START)
  expect(await onDuty(NIGHT)).toEqual(['示例值班民警'])
})

test('an emergency at night calls who is on shift, and they may take it; after the shift they may not', async () => {
  const { other } = now()
  const duty = await now().hires('示例值班民警', ['duty'])
  await roster([night('示例驻村民警乙')])
  // Of the other village, and so none of theirs by day.
  await filed(
    now(),
    now().resident(),
    NIGHT,
    report({ place: { village: 'jia', text: '' }, danger: ['A02'] }),
  )
  expect(await toldOf(now(), other.at, 'emergency')).toEqual([])
  const shift = await now().hires('示例夜班辅警', ['grid'])
  await roster([night('示例夜班辅警')])
  await now().until(NIGHT + 2 * MINUTE)
  const [card] = await toldOf(now(), shift.at, 'emergency')
  expect(card).toMatchObject({ buttons: [{ does: 'accept' }, { does: 'calm' }] })
  expect(await toldOf(now(), duty.at, 'emergency')).toEqual([])
  const opened = await asks(now(), shift.at, NIGHT + 3 * MINUTE, 'press', { button: card!.buttons[0]!.id })
  expect(opened).toMatchObject({ flow: 'claim' })
  const day = at('2026-12-02', '09:00')
  expect(await asks(now(), shift.at, day, 'press', { button: card!.buttons[1]!.id })).toMatchObject({
    refused: 'no-such-case',
  })
})

test('an emergency that nobody takes reaches the township at the fourth call', async () => {
  const township = await now().hires('示例镇综治办', ['township'], ['jia'])
  await filed(now(), now().resident(), START, report({ danger: ['A02'], weapon: 'yes' }))
  await now().until(START + 6 * MINUTE - 1)
  expect(await toldOf(now(), township.at, 'emergency')).toEqual([])
  await now().until(START + 8 * MINUTE)
  expect(await toldOf(now(), township.at, 'emergency')).toMatchObject([{ buttons: [] }, { buttons: [] }])
  // It reads nothing of the case, and takes nothing.
  expect(await now().store.desk.story(township.at, 'RD-2026-0001', START)).toBeNull()
  expect(await now().store.desk.cases(township.at, START)).toEqual([])
})

test('where officers lead the township is told nothing', async () => {
  const township = await now().hires('示例镇综治办', ['township'], ['jia'])
  await filed(now(), now().resident(), START, report({ category: 'MF-DV', danger: ['A03'] }))
  await now().until(START + 20 * MINUTE)
  expect(await now().told(township.at)).toEqual([])
})

const shifts = async (s: Station) =>
  (await s.store.admin.listDuty(START)).shifts.map(({ name, begins }) => [name, (begins - START) / HOUR])

test('a file covers its time and leaves the rest; twice is once', async () => {
  const later = { name: '示例驻村民警甲', from: '2026-12-05 20:00', until: '2026-12-06 08:00' }
  expect(await roster([night('示例驻村民警乙'), night('示例驻村民警甲'), later])).toEqual({ shifts: 3 })
  await roster([night('示例驻村民警乙'), night('示例驻村民警甲'), later])
  expect(await shifts(now())).toHaveLength(3)
  await now().store.admin.importDuty({ duty: [night('示例副所长')] }, START)
  expect(await shifts(now())).toEqual([
    ['示例副所长', 10],
    ['示例驻村民警甲', 106],
  ])
  expect(await now().store.admin.listDuty(NIGHT)).toMatchObject({
    calendar: true,
    shifts: [{ now: true }, { now: false }],
  })
  expect(await now().store.admin.listDuty(START)).toMatchObject({ calendar: false })
  expect(await audited(now(), 'duty-imported')).toHaveLength(3)
})

test('the station’s file may hold it; a file without it leaves it alone', async () => {
  const file = {
    name: '示例派出所',
    phone: '110',
    demo: true,
    people: [{ name: '示例值班员', roles: ['cadre'] }],
  }
  await now().store.admin.importStation({ ...file, duty: [night('示例值班员')] }, START)
  expect(await onDuty(NIGHT)).toEqual(['示例值班员'])
  await now().store.admin.importStation(file, START)
  expect(await onDuty(NIGHT)).toEqual(['示例值班员'])
})

test('what does not fit is refused in a sentence, and nothing of it stays', async () => {
  const refused = (file: object, why: RegExp) =>
    expect(now().store.admin.importDuty(file as never, START)).rejects.toThrow(why)
  await refused([night('没有这个人')], /Nobody here is/)
  await refused([{ ...night('示例所长'), until: '2026-12-01 20:00' }], /does not end after/)
  await refused([{ ...night('示例所长'), from: '2026-13-01 20:00' }], /no such time/)
  await refused([{ ...night('示例所长'), from: '2026-12-01' }], /does not fit/)
  await refused({ people: [] }, /does not fit/)
  await now().hires('示例所长', ['cadre'])
  await refused([night('示例驻村民警甲'), night('示例所长')], /Several people/)
  expect(await shifts(now())).toEqual([])
  await now().does(now().chief.at, START, async (books) => {
    const [row] = await books.tx.select().from(stations).where(eq(stations.id, books.station.id))
    expect(row?.name).toBe('示例派出所')
  })
})
