// Ordinary turns: kept once, in one statement, by whoever saw the newest sitting.
import { expect, test } from 'vitest'
import type { OpenStore } from '../../db/open.ts'
import type { Conversation } from '../../flows/core/conversation.ts'
import type { Event } from '../../flows/core/event.ts'
import { say } from '../../flows/core/reply.ts'
import { emptySitting } from '../../flows/core/sitting.ts'
import { type Carrier, somebody, staged } from './store-kit.ts'
import { act, HOUR, inbound, NOON, talk, textOf, turned, words } from './store-work.ts'

export function turnsContract(carrier: Carrier): void {
  const stage = staged(carrier)

  const held = (store: OpenStore, from = somebody()) => store.turns.held(from, 'en', NOON)

  test('whoever is heard first has an empty sitting in their language', async () => {
    const from = somebody()
    const first = await held(stage().store, from)
    expect(first).toMatchObject({ rev: 0, sitting: emptySitting('en'), staff: null })
    expect(await held(await stage().another(), from)).toEqual(first)
  })

  test('two processes that see somebody first at once make one address', async () => {
    const other = await stage().another()
    for (let i = 0; i < 10; i++) {
      const from = somebody()
      const [mine, theirs] = await Promise.all([held(stage().store, from), held(other, from)])
      expect(mine.address).toBe(theirs.address)
    }
    expect(await stage().rows('addresses')).toHaveLength(10)
    expect(await stage().rows('data_keys')).toHaveLength(10)
  })

  test('a kept turn is read back by another process, and its replies are promised in order', async () => {
    const { store } = stage()
    const from = somebody()
    const before = await held(store, from)
    const replies = [say('one'), say('two'), say('three')]
    expect(await store.turns.keep(inbound(from), before, turned(before, 'first', replies))).toBe('kept')
    const after = await held(await stage().another(), from)
    expect(after).toMatchObject({ rev: 1, address: before.address })
    expect(words(after)).toEqual(['first'])
    expect(await held(store, from)).toEqual(after)
    const promised = await store.outbox.since(from, 0, 10)
    expect(promised.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(promised.map(textOf)).toEqual(['one', 'two', 'three'])
  })

  test('an id that was heard before writes nothing, whoever hears it again', async () => {
    const { store } = stage()
    const other = await stage().another()
    const heard = inbound(somebody())
    expect(await talk(store, heard, 'first')).toBe('kept')
    expect(await talk(store, heard, 'again')).toBe('repeat')
    expect(await talk(other, heard, 'again')).toBe('repeat')
    expect(await act(other, heard)).toBe('repeat')
    expect(words(await held(other, heard.from))).toEqual(['first'])
    expect(await store.outbox.since(heard.from, 0, 10)).toHaveLength(1)
  })

  test('the same id of another person or channel is another message', async () => {
    const { store } = stage()
    const from = somebody()
    const heard = inbound(from)
    expect(await talk(store, heard, 'a')).toBe('kept')
    expect(await talk(store, { ...heard, from: somebody() }, 'b')).toBe('kept')
    expect(await talk(store, { ...heard, from: { ...from, channel: 'telegram' } }, 'c')).toBe('kept')
  })

  test('a sitting that another turn has changed is not written over', async () => {
    const { store } = stage()
    const other = await stage().another()
    const from = somebody()
    const mine = await held(store, from)
    const theirs = await held(other, from)
    expect(await other.turns.keep(inbound(from), theirs, turned(theirs, 'theirs'))).toBe('kept')
    expect(await store.turns.keep(inbound(from), mine, turned(mine, 'mine'))).toBe('stale')
    expect(await store.outbox.since(from, 0, 10)).toHaveLength(1)
    const again = await held(store, from)
    expect(words(again)).toEqual(['theirs'])
    expect(await store.turns.keep(inbound(from), again, turned(again, 'mine'))).toBe('kept')
    // What the other remembers is a hint; what is written is the truth.
    expect(words(await held(await stage().another(), from))).toEqual(['theirs', 'mine'])
  })

  test('many turns of one person at once in two processes: none is lost and none is twice', async () => {
    const { store } = stage()
    const other = await stage().another()
    const from = somebody()
    const all = Array.from({ length: 24 }, (_, i) => `w${i}`)
    const outcomes = await Promise.all(
      all.flatMap((word) => {
        const heard = inbound(from)
        // Each is delivered to both processes.
        return [store, other].map((one) => talk(one, heard, word))
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(24)
    const after = await held(await stage().another(), from)
    expect(words(after).sort()).toEqual(all.sort())
    const said = await store.outbox.since(from, 0, 100)
    expect(said.map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1))
    expect(said.map(textOf)).toEqual(words(after))
  })

  test('a correction finds what the message said: its newest words', async () => {
    const { store } = stage()
    const from = somebody()
    const other = await stage().another()
    const said = (ref: string, at = from) => other.turns.said(at, ref)
    const heard = (ref: string, event: Event, at: number) => inbound(from, '', { ref, event, at })
    expect(await said('7')).toBeNull()
    expect(await stage().rows('addresses')).toEqual([])
    await talk(store, heard('7', { kind: 'text', text: 'SECRET 欠五千' }, NOON), 'a')
    expect(await said('7')).toBe('SECRET 欠五千')
    const corrected = (text: string): Event => ({ kind: 'correct', text, was: 'x' })
    // Both doors keep it, and in one millisecond the correction is the newer one.
    await act(store, heard('7', corrected('SECRET 欠六千'), NOON))
    expect(await said('7')).toBe('SECRET 欠六千')
    await talk(store, heard('7', corrected('SECRET 欠七千'), NOON + 1), 'b')
    expect(await said('7')).toBe('SECRET 欠七千')
    const files = [{ id: 'f', type: 'image/png' }]
    await act(store, heard('8', { kind: 'files', files, caption: '墙' }, NOON))
    await talk(store, heard('9', { kind: 'files', files }, NOON), 'c')
    expect([await said('8'), await said('9'), await said('10')]).toEqual(['墙', null, null])
    await store.turns.album(
      { ...heard('11', { kind: 'files', files, caption: '地界' }, NOON), album: 'a' },
      NOON,
    )
    expect(await said('11')).toBe('地界')
    // The same name in another chat, or on another channel, is another message.
    expect(await said('7', somebody())).toBeNull()
    expect(await said('7', { ...from, channel: 'telegram' })).toBeNull()
    expect(JSON.stringify(await stage().rows('heard'))).not.toMatch(/SECRET|"7"/)
  })

  test('an ordinary turn is one statement, also one that a correction could follow', async () => {
    const { store } = stage()
    const from = somebody()
    await talk(store, inbound(from), 'first')
    const before = store.statements()
    for (let i = 0; i < 10; i++)
      await talk(store, inbound(from, 'x', { ref: `${i}` }), `w${i}`, [say('a'), say('b')])
    expect(store.statements() - before).toBe(10)
  })

  test('turns that come together share statements, and come out as if they had come alone', async () => {
    const { store } = stage()
    const alone = await stage().another()
    // Each case is played by two people: one among all others at once, one alone.
    const cases = Array.from({ length: 40 }, (_, i) => ({
      kind: i % 4 === 3 ? 'repeat' : i % 4 === 2 ? 'stale' : 'kept',
      together: somebody(),
      alone: somebody(),
      replies: Array.from({ length: i % 3 }, (_, k) => say(`${i}.${k}`)),
    }))
    const play = async (
      one: OpenStore,
      at: 'together' | 'alone',
      { kind, replies, ...who }: (typeof cases)[0],
    ) => {
      const from = who[at]
      const heard = inbound(from)
      if (kind === 'repeat') await talk(one, heard, 'before')
      const before = await held(one, from)
      if (kind === 'stale') await talk(await third, inbound(from), 'between')
      return () => one.turns.keep(heard, before, turned(before, 'now', replies))
    }
    const third = stage().another()
    const prepared = await Promise.all(cases.map((one) => play(store, 'together', one)))
    const before = store.statements()
    const together = await Promise.all(prepared.map((keep) => keep()))
    expect(store.statements() - before).toBeLessThan(6)
    const single: string[] = []
    for (const one of cases) single.push(await (await play(alone, 'alone', one))())
    expect(together).toEqual(single)
    expect(together).toEqual(cases.map(({ kind }) => kind))
    for (const { together: a, alone: b } of cases) {
      const one = await held(await third, a)
      const other = await held(await third, b)
      expect([one.rev, one.sitting]).toEqual([other.rev, other.sitting])
      const saidTo = async (to: typeof a) =>
        (await store.outbox.since(to, 0, 9)).map((p) => [p.seq, textOf(p)])
      expect(await saidTo(a)).toEqual(await saidTo(b))
    }
  })

  test('two messages of one person given at once are two turns, the second on what the first left', async () => {
    const { store } = stage()
    const from = somebody()
    const before = await held(store, from)
    const outcomes = await Promise.all(
      ['a', 'b'].map((word) => store.turns.keep(inbound(from), before, turned(before, word))),
    )
    expect(outcomes).toEqual(['kept', 'stale'])
  })

  test('the clock finds whose open conversation should wake, until a turn says otherwise', async () => {
    const { store } = stage()
    const from = somebody()
    const open = (wakeAt: number | null): Conversation => ({
      id: 'c1',
      flow: 'intake',
      version: 1,
      locale: 'zh',
      status: 'open',
      given: null,
      answers: {},
      results: {},
      signals: { codes: [], hard: false },
      asked: [],
      told: [],
      revisiting: null,
      editing: false,
      draft: null,
      correcting: null,
      held: null,
      tries: 0,
      heardAt: NOON,
      nudged: false,
      quiet: false,
      wakeAt,
    })
    const turn = async (wakeAt: number | null) => {
      const before = await held(store, from)
      const sitting = { ...before.sitting, open: open(wakeAt) }
      expect(await store.turns.keep(inbound(from), before, { sitting, replies: [] })).toBe('kept')
    }
    await turn(NOON + HOUR)
    expect(await store.turns.wakes(NOON + HOUR - 1, 5)).toEqual([])
    expect(await store.turns.wakes(NOON + HOUR, 5)).toEqual([{ from, rev: 1 }])
    expect(await store.dues.next()).toBe(NOON + HOUR)
    await turn(NOON + 2 * HOUR)
    expect(await store.turns.wakes(NOON + HOUR, 5)).toEqual([])
    // A turn with commands sets it too, and one that keeps nothing leaves it.
    await store.turns.transact(inbound(from), async () => {})
    expect(await store.turns.wakes(NOON + 2 * HOUR, 5)).toEqual([{ from, rev: 3 }])
    await turn(null)
    expect(await store.turns.wakes(NOON + 9 * HOUR, 5)).toEqual([])
    expect(await store.dues.next()).toBeNull()
  })

  test('those who wait are woken after a commit, in every process', async () => {
    const { store } = stage()
    const other = await stage().another()
    const heard = { here: 0, there: 0 }
    const ended = await store.onPosted(() => heard.here++)
    await other.onPosted(() => heard.there++)
    await talk(store, inbound(somebody()), 'nothing said', [])
    expect(heard.here).toBe(0)
    await talk(store, inbound(somebody()), 'said')
    expect(heard.here).toBe(1)
    // Only a server has other processes.
    if (stage().database.flavour === 'server') await expect.poll(() => heard.there).toBeGreaterThan(0)
    await ended()
    await talk(store, inbound(somebody()), 'said')
    expect(heard.here).toBe(1)
  })

  test('no word of anybody lies open in the tables', async () => {
    const from = somebody()
    const { store } = stage()
    await talk(store, inbound(from, 'SECRET-heard'), 'SECRET-sitting', [say('SECRET-reply')])
    for (const table of ['addresses', 'conversations', 'heard', 'outbox', 'data_keys']) {
      const text = JSON.stringify(await stage().rows(table))
      expect(text).not.toContain('SECRET')
      expect(text).not.toContain(from.id)
    }
  })

  test('a sealed value that is moved to another row does not open', async () => {
    const { store, raw, station } = stage()
    const [mine, theirs] = [somebody(), somebody()]
    await talk(store, inbound(mine), 'mine')
    await talk(store, inbound(theirs), 'theirs')
    const { address } = await held(store, mine)
    await raw(`update conversations set state = (select state from conversations
      where station_id = '${station}' and address_id = '${address}') where station_id = '${station}'`)
    await expect(held(await stage().another(), theirs)).rejects.toThrow('tampered at conversations.state')
    expect(words(await held(await stage().another(), mine))).toEqual(['mine'])
  })

  test('ready says whether the database answers', async () => {
    expect(await stage().store.ready()).toBe(true)
  })
}
