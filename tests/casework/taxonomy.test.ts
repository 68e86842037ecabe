import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LegalFacts, legalGate } from '../../flows/casework/legal-gate.ts'
import { inLanguage } from '../../flows/casework/said.ts'
import { LEGAL_LIMITS, type LimitCode } from '../../flows/casework/tables/legal-limits.ts'
import { RISK_CODES } from '../../flows/casework/tables/risk.ts'
import { SUB_CODES, TOP_CODES } from '../../flows/casework/tables/taxonomy.ts'
import {
  among,
  category,
  isDispute,
  isNeverAgreed,
  isOfficerLed,
  otherOf,
  topOf,
} from '../../flows/casework/taxonomy.ts'

describe('categories', () => {
  it('are found by their code', () => {
    expect(category('MF-EL')).toMatchObject({
      top: 'MF',
      name: { zh: '婚姻家庭·赡养' },
      defaultTrack: 'PM',
      moj15: 'MF',
      sichuanRow: '17',
    })
    expect(topOf('OT-00')).toBe('OT')
    expect(isDispute('ND-IQ')).toBe(false)
    expect(isDispute('OT-00')).toBe(true)
    expect(inLanguage(category('NB-NO').name, 'en')).toBe('Neighbours: Noise')
    expect(inLanguage(category('NB-NO').name, 'bo')).toBe('邻里·噪声扰民')
  })

  it('have an "other" of their own kind, or are left to a person', () => {
    for (const top of TOP_CODES) {
      const other = otherOf(top)
      expect(SUB_CODES).toContain(other)
      expect(other === 'OT-00' || topOf(other) === top).toBe(true)
    }
    expect(otherOf('NB')).toBe('NB-OT')
    expect(otherOf('AD')).toBe('OT-00')
  })

  it('belong to lists by their top code too', () => {
    expect(among('SC-BU', ['SC'])).toBe(true)
    expect(among('SC-BU', ['SC-AB'])).toBe(false)
  })

  it('are led by officers where someone must be protected', () => {
    expect(SUB_CODES.filter((code) => isOfficerLed(code))).toEqual([
      'MF-DV',
      'SC-BU',
      'SC-IN',
      'SC-AB',
      'SC-OT',
    ])
    for (const code of ['A07', 'A11', 'A12', 'B04'] as const) expect(isOfficerLed('MF-CP', [code])).toBe(true)
    expect(isOfficerLed('TD-PI', ['A08'])).toBe(false)
    expect(SUB_CODES.filter((code) => isNeverAgreed(code))).toEqual(['MF-DV', 'SC-AB'])
    expect(isNeverAgreed('OT-00', ['A07'])).toBe(true)
  })
})

describe('the legal gate', () => {
  const gate = (facts: Partial<LegalFacts>) => legalGate({ category: 'NB-WL', codes: [], ...facts })
  const limits = (facts: Partial<LegalFacts>): LimitCode[] => gate(facts).limits.map(({ code }) => code)

  it('leaves an ordinary dispute to the people’s mediators', () => {
    expect(gate({})).toEqual({ track: 'PM', mediable: true, askWilling: true, limits: [] })
  })

  it.each<[Partial<LegalFacts>, LimitCode[]]>([
    [{ codes: ['A02'] }, ['emergency']],
    [{ codes: ['A07'] }, ['emergency', 'crime']],
    [{ suspectedCrime: true }, ['crime']],
    [{ codes: ['A09'] }, ['public-security']],
    [{ category: 'MF-DV', codes: ['A08', 'A11'] }, ['domestic-violence']],
    [{ category: 'SC-BU', codes: ['B04'] }, ['minor']],
    [{ category: 'LB-IN' }, ['employment']],
    [{ category: 'LB-WG' }, ['migrant-wages']],
    [{ category: 'LF-CC' }, ['land-title']],
    [{ category: 'LF-BD' }, ['boundary']],
    [{ category: 'LF-CL' }, ['contracted-land']],
    [{ category: 'EX-ST' }, ['land-taking']],
    [{ category: 'EX-DS' }, []],
    [{ elsewhere: true }, ['elsewhere']],
    [{ specialOrgan: true }, ['special-organ']],
    [{ refusedBySome: true }, ['refused']],
    [{ category: 'AD-PO' }, ['about-police']],
    [{ unlawfulWish: true }, ['unlawful-wish']],
    [{ petition: true }, ['petition']],
  ])('%j runs into %j', (facts, codes) => {
    expect(limits(facts)).toEqual(codes)
  })

  it('asks nobody about settling violence, and proposes the track', () => {
    expect(gate({ category: 'MF-DV', codes: ['A11'] })).toMatchObject({
      track: 'CASE',
      mediable: false,
      askWilling: false,
    })
    expect(gate({ category: 'SC-BU', codes: ['B04'] })).toMatchObject({
      track: 'CASE',
      mediable: true,
      askWilling: false,
    })
    expect(gate({ category: 'LB-WG' })).toMatchObject({ track: 'LAB', mediable: true, askWilling: true })
    expect(gate({ category: 'LF-CC', codes: ['A02'] })).toMatchObject({ mediable: true, askWilling: false })
    expect(gate({ category: 'ND-IQ' })).toMatchObject({ track: 'NONE', mediable: false })
    expect(gate({ category: 'LB-WG', elsewhere: true }).track).toBe('NONE')
  })

  it('never offers to mediate what can never be agreed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SUB_CODES),
        fc.uniqueArray(fc.constantFrom(...RISK_CODES), { maxLength: 6 }),
        (category, codes) => {
          const { mediable, askWilling, limits } = legalGate({ category, codes })
          if (isNeverAgreed(category, codes)) expect(mediable).toBe(false)
          if (isOfficerLed(category, codes)) expect(askWilling).toBe(false)
          for (const limit of limits) expect(LEGAL_LIMITS).toContain(limit)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
