// Channels that lie, refuse and keep silent: whoever is asked there is asked another way, at last at a door by an officer, and
// nothing that did not happen counts. The desk's own delivery and clock, months in a moment.
import { and, eq, gt } from 'drizzle-orm'
import { destination } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { openDelivery } from '../../bot/deliver.ts'
import { openDesk } from '../../bot/desk.ts'
import { openLog } from '../../bot/log.ts'
import { openMetrics } from '../../bot/metrics.ts'
import { recordRevisit } from '../../db/commands/record-revisit.ts'
import { mustAdvance } from '../../db/commands/shared/advance.ts'
import { awaitRevisit, setRevisit } from '../../db/commands/shared/rounds.ts'
import type { Database, Row } from '../../db/database/database.ts'
import { openServer } from '../../db/database/server.ts'
import { parties, revisits, rounds } from '../../db/schema/index.ts'
import type { Tried } from '../../db/schema/revisit.ts'
import { type Address, type Allowance, type Receipt, Undelivered } from '../../flows/core/ports.ts'
import type { Message } from '../../flows/core/reply.ts'
import { render, renderRevised } from '../../flows/notices/index.ts'
import { held, performing, report } from '../db/case.ts'
import { act } from '../db/commands/a-case.ts'
import { at, DAY, HOUR, MINUTE, type Station, station } from '../db/station.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'

const START = at('2026-11-23', '10:12')
/** When every case is asked, on a Thursday. */
const ASKED = at('2026-11-26', '10:00')

type Lie = 'bounces' | 'minus-two' | 'blocked' | 'window' | 'silent' | 'unknown' | 'unseen'
const LIES: readonly Lie[] = ['bounces', 'minus-two', 'blocked', 'window', 'silent', 'unknown', 'unseen']

const allowances: { [channel: string]: Allowance } = { window: { kind: 'window', hours: 48, grants: false } }

const SECOND_CHAT: readonly Lie[] = ['bounces', 'minus-two', 'window', 'silent', 'unseen']
const CASES: readonly (readonly [Lie, boolean])[] = [
  ...LIES.map((lie) => [lie, false] as const),
  ...SECOND_CHAT.map((lie) => [lie, true] as const),
]

/** What each platform says of what it is given. */
const SAYS: { [channel: string]: () => Receipt } = {
  'minus-two': () => {
    throw new Undelivered('-2', 'never')
  },
  blocked: () => {
    throw new Undelivered('telegram 403 blocked', 'never')
  },
  unknown: () => {
    throw new Undelivered('connection lost', 'unknown')
  },
  unseen: () => 'waiting',
}

/** Some seconds on a machine of its own; a loaded one is slow and not wrong. */
const LOADED = 180_000

type Asked = { lie: Lie; other: boolean; number: string; half: string; first: Address; second: Address }
type Sent = { to: Address; at: number; parcel: string; text: string }

/** A house of its own on the books of the test: many cases at once, so that the months pass once for all of them. */
async function house(now: Station) {
  const sent: Sent[] = []
  const log = openLog('fatal', destination(2))
  const metrics = openMetrics({ standard: false })
  const desk = await openDesk({
    store: now.store,
    log,
    metrics,
    real: () => START,
    drained: () => delivery.drained(),
  })
  const send = async ({ to, id, reply }: Message): Promise<Receipt> => {
    sent.push({ to, at: desk.time.now(), parcel: id, text: reply.text })
    return SAYS[to.channel]?.() ?? 'delivered'
  }
  const delivery = openDelivery({
    outbox: now.store.outbox,
    channels: new Map([...LIES, 'good', 'web'].map((name) => [name, { send }])),
    render,
    renderRevised,
    now: desk.time.now,
    log,
    metrics,
  })
  const until = async (then: number) => void (await desk.advance(then - desk.time.now()))
  return { sent, desk, until, stop: () => delivery.stop() }
}
type House = Awaited<ReturnType<typeof house>>

let open: House | null = null
afterEach(async () => {
  await open?.stop()
  open = null
})

let phones = 10

/** Side A in a chat of this kind, with a second chat that takes everything where there is one; side B has been heard. */
async function asked(now: Station, lie: Lie, other: boolean): Promise<Asked> {
  const first = { channel: lie, id: `${lie}-${other}` }
  const second = { channel: 'good', id: `second-${lie}-${other}` }
  const owed = [{ what: '22:30后不放音响', due: null }]
  const told = report({ category: 'NB-WL', name: `甲${lie}${other}`, phone: `139000000${phones++}` })
  const id = await performing(now, { from: first, now: START, owed, told })
  const [half, number] = await now.does(now.officer.at, START, async (books) => {
    const c = await held(books, id)
    const facts = { openDuties: 0, performance: 'proof' as const }
    await mustAdvance(books, c, 'REVISITING', { roles: ['officer'], facts })
    const later = and(eq(rounds.disputeId, id), gt(rounds.no, 1))
    for (const round of await books.tx.update(rounds).set({ state: 'superseded' }).where(later).returning())
      await books.tx.update(revisits).set({ state: 'superseded' }).where(eq(revisits.roundId, round.id))
    const rows = await books.tx
      .select()
      .from(revisits)
      .where(and(eq(revisits.disputeId, id), eq(revisits.state, 'planned')))
    const [a, b] = [rows.find(({ side }) => side === 'A'), rows.find(({ side }) => side === 'B')]
    if (!a || !b) throw new Error('no first round')
    await setRevisit(books, b, { state: 'declined', endedAt: books.now })
    await setRevisit(books, a, { mode: 'chat', at: ASKED })
    await books.tx.update(rounds).set({ mode: 'chat' }).where(eq(rounds.id, a.roundId))
    await awaitRevisit(books, c, a.id, ASKED)
    return [a.id, c.row.number] as const
  })
  if (other)
    await now.does(second, START, async (books) => {
      const side = and(eq(parties.disputeId, id), eq(parties.side, 'A'))
      const [party] = await books.tx.select().from(parties).where(side)
      if (!party?.addressId || !books.actor.address) throw new Error('no chat')
      await books.identity.joinResident(party.addressId, books.actor.address)
    })
  return { lie, other, number, half, first, second }
}

const tries = (row: Row): Tried[] => JSON.parse(JSON.stringify(row.attempts))
const counted = (row: Row): string[] => tries(row).flatMap(({ mode, bounced }) => (bounced ? [] : [mode]))

/** What a chat that did not bring anything was held for, and how many attempts by chat count. */
const ALONE: { readonly [L in Lie]: { why: string; counts: number } } = {
  bounces: { why: '聊天里没有送到', counts: 0 },
  'minus-two': { why: '聊天里没有送到', counts: 0 },
  blocked: { why: '被对方拉黑了', counts: 0 },
  window: { why: '聊天里发不进去', counts: 0 },
  silent: { why: '在聊天里没有回', counts: 1 },
  unknown: { why: '聊天里没有送到', counts: 0 },
  unseen: { why: '聊天里没有送到', counts: 0 },
}
/** From when on nothing may be sent there, in hours after the question; those that are never known to be dead are not here. */
const DEAD: { readonly [L in Lie]?: number } = {
  bounces: 20,
  'minus-two': 1,
  blocked: 1,
  window: 0,
  unknown: 1.3,
}

function lyingChannels(now: () => Station): void {
  test(
    'the ladder ends at a door, and nothing counts that did not happen',
    async () => {
      const here = await house(now())
      open = here
      const all: Asked[] = []
      for (const [lie, other] of CASES) all.push(await asked(now(), lie, other))
      const halves = async () => {
        const rows = new Map((await now().rows('revisits')).map((row) => [row.id, row]))
        return all.map((one) => {
          const row = rows.get(one.half)
          if (!row) throw new Error('no such half')
          return { ...one, row, name: `${one.lie}${one.other ? ', and a second chat' : ''}` }
        })
      }
      const sentTo = (to: Address) =>
        here.sent.filter((one) => one.to.channel === to.channel && one.to.id === to.id)
      const visited = async () => (await now().rows('revisits')).filter(({ state }) => state === 'answered')

      // An unknown result is tried again, ever more rarely, and given up.
      for (let n = 0; n <= 12; n++) await here.until(ASKED + MINUTE + n * 6 * MINUTE)
      for (const { lie, other, first, second, row, name } of await halves()) {
        const left = DEAD[lie] !== undefined && lie !== 'bounces'
        expect(row, name).toMatchObject({ state: 'open', mode: left && !other ? 'call' : 'chat' })
        expect(tries(row), name).toEqual([])
        expect(sentTo(second).length, name).toBe(left && other ? 1 : 0)
        const parcels = new Set(sentTo(first).map(({ parcel }) => parcel))
        expect(parcels.size, name).toBe(lie === 'window' ? 0 : 1)
      }
      await here.until(ASKED + 20 * HOUR)
      for (const { first: from, lie, other } of all)
        if (lie === 'bounces')
          await here.desk.hearing.hear({
            id: `bounced-${other}`,
            from,
            at: here.desk.time.now(),
            event: { kind: 'reach', reachable: false, bounced: true },
          })
      await here.until(ASKED + 21 * HOUR)
      for (const { lie, other, second, row, name } of await halves()) {
        if (lie !== 'bounces') continue
        expect(row, name).toMatchObject({ state: 'open', mode: other ? 'chat' : 'call' })
        expect(tries(row), name).toMatchObject([{ mode: 'chat', bounced: true }])
        expect(sentTo(second), name).toHaveLength(other ? 1 : 0)
      }
      await here.until(ASKED + 25 * HOUR)
      for (const { lie, other, second, row, name } of await halves()) {
        if (lie !== 'silent' && lie !== 'unseen') continue
        expect(row, name).toMatchObject({ state: 'open', mode: 'chat' })
        expect(sentTo(second), name).toHaveLength(other ? 1 : 0)
        expect(counted(row), name).toEqual(other && lie === 'silent' ? ['chat'] : [])
      }
      // Whatever the chats were good for, after two days a person asks.
      await here.until(ASKED + 50 * HOUR)
      const cards = (await now().told(now().officer.at)).flatMap(({ notice }) =>
        notice.kind === 'revisitDue' ? [notice] : [],
      )
      for (const { lie, other, number, row, name } of await halves()) {
        const { why, counts } = ALONE[lie]
        expect(row, name).toMatchObject({ state: 'open', mode: 'call' })
        expect(counted(row), name).toHaveLength(counts + Number(other))
        const [first, ...more] = cards.filter(({ facts }) => facts.number === number)
        expect(first, name).toMatchObject({
          sides: ['A'],
          mode: 'call',
          why: { zh: other ? '在聊天里没有回' : why },
          buttons: [{ does: 'visit' }],
        })
        // Those that were given on the first day have been reminded of since, and no more than once a day.
        expect(more.length <= 2, name).toBe(true)
      }

      // An officer goes on, day after day, as the card says.
      const gone = new Map<string, string[]>()
      for (let day = 4; day <= 8; day++) {
        await here.until(ASKED + day * DAY)
        const at = here.desk.time.now()
        const recorded = new Set<string>()
        for (const { half, row } of await halves()) {
          if (row.state !== 'open') continue
          const mode: 'call' | 'visit' = row.mode === 'visit' ? 'visit' : 'call'
          const missed = { revisit: half, side: 'A', mode, outcome: 'unavailable' } as const
          const words = { answers: null, danger: [] }
          const answer = await act(now(), now().officer, at, recordRevisit, { ...missed, ...words })
          if ('refused' in answer) {
            // The last time: nobody is unreached without a word of why.
            expect(answer).toMatchObject({ refused: 'no-reason' })
            const reason = '家里没人，邻居说外出打工。'
            await act(now(), now().officer, at, recordRevisit, { ...missed, ...words, reason })
          }
          gone.set(half, [...(gone.get(half) ?? []), mode])
          recorded.add(half)
        }
        for (const { half, lie, other, row, name } of await halves())
          if (recorded.has(half))
            expect(counted(row).length, name).toBe(
              ALONE[lie].counts + Number(other) + (gone.get(half)?.length ?? 0),
            )
      }
      for (const { half, lie, other, row, name } of await halves()) {
        expect(row, name).toMatchObject({
          state: 'unavailable',
          answers: null,
          reason: expect.any(String),
          by: now().officer.person,
        })
        expect(String(row.reason), name).not.toContain('邻居')
        // Three attempts, two ways, three days, and a visit after them: a chat that counts spares one of the others.
        const chats = ALONE[lie].counts + Number(other)
        expect(gone.get(half), name).toEqual(
          [
            ['call', 'visit', 'call', 'visit'],
            ['call', 'visit', 'visit'],
            ['call', 'visit'],
          ][chats],
        )
      }
      const judged = (await now().rows('rounds')).filter(({ state }) => state === 'done')
      expect(judged.map(({ code }) => code)).toEqual(all.map(() => 'R-UNREACH'))
      expect(await visited()).toEqual([])

      // Weeks later nothing has been made of it, and nothing was sent where nothing arrives.
      await here.until(ASKED + 22 * DAY)
      expect(await visited()).toEqual([])
      for (const { lie, first } of all) {
        const dead = DEAD[lie]
        if (dead !== undefined) expect(sentTo(first).filter(({ at }) => at > ASKED + dead * HOUR)).toEqual([])
      }
    },
    LOADED,
  )
}

describe('on embedded books', () => {
  lyingChannels(station(START, undefined, allowances))
})

describe('on PostgreSQL', () => {
  const found = async (): Promise<{ database: Database; drop: () => void }> => ({
    database: await openServer({ url: await freshDatabase() }),
    drop() {},
  })
  lyingChannels(station(START, found, allowances))
})
