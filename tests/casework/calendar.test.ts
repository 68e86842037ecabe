import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  DAY,
  dayOf,
  dayStart,
  daysBetween,
  defaultCalendar,
  endOfDay,
  HOUR,
  inQuietHours,
  instantAt,
  isWorkingDay,
  MINUTE,
  minuteOfDay,
  minutesOf,
  outsideQuietHours,
  shiftDay,
  weekdayOf,
  workingDaysBetween,
} from '../../flows/casework/calendar.ts'
import { clockText, dateText, dayText, hourText } from '../../flows/casework/clock-text.ts'
import { neverLonger, type Span, spanEnd } from '../../flows/casework/span.ts'
import { when } from './when.ts'

const RUNS = { numRuns: 5_000 }
const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 11, 31) })
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  )
/** Everywhere from Adak to Kiribati, half hours and quarters included. */
const calendar: fc.Arbitrary<Calendar> = fc
  .record({
    offsetMinutes: fc.constantFrom(-600, -300, 0, 60, 330, 345, 480, 630, 840),
    from: fc.integer({ min: 0, max: 12 }),
    hours: fc.integer({ min: 1, max: 11 }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    quiet: fc.record({ from: clock, to: clock }),
  })
  .map(({ offsetMinutes, from, hours, days, quiet }) => ({
    offsetMinutes,
    work: {
      from: `${String(from).padStart(2, '0')}:00`,
      to: `${String(from + hours).padStart(2, '0')}:00`,
      days,
    },
    holidays: ['2026-10-01', '2026-10-02'],
    extraWorkDays: ['2026-10-10'],
    quiet,
  }))

describe('the station calendar', () => {
  it('reads instants as the station reads the clock', () => {
    const at = Date.UTC(2026, 10, 27, 2, 12)
    expect(clockText(at, defaultCalendar, 'zh')).toBe('11月27日 10:12')
    expect(clockText(at, defaultCalendar, 'bo')).toBe('11月27日 10:12')
    expect(clockText(at, defaultCalendar, 'en')).toBe('27 Nov 10:12')
    expect(dateText(at, defaultCalendar, 'zh')).toBe('11月27日')
    expect(dayText('2026-12-20', 'zh', { year: true })).toBe('2026年12月20日')
    expect(dayText('2026-12-20', 'en', { year: true })).toBe('20 Dec 2026')
    expect(hourText(when('2026-12-20 00:05'), defaultCalendar)).toBe('00:05')
    expect(dayOf(Date.UTC(2026, 10, 26, 16, 0), defaultCalendar)).toBe('2026-11-27')
    expect(dayOf(Date.UTC(2026, 10, 26, 15, 59), defaultCalendar)).toBe('2026-11-26')
  })

  it('goes from instant to day and back, anywhere on earth', () => {
    fc.assert(
      fc.property(instant, calendar, (at, calendar) => {
        const day = dayOf(at, calendar)
        const start = dayStart(at, calendar)
        expect(instantAt(day, '00:00', calendar)).toBe(start)
        expect(at - start).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThanOrEqual(endOfDay(day, calendar))
        expect(minuteOfDay(at, calendar)).toBe(Math.floor((at - start) / MINUTE))
        expect(dayOf(addDays(at, 1), calendar)).toBe(shiftDay(day, 1))
        expect(minuteOfDay(addDays(at, 400), calendar)).toBe(minuteOfDay(at, calendar))
      }),
      RUNS,
    )
  })

  it('counts days over leap years and new years', () => {
    expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29')
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysBetween('2026-12-28', '2027-02-06')).toBe(40)
    expect(daysBetween('2027-02-06', '2026-12-28')).toBe(-40)
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(7)
  })

  it('knows working days, holidays and made-up days', () => {
    const local = { ...defaultCalendar, holidays: ['2026-10-01'], extraWorkDays: ['2026-10-10'] }
    expect(isWorkingDay('2026-10-01', local)).toBe(false)
    expect(isWorkingDay('2026-10-10', local)).toBe(true)
    expect(isWorkingDay('2026-10-11', local)).toBe(false)
    expect(workingDaysBetween('2026-09-30', '2026-10-10', local)).toBe(7)
    expect(workingDaysBetween('2026-10-10', '2026-09-30', local)).toBe(0)
  })

  it.each([
    ['2026-11-25 10:00', 240, '2026-11-25 14:00'],
    ['2026-11-25 17:00', 240, '2026-11-26 12:00'],
    ['2026-11-27 17:00', 540, '2026-11-30 17:00'],
    ['2026-11-27 20:00', 240, '2026-11-30 13:00'],
    ['2026-11-28 02:00', 60, '2026-11-30 10:00'],
    ['2026-11-25 08:59', 540, '2026-11-25 18:00'],
  ])('%s and %i working minutes is %s', (from, minutes, to) => {
    expect(addWorkingMinutes(when(from), minutes, defaultCalendar)).toBe(when(to))
  })

  it('says so when nobody ever works', () => {
    const closed = { ...defaultCalendar, work: { ...defaultCalendar.work, days: [] } }
    expect(() => addWorkingDays(when('2026-11-25'), 1, closed)).toThrow('no working days')
  })

  it('lets working time pass only at work, and never backwards', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3_000 }), calendar, (at, minutes, calendar) => {
        const end = addWorkingMinutes(at, minutes, calendar)
        expect(end - at).toBeGreaterThanOrEqual(minutes * MINUTE)
        expect(addWorkingMinutes(at, minutes + 1, calendar)).toBeGreaterThan(end)
        expect(addWorkingMinutes(at + MINUTE, minutes, calendar)).toBeGreaterThanOrEqual(end)
        const minute = minuteOfDay(end - 1, calendar)
        expect(isWorkingDay(dayOf(end - 1, calendar), calendar)).toBe(true)
        expect(minute).toBeGreaterThanOrEqual(minutesOf(calendar.work.from))
        expect(minute).toBeLessThan(minutesOf(calendar.work.to))
      }),
      RUNS,
    )
  })
})

describe('quiet hours', () => {
  it.each([
    ['2026-11-25 20:59', '2026-11-25 20:59'],
    ['2026-11-25 21:00', '2026-11-26 08:00'],
    ['2026-11-26 00:00', '2026-11-26 08:00'],
    ['2026-11-26 07:59', '2026-11-26 08:00'],
    ['2026-11-26 08:00', '2026-11-26 08:00'],
  ])('%s becomes %s', (from, to) => {
    expect(outsideQuietHours(when(from), defaultCalendar)).toBe(when(to))
  })

  it('may lie around noon', () => {
    const noon = { ...defaultCalendar, quiet: { from: '12:00', to: '14:00' } }
    expect(outsideQuietHours(when('2026-11-25 12:00'), noon)).toBe(when('2026-11-25 14:00'))
    expect(outsideQuietHours(when('2026-11-25 13:59'), noon)).toBe(when('2026-11-25 14:00'))
    expect(inQuietHours(when('2026-11-25 11:59'), noon)).toBe(false)
    expect(inQuietHours(when('2026-11-25 14:00'), noon)).toBe(false)
  })

  it('are left at once and never entered, whatever a station chooses', () => {
    fc.assert(
      fc.property(instant, calendar, (at, calendar) => {
        const out = outsideQuietHours(at, calendar)
        expect(inQuietHours(out, calendar)).toBe(false)
        expect(out - at).toBeGreaterThanOrEqual(0)
        expect(out - at).toBeLessThan(DAY)
        if (!inQuietHours(at, calendar)) expect(out).toBe(at)
      }),
      RUNS,
    )
  })
})

describe('a span', () => {
  it('ends by the clock or by working hours', () => {
    const at = when('2026-11-27 17:30')
    expect(spanEnd(at, { n: 5, unit: 'minute' }, defaultCalendar)).toBe(at + 5 * MINUTE)
    expect(spanEnd(at, { n: 2, unit: 'hour' }, defaultCalendar)).toBe(at + 2 * HOUR)
    expect(spanEnd(at, { n: 3, unit: 'day' }, defaultCalendar)).toBe(at + 3 * DAY)
    expect(spanEnd(at, { n: 4, unit: 'work-hour' }, defaultCalendar)).toBe(when('2026-11-30 12:30'))
    expect(spanEnd(at, { n: 1, unit: 'work-day' }, defaultCalendar)).toBe(when('2026-11-30 17:30'))
  })

  it('that is never longer never ends later', () => {
    const span: fc.Arbitrary<Span> = fc.record({
      n: fc.integer({ min: 1, max: 90 }),
      unit: fc.constantFrom('minute', 'hour', 'day', 'work-hour', 'work-day'),
    })
    fc.assert(
      fc.property(instant, span, span, calendar, (at, one, other, calendar) => {
        if (!neverLonger(one, other, calendar)) return
        expect(spanEnd(at, one, calendar)).toBeLessThanOrEqual(spanEnd(at, other, calendar))
      }),
      RUNS,
    )
  })
})
