import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { override, type Patch } from '../../flows/casework/override.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import { grade } from '../../flows/casework/risk.ts'
import { defaultRulebook, rulebookSchema } from '../../flows/casework/rulebook.ts'
import { nonsense } from '../../flows/casework/rulebook-check.ts'
import { isKeyWatch, isWatched } from '../../flows/casework/taxonomy.ts'
import { allowed } from './duty.ts'
import { when } from './when.ts'

const BY = { who: 'chief-1', when: when('2026-11-25'), why: '所里定的' }

describe('the rulebook', () => {
  it('starts from rules that make sense and survive JSON', () => {
    expect(rulebookSchema.parse(JSON.parse(JSON.stringify(defaultRulebook)))).toEqual(defaultRulebook)
    expect(nonsense(defaultRulebook)).toBeNull()
    expect(defaultRulebook.festivals.map(({ date }) => date)).toEqual(['2027-02-06'])
    expect(defaultRulebook.keyWatch).toEqual(['MF', 'NB', 'LB'])
  })

  it('reads what was kept before zones and days to avoid were known', () => {
    const { avoid: _, calendar, ...kept } = defaultRulebook
    const { zone: __, ...fixed } = calendar
    expect(rulebookSchema.parse({ ...kept, calendar: fixed })).toEqual(defaultRulebook)
  })

  it('becomes a new version with who, when, why and what', () => {
    const changed = allowed(override(defaultRulebook, { risk: { points: { A10: 20 } }, graceDays: 2 }, BY))
    expect(changed).toMatchObject({ version: 'r2', graceDays: 2 })
    expect(changed.versions).toEqual([
      {
        version: 'r2',
        ...BY,
        changed: [
          { path: 'risk.points.A10', from: 15, to: 20 },
          { path: 'graceDays', from: 0, to: 2 },
        ],
      },
    ])
    expect(defaultRulebook.risk.points.A10).toBe(15)
    expect(grade({ codes: ['A10'] }, changed)).toMatchObject({ score: 20, version: 'r2' })
    const again = allowed(override(changed, { keyWatch: ['MF', 'NB', 'LB', 'HS-OW'] }, BY))
    expect(again.version).toBe('r3')
    expect(again.versions).toHaveLength(2)
    expect(isKeyWatch('HS-OW', again)).toBe(true)
    expect(isWatched('LF-GR', again)).toBe(true)
    expect(isWatched('CT-LN', again)).toBe(false)
  })

  it('takes next year’s festival and new implied categories', () => {
    const festivals = [
      ...defaultRulebook.festivals,
      { kind: 'festival' as const, zh: '赛马节', en: 'Horse festival', date: '2027-08-01' },
    ]
    expect(allowed(override(defaultRulebook, { festivals }, BY)).festivals).toHaveLength(2)
    expect(allowed(override(defaultRulebook, { implied: { B05: ['MF-EL'] } }, BY)).implied.B05).toEqual([
      'MF-EL',
    ])
  })

  it.each<[string, unknown, string]>([
    ['thresholds upside down', { risk: { thresholds: { ORANGE: 60 } } }, 'nonsense'],
    ['a BLUE above nought', { risk: { thresholds: { BLUE: 5 } } }, 'nonsense'],
    ['a discount that adds', { risk: { points: { G01: 5 } } }, 'nonsense'],
    ['a danger that takes off', { risk: { points: { A08: -5 } } }, 'nonsense'],
    ['more money scoring less', { risk: { points: { C05: 5 } } }, 'nonsense'],
    ['a cap below nought', { risk: { caps: { A: -1 } } }, 'nonsense'],
    ['a floor above nought', { risk: { discountFloor: 5 } }, 'nonsense'],
    ['RED slower than ORANGE', { levels: { RED: { accept: { n: 40, unit: 'minute' } } } }, 'nonsense'],
    ['ORANGE without a meeting', { levels: { ORANGE: { faceToFace: { n: 9, unit: 'day' } } } }, 'nonsense'],
    ['YELLOW met whenever', { levels: { BLUE: { faceToFace: null } } }, 'nonsense'],
    ['revisits twice a day', { levels: { BLUE: { revisitDays: [7, 7] } } }, 'nonsense'],
    [
      'Spring Festival too early',
      { festivals: [{ kind: 'spring-festival', zh: '春节', en: 'SF', date: '2027-01-19' }] },
      'nonsense',
    ],
    [
      'Spring Festival too late',
      { festivals: [{ kind: 'spring-festival', zh: '春节', en: 'SF', date: '2027-02-22' }] },
      'nonsense',
    ],
    ['revisits from the middle of quiet hours', { revisitHours: { from: '07:59', to: '20:00' } }, 'nonsense'],
    ['revisits out of order', { levels: { BLUE: { revisitDays: [30, 7] } } }, 'nonsense'],
    ['a surface signal below nought', { surface: { points: { SR1: -1 } } }, 'nonsense'],
    ['surface thresholds out of order', { surface: { thresholds: { watch: 40 } } }, 'nonsense'],
    ['work that ends before it begins', { calendar: { work: { from: '18:00', to: '09:00' } } }, 'nonsense'],
    ['no working day', { calendar: { work: { days: [] } } }, 'nonsense'],
    ['revisits at night', { revisitHours: { from: '09:00', to: '22:00' } }, 'nonsense'],
    ['revisits in one hour', { revisitHours: { from: '09:00', to: '10:00' } }, 'nonsense'],
    [
      'a day both free and worked',
      { calendar: { holidays: ['2026-10-01'], extraWorkDays: ['2026-10-01'] } },
      'nonsense',
    ],
    [
      'Spring Festival in summer',
      { festivals: [{ kind: 'spring-festival', zh: '春节', en: 'Spring Festival', date: '2027-06-02' }] },
      'nonsense',
    ],
    [
      'a festival twice',
      { festivals: [...defaultRulebook.festivals, ...defaultRulebook.festivals] },
      'nonsense',
    ],
    ['a season twice', { seasons: [...defaultRulebook.seasons, ...defaultRulebook.seasons] }, 'nonsense'],
    ['RED without a visit first', { levels: { RED: { modes: { first: 'call' } } } }, 'nonsense'],
    ['ORANGE without a visit last', { levels: { ORANGE: { modes: { last: 'chat' } } } }, 'nonsense'],
    ['YELLOW all in chat', { levels: { YELLOW: { modes: { last: 'chat' } } } }, 'nonsense'],
    [
      'a harvest that ends before it begins',
      { avoid: [{ zh: '收青稞', en: 'harvest', from: '2026-08-18', to: '2026-08-10' }] },
      'nonsense',
    ],
    [
      'people left alone every day',
      { avoid: [{ zh: '农忙', en: 'busy', weekdays: [1, 2, 3, 4, 5] }] },
      'nonsense',
    ],
    [
      'people left alone for a fortnight',
      { avoid: [{ zh: '收青稞', en: 'harvest', from: '2026-08-10', to: '2026-08-23' }] },
      'nonsense',
    ],
    [
      'people left alone for a fortnight every year, by two entries',
      {
        avoid: [
          { zh: '年节', en: 'new year', from: '12-25', to: '01-03' },
          { zh: '赶集', en: 'markets', weekdays: [1, 2, 4, 5] },
        ],
      },
      'nonsense',
    ],
    [
      'a date to avoid that does not exist',
      { avoid: [{ zh: '节', en: 'x', from: '13-01', to: '13-02' }] },
      'wrong-value',
    ],
    ['no such zone', { calendar: { zone: 'Mars/Olympus' } }, 'wrong-value'],
    ['a distance for a zone', { calendar: { zone: '+08:00' } }, 'wrong-value'],
    ['no such rule', { risk: { point: {} } }, 'unknown-rule'],
    ['no such indicator', { risk: { points: { Z99: 1 } } }, 'unknown-rule'],
    ['a version of its own', { version: 'mine' }, 'unknown-rule'],
    ['a prototype', JSON.parse('{"__proto__":{"graceDays":9}}'), 'unknown-rule'],
    ['a day that does not exist', { calendar: { holidays: ['2026-02-30'] } }, 'wrong-value'],
    ['an hour that does not exist', { calendar: { quiet: { from: '25:00' } } }, 'wrong-value'],
    ['no such category', { keyWatch: ['XX'] }, 'wrong-value'],
    ['an implied code that is none', { implied: { Z99: ['MF'] } }, 'wrong-value'],
    ['a word for a number', { graceDays: '3' }, 'wrong-value'],
    ['nothing', {}, 'no-change'],
    ['the same again', { graceDays: 0 }, 'no-change'],
  ])('refuses %s in one sentence', (_, patch, why) => {
    const refused = override(defaultRulebook, patch as Patch, BY)
    if (!isRefused(refused)) throw new Error('it was allowed')
    expect(refused.refused).toBe(why)
    expect(refused.say.zh).toMatch(/^[^。]+。$/)
    expect(refused.say.en).toMatch(/\.$/)
  })

  it('wants a name and a reason', () => {
    expect(override(defaultRulebook, { graceDays: 1 }, { ...BY, who: ' ' })).toMatchObject({
      refused: 'unsigned',
    })
    expect(override(defaultRulebook, { graceDays: 1 }, { ...BY, why: '' })).toMatchObject({
      refused: 'unsigned',
    })
  })

  it('accepts quiet hours around noon, or none at all', () => {
    const noon = { calendar: { quiet: { from: '12:00', to: '14:00' } } }
    expect(isRefused(override(defaultRulebook, noon, BY))).toBe(true)
    expect(
      isRefused(override(defaultRulebook, { ...noon, revisitHours: { from: '14:00', to: '20:00' } }, BY)),
    ).toBe(false)
    expect(
      isRefused(override(defaultRulebook, { ...noon, revisitHours: { from: '09:00', to: '12:00' } }, BY)),
    ).toBe(false)
    expect(
      isRefused(override(defaultRulebook, { calendar: { quiet: { from: '00:00', to: '00:00' } } }, BY)),
    ).toBe(false)
  })

  it.each<[string, Patch]>([
    [
      'the earliest Spring Festival',
      { festivals: [{ kind: 'spring-festival', zh: '春节', en: 'SF', date: '2027-01-20' }] },
    ],
    [
      'the latest Spring Festival',
      { festivals: [{ kind: 'spring-festival', zh: '春节', en: 'SF', date: '2027-02-21' }] },
    ],
    [
      'any other festival in summer',
      { festivals: [{ kind: 'festival', zh: '赛马节', en: 'Horses', date: '2027-08-01' }] },
    ],
    [
      'market days, a harvest and a feast over the new year',
      {
        avoid: [
          { zh: '赶集', en: 'market day', weekdays: [3] },
          { zh: '收青稞', en: 'barley harvest', from: '2026-08-10', to: '2026-08-16' },
          { zh: '年节', en: 'new year', from: '12-29', to: '01-03' },
        ],
      },
    ],
    ['a zone where clocks are changed', { calendar: { zone: 'Europe/Berlin' } }],
    ['two sums that weigh the same', { risk: { points: { C03: 10 } } }],
    ['a discount of nothing', { risk: { points: { G01: 0 }, discountFloor: 0 } }],
    ['a cap of nothing', { risk: { caps: { F: 0 } } }],
    ['revisits right up to the quiet hours', { revisitHours: { from: '08:00', to: '21:00' } }],
    ['equal limits', { levels: { RED: { accept: { n: 30, unit: 'minute' } } } }],
    ['a RED case met within a day', { levels: { RED: { faceToFace: { n: 24, unit: 'hour' } } } }],
  ])('takes %s', (_, patch) => {
    expect(isRefused(override(defaultRulebook, patch, BY))).toBe(false)
  })

  it('never lets nonsense through, whatever the patch', () => {
    const patch = fc.record(
      {
        risk: fc.record({
          thresholds: fc.record(
            { RED: fc.integer({ min: 0, max: 99 }), ORANGE: fc.integer({ min: 0, max: 99 }) },
            { requiredKeys: [] },
          ),
        }),
        graceDays: fc.integer({ min: -2, max: 80 }),
        levels: fc.record({
          RED: fc.record({ revisitDays: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 5 }) }),
        }),
        revisitHours: fc.record({
          from: fc.constantFrom('07:00', '09:00', '19:00'),
          to: fc.constantFrom('10:00', '20:00', '21:00', '23:00'),
        }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(patch, (patch) => {
        const result = override(defaultRulebook, patch, BY)
        if (isRefused(result)) return
        expect(rulebookSchema.safeParse(result).success).toBe(true)
        expect(nonsense(result)).toBeNull()
        expect(result.versions.at(-1)!.changed.length).toBeGreaterThan(0)
      }),
      { numRuns: 5_000 },
    )
  })
})
