// What is due: found at its time, done once, however many processes look.
import { expect, test } from 'vitest'
import type { Schedule } from '../../db/books.ts'
import { say } from '../../flows/core/reply.ts'
import { type Carrier, inTurn, somebody, staged } from './store-kit.ts'
import { act, HOUR, inbound, MINUTE, NOON, talk, textOf } from './store-work.ts'

const LEASE = MINUTE

export function duesContract(carrier: Carrier): void {
  const stage = staged(carrier)
  const dues = () => stage().store.dues
  const claim = (now: number, limit = 50) => dues().claim(now, limit, LEASE)
  const schedule = (...all: Schedule[]) =>
    inTurn(stage(), somebody(), async (books) => {
      for (const what of all) await books.schedule(what)
    })
  const at = NOON + HOUR

  test('nothing is found before its time, and everything after it, riskiest and oldest first', async () => {
    await schedule(
      { key: 'late', kind: 'tick', at: at + 2 },
      { key: 'early', kind: 'tick', at },
      { key: 'red', kind: 'tick', at: at + 1, priority: 30 },
    )
    expect(await dues().next()).toBe(at)
    expect(await claim(at - 1)).toEqual([])
    const found = await claim(at + HOUR)
    expect(found.map((due) => [due.kind, due.at])).toEqual([
      ['act', at + 1],
      ['act', at],
      ['act', at + 2],
    ])
  })

  test('an act is done once, however many claim and act at once', async () => {
    const { store, script } = stage()
    const processes = [store, await stage().another(), await stage().another()]
    const from = somebody()
    const { address } = await store.turns.held(from, 'zh', NOON)
    await schedule(
      ...Array.from({ length: 40 }, (_, i) => ({ key: `k${i}`, kind: 'tick', at, payload: { i } })),
    )
    script.act = async (books, { payload }) => {
      await books.post(address, { reply: say(JSON.stringify(payload)) })
    }
    const ids = new Set<string>()
    for (let round = 0; round < 3; round++)
      await Promise.all(
        processes.map(async (one) => {
          // The leases are over at once: everybody finds everything.
          for (const due of await one.dues.claim(at + round * 9 * HOUR, 50, 0)) {
            ids.add(due.id)
            await one.dues.act(due.id, at)
          }
        }),
      )
    const all = [...ids]
    await Promise.all(all.flatMap((id) => processes.map((one) => one.dues.act(id, at))))
    expect(all).toHaveLength(40)
    const said = (await store.outbox.since(from, 0, 999)).map(textOf)
    expect(said.toSorted()).toEqual(Array.from({ length: 40 }, (_, i) => `{"i":${i}}`).toSorted())
    expect(await dues().next()).toBeNull()
  })

  test('claims of two processes at once never overlap', async () => {
    const other = await stage().another()
    await schedule(...Array.from({ length: 60 }, (_, i) => ({ key: `k${i}`, kind: 'tick', at })))
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? stage().store : other).dues.claim(at, 7, LEASE)),
    )
    const ids = [...claims.flat(), ...(await claim(at))].map(({ id }) => id)
    expect(ids).toHaveLength(60)
    expect(new Set(ids).size).toBe(60)
  })

  test('what failed is undone, and comes again ever more rarely', async () => {
    const { script } = stage()
    await schedule({ key: 'k', kind: 'tick', at })
    script.act = async (books) => {
      books.audit('did', 'dispute:1')
      await books.nextNumber('case', 2026)
      throw new Error('our mistake')
    }
    let now = at
    for (const wait of [1, 2, 4, 8, 16, 32, 64, 64]) {
      const [due] = await claim(now)
      await expect(dues().act(due?.id ?? '', now)).rejects.toThrow('our mistake')
      expect(await claim(now + wait * LEASE - 1)).toEqual([])
      now += wait * LEASE
    }
    expect(await stage().rows('counters')).toEqual([])
    script.act = async () => {}
    const [due] = await claim(now)
    await dues().act(due?.id ?? '', now)
    expect(await dues().next()).toBeNull()
  })

  test('scheduling a key again moves it, and whoever holds the old row does nothing', async () => {
    const { script } = stage()
    const done: unknown[] = []
    script.act = async (_, { payload }) => void done.push(payload)
    await schedule({ key: 'k', kind: 'tick', at, payload: 'old' })
    const [old] = await claim(at)
    await schedule({ key: 'k', kind: 'tick', at: at + HOUR, payload: 'new' })
    await dues().act(old?.id ?? '', at)
    expect(done).toEqual([])
    expect(await claim(at + HOUR - 1)).toEqual([])
    const [moved] = await claim(at + HOUR)
    await dues().act(moved?.id ?? '', at)
    expect(done).toEqual(['new'])
  })

  test('an act may schedule its own key again', async () => {
    const { script } = stage()
    script.act = async (books, due) => books.schedule({ key: due.key, kind: 'tick', at: due.at + HOUR })
    await schedule({ key: 'weekly', kind: 'tick', at })
    for (let i = 0; i < 3; i++) {
      const [due] = await claim(at + i * HOUR)
      await dues().act(due?.id ?? '', at + i * HOUR)
      await dues().act(due?.id ?? '', at + i * HOUR)
      expect(await dues().next()).toBe(at + (i + 1) * HOUR)
    }
  })

  test('cancelling takes exactly those whose key begins so', async () => {
    await schedule(
      ...['dispute:1:a', 'dispute:1:b', 'dispute:12', 'dispute_1:', 'disputex1:'].map((key) => ({
        key,
        kind: 'tick',
        at,
      })),
    )
    const cancel = (prefix: string) => inTurn(stage(), somebody(), (books) => books.cancel(prefix))
    expect(await cancel('dispute:1:')).toBe(2)
    expect(await cancel('dispute_1')).toBe(1)
    expect(await cancel('%')).toBe(0)
    expect(await claim(at)).toHaveLength(2)
  })

  test('a kind that nobody does is our mistake at once', async () => {
    await expect(schedule({ key: 'k', kind: 'nobody', at })).rejects.toThrow('no-such-act')
    await expect(schedule({ key: 'k', kind: 'open', at })).rejects.toThrow('no-such-act')
    expect(await dues().next()).toBeNull()
  })

  test('a conversation that is due carries its address and event, sealed until then', async () => {
    const from = somebody()
    const { address } = await stage().store.turns.held(from, 'zh', NOON)
    const opening = { key: 'k', address, flow: 'revisit', id: 'c1', given: { dispute: 'SECRET' }, at }
    await inTurn(stage(), from, (books) => books.open(opening))
    expect(JSON.stringify(await stage().rows('due'))).not.toContain('SECRET')
    const event = { kind: 'open', flow: 'revisit', id: 'c1', given: { dispute: 'SECRET' } }
    const [due] = await (await stage().another()).dues.claim(at, 5, LEASE)
    expect(due).toEqual({ id: due?.id, at, kind: 'open', to: from, event })
    // It enters as a message with its own id, and a second sweep does nothing.
    const heard = inbound(from, '', { id: `due:${due?.id}` })
    expect(await talk(stage().store, heard, 'opened')).toBe('kept')
    expect(await talk(await stage().another(), heard, 'opened')).toBe('repeat')
    await dues().done(due?.id ?? '')
    expect(await claim(at + 99 * HOUR)).toEqual([])
  })

  test('what was due for an erased address is gone, also where only its key is', async () => {
    const from = somebody()
    const { address } = await stage().store.turns.held(from, 'zh', NOON)
    const opening = { key: 'k', address, flow: 'revisit', id: 'c1', given: null, at }
    await inTurn(stage(), from, (books) => books.open(opening))
    const [key] = (await stage().rows('addresses')).filter(({ id }) => id === address)
    await inTurn(stage(), somebody(), (books) => books.destroyKey(String(key?.key_id)))
    expect(await claim(at)).toEqual([])
    expect(await dues().next()).toBeNull()
  })

  test('scheduling wakes whoever waits', async () => {
    let woken = 0
    await stage().store.onPosted(() => woken++)
    stage().script.command = async (books) => {
      await books.schedule({ key: 'k', kind: 'tick', at })
      return null
    }
    const silent = { sitting: (await stage().store.turns.held(somebody(), 'zh', NOON)).sitting, replies: [] }
    await stage().store.turns.transact(inbound(somebody()), async (ledger) => ledger.keep(silent))
    expect(woken).toBe(0)
    await act(stage().store, inbound(somebody()))
    expect(woken).toBe(1)
  })
}
