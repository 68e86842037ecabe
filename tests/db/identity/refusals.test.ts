// Authority at the moment of the act: what was refused leaves a trace and nothing else, and who was too late hears who was first.
import { expect, test } from 'vitest'
import { assignDispute } from '../../../db/commands/assign-dispute.ts'
import { claimDispute } from '../../../db/commands/claim-dispute.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { filed, report, wall } from '../case.ts'
import { about, act, assigned, claimed, mediating, toldOf } from '../commands/a-case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../station.ts'
import { asks, audited, staffCode } from './asking.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const presses = (from: Address, button: string, when = START) => asks(now(), from, when, 'press', { button })

/** What a turn may not touch when it is refused. */
const state = async () => {
  const tables = ['disputes', 'transitions', 'assignments', 'dispute_notes', 'due']
  return JSON.stringify(await Promise.all(tables.map((table) => now().rows(table))))
}
const buttonOf = async (to: Address, does: string): Promise<string> => {
  const cards = await toldOf(now(), to, 'assigned')
  return cards.at(-1)!.buttons.find((one) => one.does === does)!.id
}

test('forged, foreign, used, old and stale presses have no effect, and each is in the audit', async () => {
  const { officer, other, leader, mediator } = now()
  await assigned(now(), now().resident(), START)
  const accept = await buttonOf(officer.at, 'accept')
  const decline = await buttonOf(officer.at, 'decline')
  const before = await state()
  const forged = await presses(now().resident(), 'made-up')
  const foreign = [
    await presses(now().resident(), accept),
    await presses(other.at, accept),
    await presses(leader.at, accept),
    await presses(mediator.at, accept),
  ]
  // A stranger to the button is told what one is told who made it up.
  for (const one of foreign) expect(JSON.stringify(one)).toBe(JSON.stringify(forged))
  expect(await presses(officer.at, accept, START + 8 * DAY)).toMatchObject({ refused: 'button-old' })
  expect(await presses(officer.at, decline)).toMatchObject({ flow: 'decline' })
  expect(await presses(officer.at, decline)).toMatchObject({ refused: 'button-used' })
  expect(await state()).toBe(before)
  expect((await audited(now(), 'press-refused')).map(({ reason }) => reason)).toEqual([
    ...Array.from({ length: 5 }, () => 'unknown-button'),
    'button-old',
    'button-used',
  ])
})

test('a command on a case that is not theirs looks like one on a case that is not, and is in the audit', async () => {
  const id = await assigned(now(), now().resident(), START)
  const before = await state()
  const given = { dispute: id, rev: 1, reason: 'x' }
  const answers = [
    await asks(now(), now().resident(), START, 'claimDispute', { dispute: 'none', rev: 1 }),
    await asks(now(), now().resident(), START, 'claimDispute', { dispute: id, rev: 1 }),
    await asks(now(), now().resident(), START, 'declineDispute', given),
    await asks(now(), now().other.at, START, 'declineDispute', given),
    await asks(now(), now().other.at, START, 'open', { flow: 'claim', number: 'RD-2026-0001' }),
    await asks(now(), now().other.at, START, 'open', { flow: 'claim', number: 'RD-2026-0999' }),
    await asks(now(), now().resident(), START, 'listMine', {}),
    await asks(now(), now().resident(), START, 'setGroup', { group: '7/-1', alerts: true }),
  ]
  for (const one of answers) expect(JSON.stringify(one)).toBe(JSON.stringify(answers[0]))
  expect(await state()).toBe(before)
  expect(await audited(now(), 'refused')).toHaveLength(answers.length)
})

test('revoked: the next act from every one of their chats is a stranger’s', async () => {
  const { officer } = now()
  const phone = { channel: 'telegram', id: '7/1' }
  await asks(now(), phone, START, 'useCode', { code: await staffCode(now(), officer.person, START) })
  const id = await assigned(now(), now().resident(), START)
  const accept = await buttonOf(phone, 'accept')
  const given = await about(now(), id)
  await now().store.admin.revoke(officer.person, START)
  const before = await state()
  for (const from of [officer.at, phone]) {
    expect(await asks(now(), from, START, 'claimDispute', given)).toMatchObject({ refused: 'no-such-case' })
    expect(await asks(now(), from, START, 'listMine', {})).toMatchObject({ refused: 'no-such-case' })
    expect(await presses(from, accept)).toMatchObject({ refused: 'unknown-button' })
    expect(await now().store.desk.cases(from, START)).toBeNull()
  }
  expect(await asks(now(), phone, START, 'makeCode', {})).toMatchObject({ staff: false })
  expect(await state()).toBe(before)
})

const late = START + 4 * HOUR + MINUTE
const SAID = { refused: 'taken', say: { zh: 'RD-2026-0001已由示例驻村民警甲于14:13签收。' } }

test('two officers at once: one has it, and the other hears who', async () => {
  const { officer } = now()
  const woman = await now().hires('示例女民警', ['officer'])
  const id = await assigned(now(), now().resident(), START)
  const given = await about(now(), id)
  // Both have the form before them when the limit has passed.
  expect(await asks(now(), woman.at, late, 'open', { flow: 'claim', number: 'RD-2026-0001' })).toMatchObject({
    flow: 'claim',
  })
  expect(await act(now(), officer, late, claimDispute, given)).toMatchObject({ state: 'CLAIMED' })
  expect(await act(now(), woman, late + MINUTE, claimDispute, given)).toMatchObject(SAID)
  // Who could not have taken it learns nothing.
  for (const one of [now().other, now().grid, now().resident()])
    expect(await act(now(), one, late + MINUTE, claimDispute, given)).toMatchObject({
      refused: 'no-such-case',
    })
})

test('a button that is used up names who has the case, and a card of before too', async () => {
  const { officer, leader } = now()
  const woman = await now().hires('示例女民警', ['officer'])
  const id = await assigned(now(), now().resident(), START)
  const mine = await buttonOf(officer.at, 'accept')
  const assignAgain = { ...(await about(now(), id)), officer: woman.person, leader: leader.person }
  await act(now(), leader, START, assignDispute, { ...assignAgain, helpers: [], reason: '外出' })
  const hers = await buttonOf(woman.at, 'accept')
  await presses(officer.at, mine, late)
  await act(now(), officer, late, claimDispute, await about(now(), id))
  expect(await presses(woman.at, hers, late + MINUTE)).toMatchObject(SAID)
  expect(await presses(woman.at, hers, late + MINUTE)).toMatchObject(SAID)
  expect(await presses(officer.at, mine, late + MINUTE)).toMatchObject(SAID)
  expect(await presses(now().resident(), mine, late + MINUTE)).toMatchObject({ refused: 'unknown-button' })
})

test('who comes second to an emergency hears it at the press', async () => {
  const { officer, chief } = now()
  const id = await filed(now(), now().resident(), START, report({ danger: ['A02'], weapon: 'yes' }))
  const card = (await toldOf(now(), chief.at, 'emergency'))[0]!
  await act(now(), officer, START, claimDispute, await about(now(), id))
  expect(await presses(chief.at, card.buttons[0]!.id, START + MINUTE)).toMatchObject({
    refused: 'taken',
    say: { zh: 'RD-2026-0001已由示例驻村民警甲于10:12签收。' },
  })
})

test('the reporter hears who has it: whoever accepts, takes the emergency, or takes over', async () => {
  const { officer, other, leader } = now()
  const taken = async (from: Address) => (await toldOf(now(), from, 'taken')).map((one) => one.officer)
  const [first, second] = [now().resident(), now().resident()]
  const id = await mediating(now(), first, START)
  expect(await taken(first)).toEqual(['示例驻村民警甲'])
  const given = { ...(await about(now(), id)), officer: other.person, leader: leader.person, helpers: [] }
  await act(now(), leader, START, assignDispute, { ...given, reason: '外出' })
  expect(await taken(first)).toEqual(['示例驻村民警甲', '示例驻村民警乙'])
  expect((await toldOf(now(), first, 'taken')).at(-1)?.contactBy).toBeNull()
  const alarm = await filed(now(), second, START, wall({ danger: ['A02'] }))
  await act(now(), officer, START, claimDispute, await about(now(), alarm))
  expect(await taken(second)).toEqual(['示例驻村民警甲'])
})

test('my cases: one’s own that are open, the gravest first, and the reading is in the audit', async () => {
  const { officer, other, grid, mediator } = now()
  await claimed(now(), now().resident(), START, report({ danger: [], grudgeYears: null }))
  await claimed(now(), now().resident(), START + MINUTE)
  await filed(now(), now().resident(), START)
  const mine = await asks(now(), officer.at, START + HOUR, 'listMine', {})
  expect(mine).toMatchObject({
    offset: 480,
    cases: [
      { number: 'RD-2026-0002', level: 'YELLOW', state: { zh: '已签收' }, overdue: false },
      { number: 'RD-2026-0001', level: 'BLUE' },
    ],
  })
  expect(await audited(now(), 'read-cases')).toHaveLength(1)
  for (const one of [other, grid])
    expect(await asks(now(), one.at, START, 'listMine', {})).toMatchObject({ cases: [] })
  expect(await asks(now(), mediator.at, START, 'listMine', {})).toHaveProperty('cases')
})
