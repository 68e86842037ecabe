// The desk: an address is bound by a code that is good once, and authority ends everywhere at once.
import { expect, test } from 'vitest'
import { say } from '../../flows/core/reply.ts'
import { bound, type Carrier, somebody, staged } from './store-kit.ts'
import { HOUR, inbound, MINUTE, NOON, talk } from './store-work.ts'

export function deskContract(carrier: Carrier): void {
  const stage = staged(carrier)
  const desk = () => stage().store.desk
  const person = async (name: string) =>
    (await stage().store.admin.addStaff({ name, roles: ['officer'], villages: [] }, NOON)).person
  const codeFor = async (id: string, now = NOON) => (await stage().store.admin.staffCode(id, now)).code

  test('a code binds an address to its person', async () => {
    const id = await person('示例民警')
    const at = somebody()
    expect(await desk().whoIs(at)).toBeNull()
    const known = { person: id, name: '示例民警', roles: ['officer'] }
    expect(await desk().signIn(await codeFor(id), at, NOON)).toEqual(known)
    const other = await stage().another()
    expect(await other.desk.whoIs(at)).toEqual(known)
    expect((await other.turns.held(at, 'zh', NOON)).staff).toBe(id)
    expect(await desk().cases(at, NOON)).toEqual([])
  })

  test('only a hash of a code is kept', async () => {
    const code = await codeFor(await person('甲'))
    expect(JSON.stringify(await stage().rows('codes'))).not.toContain(code)
  })

  test('a wrong, used or old code binds nothing', async () => {
    // The stage is a demo.
    const id = await person('甲')
    const [first, old] = [await codeFor(id), await codeFor(id)]
    const at = somebody()
    expect(await desk().signIn('wrong', at, NOON)).toBeNull()
    expect(await desk().signIn('\0\uD800', at, NOON)).toBeNull()
    expect(await desk().whoIs(at)).toBeNull()
    expect(await desk().signIn(old, at, NOON + 24 * HOUR)).toBeNull()
    expect(await desk().signIn(first, at, NOON + 24 * HOUR - 1)).not.toBeNull()
    const second = somebody()
    expect(await desk().signIn(first, second, NOON)).toBeNull()
    expect(await desk().whoIs(second)).toBeNull()
  })

  test('one code at once from two addresses binds one', async () => {
    const other = await stage().another()
    for (let i = 0; i < 5; i++) {
      const code = await codeFor(await person(`甲${i}`))
      const bound = await Promise.all([
        desk().signIn(code, somebody(), NOON),
        other.desk.signIn(code, somebody(), NOON),
      ])
      expect(bound.filter((one) => one !== null)).toHaveLength(1)
    }
  })

  test('after five wrong codes a right one is refused too, for ten minutes', async () => {
    const id = await person('甲')
    const at = somebody()
    for (let i = 0; i < 5; i++) await desk().signIn('wrong', at, NOON)
    expect(await desk().signIn(await codeFor(id), at, NOON + MINUTE)).toBeNull()
    const later = NOON + 11 * MINUTE
    expect(await desk().signIn(await codeFor(id, later), at, later)).not.toBeNull()
  })

  test('signing out unbinds, and what lay ready is not sent', async () => {
    const { at } = await bound(stage())
    await talk(stage().store, inbound(at), 'w', [say('for the officer')])
    await desk().signOut(at, NOON)
    await desk().signOut(at, NOON)
    await desk().signOut(somebody(), NOON)
    expect(await desk().whoIs(at)).toBeNull()
    expect(await desk().cases(at, NOON)).toBeNull()
    expect(await stage().store.outbox.claim(NOON, 9, 1)).toEqual([])
    const actions = (await stage().rows('audit')).map(({ action }) => action)
    expect(actions).toEqual(['staff-added', 'staff-code', 'sign-in', 'sign-out'])
  })

  test('a resident reads nothing, as if there were nothing', async () => {
    const at = somebody()
    expect(await desk().cases(at, NOON)).toBeNull()
    expect(await desk().story(at, 'K1', NOON)).toBeNull()
    await talk(stage().store, inbound(at), 'w')
    expect(await desk().cases(at, NOON)).toBeNull()
    expect(await desk().story(at, 'K1', NOON)).toBeNull()
  })

  test('revoking ends everything in every process, whatever it remembers', async () => {
    const { person: id, at } = await bound(stage())
    const other = await stage().another()
    const before = await other.turns.held(at, 'zh', NOON)
    expect(before.staff).toBe(id)
    const code = await codeFor(id)
    await stage().store.admin.revoke(id, NOON)
    const outcome = await other.turns.keep(inbound(at), before, { sitting: before.sitting, replies: [] })
    expect(outcome).toBe('stale')
    expect((await other.turns.held(at, 'zh', NOON)).staff).toBeNull()
    expect(await other.desk.whoIs(at)).toBeNull()
    expect(await other.desk.cases(at, NOON)).toBeNull()
    expect(await other.desk.signIn(code, somebody(), NOON)).toBeNull()
  })
}
