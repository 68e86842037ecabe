// Work that one process does at a time.
import { expect, test } from 'vitest'
import { type Carrier, staged } from './store-kit.ts'

export function leasesContract(carrier: Carrier): void {
  const stage = staged(carrier)
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('of many processes that ask at once one holds it, and keeps it by asking again', async () => {
    const other = await stage().another()
    const holders = Array.from({ length: 10 }, (_, i) => `replica-${i}`)
    const held = await Promise.all(
      holders.map((holder, i) => (i % 2 ? other : stage().store).leases.hold('polling', holder, 60_000)),
    )
    expect(held.filter((mine) => mine)).toHaveLength(1)
    const winner = holders[held.indexOf(true)]!
    for (const holder of holders)
      expect(await other.leases.hold('polling', holder, 60_000)).toBe(holder === winner)
  })

  test('it goes to somebody else when its time is over, and its holder then hears so', async () => {
    const { leases } = stage().store
    const other = await stage().another()
    expect(await leases.hold('polling', 'a', 150)).toBe(true)
    expect(await other.leases.hold('polling', 'b', 60_000)).toBe(false)
    await expect.poll(() => other.leases.hold('polling', 'b', 60_000), { interval: 20 }).toBe(true)
    expect(await leases.hold('polling', 'a', 150)).toBe(false)
  })

  test('a holder that asks again in time keeps it for longer than it first asked for', async () => {
    const { leases } = stage().store
    for (let i = 0; i < 6; i++) {
      expect(await leases.hold('polling', 'a', 400)).toBe(true)
      await pause(100)
      expect(await leases.hold('polling', 'b', 400)).toBe(false)
    }
  })

  test('given back, it is free at once; by others it cannot be given back', async () => {
    const { leases } = stage().store
    const other = await stage().another()
    await leases.hold('polling', 'a', 60_000)
    await other.leases.release('polling', 'b')
    expect(await other.leases.hold('polling', 'b', 60_000)).toBe(false)
    await leases.release('polling', 'a')
    expect(await other.leases.hold('polling', 'b', 60_000)).toBe(true)
    await leases.release('never held', 'a')
  })

  test('each name and each station has its own, and each question is one statement', async () => {
    const { leases, statements } = stage().store
    const before = statements()
    expect(await leases.hold('one', 'a', 60_000)).toBe(true)
    expect(await leases.hold('two', 'b', 60_000)).toBe(true)
    await leases.release('one', 'a')
    expect(statements() - before).toBe(3)
    expect(await stage().rows('leases')).toHaveLength(1)
  })
}
