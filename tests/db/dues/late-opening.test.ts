// A question that was to begin, and nobody swept: not at night, not twice, and not lost.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { disputes } from '../../../db/schema/index.ts'
import { performing } from '../case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

/** One side is to be asked, and its conversation was promised a moment ago. */
async function promised() {
  const [A, B] = [now().resident(), now().resident()]
  const owed = [{ what: '22:30后不放音响', due: null }]
  await performing(now(), { from: A, joined: B, now: START, owed })
  await now().does(now().officer.at, START, async ({ tx, station: here }) => {
    await tx.update(disputes).set({ state: 'REVISITING' }).where(eq(disputes.stationId, here.id))
  })
  const halves = (await now().rows('revisits')).sort((one, other) => Number(one.at) - Number(other.at))
  const first = String(halves[0]!.id)
  const hour = Number(halves[0]!.at)
  await now().until(hour - 1)
  const [due] = (await now().waits('revisit')).filter(({ key }) => key.endsWith(first))
  await now().store.dues.act(due!.id, hour)
  return { first, hour, to: halves[0]!.side === 'A' ? A : B }
}

const half = async (id: string) => (await now().rows('revisits')).find((row) => row.id === id)!
const openings = async () => now().waits('open')

test('in time it begins by itself', async () => {
  const { hour } = await promised()
  const claimed = await now().store.dues.claim(hour + 4 * MINUTE, 50, MINUTE)
  expect(claimed.map(({ kind }) => kind)).toContain('open')
})

test('late it is looked at anew: asked when there is an hour for it, in a conversation of its own', async () => {
  const { first, hour, to } = await promised()
  expect(await half(first)).toMatchObject({ state: 'open', mode: 'chat' })
  const night = at('2026-11-28', '23:30')
  expect(night - hour).toBeGreaterThan(HOUR)
  const [promise] = await openings()
  const claimed = await now().store.dues.claim(night, 50, MINUTE)
  expect(claimed.filter(({ kind }) => kind === 'open')).toEqual([])
  await now().store.dues.act(promise!.id, night)
  expect(await half(first)).toMatchObject({ state: 'planned', opened_at: null, at: expect.anything() })
  const [looks] = (await now().waits('revisit')).filter(({ key }) => key.endsWith(first))
  await now().store.dues.act(looks!.id, night)
  expect(await openings()).toEqual([])
  const begun = await now().until(at('2026-11-29', '12:00'))
  expect(begun.filter((one) => one.to.id === to.id)).toHaveLength(1)
  expect(await half(first)).toMatchObject({ state: 'open', mode: 'chat' })
})

test('one that had begun, and whose row alone was left, is not begun again', async () => {
  const { first, hour, to } = await promised()
  const [promise] = await openings()
  // The desk heard it, and the process died before the row was ended.
  const heard = { id: `due:${promise!.id}`, from: to, at: hour, event: { kind: 'text', text: 'x' } as const }
  await now().store.turns.transact(heard, async () => {})
  await now().store.dues.act(promise!.id, hour + DAY)
  expect(await half(first)).toMatchObject({ state: 'open', mode: 'chat' })
  expect((await now().waits('revisit')).filter(({ key }) => key.endsWith(first))).toEqual([])
  expect(await openings()).toEqual([])
})
