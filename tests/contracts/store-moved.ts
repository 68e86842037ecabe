// A receiver that is called otherwise from now on: everything promised to it goes there, once and in order.
import { expect, test } from 'vitest'
import type { Content } from '../../db/books.ts'
import type { Address } from '../../flows/core/ports.ts'
import { say } from '../../flows/core/reply.ts'
import { type Carrier, inTurn, somebody, staged } from './store-kit.ts'
import { inbound, MINUTE, NOON, SECOND, talk, textOf } from './store-work.ts'

const LEASE = 45 * SECOND

export function movedContract(carrier: Carrier): void {
  const stage = staged(carrier)
  const outbox = () => stage().store.outbox
  const idOf = async (at: Address) => (await stage().store.turns.held(at, 'zh', NOON)).address
  const claim = (now = NOON) => outbox().claim(now, 10, LEASE)
  const makeGroup = (address: string) =>
    stage().raw(`update addresses set is_group = true where id = '${address}'`)
  const post = (to: string, content: Content, dispute?: string) =>
    inTurn(stage(), somebody(), (books) => books.post(to, content, dispute ? { dispute } : {}))
  const groups = async () =>
    (await stage().rows('addresses')).filter((row) => row.is_group).map(({ id }) => id)
  const moves = async () => (await stage().rows('audit')).filter(({ action }) => action === 'address-moved')

  test('the parcel and those after it go to the new id at once, and no attempt is counted', async () => {
    const from = somebody()
    await talk(stage().store, inbound(from), 'w', [say('1'), say('2')])
    const address = await idOf(from)
    const [parcel] = await claim()
    await outbox().moved(parcel!.id, 'supergroup', NOON)
    const to = { channel: 'web', id: 'supergroup' }
    const [again] = await claim()
    expect(again).toEqual({ ...parcel, to })
    await outbox().delivered(again!.id, NOON)
    expect((await claim()).map((one) => [one.to, textOf(one)])).toEqual([[to, '2']])
    // It is the same address under its new name, in every process; the old name is a stranger's.
    expect(await idOf(to)).toBe(address)
    expect((await (await stage().another()).turns.held(to, 'zh', NOON)).address).toBe(address)
    expect(await idOf(from)).not.toBe(address)
    expect(await moves()).toMatchObject([{ actor: 'system', subject: `address:${address}` }])
    expect(JSON.stringify(await stage().rows('addresses'))).not.toContain('supergroup')
  })

  test('where somebody was met under the new id, what is still to be sent goes there in order', async () => {
    const [from, to] = [somebody(), somebody()]
    const [old, fresh] = [await idOf(from), await idOf(to)]
    await makeGroup(old)
    await talk(stage().store, inbound(to), 'w', [say('there')])
    await talk(stage().store, inbound(from), 'w', ['sent', '1', '2', '3'].map(say))
    for (const { id, to: receiver } of await claim())
      if (receiver.id === from.id) await outbox().delivered(id, NOON, 'r1')
    const [parcel] = await claim()
    expect(textOf(parcel!)).toBe('1')
    await outbox().moved(parcel!.id, to.id, NOON)
    expect((await outbox().since(to, 0, 9)).map(textOf)).toEqual(['there', '1', '2', '3'])
    expect((await outbox().since(from, 0, 9)).map(textOf)).toEqual(['sent'])
    expect((await outbox().since(to, 0, 9)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(await groups()).toEqual([fresh])
    // Told twice, and by the parcel that is gone: nothing happens.
    await outbox().moved(parcel!.id, to.id, NOON)
    expect(await outbox().since(to, 0, 9)).toHaveLength(4)
  })

  test('one that was to be sent once is sent once', async () => {
    const [from, to] = [somebody(), somebody()]
    const address = await idOf(from)
    await idOf(to)
    await inTurn(stage(), somebody(), (books) =>
      books.post(address, { reply: say('once') }, { class: 'once', priority: 30 }),
    )
    const [parcel] = await claim()
    await outbox().sending(parcel!.id)
    await outbox().moved(parcel!.id, to.id, NOON)
    const [again, ...more] = await claim()
    expect(more).toEqual([])
    expect(again).toMatchObject({ to, class: 'once', attempts: 1, again: false })
    await expect(outbox().sending(parcel!.id)).rejects.toThrow('not-ready')
    await outbox().sending(again!.id)
  })

  test('what the platform called messages in the old place means nothing in the new one', async () => {
    const from = somebody()
    const address = await idOf(from)
    await makeGroup(address)
    const card = (n: number): Content => ({
      notice: {
        kind: 'mayClose',
        offset: 480,
        facts: { number: `K${n}`, level: 'BLUE', category: { zh: '邻里', en: 'Neighbours' }, village: null },
        buttons: [{ id: 'b', does: 'close' }],
      },
    })
    await post(address, card(1), 'd1')
    await outbox().delivered((await claim())[0]!.id, NOON, '7')
    await post(address, card(2), 'd2')
    await outbox().delivered((await claim())[0]!.id, NOON, '8')
    await inTurn(stage(), somebody(), async (books) => books.caseMoved('d1', 'CLOSED'))
    const [revision] = await claim()
    expect(revision?.content).toMatchObject({ revises: { ref: '7' } })
    await post(address, card(1), 'd1')
    await outbox().moved(revision!.id, 'elsewhere', NOON)
    // The revision is gone, and neither does the next alert answer the old one, nor is an old one changed.
    const [alert] = await claim()
    expect(alert).toMatchObject({ to: { id: 'elsewhere' }, thread: null })
    await outbox().delivered(alert!.id, NOON, '1')
    await inTurn(stage(), somebody(), async (books) => books.caseMoved('d2', 'CLOSED'))
    expect(await claim()).toEqual([])
  })

  test('two places that send it to each other do not keep it busy', async () => {
    const from = somebody()
    await talk(stage().store, inbound(from), 'w')
    await outbox().moved((await claim())[0]!.id, 'there', NOON)
    await outbox().moved((await claim())[0]!.id, from.id, NOON)
    expect(await claim()).toEqual([])
    expect(await claim(NOON + MINUTE)).toHaveLength(1)
  })

  test('told by the platform itself, without a message; a stranger is none of it', async () => {
    const { store } = stage()
    const from = somebody()
    const address = await idOf(from)
    const to = somebody()
    await store.moved(from, to)
    await store.moved(from, to)
    expect(await idOf(to)).toBe(address)
    expect(await moves()).toHaveLength(1)
    const known = (await stage().rows('addresses')).length
    await store.moved(somebody(), somebody())
    expect(await stage().rows('addresses')).toHaveLength(known)
  })

  test('told by the platform while a message is on its way: that one goes to the new id', async () => {
    const { store } = stage()
    const from = somebody()
    const to = somebody()
    await talk(store, inbound(from), 'w', [say('1'), say('2')])
    const [parcel] = await claim()
    await store.moved(from, to)
    await outbox().moved(parcel!.id, to.id, NOON)
    const [again] = await claim()
    expect(again).toMatchObject({ id: parcel?.id, to, attempts: 1 })
  })
}
