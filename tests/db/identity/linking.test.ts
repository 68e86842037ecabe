// Two chats of one resident: what is theirs in one is theirs in the other, and never what is the other side's.
import { expect, test } from 'vitest'
import { upsertParty } from '../../../db/commands/shared/filing.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { filed, held, performing, report } from '../case.ts'
import { mediating, toldOf } from '../commands/a-case.ts'
import { at, DAY, MINUTE, station } from '../station.ts'
import { asks, audited, ownCode } from './asking.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const WRONG = { refused: 'wrong-code' }

/** `from` asks for a code and it is typed into `other`. */
async function links(from: Address, other: Address, when = START) {
  const code = await ownCode(now(), from, when)
  return asks(now(), other, when, 'useCode', { code })
}
const status = (from: Address, number = 'RD-2026-0001') => asks(now(), from, START, 'tellStatus', { number })

test('the matters come over, the other chat hears of it, and it can ask and add', async () => {
  const [web, phone] = [now().resident(), { channel: 'telegram', id: '7/1' }]
  const id = await filed(now(), web, START)
  expect(await status(phone)).toMatchObject({ refused: 'no-such-case' })
  const matters = [{ dispute: id, number: 'RD-2026-0001' }]
  expect(await links(web, phone)).toEqual({ as: 'resident', matters })
  expect(await toldOf(now(), web, 'linked')).toMatchObject([{ channel: 'telegram' }])
  expect(await status(phone)).toMatchObject({ number: 'RD-2026-0001' })
  expect(await asks(now(), phone, START, 'open', { flow: 'status', number: null })).toMatchObject({
    given: { matters },
  })
  const story = { text: '昨天又动了一块石头。', files: [] }
  expect(await asks(now(), phone, START, 'addToReport', { dispute: id, story, danger: [] })).toMatchObject({
    dispute: id,
  })
  const notes = await now().rows('dispute_notes')
  expect(notes.find(({ kind }) => kind === 'added')).toMatchObject({ by: 'A' })
})

test('it holds both ways and through a third chat', async () => {
  const [one, two, three] = [now().resident(), now().resident(), now().resident()]
  await links(one, two)
  await links(three, two)
  const id = await filed(now(), three, START)
  expect(await links(one, three)).toMatchObject({ as: 'resident', matters: [{ dispute: id }] })
  for (const from of [one, two, three]) expect(await status(from)).toMatchObject({ number: 'RD-2026-0001' })
})

test('messages still go to the chat that belongs to the case', async () => {
  const [web, phone] = [now().resident(), now().resident()]
  await links(web, phone)
  await mediating(now(), web, START)
  expect(await toldOf(now(), web, 'taken')).toHaveLength(1)
  expect(await toldOf(now(), phone, 'taken')).toEqual([])
})

test('the two sides of an open case are never one resident, and the refusal tells nothing', async () => {
  const [a, b] = [now().resident(), now().resident()]
  const id = await mediating(now(), a, START)
  await now().does(b, START, async (books) => {
    await upsertParty(books, await held(books, id), 'B', { addressId: books.actor.address })
  })
  const wrong = await asks(now(), now().resident(), START, 'useCode', { code: 'made-up' })
  expect(await links(a, b)).toEqual(wrong)
  expect(await links(b, a)).toEqual(wrong)
  // Nor round a corner, by a chat that is already one of theirs.
  const second = now().resident()
  expect(await links(a, second)).toMatchObject({ as: 'resident' })
  expect(await links(second, b)).toEqual(wrong)
  expect(await audited(now(), 'linked')).toHaveLength(1)
  expect((await now().rows('addresses')).filter((row) => row.resident_id !== null)).toHaveLength(2)
})

test('who told of a case may turn out to be the side that suffers, and not the other', async () => {
  const [told, a, b] = [now().resident(), now().resident(), now().resident()]
  const id = await filed(now(), told, START, report({ role: 'WITNESS' }))
  await now().does(a, START, async (books) => {
    await upsertParty(books, await held(books, id), 'A', { addressId: books.actor.address })
  })
  await now().does(b, START, async (books) => {
    await upsertParty(books, await held(books, id), 'B', { addressId: books.actor.address })
  })
  expect(await links(told, b)).toMatchObject(WRONG)
  expect(await links(told, a)).toMatchObject({ as: 'resident' })
})

test('nobody joins the other side through their own second chat', async () => {
  const [one, two] = [now().resident(), now().resident()]
  await links(one, two)
  const id = await mediating(now(), one, START)
  const code = await now().does(now().officer.at, START, (books) => books.joinCode(id, 'B', DAY))
  expect(await asks(now(), two, START, 'press', { button: code })).toMatchObject({ refused: 'other-side' })
})

test('a case in which officers lead stays in the chat where it was told', async () => {
  const [web, phone] = [now().resident(), now().resident()]
  await links(web, phone)
  await filed(now(), web, START, report({ category: 'MF-DV', danger: ['A03'] }))
  expect(await status(web)).toMatchObject({ number: 'RD-2026-0001' })
  expect(await status(phone)).toMatchObject({ refused: 'no-such-case' })
  expect(await asks(now(), phone, START, 'open', { flow: 'status', number: null })).toMatchObject({
    refused: 'no-matter',
  })
  // And the chat is joined to no other any more.
  expect(await asks(now(), web, START, 'makeCode', {})).toMatchObject({ refused: 'no-code-here' })
})

test('a chat that is bound to staff is nobody’s other chat any more', async () => {
  const { officer } = now()
  const [web, phone] = [now().resident(), now().resident()]
  await links(web, phone)
  await filed(now(), web, START)
  await asks(now(), phone, START, 'useCode', { code: await ownCode(now(), officer.at, START) })
  expect(await status(phone)).toMatchObject({ refused: 'no-such-case' })
})

test('a revisit that waits is answered from either chat, and stop stops both', async () => {
  const [web, phone] = [now().resident(), now().resident()]
  await links(web, phone)
  const owed = [{ what: '退还一尺', due: '2026-12-20' }]
  await performing(now(), { from: web, joined: now().resident(), now: START, owed })
  let when = START
  let asked: Address[] = []
  while (!asked.some(({ id }) => id === web.id)) {
    when += DAY
    asked = (await now().until(when)).map(({ to }) => to)
  }
  expect(asked).not.toContainEqual(phone)
  expect(await asks(now(), phone, when, 'open', { flow: 'revisit', number: null })).toMatchObject({
    flow: 'revisit',
    given: { side: 'A' },
  })
  await asks(now(), phone, when + MINUTE, 'stopMessages', { dispute: null })
  expect((await now().rows('addresses')).filter((row) => row.stopped_at !== null)).toHaveLength(2)
})
