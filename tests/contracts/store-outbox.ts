// The outbox: in order for each person, by one process at a time, and what comes of every send.
import { expect, test } from 'vitest'
import type { Content, Posting } from '../../db/books.ts'
import { parcelId } from '../../db/parcels.ts'
import type { Parcel } from '../../db/store.ts'
import type { Address } from '../../flows/core/ports.ts'
import { say } from '../../flows/core/reply.ts'
import { bound, type Carrier, inTurn, somebody, staged } from './store-kit.ts'
import { act, HOUR, inbound, MINUTE, NOON, SECOND, talk, textOf } from './store-work.ts'

const LEASE = 45 * SECOND

export function outboxContract(carrier: Carrier): void {
  const stage = staged(carrier)
  const outbox = () => stage().store.outbox

  const claim = (now = NOON, limit = 10) => outbox().claim(now, limit, LEASE)
  const one = async (now = NOON): Promise<Parcel> => {
    const [parcel, ...more] = await claim(now)
    expect(more).toEqual([])
    return parcel!
  }
  /** Promises a message in a turn of somebody else. */
  const post = async (to: Address, text: string, how: Posting = {}) => {
    const { address } = await stage().store.turns.held(to, 'zh', NOON)
    await inTurn(stage(), somebody(), (books) => books.post(address, { reply: say(text) }, how))
    return address
  }
  const stateOf = async (id: string) => {
    const rows = await stage().rows('outbox')
    const row = rows.find(({ address_id, seq }) => parcelId(String(address_id), Number(seq)) === id)
    return { state: row?.state, reason: row?.reason }
  }
  const officersNews = async (at: Address) => (await outbox().since(at, 0, 99)).map(textOf)

  test('a parcel says whom it is for, in which language, and what it is', async () => {
    const from = somebody()
    const heard = inbound(from, 'x', { locale: 'en' })
    await talk(stage().store, heard, 'word', [say('hello')])
    const { address } = await stage().store.turns.held(from, 'en', NOON)
    expect(await claim()).toEqual([
      {
        id: `${address}.1`,
        seq: 1,
        to: from,
        locale: 'en',
        at: NOON,
        class: 'repeatable',
        attempts: 1,
        content: { reply: say('hello') },
        thread: null,
        again: false,
      },
    ])
  })

  test('of each person only the oldest unfinished may go', async () => {
    const [a, b] = [somebody(), somebody()]
    for (const from of [a, b]) await talk(stage().store, inbound(from), 'w', ['1', '2', '3'].map(say))
    for (const text of ['1', '2', '3']) {
      const parcels = await claim()
      expect(parcels.map(textOf)).toEqual([text, text])
      expect(await claim()).toEqual([])
      for (const { id } of parcels) await outbox().delivered(id, NOON)
    }
    expect(await claim(NOON + HOUR)).toEqual([])
  })

  test('the riskiest go first', async () => {
    const [plain, urgent, red] = [somebody(), somebody(), somebody()]
    await talk(stage().store, inbound(plain), 'w', [say('plain')])
    await post(red, 'red', { priority: 30 })
    await talk(stage().store, inbound(urgent), 'w', [{ kind: 'say', text: 'urgent', urgent: true }])
    expect((await claim(NOON, 2)).map(textOf)).toEqual(['urgent', 'red'])
    expect((await claim(NOON, 2)).map(textOf)).toEqual(['plain'])
  })

  test('a lease ends, and then the parcel goes to whoever asks', async () => {
    await talk(stage().store, inbound(somebody()), 'w')
    const first = await one()
    expect(await claim(NOON + LEASE - 1)).toEqual([])
    expect(await one(NOON + LEASE)).toEqual({ ...first, attempts: 2, again: true })
  })

  test('processes that claim at once never get the same', async () => {
    const { store } = stage()
    const other = await stage().another()
    const people = Array.from({ length: 40 }, somebody)
    await Promise.all(people.map((from) => talk(store, inbound(from), 'w')))
    const claims = Array.from({ length: 16 }, (_, i) => (i % 2 ? store : other).outbox.claim(NOON, 5, LEASE))
    const first = (await Promise.all(claims)).flat()
    const all = [...first, ...(await claim(NOON, 99))].map(({ to }) => to.id)
    expect(all.toSorted()).toEqual(people.map(({ id }) => id).toSorted())
  })

  test('a refused one is tried again at its time, and holds back what follows', async () => {
    const from = somebody()
    await talk(stage().store, inbound(from), 'w', [say('1'), say('2')])
    const { id } = await one()
    await outbox().retry(id, NOON + MINUTE, 'http 429')
    expect(await claim(NOON + MINUTE - 1)).toEqual([])
    expect(await one(NOON + MINUTE)).toMatchObject({ id, attempts: 2 })
  })

  test('one that is given up is told to an officer in the same transaction, and the next one goes', async () => {
    const duty = await bound(stage(), ['duty'])
    const officer = await bound(stage(), ['officer'])
    await talk(stage().store, inbound(officer.at), 'w', [say('1'), say('2')])
    const { id } = await one()
    await outbox().dead(id, 'blocked', NOON)
    await outbox().dead(id, 'blocked', NOON)
    expect(await stateOf(id)).toEqual({ state: 'dead', reason: 'blocked' })
    expect(await officersNews(duty.at)).toEqual(['undelivered'])
    const next = await claim()
    expect(next.map(textOf).toSorted()).toEqual(['2', 'undelivered'])
    // News of a failure that fails itself makes no more news.
    const news = next.find((parcel) => textOf(parcel) === 'undelivered')
    await outbox().dead(news?.id ?? '', 'blocked', NOON)
    expect(await officersNews(duty.at)).toEqual([])
    const lines = await stage().rows('audit')
    expect(lines.filter(({ action }) => action === 'message-dead')).toHaveLength(1)
  })

  test('a message to a person at risk is sent at most once: a crash in the middle becomes an officer’s task', async () => {
    const duty = await bound(stage(), ['duty'])
    const from = somebody()
    const { address } = await stage().store.turns.held(from, 'zh', NOON)
    await inTurn(stage(), from, (books) => books.setAddress(address, { atRisk: true }))
    await talk(stage().store, inbound(from), 'w', [say('1'), say('2')])
    const parcel = await one()
    expect(parcel.class).toBe('once')
    await outbox().sending(parcel.id)
    // The process dies here. Nobody sends it again.
    expect(await claim(NOON + LEASE - 1)).toEqual([])
    expect(await claim(NOON + LEASE)).toEqual([])
    expect(await stateOf(parcel.id)).toEqual({ state: 'unknown', reason: 'interrupted' })
    expect(await officersNews(duty.at)).toEqual(['undelivered'])
    expect((await claim(NOON + LEASE)).map(textOf).toSorted()).toEqual(['2', 'undelivered'])
  })

  test('one whose lease went to somebody else is not begun', async () => {
    const from = somebody()
    await post(from, 'once', { class: 'once' })
    const mine = await one()
    const theirs = await one(NOON + LEASE)
    expect(theirs.id).toBe(mine.id)
    const other = await stage().another()
    await other.outbox.sending(theirs.id)
    await expect(outbox().sending(mine.id)).rejects.toThrow('not-ready')
  })

  test('an unknown result: once is never sent again, others are, ever more rarely and not for ever', async () => {
    const duty = await bound(stage(), ['duty'])
    const [risky, plain] = [somebody(), somebody()]
    await post(risky, 'once', { class: 'once' })
    const once = await one()
    await outbox().sending(once.id)
    await outbox().unknown(once.id, 'timeout', NOON)
    expect(await stateOf(once.id)).toEqual({ state: 'unknown', reason: 'timeout' })
    expect(await officersNews(duty.at)).toEqual(['undelivered'])
    await outbox().delivered((await one()).id, NOON)

    await post(plain, 'again')
    let now = NOON
    let sends = 0
    for (; sends < 50; sends++) {
      const [parcel] = await claim(now)
      if (!parcel) break
      await outbox().unknown(parcel.id, 'timeout', now)
      expect(await claim(now + SECOND - 1)).toEqual([])
      now += HOUR
    }
    expect(sends).toBe(12)
    const [{ state } = { state: null }] = (await stage().rows('outbox')).filter(
      ({ attempts }) => attempts === 12,
    )
    expect(state).toBe('dead')
  })

  test('what waits to be fetched holds nobody back, and is acknowledged by number', async () => {
    const from = somebody()
    await talk(stage().store, inbound(from), 'w', ['1', '2', '3'].map(say))
    const other = somebody()
    await talk(stage().store, inbound(other), 'w', [say('other')])
    for (let i = 0; i < 3; i++) for (const { id } of await claim()) await outbox().waiting(id, NOON)
    expect((await outbox().since(from, 1, 10)).map(textOf)).toEqual(['2', '3'])
    expect((await outbox().since(from, 0, 2)).map(textOf)).toEqual(['1', '2'])
    expect(await outbox().since(somebody(), 0, 2)).toEqual([])
    await outbox().acknowledged(from, 2, NOON + SECOND)
    const states = (await stage().rows('outbox')).map(({ state, ended_at }) => [state, Number(ended_at)])
    expect(states.filter(([state]) => state === 'waiting')).toHaveLength(2)
    expect(states.filter(([state]) => state === 'delivered')).toEqual([
      ['delivered', NOON + SECOND],
      ['delivered', NOON + SECOND],
    ])
    // What was shown already stays to be fetched by a second window.
    expect(await outbox().since(from, 0, 10)).toHaveLength(3)
  })

  test('a promise for after a delivery is kept with the delivery, once', async () => {
    const [officer, reporter] = [somebody(), somebody()]
    const { address } = await stage().store.turns.held(reporter, 'zh', NOON)
    const content: Content = { notice: { kind: 'emergencyTold', offset: 480 } }
    await post(officer, 'alarm', { onDelivered: { address, content } })
    expect(await outbox().since(reporter, 0, 9)).toEqual([])
    const { id } = await one()
    await Promise.all([outbox().delivered(id, NOON), outbox().delivered(id, NOON)])
    await outbox().delivered(id, NOON)
    expect((await outbox().since(reporter, 0, 9)).map(textOf)).toEqual(['emergencyTold'])
  })

  test('deliveries are written down together', async () => {
    const people = Array.from({ length: 30 }, somebody)
    await Promise.all(people.map((from) => talk(stage().store, inbound(from), 'w')))
    const parcels = await claim(NOON, 99)
    const before = stage().store.statements()
    await Promise.all(parcels.map(({ id }) => outbox().delivered(id, NOON)))
    expect(stage().store.statements() - before).toBeLessThan(5)
    expect((await stage().rows('outbox')).map(({ state }) => state)).toEqual(people.map(() => 'delivered'))
  })

  test('many turns and one deliverer at once: everybody gets everything in order', async () => {
    const people = Array.from({ length: 6 }, somebody)
    const got = new Map<string, string[]>(people.map(({ id }) => [id, []]))
    let talking = true
    const talks = Promise.all(
      people.map(async (from) => {
        for (let i = 0; i < 6; i++)
          await talk(stage().store, inbound(from), `${i}`, [say(`${i}a`), say(`${i}b`)])
      }),
    ).then(() => {
      talking = false
    })
    const other = await stage().another()
    const deliver = async (by: typeof other) => {
      for (;;) {
        const last = !talking
        const parcels = await by.outbox.claim(NOON, 4, LEASE)
        for (const parcel of parcels) {
          got.get(parcel.to.id)?.push(textOf(parcel))
          await by.outbox.delivered(parcel.id, NOON)
        }
        if (last && parcels.length === 0) return
      }
    }
    await Promise.all([talks, deliver(stage().store), deliver(other)])
    const expected = Array.from({ length: 6 }, (_, i) => [`${i}a`, `${i}b`]).flat()
    for (const { id } of people) expect(got.get(id)).toEqual(expected)
  })

  test('what the platform calls a message is kept with its delivery', async () => {
    const from = somebody()
    await talk(stage().store, inbound(from), 'w', ['1', '2', '3'].map(say))
    await outbox().delivered((await one()).id, NOON, '100.1')
    await outbox().delivered((await one()).id, NOON)
    const last = await one()
    await Promise.all([outbox().delivered(last.id, NOON, '100.3'), outbox().delivered(last.id, NOON)])
    const refs = (await stage().rows('outbox')).toSorted((a, b) => Number(a.seq) - Number(b.seq))
    expect(refs.map(({ ref }) => ref)).toEqual(['100.1', null, '100.3'])
  })

  test('in a group, messages about a case belong below the first that was sent; elsewhere none does', async () => {
    const [group, person] = [somebody(), somebody()]
    const { address } = await stage().store.turns.held(group, 'zh', NOON)
    await stage().raw(`update addresses set is_group = true where id = '${address}'`)
    const threads: (string | null)[] = []
    for (const [n, [to, dispute]] of (
      [
        [group, 'd1'],
        [group, 'd2'],
        [group, 'd1'],
        [group, 'd1'],
        [group, null],
        [person, 'd1'],
        [person, 'd1'],
      ] as const
    ).entries()) {
      await post(to, `${n}`, dispute ? { dispute } : {})
      const parcel = await one()
      threads.push(parcel.thread)
      // The platform gave the first one no name that could be answered.
      await outbox().delivered(parcel.id, NOON, n === 0 ? undefined : `ref-${n}`)
    }
    expect(threads).toEqual([null, null, null, 'ref-2', null, null, null])
  })

  test('claiming and marking are one statement each', async () => {
    const from = somebody()
    await post(from, 'x', { dispute: 'd1' })
    const before = stage().store.statements()
    const parcel = await one()
    await outbox().delivered(parcel.id, NOON, '1')
    expect(stage().store.statements() - before).toBe(2)
  })

  test('of somebody who cannot be reached only the first message is news, and of each case the first', async () => {
    const duty = await bound(stage(), ['duty'])
    const officer = await bound(stage(), ['officer'])
    for (const dispute of ['d1', 'd1', 'd2', 'd2', 'd1']) await post(officer.at, dispute, { dispute })
    const news: number[] = []
    for (let n = 0; n < 5; n++) {
      const parcel = (await claim()).find(({ to }) => to.id === officer.at.id)
      await outbox().dead(parcel?.id ?? '', 'blocked', NOON + n)
      news.push((await officersNews(duty.at)).length)
    }
    expect(news).toEqual([1, 1, 2, 2, 2])
  })

  test('of somebody at risk who blocked us somebody hears once, and of each message that may have arrived', async () => {
    const duty = await bound(stage(), ['duty'])
    const from = somebody()
    for (const text of ['1', '2', '3', '4']) await post(from, text, { class: 'once' })
    const next = async () => (await claim()).find(({ to }) => to.id === from.id)?.id ?? ''
    await outbox().dead(await next(), 'blocked', NOON)
    await outbox().dead(await next(), 'blocked', NOON)
    expect(await officersNews(duty.at)).toHaveLength(1)
    for (const n of [2, 3]) {
      await outbox().unknown(await next(), 'timeout', NOON)
      expect(await officersNews(duty.at)).toHaveLength(n)
    }
  })

  test('a group that cannot be reached is told to the chief once, until it can be reached again', async () => {
    const [chief, duty] = [await bound(stage(), ['chief']), await bound(stage(), ['duty'])]
    const group = somebody()
    for (const text of ['1', '2', '3', '4']) await post(group, text, { dispute: 'd1' })
    const { address } = await stage().store.turns.held(group, 'zh', NOON)
    await stage().raw(`update addresses set is_group = true where id = '${address}'`)
    const next = async () => (await claim()).find(({ to }) => to.id === group.id)?.id ?? ''
    await outbox().dead(await next(), 'kicked', NOON)
    await outbox().dead(await next(), 'kicked', NOON)
    const news = async (at: Address) =>
      (await officersNews(at)).filter((kind) => kind === 'undelivered').length
    expect(await news(chief.at)).toBe(1)
    await outbox().delivered(await next(), NOON)
    await outbox().dead(await next(), 'kicked', NOON)
    expect(await news(chief.at)).toBe(2)
    expect(await news(duty.at)).toBe(0)
  })

  test('one who speaks again counts as reachable; the clock is nobody', async () => {
    const from = somebody()
    const { address } = await stage().store.turns.held(from, 'zh', NOON)
    const since = async () =>
      (await stage().rows('addresses')).find(({ id }) => id === address)?.unreachable_since ?? null
    const silent = [{ kind: 'clock' }, { kind: 'reach', reachable: false }] as const
    const speak: [boolean, () => Promise<unknown>][] = [
      [true, () => talk(stage().store, inbound(from), 'w', [])],
      [true, () => act(stage().store, inbound(from))],
      ...silent.flatMap((event): [boolean, () => Promise<unknown>][] => [
        [false, () => talk(stage().store, inbound(from, '', { event }), 'w', [])],
        [false, () => act(stage().store, inbound(from, '', { event }))],
      ]),
    ]
    for (const [reached, how] of speak) {
      await post(from, 'x')
      for (const { id } of await claim()) await outbox().dead(id, 'blocked', NOON)
      expect(await since()).not.toBeNull()
      await how()
      expect((await since()) === null).toBe(reached)
    }
  })

  test('one who was unreachable and is reached again counts as reachable', async () => {
    const officer = await bound(stage(), ['officer'])
    await talk(stage().store, inbound(officer.at), 'w', [say('1'), say('2')])
    const { address } = await stage().store.turns.held(officer.at, 'zh', NOON)
    const since = async () =>
      (await inTurn(stage(), somebody(), (books) => books.address(address)))?.unreachableSince
    await outbox().dead((await one()).id, 'blocked', NOON)
    expect(await since()).toBe(NOON)
    await outbox().delivered((await one()).id, NOON)
    expect(await since()).toBeNull()
  })
}
