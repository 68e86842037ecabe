// Two bots on one database: everything that comes due, is heard or is promised happens once.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openSweep } from '../../bot/clock.ts'
import { openDelivery } from '../../bot/deliver.ts'
import { openHearing } from '../../bot/hearing.ts'
import { openLog } from '../../bot/log.ts'
import { openEmbedded } from '../../db/database/embedded.ts'
import { openServer } from '../../db/database/server.ts'
import type { OpenStore } from '../../db/open.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'
import { type Message, say } from '../../flows/core/reply.ts'
import { type Carrier, inTurn, somebody, staged } from '../contracts/store-kit.ts'
import { freshFolder } from '../db/embedded.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { key } from './fake-store.ts'
import { smallHouse } from './small-house.ts'

const server: Carrier = {
  name: 'PostgreSQL',
  async found() {
    const url = await freshDatabase()
    const [first, second] = [await openServer({ url }), await openServer({ url })]
    return {
      database: first,
      second: async () => second,
      end: async () => void (await Promise.all([first.close(), second.close()])),
    }
  },
}
/** One process alone may have it open: here the two share its database and no memory. */
const embedded: Carrier = {
  name: 'PGlite',
  async found() {
    const { folder, drop } = await freshFolder()
    const database = await openEmbedded(folder)
    return {
      database,
      second: async () => database,
      async end() {
        await database.close()
        drop()
      },
    }
  },
}

const MINUTE = 60_000
const NOON = Date.UTC(2026, 2, 2, 4)
const quiet = openLog('silent')

const hello = (from: Address): Inbound => ({
  id: randomUUID(),
  from,
  at: NOON,
  event: { kind: 'text', text: 'hello' },
})
const picture = (from: Address, no: number): Inbound => ({
  id: `${from.id}:${no}`,
  from,
  at: NOON,
  album: 'trip',
  event: { kind: 'files', files: [{ id: `f${no}`, type: 'image/jpeg' }] },
})

function bot(store: OpenStore, now: () => number) {
  const { hear } = openHearing({
    turns: store.turns,
    house: smallHouse,
    now,
    newId: randomUUID,
    log: quiet,
    storeIsHere: () => true,
    askStore: () => store.ready(),
    metrics: { turned: () => {} },
  })
  const { sweep } = openSweep({
    turns: store.turns,
    dues: store.dues,
    hear,
    now,
    log: quiet,
    metrics: { swept: () => {} },
  })
  return { hear, sweep }
}

describe.each([server, embedded])('on $name', (carrier) => {
  const stage = staged(carrier)

  async function two(now: () => number) {
    return [bot(stage().store, now), bot(await stage().another(), now)] as const
  }
  async function told(to: Address): Promise<string[]> {
    const parcels = await stage().store.outbox.since(to, 0, 100)
    return parcels.flatMap(({ content }) =>
      'reply' in content && 'text' in content.reply ? [content.reply.text] : [],
    )
  }

  test('what has come due is done once, and each conversation begins once', async () => {
    const people = Array.from({ length: 15 }, somebody)
    for (const [n, person] of people.entries())
      await inTurn(stage(), person, async (books) => {
        const address = books.actor.address!
        await books.open({ key: `o${n}`, address, flow: 'report', id: `c${n}`, given: {}, at: NOON + n })
        await books.schedule({ key: `a${n}`, kind: 'tick', at: NOON + n })
      })
    const acted: string[] = []
    stage().script.act = async (books, due) => {
      books.audit('ticked', `due:${due.key}`)
      acted.push(due.key)
    }
    const [one, other] = await two(() => NOON + MINUTE)
    const swept = await Promise.all([one.sweep('wholly'), other.sweep('wholly'), one.sweep(), other.sweep()])
    expect(swept.reduce((sum, { done }) => sum + done, 0)).toBe(30)
    expect(swept.reduce((sum, { failed }) => sum + failed, 0)).toBe(0)
    expect(acted.sort()).toEqual(people.map((_, n) => `a${n}`).sort())
    const audited = (await stage().rows('audit')).filter(({ action }) => action === 'ticked')
    expect(audited).toHaveLength(15)
    for (const person of people) expect(await told(person)).toEqual(['welcome', 'what happened?'])
  })

  test('pictures that come to both, in any order, are heard once, together, also after a death in the middle', async () => {
    let time = NOON
    const [one, other] = await two(() => time)
    const people = Array.from({ length: 8 }, somebody)
    for (const from of people) await one.hear(hello(from))
    const parts = people.flatMap((from) =>
      [3, 1, 2].flatMap((no) => [one, other].map((by) => ({ by, inbound: picture(from, no) }))),
    )
    await Promise.all(parts.map(({ by, inbound }) => by.hear(inbound)))
    time += 2_000
    // A process claims some of them, hears one, and dies before it can say so.
    const [dead] = await stage().store.dues.claim(time, 3, MINUTE)
    if (dead?.kind !== 'hear') throw new Error('nothing was due')
    await one.hear({ id: `due:${dead.id}`, from: dead.to, at: time, event: dead.event })
    await Promise.all([one.sweep('wholly'), other.sweep('wholly')])
    time += 2 * MINUTE
    await Promise.all([one.sweep('wholly'), other.sweep('wholly')])
    const heard = (await stage().rows('heard')).length
    // A greeting, three pictures, and the three as one, for each.
    expect(heard).toBe(people.length * 5)
    expect((await stage().rows('due')).map(({ state }) => state)).toEqual(people.map(() => 'done'))
    for (const person of people) expect(await told(person)).toHaveLength(4)
  })

  test('somebody who has gone quiet is woken once', async () => {
    let time = NOON
    const [one, other] = await two(() => time)
    const people = Array.from({ length: 10 }, somebody)
    for (const from of people)
      await one.hear({ id: randomUUID(), from, at: NOON, event: { kind: 'text', text: 'hello' } })
    time += 21 * 60 * MINUTE
    await Promise.all([one.sweep('wholly'), other.sweep('wholly')])
    await Promise.all([one.sweep('wholly'), other.sweep('wholly')])
    for (const person of people) expect(await told(person)).toHaveLength(4)
  })

  test('the same message at both doors is one turn', async () => {
    const [one, other] = await two(() => NOON)
    const from = somebody()
    for (const text of ['hello', 'a quarrel']) {
      const inbound = { id: randomUUID(), from, at: NOON, event: { kind: 'text' as const, text } }
      await Promise.all([one.hear(inbound), other.hear(inbound), one.hear(inbound)])
    }
    expect(await told(from)).toEqual(['welcome', 'what happened?', 'where?'])
  })

  test('messages of one person at different doors are all taken', async () => {
    const [one, other] = await two(() => NOON)
    const from = somebody()
    const hello = { from, at: NOON, event: { kind: 'text' as const, text: 'hello' } }
    await Promise.all([one.hear({ ...hello, id: randomUUID() }), other.hear({ ...hello, id: randomUUID() })])
    expect(await told(from)).toEqual(['welcome', 'what happened?', 'where?'])
    expect(await stage().rows('heard')).toHaveLength(2)
  })

  test('each promise is sent by one of them, in order for each person', async () => {
    const people = Array.from({ length: 8 }, somebody)
    for (const person of people)
      await inTurn(stage(), person, async (books) => {
        for (const n of [1, 2, 3, 4]) await books.post(books.actor.address!, { reply: say(`n${n}`) })
      })
    const sent: Message[] = []
    const open = [stage().store, await stage().another()].map((store) => {
      const channel = {
        async send(message: Message) {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
          sent.push(message)
          return 'delivered' as const
        },
      }
      return openDelivery({
        outbox: store.outbox,
        channels: new Map([['web', channel]]),
        render: () => say('x'),
        renderRevised: () => say('x'),
        now: () => NOON,
        log: quiet,
        metrics: { sent: () => {} },
        poll: 20,
      })
    })
    const deadline = Date.now() + 20_000
    while (sent.length < 32 && Date.now() < deadline) {
      for (const { wake } of open) wake()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await Promise.all(open.map(({ stop }) => stop()))
    for (const person of people) {
      const mine = sent.filter(({ to }) => key(to) === key(person))
      expect(mine.map(({ reply }) => 'text' in reply && reply.text)).toEqual(['n1', 'n2', 'n3', 'n4'])
    }
  })
})
