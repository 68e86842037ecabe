// The door: order for each person, nothing acknowledged that is not kept, and no message that fails for ever.
import { beforeEach, expect, test } from 'vitest'
import { openHearing } from '../../bot/hearing.ts'
import { openLog } from '../../bot/log.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'
import { type FakeStore, fakeStore, saidTo } from './fake-store.ts'
import { smallHouse } from './small-house.ts'

const resident: Address = { channel: 'test', id: 'villager' }
const text = (words: string, id: string, from = resident): Inbound => ({
  id,
  from,
  at: 0,
  event: { kind: 'text', text: words },
})

let lines: string[]
let outcomes: string[]
beforeEach(() => {
  lines = []
  outcomes = []
})

function door(store: FakeStore = fakeStore(), more: { patience?: number } = {}) {
  const state = { here: true, answers: true }
  const hearing = openHearing({
    turns: store.turns,
    house: smallHouse,
    now: () => 1_000,
    newId: () => crypto.randomUUID(),
    log: openLog('info', { write: (line) => void lines.push(line) }),
    storeIsHere: () => state.here,
    askStore: async () => state.answers,
    metrics: { turned: (outcome) => void outcomes.push(outcome) },
    ...more,
  })
  return { store, state, ...hearing }
}

test('messages of one person are taken in the order in which they came', async () => {
  const { store, hear } = door()
  await Promise.all(['hello', 'one', 'two', 'three'].map((words, at) => hear(text(words, `m${at}`))))
  expect(store.asked.map(({ command }) => command.with)).toMatchObject([{ what: 'one', where: 'two' }])
})

test('a slow turn of one person does not hold up another', async () => {
  const { store, hear } = door()
  const slow = Promise.withResolvers<void>()
  const held = store.turns.held
  store.turns.held = async (from, ...rest) => {
    if (from.id === 'villager') await slow.promise
    return held(from, ...rest)
  }
  const first = hear(text('hello', 'a'))
  await hear(text('hello', 'b', { channel: 'test', id: 'neighbour' }))
  expect(store.heard).toEqual(new Set(['b']))
  slow.resolve()
  await first
  expect(store.heard).toEqual(new Set(['b', 'a']))
})

test('text is cleaned once on entry', async () => {
  const { store, hear } = door()
  await hear(text('hello', 'a'))
  await hear(text('a\u0000 quar\u202erel\ud800', 'b'))
  expect(store.rows.get('test/villager')?.sitting.open?.answers).toEqual({ what: 'a quarrel\ufffd' })
})

test('while the database is away everything is asked to come again, and nothing counts as our mistake', async () => {
  const { store, state, hear } = door()
  state.answers = false
  store.break(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
  for (let tries = 0; tries < 5; tries++)
    await expect(hear(text('hello', 'a'))).rejects.toMatchObject({ name: 'Unavailable' })
  store.break(null)
  state.here = false
  await expect(hear(text('hello', 'a'))).rejects.toMatchObject({ name: 'Unavailable' })
  state.here = true
  await hear(text('hello', 'a'))
  expect(saidTo(store, resident)).toEqual(['welcome', 'what happened?'])
})

test('a message that our mistake meets is put aside at the third try, with a word to an officer and to the person', async () => {
  const { store, hear } = door()
  const poison = text('boom 秘密', 'a')
  await expect(hear(poison)).rejects.toMatchObject({ name: 'Unavailable' })
  await expect(hear(poison)).rejects.toMatchObject({ name: 'Unavailable' })
  await hear(poison)
  expect(store.asked.map(({ command }) => command.do)).toEqual(['callHuman'])
  expect(saidTo(store, resident)).toEqual(['您这条消息我没能处理好，已经请民警来看。急事请打110。'])
  await hear(poison)
  await hear(text('hello', 'b'))
  expect(saidTo(store, resident).slice(1)).toEqual(['welcome', 'what happened?'])
  expect(lines.join('')).not.toContain('秘密')
  expect(lines.join('')).not.toContain('villager')
  expect(lines.some((line) => line.includes('put aside'))).toBe(true)
  expect(outcomes).toEqual(['refused', 'refused', 'aside', 'aside', 'kept'])
})

test('where an officer cannot be asked either, the person is asked to say it another way', async () => {
  const { store, hear } = door()
  store.answer(() => {
    throw new Error('no')
  })
  const poison = text('boom', 'a')
  for (let tries = 0; tries < 2; tries++) await hear(poison).catch(() => {})
  await hear(poison)
  expect(saidTo(store, resident)).toEqual(['您这条消息我没能处理好，请换个说法再发一次。急事请打110。'])
})

test('what the platform told of somebody is answered by nobody, even when it is put aside', async () => {
  const { store, hear } = door()
  store.answer(({ command }) => {
    if (command.do === 'noteReach') throw new Error('our mistake')
    return { told: true }
  })
  const reach: Inbound = { id: 'r', from: resident, at: 0, event: { kind: 'reach', reachable: false } }
  for (let tries = 0; tries < 2; tries++) await hear(reach).catch(() => {})
  await hear(reach)
  expect(outcomes).toEqual(['refused', 'refused', 'aside'])
  expect(store.asked.map(({ command }) => command.do)).toEqual(['callHuman'])
  expect(saidTo(store, resident)).toEqual([])
})

test('a conversation that fails when the clock wakes it is let alone, without a word', async () => {
  const { store, hear } = door()
  await hear(text('hello', 'a'))
  const row = store.rows.get('test/villager')!
  row.sitting.open!.flow = 'gone'
  const wake: Inbound = { id: 'wake:1', from: resident, at: 0, event: { kind: 'clock' } }
  for (let tries = 0; tries < 2; tries++) await hear(wake).catch(() => {})
  await hear(wake)
  expect(row.sitting.open?.wakeAt).toBeNull()
  expect(saidTo(store, resident)).toEqual(['welcome', 'what happened?'])
  expect(await store.turns.wakes(Number.MAX_SAFE_INTEGER, 10)).toEqual([])
})

const picture = (no: number, how: Partial<Inbound> = {}): Inbound => ({
  id: `p${no}`,
  from: resident,
  at: 0,
  album: 'trip',
  event: { kind: 'files', files: [{ id: `f${no}`, type: 'image/jpeg' }] },
  ...how,
})

test('pictures sent together take no turn until they are whole, and are then heard as one', async () => {
  const { store, hear } = door()
  await hear(text('hello', 'a'))
  for (const no of [1, 2, 2, 3]) await hear(picture(no))
  expect(saidTo(store, resident)).toEqual(['welcome', 'what happened?'])
  expect(outcomes).toEqual(['kept', 'kept', 'kept', 'repeat', 'kept'])
  const [due] = await store.dues.claim(2_500, 9, 0)
  if (due?.kind !== 'hear') throw new Error('nothing was due')
  expect(due.event).toMatchObject({ files: [{ id: 'f1' }, { id: 'f2' }, { id: 'f3' }] })
  // The clock's door: this one takes a turn.
  await hear({ id: `due:${due.id}`, from: due.to, at: 2_500, event: due.event })
  expect(saidTo(store, resident).length).toBeGreaterThan(2)
  expect(store.due).toHaveLength(1)
})

test('what is no picture takes its turn, whatever it was sent with', async () => {
  const { store, hear } = door()
  await hear({ ...text('hello', 'a'), album: 'trip' })
  expect(saidTo(store, resident)).toEqual(['welcome', 'what happened?'])
  expect(store.due).toEqual([])
})

test('a picture that cannot be kept is asked for again', async () => {
  const { store, hear } = door()
  store.break(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
  await expect(hear(picture(1))).rejects.toMatchObject({ name: 'Unavailable' })
  store.break(null)
  await hear(picture(1))
  expect(store.due).toHaveLength(1)
})

test('who waits too long is asked to come again, and the turn is kept all the same', async () => {
  const { store, hear } = door(fakeStore(), { patience: 20 })
  const slow = Promise.withResolvers<void>()
  const held = store.turns.held
  store.turns.held = async (...given) => {
    await slow.promise
    return held(...given)
  }
  await expect(hear(text('hello', 'a'))).rejects.toMatchObject({ name: 'Unavailable' })
  slow.resolve()
  await hear(text('hello', 'a'))
  expect(saidTo(store, resident)).toEqual(['welcome', 'what happened?'])
})

test('one person cannot fill the line', async () => {
  const { store, hear } = door()
  const slow = Promise.withResolvers<void>()
  const held = store.turns.held
  store.turns.held = async (...given) => {
    await slow.promise
    return held(...given)
  }
  const all = Array.from({ length: 60 }, (_, at) => hear(text(`${at}`, `m${at}`)))
  const settled = Promise.allSettled(all)
  slow.resolve()
  const refused = (await settled).filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(10)
})

test('stopping waits for the turns under way and refuses new ones', async () => {
  const { store, hear, stop, underWay } = door()
  const first = hear(text('hello', 'a'))
  const stopped = stop()
  await expect(hear(text('more', 'b'))).rejects.toMatchObject({ name: 'Unavailable' })
  await stopped
  expect(store.heard).toEqual(new Set(['a']))
  expect(underWay()).toBe(0)
  await first
})
