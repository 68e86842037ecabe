// Somebody had to go in the middle: what was said is kept sealed, is not asked again, and counts once the rest is said.
import { describe, expect, test } from 'vitest'
import { putOffRevisit } from '../../../../db/commands/put-off-revisit.ts'
import { recordRevisit } from '../../../../db/commands/record-revisit.ts'
import { revisitById } from '../../../../db/commands/shared/rounds.ts'
import { saidSoFar } from '../../../../db/commands/shared/said-so-far.ts'
import type { RevisitAnswers } from '../../../../flows/revisit/commands.ts'
import { held, performing } from '../../case.ts'
import { at, DAY, embedded, HOUR, onServer, station } from '../../station.ts'
import { act, toldOf } from '../a-case.ts'
import { halfOf } from './a-round.ts'

const START = at('2026-11-25', '10:12')
const NOTHING: RevisitAnswers = {
  theirs: null,
  own: null,
  received: null,
  paid: null,
  why: null,
  reason: null,
  trouble: null,
  relation: null,
  fair: null,
  freely: null,
  safe: null,
  score: null,
  help: null,
  words: null,
}
const SAID: RevisitAnswers = {
  ...NOTHING,
  theirs: 'part',
  received: { fen: 219_999, approx: false },
  reason: '他说月底给',
  trouble: 'none',
  words: '他还在倒垃圾',
  left: ['own'],
}

const databases = {
  embedded,
  server: onServer,
}

describe.each(Object.entries(databases))('put off in the middle, on %s', (name, found) => {
  const now = station(START, found)

  async function halfway() {
    const [A, B] = [now().resident(), now().resident()]
    const owed = [{ what: '付3000元', due: '2026-12-20', amountFen: 300_000 }]
    const id = await performing(now(), { from: A, joined: B, now: START, owed })
    const half = await halfOf(now(), 1, 'A')
    const when = Number(half.at) + HOUR
    await now().until(when)
    const which = { revisit: String(half.id), side: 'A' as const }
    const files = [{ id: 'v1', type: 'audio/ogg', seconds: 9 }]
    const put = { ...which, wish: 'later' as const, said: SAID, files }
    expect(await act(now(), A, when, putOffRevisit, put)).toMatchObject({ number: expect.any(String) })
    return { id, A, when, ...which }
  }
  const kept = (id: string, revisit: string) =>
    now().does(now().officer.at, START + 10 * DAY, async (books) => {
      const row = await revisitById(books, revisit)
      return row && saidSoFar(await held(books, id), row)
    })

  test('it is sealed, the half goes on, and a voice waits for a listener', async () => {
    const { id, revisit } = await halfway()
    expect(await halfOf(now(), 1, 'A')).toMatchObject({ state: 'planned', score: null })
    expect(await kept(id, revisit)).toEqual(SAID)
    for (const table of ['revisits', 'audit', 'due', 'outbox'])
      expect(JSON.stringify(await now().rows(table)), table).not.toMatch(/垃圾|月底/)
    expect(await toldOf(now(), now().officer.at, 'voice')).toHaveLength(1)
  })

  test('asked again it knows what was said, but not their words; and both are one answer', async () => {
    const { id, A, when, revisit, side } = await halfway()
    const talks = (await now().until(when + 3 * DAY)).flatMap(({ event }) =>
      event.kind === 'open' ? [event] : [],
    )
    const again = talks.find(({ given }) => (given as { revisit?: string }).revisit === revisit)
    expect(again?.given).toMatchObject({
      owedMoney: true,
      owesMoney: false,
      said: { theirs: 'part', received: { fen: 219_999 }, left: ['own'], words: null },
    })
    const rest = {
      ...NOTHING,
      theirs: 'part' as const,
      relation: 'greet' as const,
      safe: 'safe' as const,
      words: '没有别的',
    }
    const said = {
      revisit,
      side,
      mode: 'chat' as const,
      outcome: 'answered' as const,
      answers: rest,
      danger: [],
    }
    await act(now(), A, when + 3 * DAY, recordRevisit, said)
    expect(await kept(id, revisit)).toMatchObject({
      theirs: 'part',
      received: { fen: 219_999 },
      reason: '他说月底给',
      trouble: 'none',
      relation: 'greet',
      safe: 'safe',
      words: '他还在倒垃圾\n没有别的',
    })
    expect(await halfOf(now(), 1, 'A')).toMatchObject({ state: 'answered' })
  })

  if (name === 'server') return

  test('an officer who hears the rest adds to it', async () => {
    const { id, when, revisit, side } = await halfway()
    const heard = { ...NOTHING, theirs: 'none' as const, safe: 'safe' as const, score: 4 }
    const by = {
      revisit,
      side,
      mode: 'call' as const,
      outcome: 'answered' as const,
      answers: heard,
      danger: [],
    }
    await act(now(), now().officer, when + DAY, recordRevisit, by)
    expect(await kept(id, revisit)).toMatchObject({ theirs: 'none', trouble: 'none', score: 4 })
  })

  test.each(['declined', 'uncooperative', 'unavailable'] as const)(
    '%s keeps why, sealed',
    async (outcome) => {
      const { when, revisit, side } = await halfway()
      const reason = '说在外地挖药'
      const by = { revisit, side, mode: 'call' as const, outcome, answers: null, danger: [], reason }
      await act(now(), now().officer, when + DAY, recordRevisit, by)
      expect((await halfOf(now(), 1, 'A')).reason).toEqual(expect.any(String))
      expect(JSON.stringify(await now().rows('revisits'))).not.toContain('挖药')
    },
  )
})
