// The agenda of a meeting that looks at risk: a case for each reason, the order, the days on which it is held, clusters.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgendaCase, agenda } from '../../flows/casework/agenda.ts'
import { DAY, HOUR } from '../../flows/casework/calendar.ts'
import { clusters, type Placed } from '../../flows/casework/clusters.ts'
import { daysAhead, meetingOn } from '../../flows/casework/meetings.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { WHYS } from '../../flows/casework/tables/agenda.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'

const NOW = Date.parse('2026-11-30T09:00:00+08:00')

/** Nothing speaks for it: young, BLUE, in time, at peace. */
const quiet = (more: Partial<AgendaCase> = {}): AgendaCase => ({
  dispute: 'd',
  number: 'RD-2026-0001',
  level: 'BLUE',
  category: 'NB-WL',
  village: 'jia',
  state: 'MEDIATING',
  filedAt: NOW - DAY,
  updatedAt: NOW - HOUR,
  contactedAt: NOW - DAY,
  contactBy: NOW + DAY,
  targetAt: NOW + 5 * DAY,
  dutiesLate: 0,
  revisitsLate: 0,
  verdict: 'kept',
  surface: 0,
  repeated: false,
  alike: 0,
  uneasy: false,
  plansLate: 0,
  decisionsLate: 0,
  left: false,
  reviewedAt: null,
  ...more,
})
const whyOf = (more: Partial<AgendaCase>, recent: Placed[] = [], now = NOW) =>
  agenda([quiet(more)], recent, now, defaultRulebook).items[0]?.why ?? []

const TABLE: readonly (readonly [
  why: string,
  more: Partial<AgendaCase>,
  near: Partial<AgendaCase> | null,
])[] = [
  ['emergency', { state: 'EMERGENCY' }, { state: 'SCREENING' }],
  ['red', { level: 'RED', filedAt: NOW - HOUR }, { level: 'YELLOW' }],
  ['orange', { level: 'ORANGE' }, { level: 'YELLOW' }],
  ['uneasy', { uneasy: true }, null],
  ['plan-late', { plansLate: 1 }, null],
  [
    'contact-late',
    { state: 'CLAIMED', contactedAt: null, contactBy: NOW },
    { state: 'CLAIMED', contactedAt: null },
  ],
  ['contact-late', { state: 'DRAFT', contactedAt: null, contactBy: NOW - DAY }, { contactBy: NOW - DAY }],
  ['target-late', { targetAt: NOW }, { targetAt: NOW + 1 }],
  ['target-late', { state: 'SUSPENDED', targetAt: NOW - DAY }, { state: 'PERFORMING', targetAt: NOW - DAY }],
  ['duty-late', { dutiesLate: 1 }, null],
  ['revisit-late', { revisitsLate: 2 }, null],
  ['decision-late', { decisionsLate: 1 }, null],
  ['accounts-differ', { verdict: 'accounts-differ' }, { verdict: 'one-side-silent' }],
  ['surface', { surface: 30 }, { surface: 29 }],
  ['repeated', { repeated: true }, null],
  ['alike', { alike: 1 }, null],
  ['left', { left: true }, null],
  // BLUE is looked at every month, counted to the end of the day.
  ['review', { filedAt: NOW - 30 * DAY + 10 * HOUR }, { filedAt: NOW - 29 * DAY + 10 * HOUR }],
  [
    'review',
    { filedAt: NOW - 60 * DAY, reviewedAt: NOW - 30 * DAY },
    { filedAt: NOW - 60 * DAY, reviewedAt: NOW - DAY },
  ],
]

test.each(TABLE)('%s', (why, more, near) => {
  expect(whyOf(more)).toEqual([why])
  expect(whyOf(near ?? {})).toEqual([])
})

test('wages stand on it from sixty days before Spring Festival, by day', () => {
  const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
  const wages = (day: string) =>
    whyOf(
      { category: 'LB-WG', filedAt: at(day), contactBy: at(day) + DAY, targetAt: at(day) + DAY },
      [],
      at(day),
    )
  expect(wages('2026-12-07')).toEqual([])
  expect(wages('2026-12-08')).toEqual(['wage'])
  // No festival ahead is known: nothing to come before.
  expect(wages('2027-02-07')).toEqual([])
})

test('what is collected stands on it in its season and the days before', () => {
  const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
  const fungus = (day: string) =>
    whyOf(
      { category: 'LF-CC', filedAt: at(day), contactBy: at(day) + DAY, targetAt: at(day) + DAY },
      [],
      at(day),
    )
  expect(fungus('2027-03-31')).toEqual([])
  expect(fungus('2027-04-01')).toEqual(['season'])
  expect(fungus('2027-06-10')).toEqual(['season'])
  expect(fungus('2027-10-01')).toEqual([])
})

test('each reason of the table is named in both languages, and none is missing from this test', () => {
  for (const { zh, en } of WHYS) expect([zh.length > 0, /^[a-z0-9 ]+$/i.test(en)]).toEqual([true, true])
  const tried = new Set([...TABLE.map(([why]) => why), 'wage', 'season', 'cluster'])
  expect([...tried].sort()).toEqual(WHYS.map(({ code }) => code).sort())
})

describe('three of a kind in a village within thirty days', () => {
  const one = (dispute: string, more: Partial<Placed> = {}): Placed => ({
    dispute,
    village: 'jia',
    category: 'NB-WL',
    filedAt: NOW - DAY,
    ...more,
  })
  const three = [one('d'), one('e', { category: 'NB-NO' }), one('f', { filedAt: NOW - 29 * DAY })]

  test('make a cluster, and each that is open stands on the agenda', () => {
    expect(clusters(three, NOW)).toEqual([{ village: 'jia', top: 'NB', cases: ['d', 'e', 'f'] }])
    expect(whyOf({}, three)).toEqual(['cluster'])
  })

  test.each([
    ['only two', three.slice(0, 2)],
    ['one of another village', [...three.slice(0, 2), one('f', { village: 'yi' })]],
    ['one of no village', [...three.slice(0, 2), one('f', { village: null })]],
    ['one of another kind', [...three.slice(0, 2), one('f', { category: 'LB-WG' })]],
    ['one too long ago', [...three.slice(0, 2), one('f', { filedAt: NOW - 30 * DAY })]],
  ])('do not where there is %s', (_, all) => {
    expect(clusters(all, NOW)).toEqual([])
    expect(whyOf({}, all)).toEqual([])
  })
})

test('the most urgent first: level, then what weighs most, then how much, then how long', () => {
  const cases = [
    quiet({ number: '7', level: 'BLUE', left: true }),
    quiet({ number: '4', level: 'ORANGE', updatedAt: NOW - DAY }),
    quiet({ number: '2', level: 'ORANGE', uneasy: true }),
    quiet({ number: '1', level: 'RED' }),
    quiet({ number: '3', level: 'ORANGE', repeated: true }),
    quiet({ number: '5', level: 'ORANGE' }),
    quiet({ number: '6', level: 'YELLOW', dutiesLate: 1 }),
    quiet({ number: '8', level: 'RED', state: 'CLOSED' }),
  ]
  const told = agenda(cases, [], NOW, defaultRulebook).items
  expect(told.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  const daily = agenda(cases, [], NOW, defaultRulebook, { redOnly: true }).items
  expect(daily.map(({ number }) => number)).toEqual(['1'])
})

test('whatever the cases: RED and ORANGE always, nothing without a reason, nothing that has ended, levels never rise', () => {
  const some = fc.record({
    level: fc.constantFrom(...LEVEL_CODES),
    state: fc.constantFrom('MEDIATING', 'CLOSED', 'PERFORMING', 'EMERGENCY', 'MERGED', 'REFERRED'),
    uneasy: fc.boolean(),
    alike: fc.nat(2),
    dutiesLate: fc.nat(1),
    updatedAt: fc.integer({ min: NOW - 90 * DAY, max: NOW }),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (all) => {
      const cases = all.map((one, i) =>
        quiet({ ...(one as Partial<AgendaCase>), dispute: `d${i}`, number: `${i}` }),
      )
      const { items } = agenda(cases, [], NOW, defaultRulebook)
      const open = cases.filter(({ state }) => state !== 'CLOSED' && state !== 'MERGED')
      const grave = open.filter(({ level }) => level === 'RED' || level === 'ORANGE')
      for (const { dispute } of grave) expect(items.map((one) => one.dispute)).toContain(dispute)
      for (const { why, dispute } of items) {
        expect(why.length).toBeGreaterThan(0)
        expect(open.map((one) => one.dispute)).toContain(dispute)
      }
      const ranks = items.map(({ level }) => LEVEL_CODES.indexOf(level))
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    }),
    { numRuns: 200 },
  )
})

describe('when it is held', () => {
  const none = { red: false, days: [] }
  const race = { day: '2026-12-10', zh: '赛马节', en: 'Horse race' }
  test('on Mondays, daily while a case is RED', () => {
    expect(meetingOn('2026-11-30', none, defaultRulebook)).toBe('weekly')
    expect(meetingOn('2026-12-01', none, defaultRulebook)).toBeNull()
    expect(meetingOn('2026-12-01', { ...none, red: true }, defaultRulebook)).toBe('daily')
    const friday = { ...defaultRulebook, assessment: { ...defaultRulebook.assessment, weekday: 5 } }
    expect(meetingOn('2026-12-04', none, friday)).toBe('weekly')
  })

  test('a week before a festival, once for one of several days', () => {
    const days = [race, { ...race, day: '2026-12-11' }]
    expect(meetingOn('2026-12-03', { red: true, days }, defaultRulebook)).toBe('festival')
    expect(meetingOn('2026-12-04', { red: false, days }, defaultRulebook)).toBeNull()
  })

  test('two weeks before a collecting season', () => {
    expect(meetingOn('2027-04-01', none, defaultRulebook)).toBe('season')
    expect(meetingOn('2027-04-02', none, defaultRulebook)).toBeNull()
  })

  test('days ahead are shown nearest first, each once', () => {
    expect(daysAhead('2026-12-03', [race, race, { ...race, day: '2026-12-02' }], defaultRulebook)).toEqual([
      race,
    ])
    expect(daysAhead('2027-04-10', [], defaultRulebook)).toMatchObject([
      { day: '2027-04-15', zh: '虫草采集季开始' },
    ])
  })
})
