// The plan at a glance, what it is moved for, and how it may be changed.
import { describe, expect, it } from 'vitest'
import type { Allowance } from '../../flows/casework/allowance.ts'
import { dayOf, defaultCalendar } from '../../flows/casework/calendar.ts'
import {
  addRoundOn,
  cutPlan,
  type HeldRound,
  moveRound,
  waiveRound,
} from '../../flows/casework/plan-change.ts'
import { summaryOf, summaryText } from '../../flows/casework/plan-summary.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import { ANY_WAY, type Way } from '../../flows/casework/revisit-modes.ts'
import { type PlanFor, plan } from '../../flows/casework/revisit-plan.ts'
import { type Avoided, defaultRulebook, type Rulebook } from '../../flows/casework/rulebook.ts'
import { allowed, duty } from './duty.ts'
import { when } from './when.ts'

/** A Monday. */
const SIGNED = when('2026-11-23 15:00')
const given = (change: Partial<PlanFor> = {}): PlanFor => ({
  level: 'ORANGE',
  category: 'NB-WL',
  signedAt: SIGNED,
  duties: [],
  seed: 'RD-2026-0001',
  ...change,
})
const way = (allowance: Allowance, change: Partial<Way> = {}, grants = 0): Way => ({
  chatBy: 'ordinary',
  reach: { allowance, lastHeard: SIGNED, grants },
  ...change,
})
const WINDOW: Allowance = { kind: 'window', hours: 48, grants: true }
const without: Way = { ...ANY_WAY, chatBy: 'none' }
const avoiding = (...avoid: Avoided[]): Rulebook => ({ ...defaultRulebook, avoid })
const days = (rounds: { at: number }[]) => rounds.map(({ at }) => dayOf(at, defaultCalendar))

describe('the plan knows what each channel will allow', () => {
  it('sends people first and last at ORANGE, and to each side by its own way between', () => {
    const rounds = plan(given({ ways: { A: ANY_WAY, B: without } }))
    expect(rounds.map(({ sides }) => `${sides.A.mode} ${sides.B.mode}`)).toEqual([
      'visit visit',
      'chat call',
      'chat call',
      'chat call',
      'visit visit',
    ])
    expect(summaryText(rounds, 'zh')).toBe(
      '3次聊天，4次上门，3次电话。橙色：首尾上门；橙色：中间聊天问；乙方没有聊天方式，打电话。',
    )
    expect(summaryText(rounds, 'en')).toBe(
      '3 chats, 4 visits, 3 calls: orange: first and last in person; orange: those between in chat; no chat with side B; by phone.',
    )
    expect(summaryText(rounds, 'bo')).toBe(summaryText(rounds, 'zh'))
  })

  it('uses each permission once, in order, and calls when none is left', () => {
    const rounds = plan(given({ level: 'BLUE', ways: { A: way(WINDOW, {}, 2), B: ANY_WAY } }))
    expect(rounds.map(({ sides }) => sides.A.mode)).toEqual(['chat', 'chat', 'call'])
    expect(rounds.map(({ sides }) => sides.A.why.zh)).toEqual([
      '用甲方的一次许可发消息',
      '用甲方的一次许可发消息',
      '过了48小时，甲方的聊天发不进去，打电话',
    ])
    expect(summaryOf(rounds).counts).toEqual({ chat: 5, call: 1, visit: 0 })
  })

  it('turns what can be neither sent nor phoned into a visit', () => {
    const rounds = plan(
      given({ level: 'BLUE', ways: { A: way({ kind: 'never' }, { phone: false }), B: without } }),
    )
    expect(rounds.every(({ mode, sides }) => mode === 'visit' && sides.B.mode === 'call')).toBe(true)
    expect(rounds[0]?.sides.A.why.en).toBe('the chat of side A takes answers only, and no number; in person')
  })

  it('says one thing once', () => {
    expect(summaryText(plan(given({ level: 'BLUE' })), 'zh')).toBe('6次聊天。蓝色：一律聊天问。')
    expect(summaryText(plan(given({ level: 'BLUE' })), 'en')).toBe('6 chats: blue: all in chat.')
    expect(summaryText([], 'zh')).toBe('')
  })

  it('leaves domestic, sexual and child cases to officers unless a contact plan allows a chat, and then between first and last', () => {
    const modes = (ways?: PlanFor['ways']) =>
      plan(given({ level: 'BLUE', category: 'MF-DV', ...(ways ? { ways } : {}) })).map(
        ({ sides }) => `${sides.A.mode} ${sides.B.mode}`,
      )
    expect(modes()).toEqual(['visit visit', 'call call', 'visit visit'])
    const planned: Way = { ...ANY_WAY, chatBy: 'contact-plan' }
    expect(modes({ A: planned, B: ANY_WAY })).toEqual(['visit visit', 'chat call', 'visit visit'])
  })
})

describe('the plan leaves people alone on their days', () => {
  const harvest: Avoided = { zh: '收青稞', en: 'barley harvest', from: '2026-11-28', to: '2026-12-02' }

  it('moves a round to the next free day and says what for', () => {
    const rounds = plan(given({ level: 'BLUE' }), avoiding(harvest))
    const moved = rounds.find(({ why }) => why.zh.startsWith('级别规定的第7天'))
    expect(moved?.why).toEqual({
      zh: '级别规定的第7天；11月30日收青稞，改到12月3日',
      en: 'day 7 of its level; moved from 30 Nov to 3 Dec: barley harvest',
    })
  })

  it('knows yearly days over the new year, and days of the week', () => {
    const rules = avoiding(
      { zh: '年节', en: 'new year', from: '12-20', to: '01-05' },
      { zh: '赶集', en: 'market day', weekdays: [3, 7] },
    )
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f'])
      for (const day of days(plan(given({ level: 'RED', seed }), rules))) {
        expect(day.slice(5) >= '12-20' || day.slice(5) <= '01-05').toBe(false)
        expect([0, 3]).not.toContain(new Date(day).getUTCDay())
      }
  })

  it('keeps rounds in order and apart when several are pushed together', () => {
    const rounds = plan(
      given({ level: 'RED', duties: [duty({ dueAt: when('2026-11-28 23:59') })] }),
      avoiding(harvest),
    )
    // The third day was free; the seventh, and the day after the duty, were not.
    expect(days(rounds).filter((day) => day > '2026-11-26' && day < '2026-12-06')).toEqual([
      '2026-12-03',
      '2026-12-04',
    ])
    expect(rounds.find(({ duties }) => duties.includes(1))?.why.zh).toBe(
      '第1项到期的次日；11月29日收青稞，改到12月3日',
    )
  })
})

describe('changing the plan', () => {
  const NOW = when('2026-11-24 12:00')
  const held = (no: number, day: string, change: Partial<HeldRound> = {}): HeldRound => ({
    no,
    at: when(`${day} 10:00`),
    kind: 'level-day',
    modes: ['chat', 'call'],
    state: 'planned',
    duties: [],
    ...change,
  })
  const rounds = [
    held(1, '2026-11-24', { state: 'ended' }),
    held(2, '2026-11-30'),
    held(3, '2026-12-11', { duties: [1] }),
    held(4, '2026-12-28', { modes: ['visit', 'visit'] }),
  ]
  const leader = { roles: ['leader'] as const, reason: '双方都满意' }
  const content = { onTheSpot: true, round: 1, scores: [4, 5] }
  const moving = {
    rounds,
    now: NOW,
    reason: '那天开会',
    duties: [duty({ dueAt: when('2026-12-10 23:59') })],
    seed: 'RD-2026-0001',
  }
  const code = (value: unknown) => (isRefused(value) ? value.refused : 'allowed')

  it('cuts to one by the rule, for a leader with a reason', () => {
    const asked = { rounds, now: NOW, ...leader, ...content }
    expect(cutPlan(asked)).toEqual({ keep: 4, waived: [2, 3] })
    expect(cutPlan({ ...asked, keep: 2 })).toEqual({ keep: 2, waived: [3, 4] })
    expect(code(cutPlan({ ...asked, roles: ['officer'] }))).toBe('not-yours')
    expect(code(cutPlan({ ...asked, reason: ' ' }))).toBe('no-reason')
    expect(code(cutPlan({ ...asked, scores: [4, 3] }))).toBe('not-content')
    expect(code(cutPlan({ ...asked, onTheSpot: false }))).toBe('not-content')
    expect(code(cutPlan({ ...asked, keep: 1 }))).toBe('no-such-round')
    expect(code(cutPlan({ ...asked, rounds: rounds.slice(0, 2) }))).toBe('one-left')
    expect(code(cutPlan({ ...asked, rounds: [...rounds, held(5, '2026-12-30', { state: 'open' })] }))).toBe(
      'begun',
    )
    expect(allowed(cutPlan({ ...asked, roles: ['chief'] })).keep).toBe(4)
  })

  it('moves a round to a free day that is not before its duty', () => {
    const moved = allowed(moveRound({ ...moving, no: 3, day: '2026-12-14' }))
    expect(moved).toMatchObject({ no: 3, kind: 'level-day', mode: 'chat', duties: [1] })
    expect(days([moved])).toEqual(['2026-12-14'])
    expect(code(moveRound({ ...moving, no: 3, day: '2026-12-11' }))).toBe('allowed')
    expect(code(moveRound({ ...moving, no: 3, day: '2026-12-10' }))).toBe('before-duty')
    expect(code(moveRound({ ...moving, no: 3, day: '2026-11-30' }))).toBe('taken')
    expect(code(moveRound({ ...moving, no: 3, day: '2026-11-24' }))).toBe('past')
    expect(code(moveRound({ ...moving, no: 1, day: '2026-12-14' }))).toBe('no-such-round')
    expect(code(moveRound({ ...moving, no: 9, day: '2026-12-14' }))).toBe('no-such-round')
    expect(code(moveRound({ ...moving, no: 3, day: '2026-12-14', reason: '' }))).toBe('no-reason')
    const begun = rounds.map((one) => (one.no === 3 ? { ...one, state: 'open' as const } : one))
    expect(code(moveRound({ ...moving, rounds: begun, no: 3, day: '2026-12-14' }))).toBe('begun')
  })

  it('sends nobody out on a day off or a market day, and says which it is', () => {
    // A Saturday: a chat may be asked then, a visit not.
    expect(code(moveRound({ ...moving, no: 2, day: '2026-12-05' }))).toBe('allowed')
    expect(moveRound({ ...moving, no: 4, day: '2026-12-05' })).toMatchObject({
      refused: 'not-free',
      say: { zh: '12月5日不上班，请换一天。', en: '5 Dec: a day off. Please choose another day.' },
    })
    const withoutChat = { ways: { A: ANY_WAY, B: without } }
    expect(code(moveRound({ ...moving, ...withoutChat, no: 2, day: '2026-12-05' }))).toBe('not-free')
    const market = avoiding({ zh: '赶集', en: 'market day', weekdays: [6] })
    expect(moveRound({ ...moving, no: 2, day: '2026-12-05' }, market)).toMatchObject({
      say: { zh: '12月5日赶集，请换一天。' },
    })
  })

  it('adds a round on a day, and lets a leader waive one', () => {
    const more = { rounds, now: NOW, reason: '再看看', no: 5, seed: 'RD-2026-0001' }
    const added = allowed(addRoundOn({ ...more, day: '2026-12-15', mode: 'visit' }))
    expect(added).toMatchObject({ no: 5, kind: 'extra', mode: 'visit', duties: [] })
    expect(days([added])).toEqual(['2026-12-15'])
    expect(code(addRoundOn({ ...more, day: '2026-12-11', mode: 'chat' }))).toBe('taken')
    expect(code(addRoundOn({ ...more, day: '2026-12-12', mode: 'visit' }))).toBe('not-free')
    expect(code(addRoundOn({ ...more, day: '2026-12-15', mode: 'chat', reason: '' }))).toBe('no-reason')
    expect(waiveRound({ rounds, no: 2, ...leader })).toEqual({ waived: 2 })
    expect(code(waiveRound({ rounds, no: 1, ...leader }))).toBe('no-such-round')
    expect(code(waiveRound({ rounds, no: 2, ...leader, roles: ['duty'] }))).toBe('not-yours')
    expect(code(waiveRound({ rounds, no: 2, ...leader, reason: '' }))).toBe('no-reason')
  })
})
