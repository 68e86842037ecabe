// From something heard to what is written, through the port alone.
import { expect, test } from 'vitest'
import { type TurnOn, takeTurn } from '../../bot/take-turn.ts'
import type { Event } from '../../flows/core/event.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'
import { fakeStore, saidTo } from './fake-store.ts'
import { smallHouse } from './small-house.ts'

const resident: Address = { channel: 'test', id: 'villager' }
let told = 0
const said = (text: string, id = `m${told++}`): Inbound => ({
  id,
  from: resident,
  at: 0,
  event: { kind: 'text', text },
})

function desk(store = fakeStore()) {
  let ids = 0
  const it: TurnOn = { turns: store.turns, house: smallHouse, now: () => 1_000, newId: () => `id${ids++}` }
  return { store, take: (inbound: Inbound) => takeTurn(it, inbound) }
}

test('an ordinary turn is kept, and a second delivery of the same id writes nothing', async () => {
  const { store, take } = desk()
  expect(await take(said('hello', 'first'))).toBe('kept')
  const before = structuredClone(store.posted)
  expect(await take(said('hello', 'first'))).toBe('repeat')
  expect(store.posted).toEqual(before)
  expect(saidTo(store, resident)).toEqual(['welcome', 'what happened?'])
})

test('a turn that another came before is taken again on what is there now', async () => {
  const { store, take } = desk()
  await take(said('hello'))
  store.interfere(3)
  expect(await take(said('a quarrel'))).toBe('kept')
  expect(saidTo(store, resident).at(-1)).toBe('where?')
  expect(store.rows.get('test/villager')?.sitting.open?.answers).toEqual({ what: 'a quarrel' })
})

test('a correction learns what the message said, unless its channel knew', async () => {
  const { store, take } = desk()
  const heard: Event[] = []
  const keep = store.turns.keep
  const transact = store.turns.transact
  store.turns.keep = (inbound, ...rest) => {
    heard.push(inbound.event)
    return keep(inbound, ...rest)
  }
  store.turns.transact = (inbound, ...rest) => {
    heard.push(inbound.event)
    return transact(inbound, ...rest)
  }
  const correct = (to: string, ref: string | null, was: string | null = null): Inbound => ({
    ...said(''),
    ...(ref === null ? {} : { ref }),
    event: { kind: 'correct', text: to, was },
  })
  await take({ ...said('hello'), ref: '1' })
  await take(correct('hello there', '1'))
  await take(correct('hello again', '1'))
  await take(correct('who', '2'))
  await take(correct('who', null))
  await take(correct('x', '1', 'y'))
  const was = heard.flatMap((event) => (event.kind === 'correct' ? [event.was] : []))
  expect(was).toEqual(['hello', 'hello there', null, null, 'y'])
})

test('others who never stop coming between make the platform come again', async () => {
  const { store, take } = desk()
  store.interfere(1_000)
  await expect(take(said('hello'))).rejects.toMatchObject({ name: 'Unavailable' })
  expect(store.heard.size).toBe(0)
})

test('commands are performed on the locked sitting, and their results are heard', async () => {
  const { store, take } = desk()
  await take(said('hello'))
  await take(said('a quarrel'))
  expect(await take(said('at the well'))).toBe('acted')
  expect(store.asked.map(({ command }) => command.do)).toEqual(['file'])
  expect(store.asked[0]?.command.with).toMatchObject({ what: 'a quarrel', where: 'at the well' })
  expect(saidTo(store, resident).at(-1)).toBe('thank you, N1')
  expect(store.rows.get('test/villager')?.sitting.open).toBeNull()
})

test('the sitting under the lock decides, not the snapshot', async () => {
  const { store, take } = desk()
  await take(said('hello'))
  await take(said('a quarrel'))
  const transact = store.turns.transact
  store.turns.transact = async (inbound, work) => {
    // Between the snapshot and the lock another replica went back a step.
    const row = store.rows.get('test/villager')!
    row.sitting = { ...row.sitting, open: { ...row.sitting.open!, answers: {} } }
    return transact(inbound, work)
  }
  expect(await take(said('at the well'))).toBe('acted')
  expect(store.asked).toEqual([])
  expect(store.rows.get('test/villager')?.sitting.open?.answers).toEqual({ what: 'at the well' })
})

test('what the books refuse with a throw leaves nothing behind', async () => {
  const { store, take } = desk()
  await take(said('hello'))
  await take(said('a quarrel'))
  const before = structuredClone(store.rows.get('test/villager'))
  store.answer(() => {
    throw new Error('no')
  })
  await expect(take(said('at the well', 'last'))).rejects.toThrow('no')
  expect(store.rows.get('test/villager')).toEqual(before)
  store.answer(() => ({ number: 'N2' }))
  expect(await take(said('at the well', 'last'))).toBe('acted')
  expect(saidTo(store, resident).at(-1)).toBe('thank you, N2')
})

test('a refused command is said in words, and nothing more is asked', async () => {
  const { store, take } = desk()
  store.answer(() => ({ refused: 'no-station', say: { zh: '现在不行。', en: 'not now' } }))
  expect(await take(said('human'))).toBe('acted')
  expect(saidTo(store, resident)).toEqual(['现在不行。'])
})

test('danger is an emergency command in the same transaction as the words that were said', async () => {
  const { store, take } = desk()
  store.answer((asked) => (asked.name === 'emergency' ? { dispute: 'd1', number: 'N7' } : { number: 'N7' }))
  expect(await take(said('he has a knife'))).toBe('acted')
  expect(store.asked.map(({ command }) => command.do)).toEqual(['raiseEmergency'])
  expect(saidTo(store, resident)[0]).toBe('call 110')
  expect(store.rows.get('test/villager')?.sitting.matters).toEqual([{ dispute: 'd1', number: 'N7' }])
})
