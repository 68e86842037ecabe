import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseFacts, indicators } from '../../flows/casework/facts.ts'
import { rank } from '../../flows/casework/level.ts'
import { override } from '../../flows/casework/override.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import {
  explain,
  grade,
  hasHardTrigger,
  raise,
  reasonsFor,
  reopenedLevel,
} from '../../flows/casework/risk.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'
import { INDICATORS, RISK_CODES, type RiskCode } from '../../flows/casework/tables/risk.ts'
import { STORIES } from './stories.ts'

const RUNS = { numRuns: 5_000 }
const codes = fc.uniqueArray(fc.constantFrom(...RISK_CODES), { maxLength: 20 })
const adding = fc.constantFrom(...INDICATORS.filter(({ group }) => group !== 'G').map(({ code }) => code))
const level = fc.constantFrom(...LEVEL_CODES)
const DISCOUNTS: RiskCode[] = ['G01', 'G02', 'G03']

/** Other points and thresholds that a station might choose. */
const rulebooks = fc
  .record({
    A08: fc.integer({ min: 0, max: 40 }),
    A12: fc.integer({ min: 0, max: 40 }),
    C03: fc.integer({ min: 0, max: 5 }),
    C05: fc.integer({ min: 15, max: 30 }),
    red: fc.integer({ min: 50, max: 120 }),
    cap: fc.integer({ min: 0, max: 100 }),
    floor: fc.integer({ min: -100, max: 0 }),
  })
  .map(({ A08, A12, C03, C05, red, cap, floor }) => {
    const changed = override(
      defaultRulebook,
      {
        risk: {
          points: { A08, A12, C03, C05 },
          thresholds: { RED: red },
          caps: { A: cap },
          discountFloor: floor,
        },
      },
      { who: 'chief-1', when: 0, why: '试用' },
    )
    return isRefused(changed) ? defaultRulebook : changed
  })

describe('grading', () => {
  it.each(STORIES)('$id', ({ at, facts, codes, score, level }) => {
    const found = indicators(caseFacts(facts), at)
    expect(found).toEqual(codes)
    expect(grade({ codes: found })).toMatchObject({ score, level, version: 'r1' })
  })

  it('is RED with 110 points once a knife appears in S04', () => {
    const { facts, at } = STORIES[3]!
    const grading = grade({ codes: indicators(caseFacts({ ...facts, weapon: true }), at) })
    expect(grading).toMatchObject({ score: 110, level: 'RED' })
  })

  it('caps each group and lets only the heaviest of a group count', () => {
    const grading = grade({ codes: ['A08', 'A09', 'A10', 'A11', 'A12', 'A13', 'C03', 'C05', 'D01', 'D02'] })
    expect(grading.groupScores).toEqual({ A: 60, B: 0, C: 15, D: 20, E: 0, F: 0, G: 0 })
    expect(grading.reasons.map(({ code }) => code)).not.toContain('C03')
    expect(grading.codes).toContain('C03')
  })

  it('never goes below nought, and takes off no more than the floor', () => {
    expect(grade({ codes: DISCOUNTS })).toMatchObject({ score: 0, level: 'BLUE', groupScores: { G: -15 } })
    expect(grade({ codes: [] })).toMatchObject({ score: 0, level: 'BLUE', reasons: [] })
  })

  it('never lowers a level when an indicator is added', () => {
    fc.assert(
      fc.property(codes, adding, rulebooks, (codes, more, rulebook) => {
        const before = grade({ codes }, rulebook)
        const after = grade({ codes: [...codes, more] }, rulebook)
        expect(rank(after.level)).toBeGreaterThanOrEqual(rank(before.level))
        expect(after.score).toBeGreaterThanOrEqual(before.score)
      }),
      RUNS,
    )
  })

  it('lets no discount undo a hard trigger or a floor', () => {
    fc.assert(
      fc.property(codes, rulebooks, (codes, rulebook) => {
        const { level } = grade({ codes: [...codes, ...DISCOUNTS] }, rulebook)
        const kinds = INDICATORS.filter(({ code }) => codes.includes(code)).map(({ kind }) => kind)
        if (kinds.includes('hard')) expect(level).toBe('RED')
        else if (kinds.includes('floorORANGE')) expect(rank(level)).toBeGreaterThanOrEqual(rank('ORANGE'))
      }),
      RUNS,
    )
  })

  it('does not mind order or repeats', () => {
    fc.assert(
      fc.property(codes, (codes) => {
        expect(grade({ codes: [...codes, ...codes].reverse() })).toEqual(grade({ codes }))
      }),
      RUNS,
    )
  })

  it('keeps within the sum of the caps, and its groups add up', () => {
    fc.assert(
      fc.property(codes, (codes) => {
        const { score, groupScores } = grade({ codes })
        const sum = Object.values(groupScores).reduce((total, one) => total + one, 0)
        expect(score).toBe(Math.max(0, sum))
        expect(score).toBeLessThanOrEqual(205)
      }),
      RUNS,
    )
  })

  it('counts the heavier of two even where a station made them equal', () => {
    const same = override(defaultRulebook, { risk: { points: { C03: 10 } } }, { who: 'c', when: 0, why: 'w' })
    if (isRefused(same)) throw new Error(same.say.en)
    const { reasons, score } = grade({ codes: ['C03', 'C04'] }, same)
    expect(reasons.map(({ code }) => code)).toEqual(['C04'])
    expect(score).toBe(10)
  })
})

describe('a level over time', () => {
  it('is only ever raised by the bot', () => {
    fc.assert(
      fc.property(level, codes, (before, codes) => {
        const grading = grade({ codes })
        const after = raise(before, grading)
        expect(rank(after)).toBe(Math.max(rank(before), rank(grading.level)))
      }),
      RUNS,
    )
  })

  it('is at least one higher when reopened, and never above RED', () => {
    fc.assert(
      fc.property(level, codes, (before, codes) => {
        const after = reopenedLevel(before, grade({ codes }))
        expect(rank(after)).toBeGreaterThanOrEqual(Math.min(3, rank(before) + 1))
        expect(rank(after)).toBeGreaterThanOrEqual(rank(grade({ codes }).level))
      }),
      RUNS,
    )
    expect(reopenedLevel('BLUE', { level: 'BLUE' })).toBe('YELLOW')
    expect(reopenedLevel('RED', { level: 'BLUE' })).toBe('RED')
  })
})

describe('explaining', () => {
  const grading = grade({ codes: ['A08', 'B02', 'B05', 'D02', 'G01'] })

  it('always gives the reasons with the colour', () => {
    expect(explain(grade({ codes: ['D02', 'F01'] }), 'zh')).toBe(
      '橙：涉及10～29人(20)＋春节前60天内的欠薪(15)',
    )
    expect(explain(grade({ codes: ['D02', 'F01'] }), 'en')).toBe(
      'Orange: 10-29 persons(20) + Unpaid wages within 60 days before Spring Festival(15)',
    )
    expect(explain(grade({ codes: [] }), 'bo')).toBe('蓝：无风险指标')
    expect(explain(grade({ codes: [] }), 'en')).toBe('Blue: no risk indicators')
  })

  it('hides checked personal risk from residents and the whole B group from mediators', () => {
    const seen = (viewer: Parameters<typeof reasonsFor>[1]) =>
      reasonsFor(grading, viewer).map(({ code }) => code)
    expect(seen('responsible')).toEqual(['A08', 'B02', 'B05', 'D02', 'G01'])
    expect(seen('mediator')).toEqual(['A08', 'D02', 'G01'])
    expect(seen('resident')).toEqual(['A08', 'B05', 'D02', 'G01'])
    expect(explain(grading, 'zh', 'resident')).not.toContain('精神')
  })

  it('knows the hard triggers', () => {
    expect(hasHardTrigger(['A08', 'D04'])).toBe(true)
    expect(hasHardTrigger(['A08', 'D03'])).toBe(false)
  })
})
