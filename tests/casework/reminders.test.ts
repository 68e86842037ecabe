// Who is reminded of a revisit that nobody has made, and what counts as having tried.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Attempt, reach } from '../../flows/casework/attempts.ts'
import {
  DAY,
  dayOf,
  defaultCalendar,
  instantAt,
  isWorkingDay,
  minuteOfDay,
} from '../../flows/casework/calendar.ts'
import { nextReminder, remindedBetween, remindedOn, reminderAt } from '../../flows/casework/reminders.ts'

test('the officer first, then the leader, then the chief, and ever on', () => {
  const days = (who: string) =>
    Array.from({ length: 22 }, (_, day) => day).filter((day) => remindedOn(day).some((one) => one === who))
  expect(days('officer')).toEqual([1, 3, 6, 9, 12, 15, 18, 21])
  expect(days('leader')).toEqual([2, 6, 9, 12, 15, 18, 21])
  expect(days('chief')).toEqual([7, 14, 21])
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(nextReminder)).toEqual([1, 2, 3, 6, 6, 6, 7, 9])
  expect(remindedBetween(1, 3)).toEqual(['officer', 'leader'])
  expect(remindedBetween(7, 7)).toEqual(['chief'])
})

test('a reminder comes at work, on its day or on the next one that is worked', () => {
  const since = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2032-01-01') })
  fc.assert(
    fc.property(since, fc.integer({ min: 1, max: 60 }), (from, day) => {
      const at = reminderAt(from, day, defaultCalendar)
      expect(at).toBeGreaterThanOrEqual(from + day * DAY)
      expect(at - from - day * DAY).toBeLessThanOrEqual(3 * DAY)
      expect(isWorkingDay(dayOf(at, defaultCalendar), defaultCalendar)).toBe(true)
      const minute = minuteOfDay(at, defaultCalendar)
      expect(minute >= 9 * 60 && minute <= 18 * 60).toBe(true)
    }),
  )
})

test('what bounced never makes somebody unreached sooner', () => {
  const attempt = fc.record({
    at: fc
      .integer({ min: 0, max: 12 })
      .map((day) => instantAt('2026-11-25', '10:00', defaultCalendar) + day * DAY),
    mode: fc.constantFrom('chat' as const, 'call' as const, 'visit' as const),
    bounced: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 9 }), (all: Attempt[]) => {
      const counted = all.filter(({ bounced }) => !bounced)
      expect(reach(all, defaultCalendar)).toBe(reach(counted, defaultCalendar))
      if (reach(all, defaultCalendar) !== 'unreached') return
      expect(counted.length).toBeGreaterThanOrEqual(4)
      expect(new Set(counted.map(({ mode }) => mode)).size).toBeGreaterThanOrEqual(2)
      expect(counted.some(({ mode }) => mode === 'visit')).toBe(true)
    }),
  )
})
