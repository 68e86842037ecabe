// Whose case it is: assigned, accepted, handed back, taken over.
import { expect, test } from 'vitest'
import { assignDispute } from '../../../../db/commands/assign-dispute.ts'
import { claimDispute } from '../../../../db/commands/claim-dispute.ts'
import { declineDispute } from '../../../../db/commands/decline-dispute.ts'
import { filed, wall } from '../../case.ts'
import { at, HOUR, MINUTE, station } from '../../station.ts'
import {
  about,
  act,
  assigned,
  caseRow,
  claimed,
  dueKeys,
  mediating,
  pathOf,
  screened,
  toldOf,
} from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const people = (more: object = {}) => {
  const { officer, leader } = now()
  return { officer: officer.person, leader: leader.person, helpers: [] as string[], reason: null, ...more }
}
const orange = () => wall({ headcount: 12 })

test('an assignment names two people, runs the limit of its level and tells the officer', async () => {
  const { officer, leader, grid } = now()
  const id = await screened(now(), now().resident(), START)
  const given = { ...(await about(now(), id)), ...people({ helpers: [grid.person] }) }
  const result = await act(now(), leader, START, assignDispute, given)
  // YELLOW: four working hours.
  const acceptBy = START + 4 * HOUR
  expect(result).toMatchObject({ state: 'ASSIGNED', officer: officer.person, acceptBy })
  expect(await caseRow(now(), id)).toMatchObject({
    officer_id: officer.person,
    leader_id: leader.person,
  })
  expect(await now().rows('assignments')).toMatchObject([
    { officer_id: officer.person, leader_id: leader.person, helpers: [grid.person], ended_at: null },
  ])
  expect(await toldOf(now(), officer.at, 'assigned')).toMatchObject([
    { facts: { number: 'RD-2026-0001' }, buttons: [{ does: 'accept' }, { does: 'decline' }] },
  ])
  expect(await toldOf(now(), grid.at, 'next')).toMatchObject([{ state: 'ASSIGNED', buttons: [] }])
  expect(await now().waits('accept')).toMatchObject([{ key: `accept:${id}`, at: acceptBy }])
})

test('one person cannot be both, and each must be what they are named for', async () => {
  const { officer, leader, mediator } = now()
  const id = await screened(now(), now().resident(), START)
  const assign = async (more: object) =>
    act(now(), leader, START, assignDispute, { ...(await about(now(), id)), ...people(more) })
  expect(await assign({ officer: leader.person })).toMatchObject({ refused: 'nobody' })
  expect(await assign({ officer: mediator.person })).toMatchObject({ refused: 'wrong-person' })
  expect(await assign({ leader: officer.person })).toMatchObject({ refused: 'wrong-person' })
  expect(await assign({ helpers: ['nobody'] })).toMatchObject({ refused: 'wrong-person' })
  await now().store.admin.revoke(officer.person, START)
  expect(await assign({})).toMatchObject({ refused: 'wrong-person' })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'ACCEPTED', officer_id: null })
})

test('only a leader assigns', async () => {
  const { officer } = now()
  const id = await screened(now(), now().resident(), START)
  const given = { ...(await about(now(), id)), ...people() }
  expect(await act(now(), officer, START, assignDispute, given)).toMatchObject({ refused: 'not-yours' })
  expect(await pathOf(now(), id)).toEqual(['REPORTED', 'SCREENING', 'ACCEPTED'])
})

test('from ORANGE on somebody of the village is named', async () => {
  const { leader, grid } = now()
  const id = await screened(now(), now().resident(), START, orange())
  expect(await caseRow(now(), id)).toMatchObject({ level: 'ORANGE' })
  const given = async (more: object) => ({ ...(await about(now(), id)), ...people(more) })
  expect(await act(now(), leader, START, assignDispute, await given({}))).toMatchObject({ refused: 'guard' })
  const named = await given({ helpers: [grid.person] })
  expect(await act(now(), leader, START, assignDispute, named)).toMatchObject({ state: 'ASSIGNED' })
})

test('accepting tells the reporter who has it, and stops the ladder', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await assigned(now(), from, START)
  const result = await act(now(), officer, START + HOUR, claimDispute, await about(now(), id))
  expect(result).toMatchObject({ state: 'CLAIMED', contactBy: START + 24 * HOUR })
  expect(await toldOf(now(), from, 'taken')).toMatchObject([
    { number: 'RD-2026-0001', officer: '示例驻村民警甲', contactBy: START + 24 * HOUR },
  ])
  expect(await toldOf(now(), officer.at, 'next')).toMatchObject([
    { state: 'CLAIMED', buttons: [{ does: 'contact' }] },
  ])
  expect(await now().waits('accept')).toEqual([])
  expect(Number((await now().rows('assignments'))[0]?.accepted_at)).toBe(START + HOUR)
})

test('an officer for whom it is not yet there sees none; a leader does not accept in another’s place', async () => {
  const { other, leader } = now()
  const id = await assigned(now(), now().resident(), START)
  const given = await about(now(), id)
  expect(await act(now(), other, START, claimDispute, given)).toMatchObject({ refused: 'no-such-case' })
  expect(await act(now(), leader, START, claimDispute, given)).toMatchObject({ refused: 'not-yours' })
})

test('once the limit has passed another officer of the place may step in', async () => {
  const { leader } = now()
  const { person } = await now().store.admin.addStaff(
    { name: '示例女民警', roles: ['officer'], villages: [] },
    START,
  )
  const { code } = await now().store.admin.staffCode(person, START)
  const woman = { person, at: now().resident() }
  await now().store.desk.signIn(code, woman.at, START)
  const id = await assigned(now(), now().resident(), START)
  const given = await about(now(), id)
  const early = await act(now(), woman, START + HOUR, claimDispute, given)
  expect(early).toMatchObject({ refused: 'no-such-case' })
  const late = START + 4 * HOUR + MINUTE
  expect(await act(now(), woman, late, claimDispute, given)).toMatchObject({ state: 'CLAIMED' })
  expect(await caseRow(now(), id)).toMatchObject({ officer_id: person, leader_id: leader.person })
  const ended = new Map((await now().rows('assignments')).map((row) => [row.officer_id, row.ended]))
  expect(ended).toEqual(
    new Map([
      [now().officer.person, 'reassigned'],
      [person, null],
    ]),
  )
})

test('handing back keeps the reason sealed, tells the leader, and that officer is not proposed again', async () => {
  const { officer, leader, other } = now()
  const id = await assigned(now(), now().resident(), START)
  const reason = '甲方是我亲戚，申请回避。'
  const seen = await about(now(), id)
  expect(await act(now(), officer, START, declineDispute, { ...seen, reason: ' ' })).toMatchObject({
    refused: 'guard',
  })
  expect(await act(now(), officer, START, declineDispute, { ...seen, reason })).toMatchObject({
    state: 'ASSIGNED',
  })
  const [row] = await now().rows('assignments')
  expect(row).toMatchObject({ ended: 'declined' })
  expect(JSON.stringify(row)).not.toContain('回避')
  const card = (await toldOf(now(), leader.at, 'newCase')).at(-1)
  expect(card).toMatchObject({ buttons: [{ does: 'assign' }] })
  expect(card?.suggested).not.toBe('示例驻村民警甲')
  // Two people answer for it until the leader has named another.
  expect(await caseRow(now(), id)).toMatchObject({ officer_id: officer.person, leader_id: leader.person })
  expect(await act(now(), officer, START, declineDispute, { ...seen, reason })).toMatchObject({
    refused: 'moved-on',
  })
  const again = { ...(await about(now(), id)), ...people({ officer: other.person }) }
  expect(await act(now(), leader, START, assignDispute, again)).toMatchObject({ state: 'ASSIGNED' })
  expect(await pathOf(now(), id)).toEqual(['REPORTED', 'SCREENING', 'ACCEPTED', 'ASSIGNED', 'ASSIGNED'])
  expect(await act(now(), officer, START, claimDispute, await about(now(), id))).toMatchObject({
    refused: 'no-such-case',
  })
})

test('assigning again without a reason is refused, and with one it is written', async () => {
  const { leader, other } = now()
  const id = await assigned(now(), now().resident(), START)
  const given = async (more: object) => ({
    ...(await about(now(), id)),
    ...people({ officer: other.person, ...more }),
  })
  expect(await act(now(), leader, START, assignDispute, await given({}))).toMatchObject({ refused: 'guard' })
  const reason = '民警休假'
  expect(await act(now(), leader, START, assignDispute, await given({ reason }))).toMatchObject({
    state: 'ASSIGNED',
    officer: other.person,
  })
  expect(JSON.stringify(await now().rows('assignments'))).not.toContain(reason)
})

test('what is under way passes to another officer where it stands', async () => {
  const { leader, officer, other } = now()
  const id = await mediating(now(), now().resident(), START)
  const given = async (more: object) => ({
    ...(await about(now(), id)),
    ...people({ officer: other.person, ...more }),
  })
  expect(await act(now(), officer, START, assignDispute, await given({ reason: '外出' }))).toMatchObject({
    refused: 'not-yours',
  })
  expect(await act(now(), leader, START, assignDispute, await given({}))).toMatchObject({ refused: 'guard' })
  expect(
    await act(now(), leader, START, assignDispute, await given({ reason: '外出', officer: leader.person })),
  ).toMatchObject({ refused: 'nobody' })
  expect(await act(now(), leader, START, assignDispute, await given({ reason: '外出' }))).toMatchObject({
    state: 'MEDIATING',
  })
  expect(await caseRow(now(), id)).toMatchObject({ officer_id: other.person })
  expect(await toldOf(now(), other.at, 'next')).toMatchObject([{ state: 'MEDIATING' }])
  expect(
    await act(now(), officer, START, declineDispute, { ...(await about(now(), id)), reason: '晚了' }),
  ).toMatchObject({ refused: 'no-such-case' })
})

test('whoever comes first takes an emergency, answers for it, and ends the calling', async () => {
  const { officer, chief } = now()
  const id = await filed(now(), now().resident(), START, wall({ danger: ['A02'] }))
  expect(await caseRow(now(), id)).toMatchObject({ state: 'EMERGENCY', level: 'RED', officer_id: null })
  expect(await dueKeys(now(), 'emergency')).toEqual([`emergency:${id}`])
  const seen = await about(now(), id)
  // An alert that came before the last one is as good.
  const early = { ...seen, rev: seen.rev - 1 }
  expect(await act(now(), officer, START, claimDispute, early)).toMatchObject({ state: 'EMERGENCY' })
  expect(await caseRow(now(), id)).toMatchObject({ officer_id: officer.person, leader_id: chief.person })
  expect(await dueKeys(now(), 'emergency')).toEqual([])
  expect(await toldOf(now(), officer.at, 'next')).toMatchObject([{ buttons: [{ does: 'calm' }] }])
  const second = await act(now(), chief, START, claimDispute, await about(now(), id))
  expect(second).toMatchObject({
    refused: 'taken',
    say: { zh: 'RD-2026-0001已由示例驻村民警甲于10:12签收。' },
  })
})

test('accepting twice is accepting once', async () => {
  const { officer } = now()
  const id = await claimed(now(), now().resident(), START)
  expect(await act(now(), officer, START, claimDispute, await about(now(), id))).toMatchObject({
    refused: 'unlisted',
  })
  expect(await pathOf(now(), id)).toEqual(['REPORTED', 'SCREENING', 'ACCEPTED', 'ASSIGNED', 'CLAIMED'])
})
