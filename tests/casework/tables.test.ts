import { describe, expect, it } from 'vitest'
import { LEGAL_LIMITS } from '../../flows/casework/tables/legal-limits.ts'
import { LEVEL_CODES, LEVEL_RULES } from '../../flows/casework/tables/level.ts'
import { STATE_CODES, STATES, TRANSITIONS } from '../../flows/casework/tables/life-cycle.ts'
import { OUTCOMES } from '../../flows/casework/tables/outcome.ts'
import { CAPS, EXCLUSIVE, INDICATORS, RISK_CODES, THRESHOLDS } from '../../flows/casework/tables/risk.ts'
import { SURFACE_SIGNALS } from '../../flows/casework/tables/surface.ts'
import {
  MOJ15,
  SUB_CODES,
  subCodeSchema,
  TOP_CODES,
  TOPS,
  TRACKS,
} from '../../flows/casework/tables/taxonomy.ts'

const unique = (list: readonly unknown[]) => new Set(list).size === list.length
const named = (list: readonly { zh: string; en: string }[]) =>
  list.every(({ zh, en }) => zh !== '' && /^[ -~–—’]+$/.test(en))

describe('the tables', () => {
  it('hold 20 top and 83 sub codes, 15 official rows and 9 tracks', () => {
    expect(TOP_CODES).toHaveLength(20)
    expect(SUB_CODES).toHaveLength(83)
    expect(MOJ15).toHaveLength(15)
    expect(TRACKS).toHaveLength(9)
    expect(unique(TOP_CODES) && unique(SUB_CODES)).toBe(true)
  })

  it('put every sub code under its top code and every top code into an official row', () => {
    for (const top of TOPS) {
      for (const { code } of top.subs) expect(code.slice(0, 2)).toBe(top.code)
      if (top.code !== 'ND') expect(MOJ15.map(({ code }) => code)).toContain(top.moj15)
      expect(TRACKS.map(({ code }) => code)).toContain(top.defaultTrack)
    }
    expect(subCodeSchema.safeParse('XX-YY').success).toBe(false)
  })

  it('hold 46 indicators in seven groups', () => {
    expect(INDICATORS).toHaveLength(46)
    expect(unique(RISK_CODES)).toBe(true)
    for (const { code, group } of INDICATORS) expect(code[0]).toBe(group)
    for (const code of EXCLUSIVE.flat()) expect(RISK_CODES).toContain(code)
    expect(INDICATORS.filter(({ kind }) => kind === 'hard').map(({ code }) => code)).toEqual([
      'A01',
      'A02',
      'A03',
      'A04',
      'A05',
      'A06',
      'A07',
      'D04',
    ])
    expect(INDICATORS.filter(({ kind }) => kind === 'floorORANGE').map(({ code }) => code)).toEqual([
      'A11',
      'B04',
      'C08',
      'D02',
      'D03',
    ])
    expect(THRESHOLDS).toEqual({ RED: 60, ORANGE: 35, YELLOW: 15, BLUE: 0 })
    expect(CAPS).toEqual({ A: 60, B: 30, C: 30, D: 40, E: 30, F: 15 })
  })

  it('hold 20 states and 66 transitions between them', () => {
    expect(STATES).toHaveLength(20)
    expect(TRANSITIONS).toHaveLength(66)
    expect(unique(TRANSITIONS.map(({ from, to }) => `${from}>${to}`))).toBe(true)
    for (const { from, to } of TRANSITIONS) {
      expect(STATE_CODES).toContain(from)
      expect(STATE_CODES).toContain(to)
    }
  })

  it('let every state be reached and be left', () => {
    for (const state of STATE_CODES) {
      if (state !== 'DRAFT') expect(TRANSITIONS.some(({ to }) => to === state)).toBe(true)
      expect(TRANSITIONS.some(({ from }) => from === state)).toBe(true)
    }
  })

  it('give the ten surface signals their points', () => {
    expect(SURFACE_SIGNALS.map(({ points }) => points)).toEqual([30, 20, 10, 20, 10, 25, 20, 30, 40, 15])
  })

  it('give each level the revisit days of the paper', () => {
    expect(LEVEL_CODES.map((level) => LEVEL_RULES[level].revisitDays)).toEqual([
      [1, 3, 7, 15, 30, 60, 90],
      [1, 7, 30, 90],
      [3, 15, 30],
      [7, 30],
    ])
  })

  it('name everything in Chinese and in English', () => {
    expect(named(TOPS)).toBe(true)
    expect(named(TOPS.flatMap((top) => [...top.subs]))).toBe(true)
    for (const list of [INDICATORS, STATES, TRANSITIONS, SURFACE_SIGNALS, OUTCOMES, TRACKS, LEGAL_LIMITS])
      for (const one of list) {
        expect(one.zh).not.toBe('')
        expect(one.en).not.toMatch(/[\u3400-\u9fff]/)
      }
  })
})
