// Rounds: each side at its own hour and by day, and what happens when nobody answers.
import { and, eq, gt } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Books } from '../../../db/books.ts'
import { mustAdvance } from '../../../db/commands/shared/advance.ts'
import { revisitById, setRevisit } from '../../../db/commands/shared/rounds.ts'
import type { Row } from '../../../db/database/database.ts'
import { disputes, parties, revisits, rounds } from '../../../db/schema/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { held, performing, wall } from '../case.ts'
import { at, DAY, HOUR, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const kinds = async (to: Address, kind: string) =>
  (await now().told(to)).filter(({ notice }) => notice.kind === kind)

/** A duty without an end: no dates but those of the rounds. YELLOW is asked on the third day first, in chat. */
async function agreed({ joins = true, alone = true } = {}) {
  const [A, B] = [now().resident(), now().resident()]
  const owed = [{ what: '22:30后不放音响', due: null }]
  const id = await performing(now(), { from: A, ...(joins ? { joined: B } : {}), now: START, owed })
  await now().does(now().officer.at, START, async (books) => {
    const facts = { openDuties: 0, performance: 'proof' as const }
    await mustAdvance(books, await held(books, id), 'REVISITING', { roles: ['officer'], facts })
    if (alone) await onlyFirst(books, id)
  })
  return { id, A, B }
}

/** Lets the later rounds go, so that a test sees one to its end. */
async function onlyFirst(books: Books, id: string): Promise<void> {
  const later = and(eq(rounds.disputeId, id), gt(rounds.no, 1))
  const gone = await books.tx.update(rounds).set({ state: 'superseded' }).where(later).returning()
  for (const { id: round } of gone)
    await books.tx.update(revisits).set({ state: 'superseded' }).where(eq(revisits.roundId, round))
}

const halves = async (): Promise<(Row & { at: number })[]> => {
  const rounds = await now().rows('rounds')
  const first = rounds.find(({ no }) => no === 1)!
  const all = await now().rows('revisits')
  return all
    .filter(({ round_id }) => round_id === first.id)
    .map((row) => ({ ...row, at: Number(row.at) }))
    .sort((one, other) => one.at - other.at)
}
const clock = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(11, 16)

test('both sides are asked in chat, each alone, at its own hour and by day', async () => {
  const { A, B } = await agreed()
  const [first, second] = await halves()
  expect(second!.at - first!.at).toBe(2 * HOUR)
  for (const half of [first!, second!]) {
    expect(clock(half.at) >= '09:00' && clock(half.at) <= '20:00').toBe(true)
  }
  const opened = await now().until(first!.at)
  expect(opened).toMatchObject([{ event: { flow: 'revisit', given: { side: first!.side } } }])
  expect([A, B]).toContainEqual(opened[0]!.to)
  const more = await now().until(second!.at)
  expect(more).toMatchObject([{ event: { flow: 'revisit', given: { side: second!.side } } }])
  expect(more[0]!.to).not.toEqual(opened[0]!.to)
  expect((await halves()).map(({ state }) => state)).toEqual(['open', 'open'])
})

test('a side that is asked learns nothing of the other and not who reported', async () => {
  await agreed()
  const [, second] = await halves()
  const opened = await now().until(second!.at)
  for (const { event } of opened) {
    const given = JSON.stringify(event.given)
    for (const word of ['13900000001', '占了我家地', '甲方', '乙方', '反映'])
      expect(given).not.toContain(word)
  }
})

test('a side that is not in chat becomes one task for the officer', async () => {
  await agreed({ joins: false })
  const [first, second] = await halves()
  const opened = await now().until(second!.at)
  expect(opened).toMatchObject([{ event: { given: { side: 'A' } } }])
  const hour = [first!, second!].find(({ side }) => side === 'B')!.at
  expect(await kinds(now().officer.at, 'revisitDue')).toMatchObject([
    // No number is known: somebody has to go.
    { at: hour, notice: { sides: ['B'], mode: 'visit', why: null, buttons: [{ does: 'visit' }] } },
  ])
})

test('a machine that was away asks nobody at night, and not both sides within one hour', async () => {
  await agreed()
  const [first, second] = await halves()
  const rows = await now().waits('revisit')
  const due = (half: Row) => rows.find(({ key }) => key.endsWith(String(half.id)))!
  await now().until(first!.at - 1)
  const night = at('2026-11-28', '23:30')
  await now().store.dues.act(due(first!).id, night)
  // It stays due on its day; it is looked at again in the morning.
  const put = (await halves()).find(({ id }) => id === first!.id)
  expect(put).toMatchObject({ state: 'planned', at: first!.at })
  // Back in the middle of the next day, when both are late.
  const noon = at('2026-11-29', '15:00')
  const [again] = (await now().waits('revisit')).filter(({ key }) => key.endsWith(String(first!.id)))
  expect(again).toMatchObject({ at: at('2026-11-29', '09:00') })
  await now().store.dues.act(again!.id, noon)
  await now().store.dues.act(due(second!).id, noon + 60_000)
  const states = new Map((await halves()).map((half) => [half.id, half]))
  expect(states.get(first!.id)).toMatchObject({ state: 'open' })
  expect(states.get(second!.id)).toMatchObject({ state: 'planned', at: second!.at })
  const [later] = (await now().waits('revisit')).filter(({ key }) => key.endsWith(String(second!.id)))
  expect(later).toMatchObject({ at: noon + 2 * HOUR })
})

test('while there is an emergency nobody is asked; the round comes back a day later', async () => {
  const { id } = await agreed()
  const [first] = await halves()
  await now().does(now().officer.at, START + DAY, async (books) => {
    const c = await held(books, id)
    await books.tx.update(disputes).set({ state: 'EMERGENCY' }).where(eq(disputes.id, c.row.id))
  })
  expect(await now().until(first!.at)).toEqual([])
  const moved = (await halves()).find((half) => half.id === first!.id)
  expect(moved).toMatchObject({ state: 'planned', at: first!.at + DAY })
})

test('an answered half is not asked again', async () => {
  await agreed()
  const [first] = await halves()
  await now().does(now().officer.at, START + DAY, async (books) => {
    const row = await revisitById(books, String(first!.id))
    await setRevisit(books, row!, { state: 'answered', endedAt: books.now })
  })
  expect(await now().until(first!.at)).toEqual([])
})

test('who answered is not called, and the round waits for the other side', async () => {
  const { A, B } = await agreed()
  const [first, second] = await halves()
  await now().until(second!.at)
  await now().does(now().officer.at, second!.at + HOUR, async (books) => {
    const row = await revisitById(books, String(first!.id))
    await setRevisit(books, row!, { state: 'answered', endedAt: books.now })
  })
  await now().until(first!.at + 3 * DAY)
  const answered = first!.side === 'A' ? A : B
  expect(await kinds(answered, 'willCall')).toEqual([])
  const sides = (await kinds(now().officer.at, 'revisitDue')).flatMap(({ notice }) =>
    'sides' in notice ? notice.sides : [],
  )
  expect(new Set(sides)).toEqual(new Set([second!.side]))
})

test('an officer-led case is asked about by officers alone, even where the sides are in chat', async () => {
  const [A, B] = [now().resident(), now().resident()]
  const told = wall({ category: 'SC-BU', danger: ['B04'] })
  const owed = [{ what: '不再靠近', due: null }]
  const id = await performing(now(), { from: A, joined: B, now: START, owed, told })
  await now().does(now().officer.at, START, async (books) => {
    const facts = { openDuties: 0, performance: 'proof' as const }
    await mustAdvance(books, await held(books, id), 'REVISITING', { roles: ['officer'], facts })
    await books.tx
      .update(parties)
      .set({ atRisk: true })
      .where(and(eq(parties.disputeId, id), eq(parties.side, 'A')))
  })
  expect(await now().until(START + 3 * DAY)).toEqual([])
  expect((await kinds(now().officer.at, 'revisitDue')).length).toBeGreaterThan(0)
  for (const side of [A, B]) expect(await now().told(side)).toEqual([])
})
