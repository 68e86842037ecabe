// What becomes of a half of a round that comes due: on time, late, at night, on market day, with a closed chat.
import { describe, expect, it } from 'vitest'
import { afterSending, maySend, type Reach } from '../../flows/casework/allowance.ts'
import { DAY, dayOf, HOUR, MINUTE } from '../../flows/casework/calendar.ts'
import { catchUp, type DueHalf, riskiestFirst, spread } from '../../flows/casework/catch-up.ts'
import { plan } from '../../flows/casework/revisit-plan.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { when } from './when.ts'

const FREE: Reach = { allowance: { kind: 'always' }, lastHeard: null, grants: 0 }
const windowed = (change: Partial<Reach> = {}): Reach => ({
  allowance: { kind: 'window', hours: 48, grants: true },
  lastHeard: null,
  grants: 0,
  ...change,
})
/** A Wednesday. */
const PLANNED = when('2026-11-25 10:00')
const half = (change: Partial<DueHalf> = {}): DueHalf => ({
  planned: PLANNED,
  mode: 'chat',
  reach: FREE,
  other: null,
  earlier: [],
  ...change,
})
const wait = (text: string) => ({ do: 'wait', at: when(text) })

describe('what a channel allows', () => {
  it.each([
    ['always', FREE, 'free'],
    ['never', { ...FREE, allowance: { kind: 'never' } }, 'no'],
    ['within the window', windowed({ lastHeard: PLANNED - 48 * HOUR }), 'free'],
    ['after it', windowed({ lastHeard: PLANNED - 48 * HOUR - 1 }), 'no'],
    ['after it, by a permission', windowed({ grants: 1 }), 'grant'],
    [
      'where there are no permissions',
      { ...windowed({ grants: 1 }), allowance: { kind: 'window', hours: 48, grants: false } },
      'no',
    ],
    ['when nothing was ever said', windowed(), 'no'],
  ] as const)('%s', (_, reach, expected) => {
    expect(maySend(PLANNED, reach)).toBe(expected)
  })

  it('loses a permission only where one is needed', () => {
    expect(afterSending(PLANNED, windowed({ grants: 2 })).grants).toBe(1)
    expect(afterSending(PLANNED, windowed({ grants: 2, lastHeard: PLANNED - HOUR })).grants).toBe(2)
    expect(afterSending(PLANNED, { ...FREE, grants: 2 }).grants).toBe(2)
  })
})

describe('a half that comes due', () => {
  it.each([
    ['is begun on time', half(), '2026-11-25 10:00', { do: 'now' }],
    ['waits when the clock went back', half(), '2026-11-25 09:00', wait('2026-11-25 10:00')],
    ['is begun late within its hours', half(), '2026-11-26 19:00', { do: 'now' }],
    ['waits for the morning', half(), '2026-11-25 21:30', wait('2026-11-26 09:00')],
    ['is begun in the last minute of its hours', half(), '2026-11-25 20:00', { do: 'now' }],
    [
      'keeps two hours from the other side when late',
      half({ other: when('2026-11-25 14:30') }),
      '2026-11-25 16:00',
      wait('2026-11-25 16:30'),
    ],
    [
      'or waits for the morning after it',
      half({ other: when('2026-11-25 19:00') }),
      '2026-11-25 20:00',
      wait('2026-11-26 09:00'),
    ],
    [
      'trusts the plan when it is on time',
      half({ other: when('2026-11-25 08:59') }),
      '2026-11-25 10:00',
      { do: 'now' },
    ],
    [
      'but never within the hour',
      half({ other: when('2026-11-25 09:01') }),
      '2026-11-25 10:00',
      wait('2026-11-25 11:01'),
    ],
    [
      'leaves a day to the round that has begun on it',
      half({ earlier: [when('2026-11-25 09:00')] }),
      '2026-11-25 10:00',
      wait('2026-11-26 09:00'),
    ],
  ])('%s', (_, due, now, expected) => {
    expect(catchUp(due, when(now))).toEqual(expected)
  })

  it('becomes a call when it is more than two days late', () => {
    expect(catchUp(half(), PLANNED + 48 * HOUR)).toEqual({ do: 'now' })
    expect(catchUp(half(), PLANNED + 48 * HOUR + 1)).toMatchObject({ do: 'officer', mode: 'call' })
    // At night no task is given either: whoever gets it would have to wake somebody.
    expect(catchUp(half(), when('2026-11-28 03:00'))).toEqual(wait('2026-11-28 09:00'))
  })

  it('becomes a call when the chat has closed, and says why without a name', () => {
    const why = (due: DueHalf) => {
      const next = catchUp(due, PLANNED)
      return next.do === 'officer' ? next.why?.zh : next.do
    }
    expect(why(half({ reach: windowed() }))).toBe('聊天现在发不进去，打电话')
    expect(why(half({ reach: null }))).toBe('没有聊天方式，打电话')
    expect(why(half({ reach: windowed({ grants: 1 }) }))).toBe('now')
  })

  it('waits for a working day only where the matter can', () => {
    const saturday = when('2026-11-28 10:00')
    const visit = half({ mode: 'visit', reach: null, planned: saturday })
    expect(catchUp(visit, saturday)).toEqual(wait('2026-11-30 09:00'))
    expect(catchUp({ ...visit, anyDay: true }, saturday)).toEqual({ do: 'officer', mode: 'visit', why: null })
    const signedAt = when('2026-11-27 10:00')
    const first = (level: 'RED') =>
      dayOf(
        plan({ level, category: 'NB-WL', signedAt, duties: [], seed: 'x' })[0]!.at,
        defaultRulebook.calendar,
      )
    expect(defaultRulebook.levels.RED.revisitDays[0]).toBe(1)
    expect(first('RED')).toBe('2026-11-28')
  })

  it('that is a person’s is given at its time, and late ones at once in their hours', () => {
    const visit = half({ mode: 'visit', reach: null })
    expect(catchUp(visit, PLANNED)).toEqual({ do: 'officer', mode: 'visit', why: null })
    expect(catchUp(visit, PLANNED + 5 * DAY)).toMatchObject({
      do: 'officer',
      mode: 'visit',
      why: { zh: '过了原定时间，请尽快' },
    })
    expect(catchUp(visit, when('2026-11-27 22:00'))).toEqual(wait('2026-11-28 09:00'))
  })

  it('waits for a day on which people are not left alone, unless that makes it too late', () => {
    const market = { ...defaultRulebook, avoid: [{ zh: '赶集', en: 'market day', weekdays: [3] }] }
    expect(catchUp(half(), PLANNED, market)).toEqual(wait('2026-11-26 09:00'))
    expect(catchUp(half({ mode: 'call' }), PLANNED, market)).toEqual(wait('2026-11-26 09:00'))
    expect(catchUp(half({ mode: 'call' }), PLANNED + 10 * MINUTE, market)).toMatchObject({
      do: 'officer',
      mode: 'call',
    })
    const fair = {
      ...defaultRulebook,
      avoid: [{ zh: '赛马会', en: 'horse races', from: '2026-11-25', to: '2026-11-28' }],
    }
    expect(catchUp(half(), PLANNED, fair)).toMatchObject({
      do: 'officer',
      mode: 'call',
      why: { zh: '聊天晚了48小时以上，打电话' },
    })
  })
})

describe('after an outage', () => {
  const due = [
    { level: 'BLUE', planned: 1 },
    { level: 'RED', planned: 3 },
    { level: 'ORANGE', planned: 2 },
    { level: 'RED', planned: 2 },
  ] as const

  it('the riskiest come first, and of these the earliest', () => {
    expect([...due].sort(riskiestFirst).map(({ level, planned }) => `${level} ${planned}`)).toEqual([
      'RED 2',
      'RED 3',
      'ORANGE 2',
      'BLUE 1',
    ])
  })

  it('no more than twenty-five begin in one second', () => {
    const many = Array.from(
      { length: 60 },
      (_, i) => ({ level: i < 50 ? 'BLUE' : 'RED', planned: i }) as const,
    )
    const at = spread(many, 0, 20).map(({ at }) => at)
    expect(at.filter((one) => one === 0)).toHaveLength(5)
    expect(at.filter((one) => one === 1_000)).toHaveLength(25)
    expect(at.filter((one) => one === 3_000)).toHaveLength(5)
    expect(
      spread(many, 0)
        .slice(0, 10)
        .every(({ one }) => one.level === 'RED'),
    ).toBe(true)
    expect(spread([], 0)).toEqual([])
  })
})
