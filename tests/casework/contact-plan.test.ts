// Contact plans: what is allowed at which minute, what a phrase may be, and what is kept.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, defaultCalendar, inQuietHours, MINUTE } from '../../flows/casework/calendar.ts'
import {
  allowedUntil,
  allows,
  allowsChat,
  type ContactPlan,
  firstAllowed,
  phraseProblem,
  phraseText,
  planFrom,
  planInWords,
  WAYS,
  withWords,
} from '../../flows/casework/contact-plan.ts'
import { hoursSaid } from '../../flows/casework/hours-said.ts'

const BY_DAY = { from: '09:00', to: '19:00' }
const PLAN: ContactPlan = {
  plan: 1,
  way: 'chat',
  hours: null,
  wording: 'neutral',
  phrase: 'h',
  duress: null,
  address: 'a',
  phone: null,
  trusted: null,
  words: null,
  at: 0,
  by: 'self',
}
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']
const clock = fc
  .nat({ max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
const plans = fc
  .record({
    from: clock,
    to: clock,
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    night: fc.boolean(),
  })
  .map((hours): ContactPlan => ({ ...PLAN, hours }))
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) })

test('the first allowed instant is allowed, is the first, and lasts until the plan says no', () => {
  fc.assert(
    fc.property(plans, moments, fc.constantFrom(...ZONES), (plan, at, zone) => {
      const calendar = { ...defaultCalendar, zone }
      const first = firstAllowed(plan, at, BY_DAY, calendar)
      const night = plan.hours?.night === true
      for (let minute = at; minute < (first ?? at + 8 * DAY); minute += 37 * MINUTE)
        expect(allows(plan, minute, BY_DAY, calendar)).toBe(false)
      if (first === null) return
      expect(allows(plan, first, BY_DAY, calendar)).toBe(true)
      if (first > at) expect(allows(plan, first - 1, BY_DAY, calendar)).toBe(false)
      if (!night) expect(inQuietHours(first, calendar)).toBe(false)
      const until = allowedUntil(plan, first, BY_DAY, calendar)
      expect(until).toBeGreaterThan(first)
      expect(allows(plan, until - 1, BY_DAY, calendar)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('without hours of its own a plan has those of the day', () => {
  const at = (text: string) => Date.parse(`${text}:00+08:00`)
  expect(firstAllowed(PLAN, at('2026-11-25T20:00'), BY_DAY, defaultCalendar)).toBe(at('2026-11-26T09:00'))
  expect(firstAllowed(PLAN, at('2026-11-25T19:00'), BY_DAY, defaultCalendar)).toBe(at('2026-11-25T19:00'))
})

test('hours over midnight belong to the day on which they begin', () => {
  const plan = { ...PLAN, hours: { from: '23:00', to: '01:00', days: [3], night: true } }
  const is = (text: string) => allows(plan, Date.parse(`${text}:00+08:00`), BY_DAY, defaultCalendar)
  expect(['2026-11-25T23:30', '2026-11-26T01:00'].map(is)).toEqual([true, true])
  expect(['2026-11-25T00:30', '2026-11-26T01:01', '2026-11-26T23:30'].map(is)).toEqual([false, false, false])
})

describe('a phrase', () => {
  test.each([
    '好',
    '是的',
    '在吗',
    ' 好的。',
    'OK',
    '123',
    '１２３',
    '一二三',
    '你好呀',
    '您好，请问',
    '谢谢',
    '！？',
    '',
  ])('is not %s', (said) => expect(phraseProblem(said)).not.toBeNull())
  test.each(['腌菜坛子', '蓝布 围裙', 'plum blossom', '三只羊'])('may be %s', (said) =>
    expect(phraseProblem(said)).toBeNull(),
  )
  test('is the same however it is typed, and no part of it is enough', () => {
    expect(phraseText(' Plum-Blossom！')).toBe(phraseText('ｐｌｕｍ blossom'))
    expect(phraseText('腌菜')).not.toBe(phraseText('腌菜坛子'))
  })
})

describe('what is kept', () => {
  test('plain words from before there were plans are read, and allow nothing', () => {
    const plan = planFrom('别打电话给我，他会看到')
    expect(plan).toMatchObject({ way: null, words: '别打电话给我，他会看到' })
    expect(plan && allowsChat(plan)).toBe(false)
    expect(planFrom(null)).toBeNull()
    expect(planFrom('{"plan":1,"way":"chat"}')).toMatchObject({ way: null })
  })
  test('a plan stays, whatever words come later', () => {
    const kept = JSON.stringify(PLAN)
    expect(planFrom(withWords(kept, '只打字'))).toEqual({ ...PLAN, words: '只打字' })
    expect(withWords('旧话', '新话')).toBe('新话')
  })
  test('only a chat with a phrase, in the chat where it was given, may be written to', () => {
    expect(allowsChat(PLAN)).toBe(true)
    for (const less of [{ phrase: null }, { address: null }, { way: 'phone' }, { way: 'none' }] as const)
      expect(allowsChat({ ...PLAN, ...less })).toBe(false)
  })
  test('every way has its words for officers', () => {
    const said = [...WAYS, null].map((way) => planInWords({ ...PLAN, way }).zh)
    expect(new Set([...said, planInWords(null).zh]).size).toBe(6)
  })
})

test.each([
  ['9点到11点', '09:00', '11:00'],
  ['上午九点半到十一点', '09:30', '11:00'],
  ['下午两点到四点', '14:00', '16:00'],
  ['晚上7点至9点半', '19:00', '21:30'],
  ['14:00-16:30', '14:00', '16:30'],
  ['从早上8点到下午3点都行', '08:00', '15:00'],
  ['9am to 11am', '09:00', '11:00'],
  ['from 2pm until 4pm', '14:00', '16:00'],
  ['22点到24点', '22:00', '23:59'],
])('"%s" is %s to %s', (said, from, to) => expect(hoursSaid(said)).toEqual({ from, to }))

test.each(['七八点', '随便', '9点', '25点到26点', '9点到9点', ''])('"%s" is no span', (said) =>
  expect(hoursSaid(said)).toBeNull(),
)
