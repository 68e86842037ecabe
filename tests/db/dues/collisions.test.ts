// An act that comes due in the very moment somebody does the thing: one of the two is first, and both end well.
import { expect, test } from 'vitest'
import { mustAdvance } from '../../../db/commands/shared/advance.ts'
import { stateOf } from '../../../db/commands/shared/case.ts'
import { openServer } from '../../../db/database/server.ts'
import { freshDatabase } from '../../postgres/fresh-database.ts'
import { assigned, held } from '../case.ts'
import { at, HOUR, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START, async () => ({
  database: await openServer({ url: await freshDatabase() }),
  drop: () => {},
}))

test('accepting a case at the moment its limit ends', async () => {
  const { officer, store } = now()
  const late = START + 4 * HOUR
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.push(await assigned(now(), now().resident(), START))
  for (const id of ids) {
    const row = (await now().waits('accept')).find(({ key }) => key === `accept:${id}`)!
    // Both take the case first: neither waits for a row of the other while it holds one.
    await Promise.all([
      store.dues.act(row.id, late),
      now().does(officer.at, late, async (books) => {
        const c = await held(books, id)
        await mustAdvance(books, c, 'CLAIMED', { roles: ['officer'] })
        expect(stateOf(c.row)).toBe('CLAIMED')
      }),
    ])
  }
  expect((await now().rows('disputes')).map(({ state }) => state)).toEqual(ids.map(() => 'CLAIMED'))
  expect(await now().waits('accept')).toEqual([])
  const told = (await now().told(officer.at)).filter(({ notice }) => notice.kind === 'notAccepted')
  expect(told.length).toBeLessThanOrEqual(ids.length)
})

test('an act waits for the case before it holds its own row', async () => {
  const { officer, store } = now()
  const late = START + 4 * HOUR
  const id = await assigned(now(), now().resident(), START)
  const row = (await now().waits('accept')).find(({ key }) => key === `accept:${id}`)!
  const { acting, free } = await now().does(officer.at, late, async (books) => {
    const c = await held(books, id)
    const acting = store.dues.act(row.id, late)
    await new Promise((done) => setTimeout(done, 300))
    // Rows that somebody holds are passed over when rows are claimed.
    const free = (await store.dues.claim(late, 50, HOUR)).map((one) => one.id)
    await mustAdvance(books, c, 'CLAIMED', { roles: ['officer'] })
    return { acting: () => acting, free }
  })
  await acting()
  expect(free).toContain(row.id)
  expect((await now().told(officer.at)).filter(({ notice }) => notice.kind === 'notAccepted')).toEqual([])
})

test('two replicas doing one act tell once', async () => {
  const { officer, store } = now()
  await assigned(now(), now().resident(), START)
  const [row] = await now().waits('accept')
  await Promise.all(Array.from({ length: 6 }, () => store.dues.act(row!.id, START + 4 * HOUR)))
  const told = (await now().told(officer.at)).filter(({ notice }) => notice.kind === 'notAccepted')
  expect(told).toHaveLength(1)
})
