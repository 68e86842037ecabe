// Clocks that are put forward and back: wall times that do not exist, and those that come twice.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addWorkingMinutes,
  type Calendar,
  DAY,
  dayOf,
  dayStart,
  defaultCalendar,
  endOfDay,
  HOUR,
  inQuietHours,
  instantAt,
  MINUTE,
  minuteOfDay,
  nextWithin,
  offsetAt,
  outsideQuietHours,
} from '../../flows/casework/calendar.ts'
import { clockText, hourText } from '../../flows/casework/clock-text.ts'
import {
  firstMinute,
  inRevisitHours,
  nextRevisitHour,
  sideTimes,
} from '../../flows/casework/revisit-hours.ts'
import { aheadIn, isZone, nextChange } from '../../flows/casework/zone.ts'

const at = (zone: string, change: Partial<Calendar> = {}): Calendar => ({
  ...defaultCalendar,
  zone,
  ...change,
})
const iso = (instant: number): string => new Date(instant).toISOString().replace(':00.000Z', 'Z')

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'
const LORD_HOWE = 'Australia/Lord_Howe'
const ZONES = [
  'Asia/Shanghai',
  NEW_YORK,
  BERLIN,
  LORD_HOWE,
  // Clocks change at midnight, by two hours, at odd quarters, and in the fasting month.
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'America/Nuuk',
  'Asia/Kathmandu',
]

describe('a zone', () => {
  it('is known by its IANA name only', () => {
    for (const zone of ZONES) expect(isZone(zone)).toBe(true)
    expect(isZone('UTC')).toBe(true)
    for (const none of ['', 'Mars/Olympus', '+08:00', 'GMT+8:00', '../etc', 'Asia/Shanghai\n'])
      expect(isZone(none)).toBe(false)
  })

  it('is ahead of UTC as the platform itself says, at any instant', () => {
    const asked = fc.tuple(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }),
    )
    fc.assert(
      fc.property(asked, ([zone, instant]) => {
        const text = new Date(instant).toLocaleString('sv-SE', { timeZone: zone })
        const shown = Date.parse(`${text.replace(' ', 'T')}Z`)
        expect(shown).toBe(Math.floor((instant + aheadIn(zone, instant)) / 1_000) * 1_000)
        const change = nextChange(zone, instant)
        if (change !== null) expect(aheadIn(zone, change)).not.toBe(aheadIn(zone, change - 1))
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    [BERLIN, '2027-01-01T00:00Z', '2027-03-28T01:00Z'],
    [BERLIN, '2027-03-28T01:00Z', '2027-10-31T01:00Z'],
    [BERLIN, '2027-12-24T00:00Z', '2028-03-26T01:00Z'],
    [NEW_YORK, '2027-03-01T00:00Z', '2027-03-14T07:00Z'],
    [LORD_HOWE, '2027-01-01T00:00Z', '2027-04-03T15:00Z'],
    ['Asia/Shanghai', '2027-01-01T00:00Z', null],
  ])('%s after %s changes at %s', (zone, from, change) => {
    const found = nextChange(zone, Date.parse(from))
    expect(found === null ? null : iso(found)).toBe(change)
  })
})

describe('a wall time', () => {
  it.each([
    ['that was left out is the moment of the change', BERLIN, '2027-03-28', '02:30', '2027-03-28T01:00Z'],
    ['just before the change is as ever', BERLIN, '2027-03-28', '01:59', '2027-03-28T00:59Z'],
    ['just after it too', BERLIN, '2027-03-28', '03:00', '2027-03-28T01:00Z'],
    ['that comes twice is the first', BERLIN, '2027-10-31', '02:30', '2027-10-31T00:30Z'],
    ['after both is as ever', BERLIN, '2027-10-31', '03:00', '2027-10-31T02:00Z'],
    ['left out in New York', NEW_YORK, '2027-03-14', '02:15', '2027-03-14T07:00Z'],
    ['twice in New York', NEW_YORK, '2027-11-07', '01:15', '2027-11-07T05:15Z'],
    ['left out by half an hour', LORD_HOWE, '2027-10-03', '02:15', '2027-10-02T15:30Z'],
    ['twice by half an hour', LORD_HOWE, '2027-04-04', '01:45', '2027-04-03T14:45Z'],
    ['at a midnight that does not exist', 'America/Santiago', '2027-09-05', '00:00', '2027-09-05T04:00Z'],
    ['in China as always', 'Asia/Shanghai', '2027-03-28', '02:30', '2027-03-27T18:30Z'],
  ])('%s', (_, zone, day, clock, expected) => {
    expect(iso(instantAt(day, clock, at(zone)))).toBe(expected)
  })

  it('is read back, and days begin, end and follow each other, in every zone', () => {
    const asked = fc.tuple(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2033, 0, 1) }),
      fc.integer({ min: -400, max: 400 }),
    )
    fc.assert(
      fc.property(asked, ([zone, instant, days]) => {
        const calendar = at(zone)
        const day = dayOf(instant, calendar)
        const start = dayStart(instant, calendar)
        expect(start).toBeLessThanOrEqual(instant)
        expect(dayOf(start, calendar)).toBe(day)
        expect(dayOf(start - 1, calendar) < day).toBe(true)
        expect(instant).toBeLessThanOrEqual(endOfDay(day, calendar))
        expect(dayOf(endOfDay(day, calendar), calendar)).toBe(day)
        const minute = minuteOfDay(instant, calendar)
        const again = instantAt(day, hourText(instant, calendar), calendar)
        expect(minuteOfDay(again, calendar)).toBe(minute)
        expect(again).toBeLessThanOrEqual(instant)
        const moved = addDays(instant, days, calendar)
        // Nothing is a day late because clocks were changed: at most what the change takes.
        expect(Math.abs(moved - instant - days * DAY)).toBeLessThanOrEqual(2 * HOUR)
        const shown = minuteOfDay(moved, calendar)
        if (shown !== minute) expect(offsetAt(moved, calendar)).not.toBe(offsetAt(moved - 1, calendar))
      }),
      { numRuns: 3_000 },
    )
  })

  it('is shown as the clock on the wall shows it', () => {
    const calendar = at(BERLIN)
    expect(clockText(Date.parse('2027-03-28T00:59Z'), calendar, 'zh')).toBe('3月28日 01:59')
    expect(clockText(Date.parse('2027-03-28T01:00Z'), calendar, 'en')).toBe('28 Mar 03:00')
    expect(clockText(Date.parse('2027-10-31T00:30Z'), calendar, 'zh')).toBe('10月31日 02:30')
    expect(clockText(Date.parse('2027-10-31T01:30Z'), calendar, 'zh')).toBe('10月31日 02:30')
    expect(addDays(Date.parse('2027-03-27T09:00Z'), 1, calendar)).toBe(Date.parse('2027-03-28T08:00Z'))
    expect(addDays(Date.parse('2027-10-31T01:30Z'), 0, calendar)).toBe(Date.parse('2027-10-31T01:30Z'))
    expect(addDays(Date.parse('2027-03-27T09:00Z'), 1)).toBe(Date.parse('2027-03-28T09:00Z'))
  })
})

describe('quiet hours and working time', () => {
  it('end by the clock, in the night in which it is changed', () => {
    const calendar = at(BERLIN)
    expect(iso(outsideQuietHours(Date.parse('2027-03-27T22:00Z'), calendar))).toBe('2027-03-28T06:00Z')
    expect(iso(outsideQuietHours(Date.parse('2027-10-30T22:00Z'), calendar))).toBe('2027-10-31T07:00Z')
  })

  it('that end inside the hour that is left out end with the change', () => {
    const calendar = at(BERLIN, { quiet: { from: '22:00', to: '02:30' } })
    expect(iso(outsideQuietHours(Date.parse('2027-03-28T00:10Z'), calendar))).toBe('2027-03-28T01:00Z')
  })

  it('come again with the hour that comes twice, and are over when the clock says so', () => {
    const calendar = at(BERLIN, { quiet: { from: '22:00', to: '02:30' } })
    // 02:40 the first time is awake; 02:10 the second time is quiet again, for twenty minutes and not for a day.
    expect(inQuietHours(Date.parse('2027-10-31T00:40Z'), calendar)).toBe(false)
    expect(iso(outsideQuietHours(Date.parse('2027-10-31T01:10Z'), calendar))).toBe('2027-10-31T01:30Z')
  })

  it('are left at the first waking moment there is', () => {
    const asked = fc.tuple(
      fc.constantFrom(...ZONES),
      fc.integer({ min: 2024, max: 2032 }),
      fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }),
      fc.nat(1439),
      fc.nat(1439),
    )
    fc.assert(
      fc.property(asked, ([zone, year, near, from, to]) => {
        const calendar = at(zone)
        // Around a change where there is one.
        const middle = nextChange(zone, Date.UTC(year, 0, 1)) ?? Date.UTC(year, 5, 1)
        const instant = middle + near * MINUTE
        const isIn = (one: number): boolean => {
          const minute = minuteOfDay(one, calendar)
          return from <= to ? minute >= from && minute <= to : minute >= from || minute <= to
        }
        const found = nextWithin(instant, { from, to }, calendar)
        let first = instant
        while (!isIn(first) && first < instant + 2 * DAY) first += MINUTE
        // A window that lies wholly inside the hour that is left out has to wait for the next day.
        expect(found).toBe(first)
      }),
      { numRuns: 1_000 },
    )
  })

  it('lets working time pass by the clock on the wall', () => {
    const calendar = at(BERLIN)
    // Friday 17:00 to Monday 10:00, over the night in which an hour is lost.
    expect(iso(addWorkingMinutes(Date.parse('2027-03-26T16:00Z'), 120, calendar))).toBe('2027-03-29T08:00Z')
    expect(iso(addWorkingMinutes(Date.parse('2027-10-29T15:00Z'), 120, calendar))).toBe('2027-11-01T09:00Z')
  })
})

describe('the hours of revisits', () => {
  const night = (zone: string) => ({
    revisitHours: { from: '00:00', to: '05:00' },
    calendar: at(zone, { quiet: { from: '06:00', to: '23:00' } }),
  })

  it('keep the sides two hours apart in the night in which an hour is lost', () => {
    for (let i = 0; i < 40; i++) {
      const minute = firstMinute('2027-03-28', `case ${i}`, night(BERLIN))
      const { A, B } = sideTimes({ day: '2027-03-28', minute, no: 1 }, night(BERLIN))
      expect(B - A).toBeGreaterThanOrEqual(Math.min(2 * HOUR, HOUR + minute * MINUTE))
      expect(inRevisitHours(A, night(BERLIN)) && inRevisitHours(B, night(BERLIN))).toBe(true)
    }
  })

  it('never enter the quiet hours, even where a table says so', () => {
    const rules = { revisitHours: { from: '06:00', to: '22:00' }, calendar: defaultCalendar }
    const when = (clock: string): number => instantAt('2026-11-27', clock, defaultCalendar)
    expect(nextRevisitHour(when('06:00'), rules)).toBe(when('08:00'))
    expect(nextRevisitHour(when('21:30'), rules)).toBe(instantAt('2026-11-28', '08:00', defaultCalendar))
    expect(nextRevisitHour(when('20:59'), rules)).toBe(when('20:59'))
  })
})
