// 三调联动 as the article counts it, and which bodies a case is passed on to.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeSaid } from '../../flows/casework/hours-said.ts'
import { type Asked, FORCES, forceOf, forcesMissing, isThreeForce } from '../../flows/casework/joint.ts'
import { LEGAL_LIMITS } from '../../flows/casework/tables/legal-limits.ts'
import { SUB_CODES, TOP_CODES, TRACKS } from '../../flows/casework/tables/taxonomy.ts'
import { UNITS } from '../../flows/casework/tables/units.ts'
import { unitSaid, unitsFor } from '../../flows/casework/units.ts'

const asked: fc.Arbitrary<Asked> = fc.record({
  slot: fc.constantFrom(...FORCES, 'party' as const),
  personId: fc.constantFrom('p1', 'p2', null),
  came: fc.constantFrom(true, false, null),
})

test('counts only where somebody of each force was there who works here; more people never take it away', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 12 }), asked, (all, more) => {
      const there = (force: string) =>
        all.some(({ slot, personId, came }) => slot === force && personId !== null && came === true)
      expect(isThreeForce(all)).toBe(there('police') && there('cadre') && there('people'))
      if (isThreeForce(all)) expect(isThreeForce([...all, more])).toBe(true)
      expect(forcesMissing(all).every((force) => !there(force))).toBe(true)
    }),
  )
})

test('an elder whom both sides wanted is no force, and nor are the sides', () => {
  const came = true
  const three: Asked[] = FORCES.map((slot) => ({ slot, personId: slot, came }))
  expect(isThreeForce(three)).toBe(true)
  expect(isThreeForce([...three.slice(0, 2), { slot: 'people', personId: null, came }])).toBe(false)
  expect(isThreeForce([...three.slice(0, 2), { slot: 'party', personId: 'x', came }])).toBe(false)
  expect(isThreeForce(three.map((one, n) => ({ ...one, came: n === 0 ? null : true })))).toBe(false)
})

test('everybody sits for one force; who is an officer too sits for the police', () => {
  expect(forceOf(['mediator'])).toBe('people')
  expect(forceOf(['mediator', 'officer'])).toBe('police')
  for (const role of ['cadre', 'township', 'grid'] as const) expect(forceOf([role])).toBe('cadre')
  expect(forceOf(['external'])).toBeNull()
})

describe('bodies', () => {
  const first = (category: string, track: string | null = null, limits: string[] = []) =>
    unitsFor({ category, track, limits })[0]?.zh

  test('each kind of case has its own first', () => {
    expect(first('LB-WG', 'LAB')).toBe('县人社局（劳动监察）')
    expect(first('LF-GR', 'ADM')).toBe('县林草局')
    expect(first('LF-CL')).toBe('农村土地承包仲裁委')
    expect(first('TA-PI', 'TRM')).toBe('县交警大队')
    expect(first('SC-BU', 'CASE')).toBe('县教育局')
    expect(first('AD-PO')).toBe('县公安局督察（12389）')
    expect(first('CT-LN', 'COURT')).toBe('人民法庭')
    expect(
      unitsFor({ category: 'MF-DV', track: 'CASE', limits: ['domestic-violence'] }).map(({ zh }) => zh),
    ).toEqual(expect.arrayContaining(['县公安局', '县妇联', '人民法庭']))
    expect(unitsFor({ category: 'OT-00', track: null, limits: [] })).toEqual([])
  })

  test('the table names only codes that there are, and no name twice', () => {
    const subs: readonly string[] = SUB_CODES
    const limits: readonly string[] = LEGAL_LIMITS.map(({ code }) => code)
    const tops: readonly string[] = TOP_CODES
    const tracks: readonly string[] = TRACKS.map(({ code }) => code)
    for (const unit of UNITS) {
      for (const code of unit.subs) expect(subs, unit.code).toContain(code)
      for (const code of unit.tops) expect(tops, unit.code).toContain(code)
      for (const code of unit.limits) expect(limits, unit.code).toContain(code)
      for (const code of unit.tracks) expect(tracks, unit.code).toContain(code)
    }
    expect(new Set(UNITS.map(({ zh }) => zh)).size).toBe(UNITS.length)
    expect(unitSaid('县妇联').en).toBe("County Women's Federation")
    expect(unitSaid('某个单位')).toEqual({ zh: '某个单位', en: '某个单位' })
  })
})

test.each([
  ['10:30', '10:30'],
  ['下午3点', '15:00'],
  ['上午九点半', '09:30'],
  ['14点', '14:00'],
  ['3pm', '15:00'],
  ['中午12点', '12:00'],
  ['晚上七点四十', '19:40'],
  ['周六', null],
  ['25:00', null],
  ['9点到11点', null],
])('"%s" is %s', (said, clock) => expect(timeSaid(said)).toBe(clock))
