import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../flows/casework/calendar.ts'
import {
  caseFacts,
  caseFactsSchema,
  indicators,
  type KnownFacts,
  sinceHandled,
} from '../../flows/casework/facts.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import {
  daysToSpringFestival,
  festivalsAround,
  inSeason,
  nextStart,
  seasonsFor,
} from '../../flows/casework/season.ts'
import { RISK_CODES, type RiskCode } from '../../flows/casework/tables/risk.ts'
import { SUB_CODES } from '../../flows/casework/tables/taxonomy.ts'
import { when } from './when.ts'

const NOW = when('2026-11-25 10:00')
const found = (known: Partial<KnownFacts>, now = NOW): RiskCode[] =>
  indicators(caseFacts({ category: 'CT-LN', ...known }), now)

describe('indicators', () => {
  it('find nothing where nothing is known', () => {
    expect(found({})).toEqual([])
  })

  it.each<[string, Partial<KnownFacts>, RiskCode[]]>([
    ['9,999 yuan', { amountYuan: 9_999.99 }, []],
    ['10,000 yuan', { amountYuan: 10_000 }, ['C03']],
    ['50,000 yuan', { amountYuan: 50_000 }, ['C04']],
    ['100,000 yuan', { amountYuan: 100_000 }, ['C05']],
    ['two people', { headcount: 2 }, []],
    ['three people', { headcount: 3 }, ['D01']],
    ['ten people', { headcount: 10 }, ['D02']],
    ['thirty people', { headcount: 30 }, ['D03']],
    ['fifty people', { headcount: 50 }, ['D04']],
    ['a grudge of half a year', { grudgeYears: 0.5 }, []],
    ['a grudge of a year', { grudgeYears: 1 }, ['C06']],
    ['a grudge of three years', { grudgeYears: 3 }, ['C07']],
    ['a weapon', { weapon: true }, ['A02']],
    ['a serious injury', { injury: 'serious' }, ['A06']],
    ['a threat to kill', { threat: 'specific' }, ['A03']],
    ['a vague threat', { threat: 'vague' }, ['A10']],
    ['villages', { crossVillage: true }, ['D06']],
    ['townships', { crossTownship: true }, ['D07']],
    ['an old person', { vulnerable: ['elder'] }, ['B05']],
    ['somebody weak, not said who', { vulnerable: ['unspecified'] }, ['B05']],
    ['a child that looked on', { vulnerable: ['child-witness'] }, ['B07']],
    ['a child that was hurt', { vulnerable: ['minor'] }, ['B04']],
    ['a broken agreement', { broken: true }, ['E03']],
  ])('%s', (_, known, codes) => {
    expect(found(known)).toEqual(codes)
  })

  it.each<[KnownFacts['category'], RiskCode[]]>([
    ['MF-EL', ['C01']],
    ['NB-NO', ['C01']],
    ['LB-IN', ['C01']],
    ['MF-DV', ['A11', 'C01']],
    ['LF-WA', ['C02']],
    ['RL-CU', ['C08']],
    ['EX-ST', ['C09']],
    ['EX-DS', []],
    ['SC-BU', ['B04']],
    ['ND-IQ', []],
  ])('%s brings its own', (category, codes) => {
    expect(found({ category })).toEqual(codes)
  })

  it('take blows that go on for violence in progress, on the day they began', () => {
    expect(found({ ongoing: true })).toEqual([])
    expect(found({ ongoing: true, injury: 'minor' })).toEqual(['A01', 'A08'])
    expect(found({ ongoing: true, danger: ['A09'] })).toEqual(['A01', 'A09'])
    // S04: shown in a quarrel that goes on, and nobody was struck.
    expect(found({ ongoing: true, weapon: true })).toEqual(['A02'])
    expect(found({ ongoing: true, danger: ['A02'] })).toEqual(['A02'])
    expect(found({ ongoing: true, injury: 'minor', occurredAt: addDays(NOW, -3) })).toEqual(['A08'])
  })

  it('let nobody but an officer set what must be checked', () => {
    expect(found({ danger: ['B02', 'B03', 'G01', 'A13'] })).toEqual(['A13'])
    expect(found({ checked: ['B02', 'G03'] })).toEqual(['B02', 'G03'])
  })

  it('count reports of the last thirty days, and no pranks', () => {
    const reports = [0, 10, 20].map((days) => ({ at: addDays(NOW, -days) }))
    expect(found({ reports: reports.slice(0, 1) })).toEqual([])
    expect(found({ reports: reports.slice(0, 2) })).toEqual(['E01'])
    expect(found({ reports })).toEqual(['E02'])
    expect(found({ reports }, addDays(NOW, 15))).toEqual(['E01'])
    expect(found({ reports: reports.map((one) => ({ ...one, prank: true })) })).toEqual([])
  })

  it('see unpaid wages in the sixty days before Spring Festival', () => {
    const codes = (text: string) => found({ category: 'LB-WG' }, when(text)).filter((code) => code === 'F01')
    expect(codes('2026-12-07 12:00')).toEqual([])
    expect(codes('2026-12-08 00:00')).toEqual(['F01'])
    expect(codes('2027-02-06 23:59')).toEqual(['F01'])
    expect(codes('2027-02-07 00:00')).toEqual([])
    expect(found({ category: 'CT-LN' }, when('2027-01-20'))).not.toContain('F01')
  })

  it('see the collecting season and the days around a festival', () => {
    expect(found({ category: 'LF-CC' }, when('2027-04-14'))).not.toContain('F02')
    expect(found({ category: 'LF-CC' }, when('2027-04-15'))).toContain('F02')
    expect(found({ category: 'LF-CC' }, when('2027-09-30 23:59'))).toContain('F02')
    expect(found({ category: 'LF-CC' }, when('2027-10-01'))).not.toContain('F02')
    expect(found({ category: 'LF-GR' }, when('2027-06-01'))).not.toContain('F02')
    expect(found({}, when('2027-01-30'))).toEqual(['F03'])
    expect(found({}, when('2027-02-13 23:59'))).toEqual(['F03'])
    expect(found({}, when('2027-02-14'))).toEqual([])
  })

  it('never lose what is known when more becomes known', () => {
    const known = fc.record({
      category: fc.constantFrom(...SUB_CODES),
      amountYuan: fc.option(fc.integer({ min: 0, max: 200_000 })),
      headcount: fc.option(fc.integer({ min: 0, max: 80 })),
      danger: fc.uniqueArray(fc.constantFrom(...RISK_CODES), { maxLength: 4 }),
      now: fc.integer({ min: when('2024-01-01'), max: when('2032-12-31') }),
    })
    fc.assert(
      fc.property(known, fc.constantFrom(...RISK_CODES), ({ now, ...known }, more) => {
        const before = indicators(caseFacts(known), now)
        const after = indicators(caseFacts({ ...known, danger: [...known.danger, more] }), now)
        expect(after).toEqual(expect.arrayContaining(before))
        expect(new Set(after).size).toBe(after.length)
      }),
      { numRuns: 5_000 },
    )
  })

  it('survive JSON', () => {
    const facts = caseFacts({ category: 'LB-WG', headcount: 11 })
    expect(caseFactsSchema.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts)
    expect(caseFactsSchema.safeParse({ category: 'LB-WG', headcount: -1 }).success).toBe(false)
  })
})

describe('what is told again after an emergency was ended', () => {
  const told = (change: Partial<KnownFacts>): KnownFacts => ({ category: 'TD-PI', ...change })
  const ended = caseFacts(
    told({ injury: 'none', handled: { codes: ['A01', 'A08'], ongoing: true, injury: 'minor' } }),
  )

  it('leaves what was found there as it is', () => {
    expect(sinceHandled(told({ injury: 'minor', ongoing: true }), ended)).toMatchObject({
      injury: 'none',
      ongoing: false,
    })
  })

  it('counts where it is something else', () => {
    expect(sinceHandled(told({ injury: 'serious' }), ended)).toMatchObject({ injury: 'serious' })
    const quiet = caseFacts(told({ handled: { codes: ['A02'], ongoing: false, injury: null } }))
    expect(sinceHandled(told({ ongoing: true }), quiet)).toMatchObject({ ongoing: true })
    const never = told({ injury: 'minor', ongoing: true })
    expect(sinceHandled(never, caseFacts(told({})))).toEqual(never)
  })
})

describe('the year', () => {
  const [fungus, matsutake] = defaultRulebook.seasons as [
    (typeof defaultRulebook.seasons)[0],
    (typeof defaultRulebook.seasons)[0],
  ]

  it('knows when a season comes back', () => {
    expect(nextStart(fungus, when('2027-06-02'), defaultRulebook.calendar)).toBe('2028-04-15')
    expect(nextStart(fungus, when('2027-04-14'), defaultRulebook.calendar)).toBe('2027-04-15')
    expect(nextStart(fungus, when('2027-04-15'), defaultRulebook.calendar)).toBe('2028-04-15')
  })

  it('runs over the new year where a station says so', () => {
    const winter = { ...matsutake, from: '11-01', to: '02-28' }
    expect(inSeason(winter, '2026-12-31')).toBe(true)
    expect(inSeason(winter, '2026-11-01')).toBe(true)
    expect(inSeason(winter, '2026-10-31')).toBe(false)
    expect(inSeason(winter, '2027-01-01')).toBe(true)
    expect(inSeason(winter, '2027-02-28')).toBe(true)
    expect(inSeason(winter, '2027-03-01')).toBe(false)
  })

  it('holds two seasons in July', () => {
    expect(seasonsFor('LF-CC', when('2027-07-15'), defaultRulebook).map(({ code }) => code)).toEqual([
      'fungus',
      'matsutake',
    ])
  })

  it('counts forty days from S02 to Spring Festival, and none where the table ends', () => {
    expect(daysToSpringFestival(when('2026-12-28 18:05'), defaultRulebook)).toBe(40)
    expect(daysToSpringFestival(when('2027-02-07'), defaultRulebook)).toBeNull()
    expect(festivalsAround(when('2027-02-01'), defaultRulebook).map(({ zh }) => zh)).toEqual(['春节'])
  })
})
