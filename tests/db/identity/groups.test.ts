// Groups of staff: who makes one, what it is told, and what it is never told.
import { expect, test } from 'vitest'
import type { Address } from '../../../flows/core/ports.ts'
import { render } from '../../../flows/notices/index.ts'
import { assigned, filed, performing, report, wall } from '../case.ts'
import { claimed, toldOf } from '../commands/a-case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../station.ts'
import { asks, audited, staffCode } from './asking.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const GROUP: Address = { channel: 'telegram', id: '7/-100200' }

/** A private chat of a colleague on the platform of the group. */
async function phoneOf(person: string, id: string): Promise<Address> {
  const phone = { channel: 'telegram', id }
  await asks(now(), phone, START, 'useCode', { code: await staffCode(now(), person, START) })
  return phone
}
const sets = (from: Address, group: string, alerts = true) =>
  asks(now(), from, START, 'setGroup', { group, alerts })

async function grouped(): Promise<Address> {
  const chief = await phoneOf(now().chief.person, '7/1')
  await sets(chief, GROUP.id)
  return chief
}

const heard = async () => (await toldOf(now(), GROUP, 'groupAlert')).map(({ about }) => about)

test('the chief or a leader makes a group and ends it; to everybody else it looks like nothing', async () => {
  const { chief, leader, officer, mediator, grid } = now()
  const stranger = { channel: 'telegram', id: '7/900' }
  for (const one of [officer, mediator, grid]) {
    const phone = await phoneOf(one.person, `7/${one.person}`)
    expect(await sets(phone, GROUP.id)).toMatchObject({ refused: 'no-such-case' })
  }
  expect(await sets(stranger, GROUP.id)).toMatchObject({ refused: 'no-such-case' })
  expect(await toldOf(now(), GROUP, 'groupAlert')).toEqual([])
  const [first, second] = [await phoneOf(chief.person, '7/1'), await phoneOf(leader.person, '7/2')]
  expect(await sets(first, GROUP.id)).toEqual({ set: true })
  expect(await sets(second, GROUP.id)).toEqual({ set: false })
  expect(await sets(second, GROUP.id, false)).toEqual({ set: true })
  expect(await sets(first, GROUP.id, false)).toEqual({ set: false })
  expect(await audited(now(), 'group-added')).toEqual([{ by: chief.person }])
  expect(await audited(now(), 'group-ended')).toEqual([{ by: leader.person }])
  expect(await audited(now(), 'refused')).toHaveLength(4)
})

test('another bot’s or team’s group, one’s own chat, or a person’s chat becomes no group', async () => {
  const chief = await phoneOf(now().chief.person, '7/1')
  const resident = { channel: 'telegram', id: '7/55' }
  await filed(now(), resident, START)
  for (const id of ['8/-100200', '7/1', '7/55', '-100200', ''])
    expect(await sets(chief, id), id).toEqual({ set: false })
  expect(await sets(now().chief.at, 'resident/1')).toEqual({ set: false })
  expect((await now().rows('addresses')).some((row) => row.is_group)).toBe(false)
})

test('what staff are called for, a group hears of: what, how grave, where, by when, and the words to type', async () => {
  await grouped()
  await claimed(now(), now().resident(), START, wall())
  const [alert] = await toldOf(now(), GROUP, 'groupAlert')
  expect(alert).toMatchObject({
    about: 'newCase',
    facts: { number: 'RD-2026-0001', level: 'YELLOW', village: '示例甲村' },
    due: START + 24 * HOUR,
  })
  expect(render(alert!, 'zh')).toEqual({
    kind: 'card',
    text: '【新纠纷·黄】RD-2026-0001｜邻里·院墙、地界（宅基以内）｜示例甲村\n期限：11月26日 10:12',
    rows: [{ label: '要办，请私聊机器人发', value: '研判 RD-2026-0001' }],
    buttons: [],
    twin: null,
    tone: 'YELLOW',
  })
  const [parcel] = (await now().rows('outbox')).filter((row) => row.dispute_id !== null && row.live === false)
  expect(parcel).toBeDefined()
})

test('late acceptance, late contact, a rise, an overdue duty and an emergency reach it too', async () => {
  await grouped()
  await assigned(now(), now().resident(), START)
  await now().until(START + 30 * HOUR)
  expect(new Set(await heard())).toEqual(new Set(['newCase', 'notAccepted', 'contactLate']))
  await filed(now(), now().resident(), START + 30 * HOUR, report({ danger: ['A02'], weapon: 'yes' }))
  expect(await heard()).toContain('emergency')
  await now().until(START + 30 * HOUR + 4 * MINUTE)
  expect((await heard()).filter((about) => about === 'emergency')).toHaveLength(3)
})

test('a duty that is overdue', async () => {
  await grouped()
  const owed = [{ what: '退还一尺', due: '2026-12-20' }]
  await performing(now(), { from: now().resident(), now: START, owed })
  await now().until(at('2026-12-21', '12:00'))
  expect(await toldOf(now(), GROUP, 'groupAlert')).toContainEqual(
    expect.objectContaining({ about: 'dutyOverdue', does: 'duty' }),
  )
})

test('never a name, a reason or a word that anybody said', async () => {
  await grouped()
  const told = wall({
    name: '甲方姓名',
    counterpart: '乙方姓名',
    narrative: { text: '他推了我一把。', files: [] },
  })
  await assigned(now(), now().resident(), START, told)
  await now().until(START + 2 * DAY)
  const later = START + 2 * DAY
  await filed(now(), now().resident(), later, report({ danger: ['A02'], weapon: 'yes', name: '甲方姓名' }))
  const said = JSON.stringify((await now().told(GROUP)).map(({ notice }) => render(notice, 'zh')))
  expect(said).not.toMatch(/姓名|推了|持刀|凶器|示例(副)?所长|示例驻村民警/)
  expect((await now().told(GROUP)).every(({ notice }) => notice.kind === 'groupAlert')).toBe(true)
})

test('a complaint about the police is not told at all; where officers lead, neither kind nor place', async () => {
  await grouped()
  await filed(now(), now().resident(), START, report({ category: 'AD-PO', danger: ['A09'] }))
  await now().until(START + 3 * DAY)
  expect(await heard()).toEqual([])
  await filed(now(), now().resident(), START + 3 * DAY, report({ category: 'MF-DV', danger: ['A03'] }))
  const alerts = await toldOf(now(), GROUP, 'groupAlert')
  expect(alerts.length).toBeGreaterThan(0)
  for (const alert of alerts) {
    expect(alert.facts).toMatchObject({ category: { zh: '需民警处理' }, village: null })
    expect(JSON.stringify([render(alert, 'zh'), render(alert, 'en')])).not.toMatch(/家|暴|甲村|iolence|amily/)
  }
})

test('nobody speaks from a group', async () => {
  await grouped()
  const { officer } = now()
  const code = await staffCode(now(), officer.person, START)
  expect(await asks(now(), GROUP, START, 'useCode', { code })).toMatchObject({ refused: 'no-such-case' })
  expect(await asks(now(), GROUP, START, 'callHuman', { dispute: null })).toMatchObject({
    refused: 'no-such-case',
  })
  expect(await now().store.desk.whoIs(GROUP)).toBeNull()
  expect(await asks(now(), now().resident(), START, 'useCode', { code })).toMatchObject({ as: 'staff' })
})
