// Nobody has answered: what was sent and what was not are two facts, time ends nothing, and two rounds never become one.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordRevisit } from '../../../db/commands/record-revisit.ts'
import { mustAdvance } from '../../../db/commands/shared/advance.ts'
import { chatLost } from '../../../db/commands/shared/chat-lost.ts'
import { talkOf } from '../../../db/commands/shared/question-sent.ts'
import { awaitRevisit, revisitById } from '../../../db/commands/shared/rounds.ts'
import type { Row } from '../../../db/database/database.ts'
import { revisits, rounds } from '../../../db/schema/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { Notice } from '../../../flows/notices/notice.ts'
import { held, performing } from '../case.ts'
import { act, toldOf } from '../commands/a-case.ts'
import { answers } from '../commands/resident/a-round.ts'
import { at, DAY, HOUR, MINUTE, station } from '../station.ts'

const START = at('2026-11-23', '10:12')
const now = station(START)
/** A Thursday; side A is asked at ten, side B two hours later. */
const FIRST = at('2026-11-26', '10:00')
const SECOND = at('2026-12-03', '10:00')

type Mode = 'chat' | 'call' | 'visit'
type Plan = { mode: Mode; at: number }

/** Two rounds at the most, as the test wants them. */
async function agreed(...wanted: Plan[]) {
  const [A, B] = [now().resident(), now().resident()]
  const owed = [{ what: '22:30后不放音响', due: null }]
  const id = await performing(now(), { from: A, joined: B, now: START, owed })
  await now().does(now().officer.at, START, async (books) => {
    const c = await held(books, id)
    const facts = { openDuties: 0, performance: 'proof' as const }
    await mustAdvance(books, c, 'REVISITING', { roles: ['officer'], facts })
    for (const round of await books.tx.select().from(rounds).where(eq(rounds.disputeId, id))) {
      const plan = wanted[round.no - 1]
      const change = plan ?? { state: 'superseded' as const }
      await books.tx.update(rounds).set(change).where(eq(rounds.id, round.id))
      for (const half of await books.tx.select().from(revisits).where(eq(revisits.roundId, round.id))) {
        const hour = plan && plan.at + (half.side === 'A' ? 0 : 2 * HOUR)
        await books.tx
          .update(revisits)
          .set(hour === undefined ? { state: 'superseded' } : { mode: plan?.mode ?? 'call', at: hour })
          .where(eq(revisits.id, half.id))
        if (hour !== undefined) await awaitRevisit(books, c, half.id, hour)
      }
    }
  })
  return { id, A, B }
}

async function half(no: number, side: 'A' | 'B'): Promise<Row> {
  const round = (await now().rows('rounds')).find((one) => Number(one.no) === no)
  const row = (await now().rows('revisits')).find((one) => one.round_id === round?.id && one.side === side)
  if (!row) throw new Error('no such half')
  return row
}

/** The question stands in the outbox, and the platform took it or lets it be fetched. */
async function question(no: number, side: 'A' | 'B', when: number, state: 'delivered' | 'waiting') {
  const { id } = await half(no, side)
  await now().does(now().officer.at, when, async (books) => {
    const row = await revisitById(books, String(id))
    if (!row?.addressId || row.openedAt === null) throw new Error('not asked in chat')
    const reply = {
      kind: 'ask' as const,
      id: `${talkOf(row, row.openedAt)}.begin`,
      text: '您好，派出所回访。',
      choices: [],
      hint: 'choice' as const,
      back: false,
    }
    await books.post(row.addressId, { reply })
  })
  const { outbox } = now().store
  for (const { id: parcel } of await outbox.claim(when, 100, MINUTE))
    await (state === 'delivered' ? outbox.delivered(parcel, when) : outbox.waiting(parcel, when))
}

const cards = async (to: Address) =>
  (await now().told(to)).flatMap(({ at: when, notice }) =>
    notice.kind === 'revisitDue' ? [{ when, ...(notice as Extract<Notice, { kind: 'revisitDue' }>) }] : [],
  )
const said = (revisit: Row, mode: Mode, outcome: 'answered' | 'unavailable' | 'unreached') => ({
  revisit: String(revisit.id),
  side: revisit.side as 'A' | 'B',
  mode,
  outcome,
  answers: outcome === 'answered' ? answers() : null,
  danger: [],
})

test('a question that arrived and was not answered is an attempt; the person hears that nobody minds', async () => {
  const { A } = await agreed({ mode: 'chat', at: FIRST })
  await now().until(FIRST + MINUTE)
  await question(1, 'A', FIRST + MINUTE, 'delivered')
  await now().until(FIRST + 48 * HOUR - 1)
  expect(await half(1, 'A')).toMatchObject({ state: 'open', mode: 'chat', attempts: [] })
  await now().until(FIRST + 48 * HOUR)
  expect(await half(1, 'A')).toMatchObject({
    state: 'open',
    mode: 'call',
    attempts: [{ mode: 'chat', at: FIRST + MINUTE, address: expect.any(String) }],
  })
  expect(await toldOf(now(), A, 'willCall')).toHaveLength(1)
  expect(await cards(now().officer.at)).toMatchObject([
    { when: FIRST + 48 * HOUR, sides: ['A'], mode: 'call', why: { zh: '在聊天里没有回' } },
  ])
})

test('a question that nobody fetched is none, and nothing more is sent there', async () => {
  const { A } = await agreed({ mode: 'chat', at: FIRST })
  await now().until(FIRST + MINUTE)
  await question(1, 'A', FIRST + MINUTE, 'waiting')
  await now().until(FIRST + 48 * HOUR)
  expect(await half(1, 'A')).toMatchObject({ state: 'open', mode: 'call', attempts: [] })
  expect(await toldOf(now(), A, 'willCall')).toEqual([])
  expect(await cards(now().officer.at)).toMatchObject([{ sides: ['A'], why: { zh: '聊天里没有送到' } }])
})

test('whoever has begun to write is not phoned in the middle of it', async () => {
  const { A } = await agreed({ mode: 'chat', at: FIRST })
  await now().until(FIRST + MINUTE)
  await question(1, 'A', FIRST + MINUTE, 'delivered')
  await now().does(A, FIRST + 40 * HOUR, async () => null)
  await now().until(FIRST + 65 * HOUR)
  expect(await half(1, 'A')).toMatchObject({ mode: 'chat', state: 'open' })
  await now().until(FIRST + 67 * HOUR)
  expect(await half(1, 'A')).toMatchObject({ mode: 'call', state: 'open' })
})

test('an officer who does nothing is reminded, then the leader, then the chief; and the task never ends by itself', async () => {
  await agreed({ mode: 'visit', at: FIRST })
  const days = async (to: Address) => {
    const all = await cards(to)
    for (const { sides } of all.slice(1)) expect(sides).toEqual(['A', 'B'])
    return all.map(({ when }) => Math.floor((when - FIRST) / DAY))
  }
  await now().until(FIRST + 60 * DAY)
  // Given on Thursday at ten: what falls on the weekend comes on Monday at nine, in one card.
  const officer = await days(now().officer.at)
  expect(officer.slice(0, 2)).toEqual([0, 1])
  expect(new Set(officer).size).toBe(officer.length)
  const leader = await days(now().leader.at)
  expect(leader[0]).toBe(3)
  const chief = await days(now().chief.at)
  expect(chief.slice(0, 3)).toEqual([7, 14, 21])
  for (const { when } of [...(await cards(now().officer.at)).slice(1), ...(await cards(now().leader.at))]) {
    const clock = new Date(when + 8 * HOUR)
    expect(clock.getUTCHours() >= 9 && clock.getUTCHours() <= 18).toBe(true)
    expect([1, 2, 3, 4, 5]).toContain(clock.getUTCDay())
  }
  for (const side of ['A', 'B'] as const)
    expect(await half(1, side)).toMatchObject({ state: 'open', ended_at: null, attempts: [] })
  expect((await now().rows('rounds')).find(({ no }) => no === 1)).toMatchObject({ state: 'open', code: null })
})

test('"not gone yet" changes neither the attempts nor when somebody is reminded', async () => {
  await agreed({ mode: 'call', at: FIRST })
  await now().until(FIRST + HOUR)
  const revisit = await half(1, 'A')
  const before = await now().waits('unanswered')
  await act(now(), now().officer, FIRST + 5 * HOUR, recordRevisit, said(revisit, 'call', 'unreached'))
  expect(await half(1, 'A')).toMatchObject({ state: 'open', attempts: [] })
  const hours = (rows: typeof before) => new Map(rows.map(({ key, at: when }) => [key, when]))
  expect(hours(await now().waits('unanswered'))).toEqual(hours(before))
})

test('the next round waits behind one that is not over, and comes with a task of its own', async () => {
  await agreed({ mode: 'call', at: FIRST }, { mode: 'call', at: SECOND })
  await now().until(SECOND + 3 * DAY)
  for (const side of ['A', 'B'] as const) {
    expect(await half(1, side)).toMatchObject({ state: 'open' })
    expect(await half(2, side)).toMatchObject({ state: 'planned', opened_at: null })
  }
  const planned = Number((await half(2, 'A')).at)
  expect(planned).toBe(SECOND)
  const when = SECOND + 3 * DAY + HOUR
  expect(
    await act(now(), now().officer, when, recordRevisit, said(await half(1, 'A'), 'call', 'answered')),
  ).toEqual(expect.objectContaining({ number: 'RD-2026-0001' }))
  // One conversation, one round.
  expect(await half(1, 'A')).toMatchObject({ state: 'answered' })
  expect(await half(2, 'A')).toMatchObject({ state: 'planned' })
  const many = (await cards(now().officer.at)).length
  // Sunday in the calendar of offices, and still the same visit.
  await now().until(when + 1)
  expect(await half(2, 'A')).toMatchObject({ state: 'open', attempts: [] })
  expect((await cards(now().officer.at)).slice(many)).toMatchObject([
    { sides: ['A'], buttons: [{ does: 'visit' }] },
  ])
  expect(await half(2, 'B')).toMatchObject({ state: 'planned' })
})

test('both rounds recorded in one visit are two records', async () => {
  await agreed({ mode: 'visit', at: FIRST }, { mode: 'visit', at: SECOND })
  const when = SECOND + DAY
  await now().until(when)
  for (const no of [1, 2])
    for (const side of ['A', 'B'] as const)
      await act(now(), now().officer, when, recordRevisit, said(await half(no, side), 'visit', 'answered'))
  const done = (await now().rows('rounds')).filter(({ state }) => state === 'done')
  expect(done.map(({ code }) => code)).toEqual(['R-OK', 'R-OK'])
  expect(await now().waits('unanswered')).toEqual([])
})

test('an answer that comes in chat after the officer took over counts once, and the officer is told to leave it', async () => {
  const { A } = await agreed({ mode: 'chat', at: FIRST })
  await now().until(FIRST + MINUTE)
  await question(1, 'A', FIRST + MINUTE, 'delivered')
  await now().until(FIRST + 3 * DAY)
  const revisit = await half(1, 'A')
  expect(revisit).toMatchObject({ state: 'open', mode: 'call' })
  const when = FIRST + 3 * DAY + HOUR
  for (const score of [4, 1]) {
    const given = said(revisit, 'chat', 'answered')
    await act(now(), A, when, recordRevisit, { ...given, answers: answers({ score }) })
  }
  expect(await half(1, 'A')).toMatchObject({ state: 'answered', mode: 'chat', score: 4 })
  expect(await toldOf(now(), now().officer.at, 'revisitAnswered')).toMatchObject([{ side: 'A' }])
  expect((await now().waits('unanswered')).some(({ key }) => key.endsWith(String(revisit.id)))).toBe(false)
  expect(
    await act(now(), now().officer, when, recordRevisit, said(revisit, 'call', 'answered')),
  ).toMatchObject({ refused: 'recorded' })
})

test('what bounces after the officer took over counts no more, unless the person wrote since', async () => {
  const { B } = await agreed({ mode: 'chat', at: FIRST })
  await now().until(FIRST + 2 * HOUR + MINUTE)
  for (const side of ['A', 'B'] as const) await question(1, side, FIRST + 2 * HOUR + MINUTE, 'delivered')
  await now().until(FIRST + 52 * HOUR)
  for (const side of ['A', 'B'] as const)
    expect(await half(1, side)).toMatchObject({ mode: 'call', attempts: [{ mode: 'chat' }] })
  await now().does(B, FIRST + 53 * HOUR, async () => null)
  const sides = await now().rows('parties')
  await now().does(now().officer.at, FIRST + 54 * HOUR, async (books) => {
    for (const { address_id } of sides) await chatLost(books, String(address_id), 'undelivered')
  })
  expect((await half(1, 'A')).attempts).toEqual([expect.objectContaining({ bounced: true })])
  expect((await half(1, 'B')).attempts).toEqual([expect.not.objectContaining({ bounced: true })])
})
