// A link that an officer gave to a side, and buttons that are none of theirs.
import { expect, test } from 'vitest'
import { noteJoined } from '../../../../db/commands/note-joined.ts'
import { press } from '../../../../db/commands/press.ts'
import { save } from '../../../../db/commands/shared/case.ts'
import { upsertParty } from '../../../../db/commands/shared/filing.ts'
import type { Address } from '../../../../flows/core/ports.ts'
import { filed, held } from '../../case.ts'
import { at, DAY, station } from '../../station.ts'
import { act, assigned, mediating, toldOf } from '../a-case.ts'
import { violence } from './stories.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const UNKNOWN = { refused: 'unknown-button' }

const codeFor = (dispute: string, side: 'A' | 'B' = 'B') =>
  now().does(now().officer.at, START, (books) => books.joinCode(dispute, side, 30 * DAY))
const presses = (who: Address, button: string, when = START) => act(now(), who, when, press, { button })
const side = async (name: 'A' | 'B') => (await now().rows('parties')).find((one) => one.side === name)

test('the code binds the address to its side, and the welcome tells nothing of who reported', async () => {
  const dispute = await mediating(now(), now().resident(), START)
  const [other, code] = [now().resident(), await codeFor(dispute)]
  const opened = await presses(other, code)
  expect(opened).toMatchObject({
    flow: 'welcome',
    given: { dispute, number: 'RD-2026-0001', side: 'B', station: { name: '示例派出所', phone: '110' } },
  })
  expect(JSON.stringify(opened)).not.toContain('甲')
  expect(await act(now(), other, START, noteJoined, { dispute, side: 'B' })).toEqual({
    dispute,
    number: 'RD-2026-0001',
  })
  const party = await side('B')
  expect(Number(party?.joined_at)).toBe(START)
  expect(party?.address_id).not.toBeNull()
})

test('a code works once, for as long as it is good, and a wrong one says nothing', async () => {
  const dispute = await mediating(now(), now().resident(), START)
  const code = await codeFor(dispute)
  const old = await codeFor(dispute, 'A')
  const [one, another] = [now().resident(), now().resident()]
  await presses(one, code)
  const answers = [
    await presses(another, code),
    await presses(another, 'made-up'),
    await presses(another, old, START + 31 * DAY),
  ]
  for (const answer of answers) {
    expect(answer).toMatchObject(UNKNOWN)
    expect(answer).toEqual(answers[0])
    // Kindly: it says what may be wrong, and whom to ask.
    expect(JSON.stringify(answer)).toMatch(
      /可能用过了.*请找给您链接的民警.*ask the officer who gave it to you/,
    )
  }
  expect((await now().rows('parties')).filter(({ address_id }) => address_id !== null)).toHaveLength(2)
})

test('nobody stands on both sides', async () => {
  const from = now().resident()
  const dispute = await mediating(now(), from, START)
  expect(await presses(from, await codeFor(dispute))).toMatchObject({ refused: 'other-side' })
  expect((await side('B'))?.address_id).toBeNull()
})

test('who works here does not use up the code of a side', async () => {
  const dispute = await mediating(now(), now().resident(), START)
  const code = await codeFor(dispute)
  expect(await presses(now().officer.at, code)).toMatchObject(UNKNOWN)
  expect(await presses(now().resident(), code)).toMatchObject({ flow: 'welcome' })
})

test('where officers lead nobody is joined by a machine', async () => {
  const dispute = await filed(now(), now().resident(), START, violence())
  expect(await presses(now().resident(), await codeFor(dispute))).toMatchObject(UNKNOWN)
  expect((await side('B'))?.address_id).toBeNull()
})

test('saying that one has joined joins nobody', async () => {
  const dispute = await mediating(now(), now().resident(), START)
  const stranger = now().resident()
  expect(await act(now(), stranger, START, noteJoined, { dispute, side: 'B' })).toMatchObject({
    refused: 'no-such-case',
  })
  expect((await side('B'))?.joined_at).toBeNull()
})

test('joining again after "stop" means that it may be asked again', async () => {
  const dispute = await mediating(now(), now().resident(), START)
  const other = now().resident()
  await presses(other, await codeFor(dispute))
  await now().does(other, START, async (books) => {
    await books.setAddress(books.actor.address!, { stopped: true })
    await upsertParty(books, await held(books, dispute), 'B', { stoppedAt: START })
  })
  await act(now(), other, START, noteJoined, { dispute, side: 'B' })
  const party = await side('B')
  expect(party).toMatchObject({ stopped_at: null })
  const address = (await now().rows('addresses')).find(({ id }) => id === party?.address_id)
  expect(address).toMatchObject({ stopped_at: null })
})

test('a button opens its flow for the one it was made for, once', async () => {
  const dispute = await assigned(now(), now().resident(), START)
  const [card] = await toldOf(now(), now().officer.at, 'assigned')
  const button = card!.buttons.find(({ does }) => does === 'accept')!.id
  const stranger = await presses(now().resident(), button)
  const colleague = await presses(now().other.at, button)
  expect(stranger).toMatchObject(UNKNOWN)
  expect(colleague).toEqual(stranger)
  expect(await presses(now().officer.at, button)).toMatchObject({ flow: 'claim', given: { dispute } })
  expect(await presses(now().officer.at, button)).toMatchObject({ refused: 'button-used' })
})

test('an old button says so', async () => {
  await assigned(now(), now().resident(), START)
  const [card] = await toldOf(now(), now().officer.at, 'assigned')
  const button = card!.buttons[0]!.id
  expect(await presses(now().officer.at, button, START + 8 * DAY)).toMatchObject({ refused: 'button-old' })
})

test('a button on a case that has changed opens it as it is now; where it has no point any more, it says what happened', async () => {
  const dispute = await assigned(now(), now().resident(), START)
  const [card] = await toldOf(now(), now().officer.at, 'assigned')
  const [accept, decline] = card!.buttons
  await now().does(now().officer.at, START, async (books) =>
    save(books, await held(books, dispute), { amountFen: 1 }),
  )
  const rev = Number((await now().rows('disputes'))[0]!.rev)
  expect(await presses(now().officer.at, accept!.id)).toMatchObject({ flow: 'claim', given: { rev } })
  await now().does(now().officer.at, START, async (books) =>
    save(books, await held(books, dispute), { state: 'MEDIATING' }),
  )
  const refused = await presses(now().officer.at, decline!.id)
  expect(refused).toMatchObject({ refused: 'moved-on' })
  expect(JSON.stringify(refused)).toContain('调解中')
})

test('authority is read at the press: who was put off the case is told nothing', async () => {
  const dispute = await assigned(now(), now().resident(), START)
  const [card] = await toldOf(now(), now().officer.at, 'assigned')
  await now().does(now().chief.at, START, async (books) =>
    save(books, await held(books, dispute), { officerId: now().other.person }),
  )
  expect(await presses(now().officer.at, card!.buttons[0]!.id)).toMatchObject({ refused: 'no-such-case' })
})
