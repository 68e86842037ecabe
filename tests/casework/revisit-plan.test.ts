import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reach } from '../../flows/casework/attempts.ts'
import {
  dayOf,
  daysBetween,
  defaultCalendar,
  HOUR,
  inQuietHours,
  minuteOfDay,
  shiftDay,
} from '../../flows/casework/calendar.ts'
import { roll } from '../../flows/casework/chance.ts'
import { override } from '../../flows/casework/override.ts'
import { perform } from '../../flows/casework/performing.ts'
import {
  extraRound,
  mayCut,
  type PlanFor,
  type PlannedRound,
  plan,
} from '../../flows/casework/revisit-plan.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'
import { SUB_CODES } from '../../flows/casework/tables/taxonomy.ts'
import { allowed, duty } from './duty.ts'
import { when } from './when.ts'

const RUNS = { numRuns: 2_000 }
const SIGNED = when('2026-11-27 15:00')
const given = (change: Partial<PlanFor> = {}): PlanFor => ({
  level: 'YELLOW',
  category: 'NB-WL',
  signedAt: SIGNED,
  duties: [],
  seed: 'RD-2026-0001',
  ...change,
})
const dayNumbers = (rounds: { at: number }[]) =>
  rounds.map(({ at }) => daysBetween(dayOf(SIGNED, defaultCalendar), dayOf(at, defaultCalendar)))

/** A station where somebody works every day, so that nothing has to be moved. */
const everyDay = allowed(
  override(
    defaultRulebook,
    { calendar: { work: { days: [1, 2, 3, 4, 5, 6, 7] } } },
    { who: 'chief-1', when: 0, why: '天天有人' },
  ),
)

const anyPlan: fc.Arbitrary<PlanFor> = fc.record({
  level: fc.constantFrom(...LEVEL_CODES),
  category: fc.constantFrom(...SUB_CODES),
  signedAt: fc.integer({ min: when('2024-01-01'), max: when('2032-12-31') }),
  seed: fc.string(),
  duties: fc.constant([]),
})
const withDuties: fc.Arbitrary<PlanFor> = fc
  .tuple(
    anyPlan,
    fc.array(
      fc.record({ days: fc.integer({ min: -3, max: 120 }), graceDays: fc.integer({ min: 0, max: 5 }) }),
      { maxLength: 8 },
    ),
  )
  .map(([one, list]) => ({
    ...one,
    duties: list.map(({ days, graceDays }, i) =>
      duty({ no: i + 1, graceDays, dueAt: one.signedAt + days * 24 * HOUR }),
    ),
  }))

describe('the plan of revisits', () => {
  it.each(LEVEL_CODES)('holds the days of %s and one more', (level) => {
    const rounds = plan(given({ level }), everyDay)
    const levelDays = rounds.filter(({ kind }) => kind === 'level-day')
    expect(dayNumbers(levelDays)).toEqual(defaultRulebook.levels[level].revisitDays)
    expect(rounds.filter(({ kind }) => kind === 'irregular')).toHaveLength(1)
    expect(rounds).toHaveLength(levelDays.length + 1)
  })

  it('adds the day after each duty, together with a day that is planned anyway', () => {
    const rounds = plan(
      given({
        duties: [
          duty({ dueAt: when('2026-12-20 23:59') }),
          duty({ no: 2, dueAt: when('2026-12-11 23:59') }),
          duty({ no: 3, dueAt: null }),
        ],
      }),
    )
    const after = rounds.find(({ duties }) => duties.includes(1))!
    expect(dayOf(after.at, defaultCalendar)).toBe('2026-12-21')
    expect(after).toMatchObject({ kind: 'after-duty', why: { zh: '第1项到期的次日' } })
    const merged = rounds.find(({ duties }) => duties.includes(2))!
    expect(merged).toMatchObject({ kind: 'level-day', why: { zh: '级别规定的第15天；第2项到期的次日' } })
    expect(rounds).toHaveLength(5)
  })

  it('leaves out duties that are done', () => {
    const done = allowed(perform(duty(), { at: SIGNED, fen: 6_600_000, proofs: ['receipt'] }))
    expect(plan(given({ duties: [done] }))).toEqual(plan(given()))
  })

  it('sends people first and last at RED and ORANGE, calls once at YELLOW, and chats at BLUE', () => {
    const modes = (level: PlanFor['level']) => plan(given({ level })).map(({ mode }) => mode)
    for (const level of ['RED', 'ORANGE'] as const) {
      expect(modes(level).at(0)).toBe('visit')
      expect(modes(level).at(-1)).toBe('visit')
    }
    expect(modes('YELLOW').some((mode) => mode !== 'chat')).toBe(true)
    expect(new Set(modes('BLUE'))).toEqual(new Set(['chat']))
  })

  it('leaves every word to an officer in domestic, sexual and child cases', () => {
    for (const change of [
      { category: 'MF-DV' },
      { category: 'SC-BU' },
      { codes: ['A07'] },
      { codes: ['B04'] },
    ] as const)
      for (const { mode } of plan(given({ level: 'BLUE', ...change }))) expect(mode).not.toBe('chat')
  })

  it('keeps within its hours, one round a day, in order, and the two sides apart', () => {
    fc.assert(
      fc.property(withDuties, (given) => {
        const rounds = plan(given)
        const days = rounds.map(({ at }) => dayOf(at, defaultCalendar))
        expect(new Set(days).size).toBe(rounds.length)
        expect(rounds.map(({ no }) => no)).toEqual(rounds.map((_, i) => i + 1))
        expect(rounds.filter(({ kind }) => kind === 'irregular')).toHaveLength(1)
        for (const [i, round] of rounds.entries()) {
          if (i > 0) expect(round.at).toBeGreaterThan(rounds[i - 1]!.at)
          expect(days[i]! > dayOf(given.signedAt, defaultCalendar)).toBe(true)
          const A = round.sides.A.at
          const B = round.sides.B.at
          expect(Math.min(A, B)).toBe(round.at)
          for (const at of [A, B]) {
            expect(minuteOfDay(at, defaultCalendar)).toBeGreaterThanOrEqual(9 * 60)
            expect(minuteOfDay(at, defaultCalendar)).toBeLessThanOrEqual(20 * 60)
            expect(inQuietHours(at, defaultCalendar)).toBe(false)
            expect(dayOf(at, defaultCalendar)).toBe(days[i])
          }
          expect(Math.abs(A - B)).toBeGreaterThanOrEqual(HOUR)
        }
      }),
      RUNS,
    )
  })

  it('asks on the day after every duty that is still to come, and never before', () => {
    fc.assert(
      fc.property(withDuties, fc.boolean(), (given, working) => {
        const signed = dayOf(given.signedAt, defaultCalendar)
        const asked = plan(given, working ? everyDay : defaultRulebook).flatMap(({ at, duties }) =>
          duties.map((no): [number, string] => [no, dayOf(at, defaultCalendar)]),
        )
        const wanted = given.duties
          .map(({ no, dueAt, graceDays }): [number, string] => [
            no,
            shiftDay(dayOf(dueAt ?? 0, defaultCalendar), graceDays + 1),
          ])
          .filter(([, day]) => day > signed)
        const found = new Map(asked)
        expect(new Set(found.keys())).toEqual(new Set(wanted.map(([no]) => no)))
        for (const [no, day] of wanted)
          if (working) expect(found.get(no)).toBe(day)
          else expect((found.get(no) ?? '') >= day).toBe(true)
      }),
      RUNS,
    )
  })

  it('is the same for the same case', () => {
    fc.assert(
      fc.property(withDuties, (given) => {
        expect(plan(JSON.parse(JSON.stringify(given)))).toEqual(plan(given))
      }),
      RUNS,
    )
  })

  it('lets both sides come first in turn', () => {
    const [first, second, third] = plan(given()) as [PlannedRound, PlannedRound, PlannedRound]
    expect(first.sides.A.at).toBeLessThan(first.sides.B.at)
    expect(second.sides.B.at).toBeLessThan(second.sides.A.at)
    expect(third.sides.A.at).toBeLessThan(third.sides.B.at)
  })

  it('chooses unexpected days that differ from case to case', () => {
    const odd = Array.from({ length: 200 }, (_, i) => {
      const rounds = plan(given({ seed: `RD-2026-${i}` }))
      return rounds.findIndex(({ kind }) => kind === 'irregular') >= 0
        ? dayNumbers(rounds.filter(({ kind }) => kind === 'irregular'))[0]
        : -1
    })
    expect(new Set(odd).size).toBeGreaterThan(20)
  })

  it('finds a free day even where every day is taken', () => {
    const narrow = allowed(
      override(
        defaultRulebook,
        { levels: { BLUE: { revisitDays: [1, 2, 3] } }, revisitHours: { from: '10:00', to: '12:00' } },
        { who: 'chief-1', when: 0, why: '试用' },
      ),
    )
    const rounds = plan(given({ level: 'BLUE', duties: [duty({ dueAt: when('2026-11-30 12:00') })] }), narrow)
    expect(dayNumbers(rounds)).toEqual([1, 2, 3, 4, 5])
    for (const round of rounds)
      expect(round.sides.A.at - round.sides.B.at).toSatisfy((gap: number) => Math.abs(gap) === 2 * HOUR)
  })
})

describe('an extra round', () => {
  const more = {
    no: 5,
    now: SIGNED,
    mode: 'visit',
    why: { zh: '加访', en: 'extra' },
    seed: 'RD-2026-0001',
  } as const

  it('is so many days away, or on the next free one', () => {
    expect(dayNumbers([extraRound({ ...more, days: 7, planned: [] })])).toEqual([7])
    const planned = [3, 4, 6].map((days) => ({ at: SIGNED + days * 24 * HOUR }))
    expect(dayNumbers([extraRound({ ...more, days: 3, planned })])).toEqual([5])
    expect(extraRound({ ...more, days: 0, planned: [] })).toMatchObject({
      no: 5,
      kind: 'extra',
      mode: 'visit',
      duties: [],
    })
    // Tomorrow is a Saturday, and a visit is somebody's work.
    expect(dayNumbers([extraRound({ ...more, days: 0, planned: [] })])).toEqual([3])
    expect(dayNumbers([extraRound({ ...more, mode: 'chat', days: 0, planned: [] })])).toEqual([1])
  })
})

describe('cutting short', () => {
  it('is for leaders, when all was done on the spot and both are content', () => {
    expect(mayCut({ onTheSpot: true, round: 1, scores: [4, 5] })).toBe(true)
    expect(mayCut({ onTheSpot: true, round: 1, scores: [4, null] })).toBe(false)
    expect(mayCut({ onTheSpot: true, round: 1, scores: [5] })).toBe(false)
    expect(mayCut({ onTheSpot: true, round: 2, scores: [5, 5] })).toBe(false)
    expect(mayCut({ onTheSpot: false, round: 1, scores: [5, 5] })).toBe(false)
  })
})

describe('reaching someone', () => {
  const at = (day: number, mode: 'chat' | 'call' | 'visit') => ({ at: when(`2026-12-0${day} 10:00`), mode })

  it.each([
    ['nothing yet', [], 'try-again'],
    ['three chats', [at(1, 'chat'), at(2, 'chat'), at(3, 'chat')], 'try-again'],
    ['three tries in two days', [at(1, 'chat'), at(1, 'call'), at(2, 'call')], 'try-again'],
    ['two tries', [at(1, 'chat'), at(2, 'call')], 'try-again'],
    ['three, two ways, three days', [at(1, 'chat'), at(2, 'call'), at(3, 'chat')], 'visit'],
    ['and a visit', [at(4, 'visit'), at(1, 'chat'), at(2, 'call'), at(3, 'chat')], 'unreached'],
    ['a visit among the three', [at(1, 'chat'), at(2, 'visit'), at(3, 'chat')], 'visit'],
  ] as const)('%s', (_, attempts, expected) => {
    expect(reach(attempts, defaultCalendar)).toBe(expected)
  })
})

describe('the die', () => {
  it('is fair enough and always falls the same way', () => {
    const counts = Array.from({ length: 6 }, () => 0)
    for (let i = 0; i < 6_000; i++) counts[roll(`case ${i}`, 6)]!++
    for (const count of counts) expect(count).toBeGreaterThan(850)
    expect(roll('RD-2026-0001', 28)).toBe(roll('RD-2026-0001', 28))
    expect(roll('', 1)).toBe(0)
  })
})
