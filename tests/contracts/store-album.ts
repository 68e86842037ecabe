// Pictures sent together are heard together, in the order in which they were sent, and none is lost or heard twice.
import { expect, test } from 'vitest'
import type { Due } from '../../db/store.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'
import { type Carrier, inTurn, somebody, staged } from './store-kit.ts'
import { inbound, MINUTE, NOON, SECOND, talk } from './store-work.ts'

const PAUSE = 1_500
const LEASE = MINUTE

/** The pictures of one album, numbered as a platform numbers them. */
export function albumContract(carrier: Carrier): void {
  const stage = staged(carrier)

  const part = (from: Address, no: number, how: { album?: string; caption?: string } = {}): Inbound => ({
    ...inbound(from, '', { id: `bot:${no}`, ref: `${no}`, album: how.album ?? 'trip' }),
    event: {
      kind: 'files',
      files: [{ id: `f${no}`, type: 'image/jpeg' }],
      ...(how.caption === undefined ? {} : { caption: how.caption }),
    },
  })
  const keep = (one: Inbound, now = NOON) => stage().store.turns.album(one, now)
  const claim = (now: number) => stage().store.dues.claim(now, 50, LEASE)
  const filesOf = (due: Due | undefined) =>
    due?.kind === 'hear' && due.event.kind === 'files' ? due.event.files.map(({ id }) => id) : null

  test('parts that come in any order, each more than once, are one event a moment after the last', async () => {
    const from = somebody()
    const other = await stage().another()
    const outcomes = await Promise.all(
      [10, 9, 11, 10, 9].map((no, i) => {
        const heard = part(from, no, no === 11 ? { caption: '这是墙' } : {})
        return (i % 2 ? other : stage().store).turns.album(heard, NOON + i)
      }),
    )
    expect(outcomes.toSorted()).toEqual(['kept', 'kept', 'kept', 'repeat', 'repeat'])
    const at = await stage().store.dues.next()
    expect(at).toBeGreaterThanOrEqual(NOON + PAUSE)
    expect(await claim(Number(at) - 1)).toEqual([])
    const [due, ...more] = await claim(Number(at))
    expect(more).toEqual([])
    const files = [9, 10, 11].map((no) => ({ id: `f${no}`, type: 'image/jpeg' }))
    expect(due).toEqual({
      id: due?.id,
      at,
      kind: 'hear',
      to: from,
      event: { kind: 'files', files, caption: '这是墙' },
    })
  })

  test('every part puts it off', async () => {
    const from = somebody()
    await keep(part(from, 1))
    await keep(part(from, 2), NOON + SECOND)
    expect(await claim(NOON + PAUSE)).toEqual([])
    const [due] = await claim(NOON + SECOND + PAUSE)
    expect(filesOf(due)).toEqual(['f1', 'f2'])
    expect(due?.kind === 'hear' && 'caption' in due.event).toBe(false)
  })

  test('captions are joined in the order of their pictures', async () => {
    const from = somebody()
    await keep(part(from, 2, { caption: '乙' }))
    await keep(part(from, 1, { caption: '甲' }))
    const [due] = await claim(NOON + PAUSE)
    expect(due).toMatchObject({ event: { caption: '甲\n乙' } })
  })

  test('other albums and other people are apart', async () => {
    const [a, b] = [somebody(), somebody()]
    for (const one of [part(a, 1), part(a, 2, { album: 'other' }), part(b, 1)]) await keep(one)
    const found = await claim(NOON + PAUSE)
    expect(
      found.map((due) => filesOf(due)?.join() ?? '').toSorted((one, other) => (one < other ? -1 : 1)),
    ).toEqual(['f1', 'f1', 'f2'])
  })

  test('a part that comes once the others are being heard begins anew, and both are heard once', async () => {
    const from = somebody()
    await keep(part(from, 1))
    const [first] = await claim(NOON + PAUSE)
    expect(filesOf(first)).toEqual(['f1'])
    expect(await keep(part(from, 2), NOON + PAUSE)).toBe('kept')
    expect(await keep(part(from, 3), NOON + PAUSE)).toBe('kept')
    // The process that had the first dies here: what is heard again is what it was, under the same id.
    const later = await claim(NOON + PAUSE + LEASE)
    expect(later.map((due) => [due.id === first?.id, filesOf(due)])).toEqual(
      expect.arrayContaining([
        [true, ['f1']],
        [false, ['f2', 'f3']],
      ]),
    )
    expect(later).toHaveLength(2)
    for (const due of later) {
      const heard = inbound(from, '', { id: `due:${due.id}` })
      expect(await talk(stage().store, heard, due.id)).toBe('kept')
      expect(await talk(await stage().another(), heard, due.id)).toBe('repeat')
      await stage().store.dues.done(due.id)
    }
    expect(await stage().store.dues.next()).toBeNull()
    // After that, an album of the same name is another one.
    await keep(part(from, 4), NOON + 2 * LEASE)
    expect((await claim(NOON + 3 * LEASE)).map(filesOf)).toEqual([['f4']])
  })

  test('an id that was heard as something else is a repeat, and a part is no news afterwards', async () => {
    const from = somebody()
    await keep(part(from, 1))
    expect(await talk(stage().store, { ...part(from, 1) }, 'again')).toBe('repeat')
    await talk(stage().store, inbound(from, 'x', { id: 'bot:2' }), 'word')
    expect(await keep(part(from, 2))).toBe('repeat')
    expect((await claim(NOON + PAUSE)).map(filesOf)).toEqual([['f1']])
  })

  test('it lies sealed, is woken for, and is gone with its address', async () => {
    const from = somebody()
    let woken = 0
    await stage().store.onPosted(() => woken++)
    await keep(part(from, 1, { caption: 'SECRET', album: 'SECRET-album' }))
    expect(woken).toBe(1)
    expect(JSON.stringify(await stage().rows('due'))).not.toContain('SECRET')
    const { address } = await stage().store.turns.held(from, 'zh', NOON)
    const other = await stage().another()
    await other.turns.held(from, 'zh', NOON)
    await inTurn(stage(), somebody(), (books) => books.eraseAddress(address))
    expect(await claim(NOON + PAUSE)).toEqual([])
    // A process that still remembers the address begins anew with it.
    expect(await other.turns.album(part(from, 2), NOON)).toBe('kept')
    expect((await claim(NOON + PAUSE)).map(filesOf)).toEqual([['f2']])
  })

  test('anything but pictures is our mistake', async () => {
    await expect(keep(inbound(somebody(), 'x', { album: 'trip' }))).rejects.toThrow('no-album')
  })
}
