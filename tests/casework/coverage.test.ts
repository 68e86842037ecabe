import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, defaultCalendar } from '../../flows/casework/calendar.ts'
import { beginOf, coverageOf, type FlagTold, type HalfTold, PERIODS } from '../../flows/casework/coverage.ts'
import { MODES } from '../../flows/casework/tables/level.ts'
import { when } from './when.ts'

const NOW = when('2026-12-14 10:00')
const half = (change: Partial<HalfTold> = {}): HalfTold => ({
  case: 'RD-2026-0001',
  at: when('2026-12-03 10:00'),
  endedAt: when('2026-12-03 11:00'),
  state: 'answered',
  mode: 'chat',
  ...change,
})
const counted = (halves: HalfTold[], flags: FlagTold[] = [], period: (typeof PERIODS)[number] = 'month') =>
  coverageOf({ period, halves, flags, now: NOW }, defaultCalendar)

describe('a period', () => {
  it.each([
    ['month', '2026-12-01'],
    ['quarter', '2026-10-01'],
  ] as const)('of a %s begins on %s', (period, day) => {
    expect(beginOf(period, NOW, defaultCalendar)).toBe(when(day))
  })
  it('is the station’s own: the first hour of a month belongs to it', () => {
    expect(beginOf('month', when('2027-01-01 00:30'), defaultCalendar)).toBe(when('2027-01-01'))
    expect(beginOf('quarter', when('2027-03-31 23:59'), defaultCalendar)).toBe(when('2027-01-01'))
    expect(beginOf('all', NOW, defaultCalendar)).toBeNull()
  })
})

describe('coverage', () => {
  it('counts only what happened, each way apart', () => {
    const open = { endedAt: null, state: 'open' }
    const told = counted([
      half(),
      half({ case: 'RD-2026-0002' }),
      half({ mode: 'call' }),
      half({ mode: 'visit' }),
      half({ state: 'declined' }),
      half({ state: 'uncooperative', mode: 'visit' }),
      half({ state: 'unavailable', mode: 'visit' }),
      half({ state: 'nosuch', mode: 'call' }),
      half({ state: 'unreached' }),
      half({ state: 'waived' }),
      // Today: open, and not past its day.
      half({ ...open, at: when('2026-12-14 09:00') }),
      // Yesterday evening, sixteen hours ago.
      half({ ...open, at: when('2026-12-13 18:00') }),
      // Not due: another turn, another month, a day to come.
      half({ state: 'superseded' }),
      half({ at: when('2026-11-30 10:00'), endedAt: when('2026-11-30 11:00') }),
      half({ ...open, state: 'planned', at: when('2026-12-20 10:00') }),
      // Let go today for a day to come: it is due on that day.
      half({ state: 'waived', at: when('2026-12-20 10:00'), endedAt: NOW }),
      // Made before its day.
      half({ at: when('2026-12-20 10:00'), endedAt: when('2026-12-12 10:00'), mode: 'visit' }),
    ])
    const n = Object.fromEntries(
      Object.entries(told).flatMap(([name, one]) =>
        typeof one === 'object' && one !== null && 'n' in one ? [[name, one.n]] : [],
      ),
    )
    expect(n).toEqual({
      due: 13, // 2 + 1 + 2 + 1 + 1 + 3 + 1 + 2
      chat: 2,
      call: 1,
      visit: 2,
      declined: 1,
      uncooperative: 1,
      unreached: 3,
      waived: 1,
      open: 2,
      overdue: 1,
    })
    expect(told.rate).toEqual({ visited: 5, of: 12 })
    expect(told.chat.cases).toEqual(['RD-2026-0001', 'RD-2026-0002'])
    expect(
      counted([half({ at: when('2026-11-30 10:00'), endedAt: null, state: 'open' })], [], 'quarter').overdue
        .n,
    ).toBe(1)
  })

  it('names each case once, and ten of them', () => {
    const numbers = Array.from({ length: 12 }, (_, n) => `RD-2026-${String(n + 1).padStart(4, '0')}`)
    const { due } = counted([...numbers, ...numbers].reverse().map((number) => half({ case: number })))
    expect(due).toEqual({ n: 24, cases: numbers.slice(0, 10), more: 2 })
  })

  it('tells the flags that were right from those that were wrong, and from those that nobody checked', () => {
    const flag = (found: FlagTold['flag'], at = '2026-12-05 10:00'): FlagTold => ({
      case: 'RD-2026-0003',
      at: when(at),
      flag: found,
    })
    const told = counted(
      [],
      [flag('right'), flag('right'), flag('wrong'), flag(null), flag('right', '2026-11-05 10:00')],
    )
    expect([told.flags.right.n, told.flags.wrong.n, told.flags.unmarked.n]).toEqual([2, 1, 1])
  })

  it('never visits more than answered, never leaves anybody out, and never counts what did not arrive', () => {
    const states = [
      'planned',
      'open',
      'answered',
      'declined',
      'unavailable',
      'uncooperative',
      'unreached',
      'nosuch',
      'waived',
      'superseded',
    ]
    const any = fc.record({
      case: fc.constantFrom('RD-2026-0001', 'RD-2026-0002'),
      at: fc.integer({ min: NOW - 200 * DAY, max: NOW + 200 * DAY }),
      endedAt: fc.option(fc.integer({ min: NOW - 200 * DAY, max: NOW })),
      state: fc.constantFrom(...states),
      mode: fc.constantFrom(...MODES),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.constantFrom(...PERIODS), (halves, period) => {
        const told = counted(halves, [], period)
        const answered = halves.filter(({ state }) => state === 'answered').length
        const visited = told.chat.n + told.call.n + told.visit.n
        expect(told.rate.visited).toBe(visited)
        expect(visited).toBeLessThanOrEqual(answered)
        const { due, declined, uncooperative, unreached, waived, open, overdue } = told
        expect(visited + declined.n + uncooperative.n + unreached.n + waived.n + open.n).toBe(due.n)
        expect(overdue.n).toBeLessThanOrEqual(open.n)
        expect(told.rate.of).toBe(due.n - waived.n)
        expect(told.rate.visited).toBeLessThanOrEqual(told.rate.of)
      }),
      { numRuns: 2_000 },
    )
  })
})
