import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deadlines,
  higher,
  type Lowering,
  levelInfo,
  mayLower,
  oneUp,
  raiseByHand,
  rank,
  responsibleFor,
} from '../../flows/casework/level.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'
import { when } from './when.ts'

const RUNS = { numRuns: 5_000 }
const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 11, 31) })
const level = fc.constantFrom(...LEVEL_CODES)

describe('levels', () => {
  it('have an order', () => {
    expect(LEVEL_CODES.map(rank)).toEqual([3, 2, 1, 0])
    expect(LEVEL_CODES.map(oneUp)).toEqual(['RED', 'RED', 'ORANGE', 'YELLOW'])
    expect(higher('BLUE', 'ORANGE')).toBe('ORANGE')
    expect(higher('RED', 'ORANGE')).toBe('RED')
    expect(levelInfo('BLUE').zh).toBe('蓝')
  })

  it('name who answers and who is told', () => {
    expect(responsibleFor('RED')).toMatchObject({ leader: 'chief', officer: 'officer', townContact: true })
    expect(responsibleFor('YELLOW')).toMatchObject({ leader: 'leader', townContact: false })
    const told = responsibleFor('ORANGE', { womenOrChildren: true }).told.map(({ code }) => code)
    expect(told).toEqual(['chief', 'town-deputy', 'village-secretary', 'women-federation'])
    expect(responsibleFor('BLUE', { womenOrChildren: true }).told).toHaveLength(1)
  })
})

describe('deadlines', () => {
  it.each([
    ['RED', ['12-05 23:25', '12-05 23:30', null, '12-06 23:20', '2027-01-04 23:20']],
    ['ORANGE', ['12-05 23:50', '12-06 01:20', '12-06 23:20', '12-08 23:20', '12-25 23:20']],
    ['YELLOW', ['12-07 13:00', '12-06 23:20', '12-07 23:20', '12-12 23:20', '12-20 23:20']],
    ['BLUE', ['12-07 18:00', '12-08 23:20', '12-12 23:20', '2027-01-04 23:20', '12-12 23:20']],
  ] as const)('of a %s case on a Saturday night', (level, expected) => {
    const full = expected.map((text) => text && when(text.length === 11 ? `2026-${text}` : text))
    const { accept, firstContact, faceToFace, review, target } = deadlines(level, when('2026-12-05 23:20'))
    expect([accept, firstContact, faceToFace, review, target]).toEqual(full)
  })

  it('are never later for a graver level, and the aim never nearer', () => {
    fc.assert(
      fc.property(instant, level, (at, level) => {
        const here = deadlines(level, at)
        const graver = deadlines(oneUp(level), at)
        expect(graver.accept).toBeLessThanOrEqual(here.accept)
        expect(graver.firstContact).toBeLessThanOrEqual(here.firstContact)
        expect(graver.faceToFace ?? at).toBeLessThanOrEqual(here.faceToFace ?? at)
        expect(graver.review).toBeLessThanOrEqual(here.review)
        expect(graver.target).toBeGreaterThanOrEqual(here.target)
        for (const limit of [here.accept, here.firstContact, here.review, here.target])
          expect(limit).toBeGreaterThan(at)
      }),
      RUNS,
    )
  })
})

describe('lowering', () => {
  const wish: Lowering = { from: 'RED', to: 'ORANGE', roles: ['chief'], reason: '平静', calmDays: 7 }
  const answer = (change: Partial<Lowering>): string => {
    const may = mayLower({ ...wish, ...change })
    return isRefused(may) ? may.refused : 'ok'
  }

  it.each<[string, Partial<Lowering>, string]>([
    ['the chief after a week', {}, 'ok'],
    ['the chief too early', { calmDays: 6 }, 'not-calm'],
    ['the chief without a reason', { reason: ' ' }, 'no-reason'],
    ['a leader from RED', { roles: ['leader'] }, 'not-yours'],
    ['the bot', { from: 'YELLOW', to: 'BLUE', roles: ['bot', 'system'] }, 'not-yours'],
    ['a leader from ORANGE', { from: 'ORANGE', to: 'YELLOW', roles: ['leader'], calmDays: 0 }, 'ok'],
    ['an officer from ORANGE', { from: 'ORANGE', to: 'YELLOW', roles: ['officer'] }, 'not-yours'],
    ['an officer from YELLOW', { from: 'YELLOW', to: 'BLUE', roles: ['officer'], calmDays: 0 }, 'ok'],
    ['upwards', { to: 'RED' }, 'not-lower'],
    ['from BLUE', { from: 'BLUE', to: 'BLUE' }, 'not-lower'],
    ['below a floor', { from: 'ORANGE', to: 'YELLOW', codes: ['A11'] }, 'floor'],
    ['down to a floor', { codes: ['A11'] }, 'ok'],
  ])('by %s', (_, change, expected) => {
    expect(answer(change)).toBe(expected)
  })

  it('is never left to anyone below the rank', () => {
    fc.assert(
      fc.property(
        level,
        level,
        fc.constantFrom('bot', 'system', 'external', 'grid', 'cadre', 'mediator' as const),
        (from, to, role) => {
          expect(isRefused(mayLower({ from, to, roles: [role], reason: 'r', calmDays: 99 }))).toBe(true)
        },
      ),
      RUNS,
    )
  })

  it('says plainly that it may be', () => {
    expect(mayLower(wish)).toEqual({ ok: true })
  })

  it('is undone by hand with a reason alone', () => {
    expect(raiseByHand('BLUE', '不放心')).toBe('YELLOW')
    expect(raiseByHand('BLUE', '')).toMatchObject({ refused: 'no-reason' })
    expect(raiseByHand('RED', '不放心')).toMatchObject({ refused: 'at-the-top' })
  })
})
