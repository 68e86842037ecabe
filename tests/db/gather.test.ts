// Group commit: batches gather behind the one on its way, keep order, and one bad item harms nobody else.
import { setImmediate as tick } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather } from '../../db/gather.ts'
import { Unavailable } from '../../flows/core/ports.ts'

/** A writer that shows its batches and ends each when told. */
function slow() {
  const batches: string[][] = []
  const ends: (() => void)[] = []
  const write = async (items: string[]) => {
    batches.push(items)
    await new Promise<void>((resolve) => ends.push(resolve))
    return items.map((item) => `${item}!`)
  }
  return { batches, write, end: () => ends.shift()?.() }
}

test('the first goes alone at once, and those who come meanwhile go together', async () => {
  const { batches, write, end } = slow()
  const one = gather(write, { most: 3 })
  const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map(one))
  expect(batches).toEqual([['a']])
  for (let i = 0; i < 3; i++) {
    end()
    await tick()
  }
  expect(await all).toEqual(['a!', 'b!', 'c!', 'd!', 'e!'])
  expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']])
})

test('two of one person are never in one batch, and keep their order', async () => {
  const { batches, write, end } = slow()
  const one = gather(write, { most: 9, apart: (item) => item[0]! })
  const all = Promise.all(['x0', 'a1', 'a2', 'b1', 'a3', 'b2'].map(one))
  for (let i = 0; i < 4; i++) {
    end()
    await tick()
  }
  await all
  expect(batches).toEqual([['x0'], ['a1', 'b1'], ['a2', 'b2'], ['a3']])
})

test('whatever comes in whatever order, each person’s are written once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 4 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      async (people, most) => {
        const written: string[] = []
        const write = async (items: string[]) => {
          expect(items.length).toBeLessThanOrEqual(most)
          expect(new Set(items.map((item) => item[0])).size).toBe(items.length)
          await tick()
          written.push(...items)
          return items
        }
        const one = gather(write, { most, apart: (item) => item[0]! })
        const items = people.map((who, n) => `${who}:${n}`)
        expect(await Promise.all(items.map(one))).toEqual(items)
        for (const who of ['0', '1', '2', '3', '4']) {
          const own = (list: string[]) => list.filter((item) => item.startsWith(who))
          expect(own(written)).toEqual(own(items))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('one that cannot be written fails alone', async () => {
  const write = async (items: string[]) => {
    await tick()
    if (items.includes('bad')) throw new Error('cannot be written')
    return items
  }
  const one = gather(write, { most: 9 })
  const outcomes = await Promise.allSettled(['first', 'a', 'bad', 'b'].map(one))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await one('later')).toBe('later')
})

test('while the database is away all fail at once, and nobody waits for it one by one', async () => {
  let writes = 0
  const write = async (_: string[]): Promise<string[]> => {
    writes++
    await tick()
    throw new Unavailable('the database does not answer')
  }
  const one = gather(write, { most: 64 })
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => one(`${i}`)))
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
  expect(writes).toBe(2)
})
