// 核对 and 应访尽访 on the books: figures worked out by hand, the same on both databases, and flags that may be marked again.
import { describe, expect, test } from 'vitest'
import { markFlag } from '../../../../db/commands/mark-flag.ts'
import { halvesOf, roundsOf, setRevisit, setRound } from '../../../../db/commands/shared/rounds.ts'
import { showCoverage } from '../../../../db/commands/show-coverage.ts'
import type { Coverage } from '../../../../flows/casework/coverage.ts'
import { held, performing } from '../../case.ts'
import { at, type Colleague, DAY, embedded, HOUR, onServer, type Station, station } from '../../station.ts'
import { about, act, toldOf } from '../a-case.ts'
import { answered, answers, roundNo } from '../resident/a-round.ts'

const START = at('2026-11-25', '10:12')
const QUIET = [{ what: '22:30后不放音响', due: null }]
/** The last evening of the year: the month is December, the quarter has begun with October. */
const NOW = at('2026-12-31', '20:00')

type Half = { state: string; mode?: 'chat' | 'call' | 'visit'; day: string; open?: true }

/** The rounds of a case as they have come to be, two halves each; those that were planned beyond them are let go. */
async function became(station: Station, id: string, halves: [Half, Half][]): Promise<void> {
  await station.does(station.officer.at, START, async (books) => {
    const c = await held(books, id)
    const rounds = (await roundsOf(books, c, ['planned'])).sort((one, other) => one.no - other.no)
    for (const [n, round] of rounds.entries()) {
      const pair = halves[n]
      await setRound(books, round.id, { state: pair ? 'done' : 'superseded' })
      for (const [i, row] of (await halvesOf(books, round.id)).entries()) {
        const half = pair?.[i]
        const when = half ? at(half.day) : row.at
        await setRevisit(books, row, {
          state: half?.state ?? 'superseded',
          mode: half?.mode ?? 'chat',
          at: when,
          endedAt: half?.open ? null : when + HOUR,
        })
      }
    }
  })
}

const counted = async (station: Station, who: Colleague, period: Coverage['period']): Promise<Coverage> => {
  const told = await act(station, who, NOW, showCoverage, { period })
  if ('refused' in told) throw new Error(told.refused)
  return told
}
const numbers = (told: Coverage) =>
  Object.fromEntries(
    (
      [
        'due',
        'chat',
        'call',
        'visit',
        'declined',
        'uncooperative',
        'unreached',
        'waived',
        'open',
        'overdue',
      ] as const
    ).map((name) => [name, told[name].n]),
  )

describe.each([
  ['embedded', embedded],
  ['on a server', onServer],
] as const)('%s', (_, found) => {
  const now = station(START, found)

  test('the figures are those of what happened, each side by itself', async () => {
    const first = await performing(now(), { from: now().resident(), now: START, owed: QUIET })
    const second = await performing(now(), { from: now().resident(), now: START, owed: QUIET })
    await became(now(), first, [
      [
        { state: 'answered', day: '2026-12-01' },
        { state: 'answered', mode: 'call', day: '2026-12-01' },
      ],
      [
        { state: 'declined', day: '2026-12-10' },
        { state: 'unavailable', mode: 'visit', day: '2026-12-10' },
      ],
      [
        { state: 'open', mode: 'visit', day: '2026-12-31', open: true },
        { state: 'open', mode: 'visit', day: '2026-12-29', open: true },
      ],
    ])
    await became(now(), second, [
      // The month before, and the same quarter.
      [
        { state: 'answered', day: '2026-11-30' },
        { state: 'unreached', day: '2026-11-30' },
      ],
      [
        { state: 'answered', mode: 'visit', day: '2026-12-20' },
        { state: 'waived', day: '2026-12-20' },
      ],
      [
        { state: 'uncooperative', mode: 'visit', day: '2026-12-25' },
        { state: 'superseded', day: '2026-12-25' },
      ],
    ])
    // December: six halves of the first case, and of the second 2 + 1 (one of the last pair lost its point).
    const month = await counted(now(), now().officer, 'month')
    expect(numbers(month)).toEqual({
      due: 9,
      chat: 1,
      call: 1,
      visit: 1,
      declined: 1,
      uncooperative: 1,
      unreached: 1,
      waived: 1,
      open: 2,
      overdue: 1,
    })
    // 3 visited of 9 - 1.
    expect(month.rate).toEqual({ visited: 3, of: 8 })
    expect(month.from).toBe(at('2026-12-01', '00:00'))
    expect(month.due.cases).toEqual(['RD-2026-0001', 'RD-2026-0002'])
    expect(month.overdue.cases).toEqual(['RD-2026-0001'])
    expect(month.waived.cases).toEqual(['RD-2026-0002'])
    // With the two of November: one answered in chat, one not reached.
    for (const period of ['quarter', 'all'] as const) {
      const told = await counted(now(), now().officer, period)
      expect(numbers(told)).toMatchObject({ due: 11, chat: 2, unreached: 2 })
      expect(told.rate).toEqual({ visited: 4, of: 10 })
    }
    // The leader of the place and the chief have the same; another officer has no cases.
    for (const who of [now().leader, now().chief]) expect(await counted(now(), who, 'month')).toEqual(month)
    const other = await counted(now(), now().other, 'all')
    expect([other.due, other.rate]).toEqual([
      { n: 0, cases: [], more: 0 },
      { visited: 0, of: 0 },
    ])
    for (const who of [now().mediator, now().grid, now().resident()])
      expect(await act(now(), who, NOW, showCoverage, { period: 'all' })).toMatchObject({
        refused: 'no-such-case',
      })
  })

  test('a flag is marked right or wrong, and marked again; the precision follows, the history stays', async () => {
    const [A, B] = [now().resident(), now().resident()]
    const id = await performing(now(), { from: A, joined: B, now: START, owed: QUIET })
    await answered(now(), { no: 1, side: 'A', who: A })
    await answered(now(), { no: 1, side: 'B', who: B, answers: answers({ score: 1 }) })
    const round = await roundNo(now(), 1)
    expect(round).toMatchObject({ state: 'done', surface: 20, flag: null })
    const [card] = await toldOf(now(), now().officer.at, 'outcome')
    expect(card?.buttons.map(({ does }) => does)).toContain('flag')
    const precision = async () => {
      const { flags } = await counted(now(), now().officer, 'all')
      return [flags.right.n, flags.wrong.n, flags.unmarked.n]
    }
    expect(await precision()).toEqual([0, 0, 1])
    const when = Number(round.ended_at) + DAY
    const mark = async (who: Colleague, right: boolean, more: { rev?: number; round?: string } = {}) =>
      act(now(), who, when, markFlag, {
        ...(await about(now(), id)),
        round: String(round.id),
        right,
        note: right ? null : '两家一起吃过饭了',
        ...more,
      })
    for (const who of [now().mediator, now().grid, now().other])
      expect(await mark(who, true)).toMatchObject({ refused: 'no-such-case' })
    expect(await mark(now().officer, true, { rev: 0 })).toHaveProperty('refused')
    const second = await roundNo(now(), 2)
    expect(await mark(now().officer, true, { round: String(second.id) })).toMatchObject({
      refused: 'no-flag',
    })
    expect(await precision()).toEqual([0, 0, 1])
    await mark(now().officer, true)
    expect(await precision()).toEqual([1, 0, 0])
    await mark(now().leader, false)
    expect(await precision()).toEqual([0, 1, 0])
    expect(await roundNo(now(), 1)).toMatchObject({ flag: 'wrong', flag_by: now().leader.person })
    const history = (await now().rows('audit')).filter(({ action }) => action === 'flag-marked')
    expect(history.map(({ actor, facts }) => [actor, JSON.parse(String(facts))])).toEqual([
      [now().officer.person, { round: 1, flag: 'right', before: null }],
      [now().leader.person, { round: 1, flag: 'wrong', before: 'right' }],
    ])
    // What was written about it is sealed.
    for (const table of ['dispute_notes', 'audit', 'rounds'])
      expect(JSON.stringify(await now().rows(table)), table).not.toContain('吃过饭')
  })
})
