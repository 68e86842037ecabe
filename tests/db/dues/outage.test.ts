// Nobody swept for an hour, a day, three days: then two replicas sweep at once, and everybody is asked once, by day, the riskiest first.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openSweep, type Swept } from '../../../bot/clock.ts'
import { hold } from '../../../db/commands/shared/case.ts'
import { writeRound } from '../../../db/commands/shared/rounds.ts'
import { openServer } from '../../../db/database/server.ts'
import type { OpenStore } from '../../../db/open.ts'
import { disputes, parties } from '../../../db/schema/index.ts'
import { LEVEL_CODES, type Level, type Mode } from '../../../flows/casework/tables/level.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { freshDatabase } from '../../postgres/fresh-database.ts'
import { performing } from '../case.ts'
import { at, DAY, HOUR, MINUTE, SECOND, station } from '../station.ts'

const SIGNED = at('2026-11-23', '10:00')
const now = station(SIGNED, async () => {
  const database = await openServer({ url: await freshDatabase(), pool: 8 })
  return { database, drop: () => {} }
})

/** On this Thursday the first side of every round is due between nine and eleven, the other two hours later. */
const THURSDAY = '2026-11-26'
const dueOf = (n: number): Instant => at(THURSDAY, '09:00') + (n % 8) * 15 * MINUTE

type Half = {
  id: string
  case: string
  number: string
  side: string
  level: Level
  planned: Instant
  wanted: Mode
}

/** So many cases of every level, each with one round: where the level is low both in chat, else one side in person. */
async function laidOut(cases: number): Promise<Map<string, Half>> {
  const { officer } = now()
  const model = await performing(now(), { from: now().resident(), now: SIGNED, owed: [] })
  const chats: string[] = []
  for (let n = 0; n < 2 * cases; n++) chats.push(await addressOf(now().resident()))
  await now().does(officer.at, SIGNED, async (books) => {
    const { tx, station: here } = books
    const [row] = await tx.select().from(disputes).where(eq(disputes.id, model))
    const sides = await tx.select().from(parties).where(eq(parties.disputeId, model))
    for (let n = 0; n < cases; n++) {
      const level = LEVEL_CODES[n % LEVEL_CODES.length]!
      const id = `case-${here.id}-${n}`
      await tx.insert(disputes).values({
        ...row!,
        id,
        number: `RD-2026-${1000 + n}`,
        level,
        state: 'PERFORMING',
        conversationId: null,
      })
      for (const [i, side] of sides.entries())
        await tx.insert(parties).values({
          ...side,
          id: `${id}-${side.side}`,
          disputeId: id,
          addressId: chats[2 * n + i]!,
          name: null,
          phone: 'sealed',
        })
      const [copy] = await tx.select().from(disputes).where(eq(disputes.id, id))
      const c = await hold(books, copy!)
      const other: Mode = level === 'RED' || level === 'ORANGE' ? 'visit' : 'chat'
      const why = { zh: '', en: '' }
      const A = { at: dueOf(n), mode: 'chat' as const, why }
      const B = { at: dueOf(n) + 2 * HOUR, mode: other, why }
      const round = { no: 1, at: A.at, kind: 'level-day' as const, mode: other, why, duties: [] }
      await writeRound(books, c!, { ...round, sides: { A, B } }, { wanted: 'chat' })
      // A side that only a person can ask has no chat.
      if (other === 'visit')
        await tx
          .update(parties)
          .set({ addressId: null, phone: null })
          .where(eq(parties.id, `${id}-B`))
    }
  })
  const written = new Map((await now().rows('disputes')).map((row) => [row.id, row]))
  return new Map(
    (await now().rows('revisits'))
      .filter((row) => String(row.dispute_id).startsWith('case-'))
      .map((row) => [
        String(row.id),
        {
          id: String(row.id),
          case: String(row.dispute_id),
          number: String(written.get(row.dispute_id)!.number),
          side: String(row.side),
          level: written.get(row.dispute_id)!.level as Level,
          planned: Number(row.at),
          wanted: row.mode as Mode,
        },
      ]),
  )
}

async function addressOf(resident: Address): Promise<string> {
  return now().does(resident, SIGNED, async (books) => books.actor.address!)
}

type Begun = { half: string; at: Instant; due: string; replica: number }

/** Two replicas, and a clock that both read. */
async function replicas(from: Instant) {
  const begun: Begun[] = []
  let clock = from
  const second = await now().another()
  const quiet = { info() {}, warn() {}, error() {} }
  const sweeps = [now().store, second].map((store: OpenStore, replica) =>
    openSweep({
      turns: store.turns,
      dues: store.dues,
      now: () => clock,
      log: quiet as never,
      metrics: { swept() {} },
      async hear({ id, event }) {
        if (event.kind !== 'open') return
        const { revisit } = event.given as { revisit: string }
        begun.push({ half: revisit, at: clock, due: id, replica })
      },
    }),
  )
  return {
    begun,
    /** Every second that somebody waits for, until then; both sweep at the same time, as gently as the bot does. */
    async until(then: Instant): Promise<Swept[]> {
      const swept: Swept[] = []
      while (clock <= then) {
        swept.push(...(await Promise.all(sweeps.map((one) => one.sweep()))))
        const next = (await now().store.dues.next()) ?? then + 1
        clock = Math.max(clock + SECOND, next)
      }
      return swept
    },
    close: () => second.close(),
  }
}

const clockOf = (when: Instant) => new Date(when + 8 * HOUR).toISOString().slice(11, 16)

test.each([
  ['an hour', 20, at(THURSDAY, '09:20'), at(THURSDAY, '10:20'), at(THURSDAY, '15:00')],
  [
    'a day, and back in the night',
    36,
    at(THURSDAY, '08:00'),
    at('2026-11-27', '02:30'),
    at('2026-11-27', '12:00'),
  ],
  ['three days', 20, at(THURSDAY, '08:00'), at('2026-11-29', '08:00'), at('2026-11-29', '12:00')],
])(
  'after %s everybody is asked once, in hours, the riskiest first, and what is too late by a person',
  async (_, cases, stopped, back, over) => {
    const halves = await laidOut(cases)
    const both = await replicas(SIGNED + HOUR)
    // Before it stops everything is on time; then nobody sweeps, and then both do.
    await both.until(stopped)
    const after = await replicas(back)
    const swept = await after.until(over)
    await both.close()
    await after.close()
    expect(swept.reduce((sum, { failed }) => sum + failed, 0)).toBe(0)

    const begun = [...both.begun, ...after.begun].filter(({ half }) => halves.has(half))
    const rows = (await now().rows('revisits')).filter((row) => halves.has(String(row.id)))
    const opened = new Map(rows.map((row) => [String(row.id), Number(row.opened_at)]))
    // Each half has begun, and none twice, by whichever replica.
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'open'))
    expect(rows).toHaveLength(2 * cases)
    expect(new Set(begun.map(({ half }) => half)).size).toBe(begun.length)
    expect(new Set(begun.map(({ due }) => due)).size).toBe(begun.length)
    // None is invented: a conversation for each half that stayed a chat, one card for each that a person makes.
    const inChat = rows.filter(({ mode }) => mode === 'chat').map(({ id }) => String(id))
    expect(new Set(begun.map(({ half }) => half))).toEqual(new Set(inChat))
    const cards = (await now().told(now().officer.at)).flatMap(({ at: when, notice }) =>
      notice.kind === 'revisitDue'
        ? notice.sides.map((side) => `${notice.facts.number} ${side} ${when}`)
        : [],
    )
    for (const row of rows.filter(({ mode }) => mode !== 'chat')) {
      const { number, side } = halves.get(String(row.id))!
      const card = `${number} ${side} ${Number(row.opened_at)}`
      expect(cards.filter((one) => one === card)).toEqual([card])
    }

    // By day, and not before its time.
    for (const { id, planned } of halves.values()) {
      const when = opened.get(id)!
      expect(when).toBeGreaterThanOrEqual(planned)
      expect(clockOf(when) >= '09:00' && clockOf(when) <= '20:00').toBe(true)
    }
    for (const { at: when } of begun) expect(clockOf(when) >= '09:00' && clockOf(when) <= '20:00').toBe(true)

    // Each side alone: never both of one round within the hour.
    for (const one of halves.values())
      for (const other of halves.values())
        if (one.case === other.case && one.id < other.id)
          expect(Math.abs(opened.get(one.id)! - opened.get(other.id)!)).toBeGreaterThanOrEqual(HOUR)

    // What was meant as a chat and is more than two days late is a person's.
    for (const row of rows) {
      const { planned, wanted } = halves.get(String(row.id))!
      const tooLate = Number(row.opened_at) - planned > 2 * DAY
      if (wanted === 'chat') expect([tooLate, row.mode]).toEqual([tooLate, tooLate ? 'call' : 'chat'])
    }

    // Of those that were overdue when somebody swept again, nobody waits for anybody at less risk.
    const late = after.begun
      .filter(({ half }) => (halves.get(half)?.planned ?? back) < back)
      .map(({ half, at: when }) => ({ level: halves.get(half)!.level, when }))
    const first = Math.min(...late.map(({ when }) => when))
    const waiting = late.filter(({ when }) => when < first + HOUR)
    for (const one of waiting)
      for (const other of waiting)
        if (LEVEL_CODES.indexOf(one.level) < LEVEL_CODES.indexOf(other.level))
          expect(one.when).toBeLessThanOrEqual(other.when)

    // Spread: in no second do more begin than the two may.
    const seconds = Map.groupBy(after.begun, ({ at: when }) => Math.floor(when / SECOND))
    for (const group of seconds.values()) expect(group.length).toBeLessThanOrEqual(50)
  },
)
