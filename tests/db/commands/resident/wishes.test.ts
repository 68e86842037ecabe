// 人工, 停, 删除: what somebody wishes becomes a person's task.
import { expect, test } from 'vitest'
import { callHuman } from '../../../../db/commands/call-human.ts'
import { requestErasure } from '../../../../db/commands/request-erasure.ts'
import { tellSides } from '../../../../db/commands/shared/resident.ts'
import { stopMessages } from '../../../../db/commands/stop-messages.ts'
import { filed, held, performing } from '../../case.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import { act, assigned, toldOf } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

test('who has the case is told that somebody wants a person', async () => {
  const from = now().resident()
  const dispute = await assigned(now(), from, START)
  expect(await act(now(), from, START, callHuman, { dispute })).toEqual({ told: true })
  expect(await toldOf(now(), now().officer.at, 'wants')).toMatchObject([
    { what: 'human', facts: { number: 'RD-2026-0001' }, buttons: [{ does: 'contact' }] },
  ])
})

test('without a case, and with one that is not theirs, it is those on duty and leaders who hear', async () => {
  const dispute = await assigned(now(), now().resident(), START)
  for (const given of [null, dispute]) {
    await act(now(), now().resident(), START, callHuman, { dispute: given })
    expect((await toldOf(now(), now().leader.at, 'wants')).at(-1)).toMatchObject({
      what: 'human',
      facts: null,
    })
  }
  expect(await toldOf(now(), now().officer.at, 'wants')).toEqual([])
})

test('stop: nothing more is sent of our own accord, and an officer goes on by hand', async () => {
  const [from, joined] = [now().resident(), now().resident()]
  const owed = [{ what: '把墙退0.3米', due: '2026-12-20' }]
  const dispute = await performing(now(), { from, joined, now: START, owed })
  expect(await act(now(), joined, START + HOUR, stopMessages, { dispute })).toEqual({ stopped: true })
  expect(await toldOf(now(), now().officer.at, 'wants')).toMatchObject([{ what: 'stop' }])
  const side = (await now().rows('parties')).find((one) => one.side === 'B')
  expect(Number(side?.stopped_at)).toBe(START + HOUR)
  const address = (await now().rows('addresses')).find(({ id }) => id === side?.address_id)
  expect(Number(address?.stopped_at)).toBe(START + HOUR)
  await now().does(now().officer.at, START + HOUR, async (books) =>
    tellSides(books, await held(books, dispute), 'closed'),
  )
  expect(await toldOf(now(), joined, 'closed')).toEqual([])
  expect(await toldOf(now(), from, 'closed')).toHaveLength(1)
})

test('stop in the middle of being asked: the officer asks instead', async () => {
  const [from, joined] = [now().resident(), now().resident()]
  const owed = [{ what: '22:30后不放音响', due: null }]
  const dispute = await performing(now(), {
    from,
    joined,
    now: START,
    owed: [...owed, { what: '装门窗胶条', due: '2026-12-20' }],
  })
  const opened = await now().until(START + 4 * DAY)
  const mine = opened.find(({ to }) => to.id === joined.id)!
  await act(now(), joined, mine.at + HOUR, stopMessages, { dispute })
  const { revisit } = mine.event.given as { revisit: string }
  const half = (await now().rows('revisits')).find(({ id }) => id === revisit)
  expect(half).toMatchObject({ state: 'open', mode: 'call' })
  expect((await toldOf(now(), now().officer.at, 'revisitDue')).at(-1)).toMatchObject({
    sides: ['B'],
    mode: 'call',
  })
})

test('erasure is written down and weighed by people; asked twice it is one wish', async () => {
  const from = now().resident()
  const dispute = await filed(now(), from, START)
  for (let i = 0; i < 2; i++)
    expect(await act(now(), from, START, requestErasure, { dispute })).toEqual({ asked: true })
  expect(await now().rows('erasures')).toMatchObject([
    { dispute_id: dispute, decided_at: null, result: null },
  ])
  for (const { at: to } of [now().leader, now().chief])
    expect(await toldOf(now(), to, 'wants')).toMatchObject([{ what: 'erasure' }])
  // Nothing is gone yet.
  expect(await now().rows('disputes')).toHaveLength(1)
})

test('erasure of what belongs to others is only a wish about oneself', async () => {
  const dispute = await filed(now(), now().resident(), START)
  await act(now(), now().resident(), START, requestErasure, { dispute })
  expect(await now().rows('erasures')).toMatchObject([{ dispute_id: null }])
})
