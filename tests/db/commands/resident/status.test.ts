// 查进度, and reminding an officer: only one's own case, and nothing of the other side.
import { expect, test } from 'vitest'
import { raiseEmergency } from '../../../../db/commands/raise-emergency.ts'
import { remindOfficer } from '../../../../db/commands/remind-officer.ts'
import { tellStatus } from '../../../../db/commands/tell-status.ts'
import { filed, performing } from '../../case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../../station.ts'
import { act, assigned, claimed, mediating, toldOf } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const number = 'RD-2026-0001'

test('before anybody was in touch: what was promised, and no promise that has passed', async () => {
  const from = now().resident()
  const dispute = await filed(now(), from, START)
  const told = await act(now(), from, START, tellStatus, { number })
  expect(told).toEqual({
    dispute,
    number,
    state: 'SCREENING',
    next: { what: 'contact', at: START + DAY },
    officer: null,
  })
  expect(await act(now(), from, START + 2 * DAY, tellStatus, { number })).toMatchObject({
    next: { what: 'contact', at: null },
  })
})

test('an officer is named once one has really taken it', async () => {
  const from = now().resident()
  await assigned(now(), from, START)
  expect(await act(now(), from, START, tellStatus, { number })).toMatchObject({ officer: null })
})

test('taken, and being mediated', async () => {
  const from = now().resident()
  await claimed(now(), from, START)
  expect(await act(now(), from, START, tellStatus, { number })).toMatchObject({
    state: 'CLAIMED',
    officer: '示例驻村民警甲',
  })
})

test('mediation comes next', async () => {
  const from = now().resident()
  await mediating(now(), from, START)
  expect(await act(now(), from, START, tellStatus, { number })).toMatchObject({
    state: 'MEDIATING',
    next: { what: 'mediation', at: null },
  })
})

test('a date that was agreed is told to the sides it binds; the day of a revisit to nobody', async () => {
  const [from, joined] = [now().resident(), now().resident()]
  const owed = [{ what: '把墙退0.3米', due: '2026-12-20' }]
  await performing(now(), { from, joined, now: START, owed })
  const due = at('2026-12-21', '00:00') - 1
  for (const side of [from, joined])
    expect(await act(now(), side, START, tellStatus, { number })).toMatchObject({
      state: 'PERFORMING',
      next: { what: 'duty', at: due },
    })
  expect(await act(now(), from, due + HOUR, tellStatus, { number })).toMatchObject({
    next: { what: 'revisit', at: null },
  })
})

test('the other side does not learn that somebody called for help', async () => {
  const [from, joined] = [now().resident(), now().resident()]
  const dispute = await performing(now(), {
    from,
    joined,
    now: START,
    owed: [{ what: '退墙', due: '2026-12-20' }],
  })
  await act(now(), from, START, raiseEmergency, {
    conversation: 'c',
    flow: 'status',
    dispute,
    codes: ['A02'],
    text: '他拿刀了',
    answers: {},
  })
  expect(await act(now(), from, START, tellStatus, { number })).toMatchObject({ state: 'EMERGENCY' })
  const other = await act(now(), joined, START, tellStatus, { number })
  expect(other).toMatchObject({ state: 'PERFORMING' })
})

test('a stranger, and a number nobody has, get the same answer', async () => {
  await filed(now(), now().resident(), START)
  const stranger = now().resident()
  const theirs = await act(now(), stranger, START, tellStatus, { number })
  const none = await act(now(), stranger, START, tellStatus, { number: 'RD-2026-9999' })
  expect(theirs).toEqual(none)
  expect(await act(now(), stranger, START, remindOfficer, { number })).toEqual(none)
})

test('a reminder goes to those who answer for it, at most once an hour', async () => {
  const from = now().resident()
  await assigned(now(), from, START)
  for (const when of [START + HOUR, START + HOUR + MINUTE, START + 3 * HOUR])
    expect(await act(now(), from, when, remindOfficer, { number })).toEqual({ number })
  for (const { at: to } of [now().officer, now().leader])
    expect(await toldOf(now(), to, 'contactLate')).toMatchObject([
      { due: START + DAY, buttons: [{ does: 'contact' }] },
      { due: START + DAY },
    ])
})
