// Time limits of the law: their last moments on the station's calendar, their marks, and what begins and ends them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, dayOf, defaultCalendar, HOUR, instantAt } from '../../flows/casework/calendar.ts'
import { type OwnDay, withOwnDays } from '../../flows/casework/own-days.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { daysToSpringFestival } from '../../flows/casework/season.ts'
import { STATE_CODES, type State } from '../../flows/casework/tables/life-cycle.ts'
import { TIME_LIMITS, type TimeLimitCode, URGENT_ORDER } from '../../flows/casework/tables/time-limits.ts'
import {
  begunBy,
  datedFor,
  daysLeft,
  endedBy,
  longer,
  marksOf,
  monthsLater,
  timeLimit,
  timeLimitName,
  untilOf,
} from '../../flows/casework/time-limits.ts'

const at = (day: string, clock = '10:12') => instantAt(day, clock, defaultCalendar)
const last = (code: TimeLimitCode, from: string, calendar: Calendar = defaultCalendar) =>
  dayOf(untilOf(timeLimit(code).length, at(from), calendar), calendar)

describe('the last day', () => {
  it.each<[TimeLimitCode, string, string]>([
    ['T-PM-30', '2026-11-25', '2026-12-25'],
    ['T-PM-30', '2027-01-31', '2027-02-28'],
    ['T-CASE-30', '2026-11-25', '2026-12-25'],
    ['T-JC-30', '2026-12-02', '2027-01-01'],
    ['T-LAB-1Y', '2026-03-05', '2027-03-05'],
    ['T-LAB-1Y', '2028-02-29', '2029-02-28'],
    ['T-LI-2Y', '2026-03-05', '2028-03-05'],
    ['T-LAND-30', '2026-11-25', '2026-12-25'],
    ['T-CL-2Y', '2026-11-25', '2028-11-25'],
    ['T-TR-10', '2026-11-25', '2026-12-05'],
    ['T-TR-3', '2026-11-25', '2026-11-28'],
    ['T-SC-10', '2026-11-30', '2026-12-10'],
    // A Wednesday: seven working days later is a Friday of the next week.
    ['T-PSM-7W', '2026-11-25', '2026-12-04'],
  ])('%s from %s is %s', (code, from, to) => {
    expect(last(code, from)).toBe(to)
  })

  it('is the whole day, and to the minute where the law counts hours', () => {
    expect(untilOf(timeLimit('T-JC-30').length, at('2026-12-02', '00:01'), defaultCalendar)).toBe(
      at('2027-01-02', '00:00') - 1,
    )
    expect(untilOf(timeLimit('T-REF-24H').length, at('2026-12-02'), defaultCalendar)).toBe(at('2026-12-03'))
    expect(untilOf(timeLimit('T-PO').length, at('2026-12-02'), defaultCalendar)).toBe(at('2026-12-05'))
    expect(untilOf(URGENT_ORDER, at('2026-12-02'), defaultCalendar)).toBe(at('2026-12-02') + 24 * HOUR)
  })

  it('moves with the days that the station enters', () => {
    const days: OwnDay[] = [
      { day: '2026-11-26', kind: 'holiday', zh: '假', en: 'Day off' },
      { day: '2026-11-27', kind: 'holiday', zh: '假', en: 'Day off' },
      { day: '2026-11-28', kind: 'workday', zh: '补班', en: 'Worked' },
    ]
    // Two days less, one more: the Monday after.
    expect(last('T-PSM-7W', '2026-11-25', withOwnDays(defaultRulebook, days).calendar)).toBe('2026-12-07')
  })

  it('is never before its beginning, and later the later it begins', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, day, fc.constantFrom(...TIME_LIMITS), (one, other, { length }) => {
        const [from, then] = [one.getTime(), other.getTime()].sort((a, b) => a - b) as [number, number]
        const until = untilOf(length, from, defaultCalendar)
        expect(until).toBeGreaterThan(from)
        expect(untilOf(length, then, defaultCalendar)).toBeGreaterThanOrEqual(until)
      }),
      { numRuns: 500 },
    )
  })

  it('of months keeps the date where there is one', () => {
    expect(monthsLater('2026-12-31', 2)).toBe('2027-02-28')
    expect(monthsLater('2026-12-15', 12)).toBe('2027-12-15')
  })
})

describe('marks', () => {
  const marks = (code: TimeLimitCode, from: string) => {
    const begun = at(from)
    const until = untilOf(timeLimit(code).length, begun, defaultCalendar)
    return marksOf(code, begun, until, defaultCalendar)
  }

  it('are the days left of the law', () => {
    expect(marks('T-JC-30', '2026-12-02')).toEqual([
      { left: 15, day: '2026-12-17' },
      { left: 7, day: '2026-12-25' },
      { left: 2, day: '2026-12-30' },
    ])
    expect(marks('T-PM-30', '2026-11-25').map(({ left }) => left)).toEqual([5, 1])
    expect(marks('T-LAB-1Y', '2026-03-05').map(({ day }) => day)).toEqual([
      '2027-01-04',
      '2027-02-03',
      '2027-02-26',
    ])
    // Thirty days are never sixty.
    expect(marks('T-LAND-30', '2026-11-25').map(({ left }) => left)).toEqual([7])
    expect(marks('T-REF-24H', '2026-11-25')).toEqual([])
  })

  it('count down to the last day', () => {
    const until = untilOf({ days: 30 }, at('2026-12-02'), defaultCalendar)
    expect(daysLeft(until, at('2026-12-30'), defaultCalendar)).toBe(2)
    expect(daysLeft(until, at('2027-01-01', '23:59'), defaultCalendar)).toBe(0)
    expect(daysLeft(until, at('2027-01-02', '00:00'), defaultCalendar)).toBe(-1)
  })

  it('both agree to go on: a month more, and never less', () => {
    const until = untilOf({ months: 1 }, at('2026-11-25'), defaultCalendar)
    expect(dayOf(longer(until, at('2026-12-01'), defaultCalendar), defaultCalendar)).toBe('2027-01-25')
    expect(dayOf(longer(until, at('2027-01-10'), defaultCalendar), defaultCalendar)).toBe('2027-02-10')
  })
})

describe('what begins and ends them', () => {
  const begun = (from: State, to: State, track: string, category: 'NB-WL' | 'SC-BU' | 'TA-PI' = 'NB-WL') =>
    begunBy(from, to, { track, category })

  it('begin with the step that the law counts from', () => {
    expect(begun('SCREENING', 'ACCEPTED', 'PM')).toEqual(['T-PM-30'])
    expect(begun('SCREENING', 'ACCEPTED', 'JOINT')).toEqual(['T-PM-30'])
    expect(begun('SCREENING', 'ACCEPTED', 'PSM')).toEqual([])
    expect(begun('SCREENING', 'ACCEPTED', 'CASE', 'SC-BU')).toEqual(['T-CASE-30', 'T-SC-10'])
    expect(begun('FAILED', 'MEDIATING', 'PM')).toEqual(['T-PM-30'])
    expect(begun('SUSPENDED', 'MEDIATING', 'PM')).toEqual([])
    expect(begun('MEDIATING', 'FAILED', 'PSM')).toEqual(['T-CASE-30'])
    expect(begun('FAILED', 'TERMINATED', 'PSM')).toEqual([])
    expect(begun('PERFORMING', 'BREACHED', 'PSM')).toEqual(['T-CASE-30'])
    expect(begun('MEDIATING', 'TERMINATED', 'PM', 'TA-PI')).toEqual(['T-TR-3'])
  })

  it('end where it is done, or has lost its point', () => {
    const ends = (to: State) => Object.fromEntries(endedBy(to).map(({ code, state }) => [code, state]))
    expect(ends('AGREED')).toMatchObject({ 'T-PM-30': 'met', 'T-PSM-7W': 'met' })
    expect(ends('FAILED')).toMatchObject({ 'T-PM-30': 'met' })
    expect(ends('TERMINATED')).toMatchObject({ 'T-PM-30': 'met' })
    expect(ends('REFERRED')).toMatchObject({ 'T-REF-24H': 'met', 'T-PM-30': 'void' })
    expect(ends('MEDIATING')).toEqual({})
    for (const state of ['CLOSED', 'REJECTED', 'MERGED'] as const)
      expect(Object.keys(ends(state))).toEqual(TIME_LIMITS.map(({ code }) => code))
    for (const state of STATE_CODES) {
      const codes = endedBy(state).map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it('are offered where their kind of dispute is', () => {
    const offered = (category: Parameters<typeof datedFor>[0]) => datedFor(category).map(({ code }) => code)
    expect(offered('LB-WG')).toEqual(['T-LAB-1Y', 'T-LI-2Y'])
    expect(offered('LF-CL')).toEqual(['T-LAND-30', 'T-CL-2Y'])
    expect(offered('TA-PI')).toEqual(['T-TR-10'])
    expect(offered('MF-DV')).toEqual(['T-PO'])
    expect(offered('NB-WL')).toEqual([])
    for (const { code, from, day } of TIME_LIMITS.map((one) => timeLimit(one.code)))
      expect(day !== undefined, code).toBe(from === 'date')
    expect(timeLimitName('T-GONE')).toEqual({ zh: 'T-GONE', en: 'T-GONE' })
  })
})

describe('the station’s own days', () => {
  const lay = (...days: OwnDay[]) => withOwnDays(defaultRulebook, days)

  it('become holidays, worked days and festivals, and the rulebook stays as it is', () => {
    const kept = structuredClone(defaultRulebook)
    const own = lay(
      { day: '2027-02-08', kind: 'holiday', zh: '春节假', en: 'Holiday' },
      { day: '2027-02-14', kind: 'workday', zh: '补班', en: 'Worked' },
      { day: '2028-01-26', kind: 'festival', zh: '春节', en: 'Spring Festival' },
      { day: '2027-08-01', kind: 'festival', zh: '赛马节', en: 'Horse race' },
      { day: '2027-09-01', kind: 'sensitive', zh: '开学', en: 'School begins' },
    )
    expect(own.calendar).toMatchObject({ holidays: ['2027-02-08'], extraWorkDays: ['2027-02-14'] })
    expect(own.festivals.map(({ kind, zh, date }) => [kind, zh, date])).toEqual([
      ['spring-festival', '春节', '2027-02-06'],
      ['festival', '赛马节', '2027-08-01'],
      ['spring-festival', '春节', '2028-01-26'],
    ])
    expect(daysToSpringFestival(at('2028-01-16'), own)).toBe(10)
    expect(defaultRulebook).toEqual(kept)
  })

  it('take the place of what the rulebook says of the same day, and sensitive ones change nothing', () => {
    const kept = {
      ...defaultRulebook,
      calendar: { ...defaultCalendar, zone: null, holidays: ['2027-05-03'] },
    }
    const own = withOwnDays(kept, [{ day: '2027-05-03', kind: 'workday', zh: '补班', en: 'Worked' }])
    expect(own.calendar).toMatchObject({ holidays: [], extraWorkDays: ['2027-05-03'] })
    expect(
      lay({ day: '2027-02-06', kind: 'festival', zh: '春节', en: 'Spring Festival' }).festivals,
    ).toHaveLength(1)
    expect(lay({ day: '2027-09-01', kind: 'sensitive', zh: '开学', en: 'School' })).toBe(defaultRulebook)
    expect(lay()).toBe(defaultRulebook)
  })
})
