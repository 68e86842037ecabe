// The six stories: what their messages add up to.
import { describe, expect, it } from 'vitest'
import { HARD_CODES, understand, understandAll } from '../../flows/casework/understand/index.ts'
import { scenarios } from './given.ts'

const about = { villages: [] }
/** Codes that the books compute: the category's, the money's, the season's, the second report's. */
const COMPUTED = new Set(['C01', 'C02', 'C03', 'C04', 'C05', 'E01', 'E02', 'E03', 'F01', 'F02', 'F03'])
const told = (codes: readonly string[]): string[] => codes.filter((code) => !COMPUTED.has(code)).sort()
const story = (id: string) => scenarios.find((one) => one.id === id)!

describe.each(scenarios)('$id $zh', ({ msgs, key, ind, ind2 }) => {
  it('adds up to the codes the story names', () => {
    expect(told(understandAll(msgs, about).danger)).toEqual(told(ind2 ?? ind))
  })

  it('is sorted where the story has it', () => {
    expect(understandAll(msgs, about).category).toBe(key)
  })
})

describe('what else the stories say', () => {
  it('S01: a slight injury, a counterpart, no hard danger', () => {
    const said = understandAll(story('S01').msgs, about)
    expect(said).toMatchObject({ injury: 'minor', role: 'PARTY', vulnerable: 'yes', counterpart: '我老公' })
    expect(said.danger.some((code) => HARD_CODES.has(code))).toBe(false)
  })

  it('S02: eleven people, 132,000 yuan', () => {
    expect(understandAll(story('S02').msgs, about)).toMatchObject({
      headcount: 11,
      amount: { fen: 13_200_000, approx: false },
      role: 'PARTY',
    })
  })

  it('S03: a push without harm, an old quarrel, what is wished for', () => {
    expect(understandAll(story('S03').msgs, about)).toMatchObject({
      injury: 'none',
      grudgeYears: 2,
      wish: '他拆了',
    })
  })

  it('S04: two villages, ten people at least, quiet until the knife is named', () => {
    const { msgs, ind } = story('S04')
    const before = understandAll(msgs.slice(0, -1), about)
    expect(told(before.danger)).toEqual(told(ind))
    expect(before).toMatchObject({ headcount: 10, crossVillage: true, weapon: null, injury: 'none' })
    expect(understandAll(msgs, about)).toMatchObject({ weapon: 'yes' })
    expect(understand(msgs.at(-1) ?? '', about).danger).toContain('A02')
  })

  it('S06: it goes on, a child cannot sleep', () => {
    expect(understandAll(story('S06').msgs, about)).toMatchObject({ ongoing: 'yes', vulnerable: 'yes' })
  })

  it('S08: told by the mother, a child is harmed', () => {
    expect(understandAll(story('S08').msgs, about)).toMatchObject({
      role: 'RELATIVE',
      injury: 'minor',
      vulnerable: 'yes',
    })
  })
})
