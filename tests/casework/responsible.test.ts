import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Staff, suggest, type ToAssign } from '../../flows/casework/responsible.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'
import { SUB_CODES } from '../../flows/casework/tables/taxonomy.ts'
import { when } from './when.ts'

const NOW = when('2026-12-05 10:00')
const staff = (id: string, change: Partial<Staff> = {}): Staff => ({
  id,
  roles: ['officer'],
  villages: [],
  female: false,
  languages: ['zh'],
  load: 0,
  awayUntil: null,
  ...change,
})
const CHIEF = staff('chief', { roles: ['chief'] })
const DEPUTY = staff('deputy', { roles: ['leader'] })
const ROSTER = [
  CHIEF,
  DEPUTY,
  staff('near', { villages: ['村一'], load: 4 }),
  staff('far', { villages: ['村二'] }),
  staff('woman', { female: true, load: 9 }),
  staff('bilingual', { languages: ['zh', 'bo'], load: 2 }),
]
const given = (change: Partial<ToAssign> = {}): ToAssign => ({
  level: 'YELLOW',
  category: 'NB-WL',
  village: '村一',
  now: NOW,
  ...change,
})

describe('suggesting who answers', () => {
  it.each<[string, Partial<ToAssign>, string | null, string | null]>([
    ['the village officer and a deputy', {}, 'near', 'deputy'],
    ['the chief for RED', { level: 'RED' }, 'near', 'chief'],
    ['a woman for violence at home', { category: 'MF-DV' }, 'woman', 'deputy'],
    ['a woman for a hurt child', { category: 'TD-PI', codes: ['B04'] }, 'woman', 'deputy'],
    ['a Tibetan speaker', { language: 'bo' }, 'bilingual', 'deputy'],
    ['the least loaded elsewhere', { village: '村九' }, 'far', 'deputy'],
    ['anyone but the one complained about', { category: 'AD-PO', excluded: ['near'] }, 'far', 'deputy'],
    ['the chief where no deputy is left', { excluded: ['deputy'] }, 'near', 'chief'],
  ])('%s', (_, change, officer, leader) => {
    expect(suggest(ROSTER, given(change))).toMatchObject({ officer, leader })
  })

  it('keeps the chief free below RED, also where the chief is a leader as well or looks after the village', () => {
    const head = staff('a-head', { roles: ['chief', 'leader'], villages: ['村一'] })
    const busy = staff('deputy', { roles: ['leader'], load: 9 })
    for (const level of ['BLUE', 'YELLOW', 'ORANGE'] as const)
      expect(suggest([head, busy], given({ level })).leader, level).toBe('deputy')
    expect(suggest([head, busy], given({ level: 'RED' })).leader).toBe('a-head')
    expect(suggest([head], given()).leader).toBe('a-head')
  })

  it('gives reasons that name no one', () => {
    const { reasons } = suggest(ROSTER, given({ category: 'MF-DV' }))
    expect(reasons.map(({ zh }) => zh)).toEqual(['黄级由这一级领导包案', '家暴、性侵、涉未成年人由女民警办'])
    const alone = suggest([CHIEF, staff('man')], given({ category: 'SC-BU', level: 'RED' }))
    expect(alone.reasons.map(({ zh }) => zh)).toContain('没有女民警可派，请女性辅警同去')
  })

  it('leaves out whoever is away, and says when nobody is left', () => {
    const away = ROSTER.map((one) => ({ ...one, awayUntil: NOW + 1 }))
    const none = suggest(away, given())
    expect(none).toMatchObject({ officer: null, leader: null })
    expect(none.reasons.map(({ zh }) => zh)).toEqual([
      '黄级由这一级领导包案',
      '没有可派的民警',
      '没有可派的领导',
    ])
    expect(
      suggest(
        ROSTER.map((one) => ({ ...one, awayUntil: NOW })),
        given(),
      ).officer,
    ).toBe('near')
  })

  it('never makes one person both, and does not mind the order of the roster', () => {
    const one = fc.record({
      roles: fc.subarray(['chief', 'leader', 'officer', 'mediator', 'duty'] as const, { minLength: 1 }),
      villages: fc.subarray(['村一', '村二']),
      female: fc.boolean(),
      load: fc.integer({ min: 0, max: 9 }),
    })
    const roster = fc.array(one, { maxLength: 7 }).map((list) => list.map((each, i) => staff(`s${i}`, each)))
    const ask = fc.record({ level: fc.constantFrom(...LEVEL_CODES), category: fc.constantFrom(...SUB_CODES) })
    fc.assert(
      fc.property(roster, ask, (roster, ask) => {
        const suggestion = suggest(roster, given(ask))
        if (suggestion.officer !== null) expect(suggestion.officer).not.toBe(suggestion.leader)
        expect(suggest([...roster].reverse(), given(ask))).toEqual(suggestion)
      }),
      { numRuns: 5_000 },
    )
  })
})
