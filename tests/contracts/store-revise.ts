// Cards that were sent are shown anew when their case moves on: each once, and no card that is newer than the move.
import { expect, test } from 'vitest'
import type { Books, Content } from '../../db/books.ts'
import type { Parcel } from '../../db/store.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import { say } from '../../flows/core/reply.ts'
import { bound, type Carrier, inTurn, somebody, staged } from './store-kit.ts'
import { inbound, NOON, SECOND, talk } from './store-work.ts'

const LEASE = 45 * SECOND

export function reviseContract(carrier: Carrier): void {
  const stage = staged(carrier)
  const outbox = () => stage().store.outbox
  const facts = {
    number: 'K1',
    level: 'BLUE' as const,
    category: { zh: '邻里', en: 'Neighbours' },
    village: null,
  }
  const card = (button: string | null): Content => ({
    notice: {
      kind: 'mayClose',
      offset: 480,
      facts,
      buttons: button === null ? [] : [{ id: button, does: 'close' }],
    },
  })
  const post = (to: string, content: Content, dispute?: string) =>
    inTurn(stage(), somebody(), (books) => books.post(to, content, dispute ? { dispute } : {}))
  const move = (...disputes: string[]) =>
    inTurn(stage(), somebody(), async (books) => {
      for (const one of disputes) books.caseMoved(one, 'ASSIGNED')
    })
  const idOf = async (at = somebody()) => (await stage().store.turns.held(at, 'zh', NOON)).address
  const claim = () => outbox().claim(NOON, 10, LEASE)
  /** Everything that may go goes, each under a name of the platform's. */
  const sendAll = async (named = true): Promise<Parcel[]> => {
    const sent: Parcel[] = []
    for (;;) {
      const parcels = await claim()
      if (parcels.length === 0) return sent
      for (const one of parcels) await outbox().delivered(one.id, NOON, named ? `ref-${one.id}` : undefined)
      sent.push(...parcels)
    }
  }
  const revisions = (parcels: Parcel[]) =>
    parcels.flatMap(({ content }) => ('notice' in content && content.revises ? [content.revises] : []))

  test('every card with buttons is shown anew once, at its own address, as the case stands now', async () => {
    const [one, two] = [await idOf(), await idOf()]
    await post(one, card('b1'), 'd1')
    await post(two, card('b2'), 'd1')
    await post(one, card('b3'), 'd2')
    const cards = await sendAll()
    await move('d1')
    const sent = await sendAll()
    const state = { zh: '已分派', en: 'Assigned' }
    const ofD1 = cards.filter(({ content }) => JSON.stringify(content).match(/"b[12]"/))
    expect(sent).toHaveLength(2)
    for (const { to, id, content } of ofD1) {
      const revised = sent.find((parcel) => parcel.to.id === to.id)
      expect(revised?.class).toBe('repeatable')
      if (!('notice' in content) || content.notice.kind !== 'mayClose') throw new Error('not the card')
      // A case that was only just assigned is not to be closed: that button is gone.
      expect(revised?.content).toEqual({
        notice: { ...content.notice, buttons: [] },
        revises: { ref: `ref-${id}`, state },
      })
    }
    await move('d1')
    expect(await sendAll()).toEqual([])
    await move('d2', 'd1')
    expect(revisions(await sendAll())).toMatchObject([{ state }])
  })

  test('only what can be pressed, is about the case and has a name is shown anew', async () => {
    const address = await idOf()
    await post(address, card(null), 'd1')
    await post(address, { reply: say('words') }, 'd1')
    await post(address, card('of no case'))
    await sendAll()
    await post(address, card('b1'), 'd1')
    await sendAll(false)
    await move('d1')
    expect(await sendAll()).toEqual([])
  })

  test('cards promised in the same transaction, or not yet sent, stay as they are', async () => {
    const address = await idOf()
    await post(address, card('waiting'), 'd1')
    await inTurn(stage(), somebody(), async (books) => {
      await books.post(address, card('with it'), { dispute: 'd1' })
      books.caseMoved('d1', 'ASSIGNED')
    })
    expect(revisions(await sendAll())).toEqual([])
    // What was sent meanwhile is found by the next move.
    await move('d1')
    expect(revisions(await sendAll())).toHaveLength(2)
  })

  test('buttons that still make sense stay, and such a card is shown anew by the next move too', async () => {
    const address = await idOf()
    await post(address, card('b1'), 'd1')
    const [{ id } = { id: '' }] = await sendAll()
    const moveTo = (state: State) =>
      inTurn(stage(), somebody(), async (books) => books.caseMoved('d1', state))
    await moveTo('PERFORMING')
    // Whatever the platform says of a change, the message keeps its name.
    const [first] = await sendAll(false)
    const buttons = [{ id: 'b1', does: 'close' }]
    expect(first?.content).toMatchObject({ notice: { buttons }, revises: { ref: `ref-${id}` } })
    // Two moves before the first of them could be shown: both are, in order.
    await moveTo('REVISITING')
    await moveTo('CLOSED')
    const rest = await sendAll(false)
    expect(revisions(rest)).toMatchObject([
      { ref: `ref-${id}`, state: { en: 'Revisit period' } },
      { ref: `ref-${id}`, state: { en: 'Closed & filed' } },
    ])
    expect(rest[0]?.content).toMatchObject({ notice: { buttons } })
    expect(rest[1]?.content).toMatchObject({ notice: { buttons: [] } })
    await moveTo('REOPENED')
    expect(await sendAll()).toEqual([])
  })

  test('one that could not be shown anew is left alone from then on', async () => {
    const address = await idOf()
    await post(address, card('b1'), 'd1')
    await sendAll()
    const moveTo = (state: State) =>
      inTurn(stage(), somebody(), async (books) => books.caseMoved('d1', state))
    await moveTo('PERFORMING')
    await outbox().dead((await claim())[0]!.id, 'message to edit not found', NOON)
    await moveTo('REVISITING')
    expect(await sendAll()).toEqual([])
  })

  test('several moves in one transaction make one revision, with the last state', async () => {
    const address = await idOf()
    await post(address, card('b1'), 'd1')
    await sendAll()
    await inTurn(stage(), somebody(), async (books) => {
      for (const state of ['ACCEPTED', 'ASSIGNED', 'CLAIMED'] as const) books.caseMoved('d1', state)
    })
    expect(revisions(await sendAll())).toMatchObject([{ state: { zh: '已签收' } }])
  })

  test('two processes that move the case at once make one revision', async () => {
    const address = await idOf()
    await post(address, card('b1'), 'd1')
    await sendAll()
    await Promise.all([move('d1'), move('d1'), move('d1')])
    expect(revisions(await sendAll())).toHaveLength(1)
  })

  test('a move that is undone revises nothing', async () => {
    const address = await idOf()
    await post(address, card('b1'), 'd1')
    await sendAll()
    const undone = inTurn(stage(), somebody(), async (books) => {
      books.caseMoved('d1', 'ASSIGNED')
      throw new Error('our mistake')
    })
    await expect(undone).rejects.toThrow('our mistake')
    expect(await sendAll()).toEqual([])
    await move('d1')
    expect(await sendAll()).toHaveLength(1)
  })

  test('a move costs one statement, and a transaction without one nothing', async () => {
    const from = somebody()
    const cost = async (work: (books: Books) => Promise<unknown>) => {
      const before = stage().store.statements()
      await inTurn(stage(), from, work)
      return stage().store.statements() - before
    }
    await cost(async () => null)
    const plain = await cost(async () => null)
    expect(await cost(async (books) => books.caseMoved('d1', 'ASSIGNED'))).toBe(plain + 1)
    expect(await cost(async () => null)).toBe(plain)
  })

  test('pages never see it, and find everything around it', async () => {
    const from = somebody()
    const address = await idOf(from)
    for (const n of [1, 2, 3]) await post(address, card(`b${n}`), 'd1')
    await sendAll()
    await move('d1')
    await sendAll()
    await talk(stage().store, inbound(from), 'w', [say('after')])
    const seqs = async (seq: number, limit: number) =>
      (await outbox().since(from, seq, limit)).map((parcel) => parcel.seq)
    expect(await seqs(0, 99)).toEqual([1, 2, 3, 7])
    expect(await seqs(0, 4)).toEqual([1, 2, 3, 7])
    expect(await seqs(3, 1)).toEqual([7])
    expect(await seqs(2, 2)).toEqual([3, 7])
  })

  test('one that cannot be shown is nobody’s task, and says nothing of its receiver', async () => {
    const duty = await bound(stage(), ['duty'])
    const officer = await bound(stage())
    const address = await idOf(officer.at)
    await post(address, card('b1'), 'd1')
    await sendAll()
    await move('d1')
    const [revision] = await claim()
    await outbox().dead(revision!.id, 'message to edit not found', NOON)
    expect(await outbox().since(duty.at, 0, 9)).toEqual([])
    const facts = await inTurn(stage(), somebody(), (books) => books.address(address))
    expect(facts?.unreachableSince).toBeNull()
  })
}
