// 摸排, as figures: zero, lead, voice and silence are four things, and a round comes again on time.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, dayOf, defaultCalendar, HOUR, instantAt } from '../../flows/casework/calendar.ts'
import {
  coverageOf,
  fitsRepeat,
  graver,
  nextPatrol,
  type PatrolAsk,
  patrolNo,
  patrolsByVillage,
  patrolsHeld,
  REPEATS,
  remindAt,
  serialOf,
} from '../../flows/casework/patrol.ts'

const at = (day: string, clock = '09:00') => instantAt(day, clock, defaultCalendar)
const ask = (village: string, answer: PatrolAsk['answer'], more: Partial<PatrolAsk> = {}): PatrolAsk => ({
  village,
  answer,
  answeredAt: answer === null ? null : at('2026-11-23'),
  households: null,
  leads: answer === 'lead' || answer === 'voice' ? 1 : 0,
  ...more,
})

const anyAsk = fc
  .record({
    village: fc.constantFrom('a', 'b', 'c', 'elsewhere'),
    answer: fc.constantFrom('zero' as const, 'lead' as const, 'voice' as const, null),
    households: fc.option(fc.nat(40)),
    leads: fc.nat(3),
  })
  .map(({ village, answer, households, leads }) => ask(village, answer, { households, leads }))

describe('coverage', () => {
  test('four villages, four answers', () => {
    const asks = [
      ask('a', 'lead', { leads: 2 }),
      ask('b', 'zero', { households: 12 }),
      ask('c', 'voice'),
      ask('d', null),
      ask('d', null),
    ]
    const found = coverageOf(['a', 'b', 'c', 'd', 'e'], asks)
    expect(found.total).toEqual({
      asked: 5,
      answered: 3,
      zero: 1,
      lead: 1,
      voice: 1,
      silent: 2,
      leads: 3,
      households: 12,
    })
    expect(found).toMatchObject({ covered: 3, nobody: ['e'], silent: ['d'] })
    expect(found.villages[3]).toMatchObject({ village: 'd', asked: 2, answered: 0, zero: 0, silent: 2 })
  })

  test('whatever was answered: the parts make the whole, and silence is no zero', () => {
    fc.assert(
      fc.property(fc.array(anyAsk, { maxLength: 30 }), (asks) => {
        const { villages, total, covered, nobody, silent } = coverageOf(['a', 'b', 'c'], asks)
        const here = asks.filter(({ village }) => village !== 'elsewhere')
        expect(total.asked).toBe(here.length)
        expect(total.silent).toBe(here.filter(({ answer }) => answer === null).length)
        expect(total.zero).toBe(here.filter(({ answer }) => answer === 'zero').length)
        for (const one of [...villages, total]) {
          expect(one.answered).toBe(one.zero + one.lead + one.voice)
          expect(one.asked).toBe(one.answered + one.silent)
        }
        for (const key of ['asked', 'zero', 'leads', 'households'] as const)
          expect(villages.reduce((sum, one) => sum + one[key], 0)).toBe(total[key])
        expect(covered + nobody.length + silent.length).toBe(3)
      }),
    )
  })

  test('a zero takes nothing back that says more', () => {
    expect(graver(null, 'zero')).toBe('zero')
    expect(graver('zero', 'lead')).toBe('lead')
    expect(graver('zero', 'voice')).toBe('voice')
    expect(graver('voice', 'lead')).toBe('lead')
    expect(graver('lead', 'voice')).toBe('lead')
    expect(graver('lead', 'zero')).toBe('lead')
  })
})

describe('rounds', () => {
  test('row 52 counts those that were held in the period', () => {
    const round = (state: 'planned' | 'open' | 'done' | 'cancelled', openedAt: number | null) => ({
      state,
      openedAt,
      villages: ['a', 'b'],
    })
    const rounds = [
      round('done', at('2026-11-01')),
      round('open', at('2026-11-30', '23:59')),
      round('done', at('2026-12-01', '00:00')),
      round('cancelled', at('2026-11-10')),
      round('planned', null),
    ]
    const november = { from: at('2026-11-01', '00:00'), to: at('2026-12-01', '00:00') }
    expect(patrolsHeld(rounds, november)).toBe(2)
    expect(patrolsByVillage(rounds, november)).toEqual({ a: 2, b: 2 })
  })

  test.each([
    ['daily', '2026-11-23', '2026-11-24'],
    ['weekly', '2026-11-23', '2026-11-30'],
    ['half-month', '2026-11-23', '2026-12-08'],
    ['month', '2026-11-23', '2026-12-23'],
    ['month', '2027-01-31', '2027-02-28'],
  ] as const)('%s from %s comes again on %s', (repeat, day, next) => {
    const then = nextPatrol(at(day), repeat, at(day) + HOUR, defaultCalendar)
    expect(then).toBe(at(next))
  })

  test('what was missed while the station was away is not made up for', () => {
    expect(nextPatrol(at('2026-11-23'), 'daily', at('2026-11-27', '10:00'), defaultCalendar)).toBe(
      at('2026-11-28'),
    )
    // A month that began on the last day goes on from that day, not from the shortest month.
    expect(nextPatrol(at('2027-01-31'), 'month', at('2027-03-01'), defaultCalendar)).toBe(at('2027-03-31'))
  })

  test('the next one comes at the same hour, after now, and never twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REPEATS),
        fc.integer({ min: 0, max: 400 * 24 }),
        fc.integer({ min: 0, max: 90 * 24 }),
        (repeat, begin, gone) => {
          const first = at('2026-01-01') + begin * HOUR
          const now = first + gone * HOUR
          const next = nextPatrol(first, repeat, now, defaultCalendar)
          expect(next === null).toBe(repeat === 'none')
          if (next === null) return
          expect(next).toBeGreaterThan(first)
          expect(next).toBeGreaterThanOrEqual(now)
          expect((next - first) % DAY).toBe(0)
        },
      ),
    )
  })

  test('none is open when the next one begins', () => {
    const first = at('2026-11-23')
    expect(fitsRepeat(first, first + DAY, 'daily', defaultCalendar)).toBe(true)
    expect(fitsRepeat(first, first + DAY + 1, 'daily', defaultCalendar)).toBe(false)
    expect(fitsRepeat(first, first + 300 * DAY, 'none', defaultCalendar)).toBe(true)
  })

  test('the silent are reminded half-way, and not at night', () => {
    const first = at('2026-11-23', '10:00')
    expect(remindAt(first, first + 8 * HOUR, defaultCalendar)).toBe(first + 4 * HOUR)
    const morning = remindAt(first, first + DAY, defaultCalendar)
    expect(morning).not.toBeNull()
    expect(dayOf(morning ?? 0, defaultCalendar)).toBe('2026-11-24')
    // Too late to be of use.
    expect(remindAt(at('2026-11-23', '20:00'), at('2026-11-24', '05:00'), defaultCalendar)).toBeNull()
  })

  test('numbers begin anew each year and never come twice', () => {
    expect(serialOf(patrolNo(2026, 7))).toEqual({ year: 2026, serial: 7 })
    expect(patrolNo(2027, 1)).not.toBe(patrolNo(2026, 1))
  })
})
