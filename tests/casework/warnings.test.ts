// The twenty-two warnings: each fires, repeats as its rule says and stops; and none is ever given twice.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE } from '../../flows/casework/calendar.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { defaultRulebook, type Rulebook } from '../../flows/casework/rulebook.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'
import { STATES, type State } from '../../flows/casework/tables/life-cycle.ts'
import { SOURCES } from '../../flows/casework/tables/source.ts'
import { CASE_RULES, MACHINE_RULES, NAMES, STATION_RULES } from '../../flows/casework/warnings/index.ts'
import { reasonSaid } from '../../flows/casework/warnings/reasons.ts'
import { warningLines } from '../../flows/casework/warnings/said.ts'
import type {
  CaseWatched,
  Linked,
  Listed,
  MachineWatched,
  Rule,
  StationWatched,
  To,
  Warning,
  WarningCode,
} from '../../flows/casework/warnings/types.ts'

const at = (day: string, clock = '10:00'): Instant => Date.parse(`${day}T${clock}:00+08:00`)
/** A Wednesday. */
const START = at('2026-11-25')
const rules: Rulebook = defaultRulebook

const wall: CaseWatched = {
  id: 'd1',
  number: 'RD-2026-0001',
  state: 'MEDIATING',
  level: 'YELLOW',
  category: 'NB-WL',
  village: 'jia',
  track: 'PM',
  source: 'chat',
  filedAt: START,
  lastEntryAt: START,
  standstillTold: 0,
  emergency: null,
  accept: null,
  contact: null,
  target: null,
  duties: [],
  tasks: [],
  confirmable: null,
  limits: [],
  reports: [START],
  links: [],
  reopenedAt: null,
  referral: null,
  voices: [],
  surface: null,
  paper: null,
}
const listed: Listed = {
  id: 'd1',
  number: 'RD-2026-0001',
  state: 'MEDIATING',
  level: 'YELLOW',
  category: 'NB-WL',
  village: 'jia',
  filedAt: START,
}
const quiet: StationWatched = { cases: [], days: [], villages: [{ code: 'jia', name: '甲村' }] }
const linked: Linked = {
  id: 'd0',
  number: 'RD-2026-0000',
  kind: 'maybe-same',
  state: 'MEDIATING',
  level: 'YELLOW',
  source: 'chat',
  filedAt: START - DAY,
  closedAt: null,
}

/** One look: the facts of that moment, and what must be given then: to whom, or nothing. */
type Look<Facts> = readonly [when: Instant, facts: Partial<Facts>, given: readonly To[]]
/** How often it was given. */
type Script = { play(): number }

/** Plays a rule as the books do: facts that hold from one look to the next, and each slot given once. */
function script<Facts extends object>(
  rule: Rule<Facts> | undefined,
  base: Facts,
  looks: readonly Look<Facts>[],
): Script {
  return {
    play() {
      if (!rule) throw new Error('no such rule')
      const slots = new Set<string>()
      let facts = base
      for (const [when, change, given] of looks) {
        facts = { ...facts, ...change }
        // Twice, as two processes may: the second finds the slots taken.
        const once = fresh(rule.rule(facts, when, rules), slots)
        expect(fresh(rule.rule(facts, when, rules), slots), new Date(when).toISOString()).toEqual([])
        expect(
          once.map(({ to }) => to),
          new Date(when).toISOString(),
        ).toEqual(given)
        for (const one of once) {
          expect(one.code).toBe(rule.code)
          expect(one.reasons.length).toBeGreaterThan(0)
          if (one.next !== null) expect(one.next).toBeGreaterThan(when)
        }
      }
      return slots.size
    },
  }
}

function fresh(all: readonly Warning[], slots: Set<string>): Warning[] {
  const found = all.filter(({ slot }) => !slots.has(slot))
  for (const { slot } of found) slots.add(slot)
  return found
}

const caseRule = (code: WarningCode) => CASE_RULES.find((one) => one.code === code)
const stationRule = (code: WarningCode) => STATION_RULES.find((one) => one.code === code)
const OFFICER: To = { own: ['officer'] }
const LEADER: To = { own: ['leader'] }
const BOTH: To = { own: ['officer', 'leader'] }
const later = (hours: number): Instant => START + hours * HOUR
const days = (n: number): Instant => START + n * DAY

const emergency = { at: START, taken: false }
const accept = { from: START, by: later(4) }
const until60 = at('2027-01-24', '23:59')
const lab = { code: 'T-LAB-1Y', from: START - 305 * DAY, until: until60 }
const wage: Listed = { ...listed, category: 'LB-WG' }
const grave: Listed = { ...listed, level: 'ORANGE' }
const WAGES: To = { roles: ['chief', 'township'] }
const FIRST: To = { roles: ['duty', 'chief'], own: ['officer', 'leader'] }
const paper = { agreement: 'a1', at: START, kept: false }
const voice = { id: 'f1', at: START, heard: false, risky: false }
const fungus: Listed = { ...listed, category: 'LF-CC', state: 'CLOSED', filedAt: at('2025-06-01') }

const SCRIPTS: { readonly [C in WarningCode]: Script } = {
  W01: script(caseRule('W01'), { ...wall, state: 'EMERGENCY', level: 'RED', emergency }, [
    [START, {}, [FIRST]],
    [START + MINUTE, {}, []],
    [START + 2 * MINUTE, {}, [FIRST]],
    [START + 4 * MINUTE, {}, [{ own: BOTH.own!, roles: ['duty', 'chief', 'leader', 'officer'] }]],
    [START + 6 * MINUTE, {}, [{ own: BOTH.own!, roles: ['duty', 'chief', 'leader', 'officer', 'township'] }]],
    [START + 8 * MINUTE, { emergency: { at: START, taken: true } }, []],
  ]),
  W02: script(caseRule('W02'), { ...wall, state: 'ASSIGNED', accept }, [
    [later(3.9), {}, []],
    [later(4), {}, [OFFICER]],
    [later(5), {}, []],
    [later(6), {}, [BOTH]],
    [later(8), {}, [{ ...BOTH, roles: ['chief'] }]],
    [later(12), {}, [{ ...BOTH, roles: ['chief', 'township'] }]],
    [later(40), {}, []],
    [later(41), { state: 'CLAIMED' }, []],
  ]),
  W03: script(caseRule('W03'), { ...wall, state: 'CLAIMED', contact: { by: later(24), made: false } }, [
    [later(23), {}, []],
    [later(24), {}, [BOTH]],
    [later(47), {}, []],
    [later(48), {}, [BOTH]],
    // After an outage once, not for each day of it.
    [later(200), {}, [BOTH]],
    [later(224), { contact: { by: later(24), made: true } }, []],
  ]),
  W04: script(caseRule('W04'), wall, [
    [days(7) - 1, {}, []],
    [days(7), {}, [OFFICER]],
    [at('2026-12-03', '08:59'), { standstillTold: 1 }, []],
    [at('2026-12-03', '09:00'), {}, [BOTH]],
    [at('2026-12-04', '09:00'), { standstillTold: 2 }, [BOTH]],
    // Something was written.
    [at('2026-12-05', '09:00'), { lastEntryAt: at('2026-12-04', '12:00'), standstillTold: 0 }, []],
    [at('2026-12-11', '12:00'), {}, [OFFICER]],
    [at('2026-12-12', '12:00'), { state: 'PERFORMING' }, []],
  ]),
  W05: script(caseRule('W05'), { ...wall, target: days(15) }, [
    [days(9), {}, []],
    [days(10), {}, [OFFICER]],
    [days(13), {}, []],
    [days(14), {}, [OFFICER]],
    [days(15), {}, [BOTH]],
    [days(20), {}, []],
    // A month of people's mediation has limits of its own.
    [days(25), { limits: [{ code: 'T-PM-30', from: START, until: days(30) }] }, [OFFICER]],
    [days(31), {}, []],
    [days(31), { state: 'FAILED' }, []],
  ]),
  W06: script(
    caseRule('W06'),
    { ...wall, state: 'PERFORMING', duties: [{ no: 2, dueAt: at('2026-12-20', '23:59') }] },
    [
      [at('2026-12-17', '08:59'), {}, []],
      [at('2026-12-17', '09:00'), {}, [{ own: ['debtor'] }]],
      [at('2026-12-20', '09:00'), {}, [{ own: ['debtor'] }]],
      [at('2026-12-21', '09:00'), {}, [OFFICER]],
      [at('2026-12-25', '09:00'), {}, []],
      [at('2026-12-25', '10:00'), { duties: [] }, []],
    ],
  ),
  W07: script(caseRule('W07'), { ...wall, state: 'REVISITING', tasks: [{ id: 'r1', since: START }] }, [
    [START, {}, [{ ...OFFICER, roles: [] }]],
    [days(1), {}, [{ ...OFFICER, roles: [] }]],
    [days(2), {}, [{ ...LEADER, roles: [] }]],
    [days(2) + HOUR, {}, []],
    // Asked at last.
    [days(5), { tasks: [] }, []],
  ]),
  W08: script(
    caseRule('W08'),
    { ...wall, state: 'PERFORMING', confirmable: { agreement: 'a1', until: at('2026-12-25', '23:59') } },
    [
      [at('2026-12-09', '12:00'), {}, []],
      [at('2026-12-10', '06:00'), {}, [{ own: ['mediator', 'sides'] }]],
      [at('2026-12-17', '06:00'), {}, []],
      [at('2026-12-18', '06:00'), {}, [{ own: ['mediator', 'sides'] }]],
      [at('2026-12-23', '06:00'), {}, [{ own: ['mediator', 'sides'] }]],
      [at('2026-12-26', '06:00'), {}, []],
      [at('2026-12-26', '07:00'), { confirmable: null }, []],
    ],
  ),
  W09: script(caseRule('W09'), { ...wall, category: 'LB-WG', limits: [lab] }, [
    [at('2026-11-24', '06:00'), {}, []],
    [at('2026-11-25', '06:00'), {}, [{ own: ['officer', 'sides'] }]],
    [at('2026-12-24', '06:00'), {}, []],
    [at('2026-12-25', '06:00'), {}, [{ own: ['officer', 'sides'] }]],
    [at('2027-01-17', '06:00'), {}, [{ own: ['officer', 'sides'] }]],
    [at('2027-01-25', '06:00'), {}, []],
    [at('2027-01-26', '06:00'), { limits: [] }, []],
  ]),
  W10: script(stationRule('W10'), { ...quiet, cases: [wage] }, [
    [at('2026-12-07', '08:30'), {}, []],
    // Sixty days before 6 February; then weekly, and 30, 15 and 7 days before.
    [at('2026-12-08', '08:30'), {}, [WAGES]],
    [at('2026-12-09', '08:30'), {}, []],
    [at('2026-12-15', '08:30'), {}, [WAGES]],
    [at('2027-01-05', '08:30'), {}, [WAGES]],
    [at('2027-01-07', '08:30'), {}, [WAGES]],
    [at('2027-01-22', '08:30'), {}, [WAGES]],
    [at('2027-01-30', '08:30'), {}, [WAGES]],
    [at('2027-02-02', '08:30'), { cases: [{ ...wage, state: 'CLOSED' }] }, []],
    [at('2027-02-07', '08:30'), { cases: [wage] }, []],
  ]),
  W11: script(stationRule('W11'), { ...quiet, cases: [fungus] }, [
    [at('2027-03-15', '08:30'), {}, []],
    [at('2027-03-16', '08:30'), {}, [WAGES]],
    [at('2027-04-07', '08:30'), {}, []],
    [at('2027-04-08', '08:30'), {}, [WAGES]],
    [at('2027-04-16', '08:30'), {}, []],
    // Older than three years.
    [at('2028-06-05', '08:30'), {}, []],
  ]),
  W12: script(
    stationRule('W12'),
    {
      ...quiet,
      cases: [grave],
      days: [
        { day: '2026-12-10', zh: '赛马节', en: 'Horse race' },
        { day: '2026-12-11', zh: '赛马节', en: 'Horse race' },
      ],
    },
    [
      [at('2026-12-02', '08:30'), {}, []],
      // The second day of it is no day of its own.
      [at('2026-12-03', '08:30'), {}, [{ roles: ['chief'] }]],
      [at('2026-12-04', '08:30'), {}, []],
      [at('2026-12-12', '08:30'), {}, []],
      [at('2027-01-30', '08:30'), {}, [{ roles: ['chief'] }]],
    ],
  ),
  W13: script(caseRule('W13'), wall, [
    [START, {}, []],
    [days(10), { reports: [START, days(10)] }, [OFFICER]],
    [days(11), {}, []],
    [days(20), { reports: [START, days(10), days(20)] }, [LEADER]],
    // The first is out of the thirty days.
    [days(45), { reports: [START, days(10), days(20), days(45)] }, [OFFICER]],
    [days(80), {}, []],
    [days(80), { state: 'CLOSED' }, []],
  ]),
  W14: script(caseRule('W14'), wall, [
    [START, {}, []],
    [days(1), { links: [{ ...linked, filedAt: days(1), source: '110' }] }, [OFFICER]],
    [days(2), {}, []],
    [
      days(3),
      {
        links: [
          { ...linked, filedAt: days(1), source: '110' },
          { ...linked, id: 'd3', number: 'RD-2026-0003', filedAt: days(3), source: 'petition' },
        ],
      },
      [OFFICER],
    ],
    // Whoever has the first of the cases hears of it.
    [days(4), { links: [{ ...linked, source: '110' }] }, []],
    [days(4), { links: [] }, []],
  ]),
  W15: script(caseRule('W15'), wall, [
    [START, {}, []],
    [START, { links: [linked] }, [OFFICER]],
    [days(1), {}, []],
    [days(2), { links: [linked, { ...linked, id: 'd9', number: 'RD-2025-0009' }] }, [OFFICER]],
    [days(3), { links: [{ ...linked, kind: 'merged' }] }, []],
  ]),
  W16: script(caseRule('W16'), { ...wall, state: 'SCREENING' }, [
    [START, {}, []],
    [days(1), { reopenedAt: days(1) }, [LEADER]],
    [days(2), {}, []],
    [days(3), { links: [{ ...linked, state: 'CLOSED', closedAt: START - HOUR }] }, [LEADER]],
    [days(4), {}, []],
    [days(5), { state: 'PERFORMING' }, []],
  ]),
  W17: script(stationRule('W17'), { ...quiet, cases: near(2) }, [
    [days(3), {}, []],
    [days(4), { cases: near(3) }, [{ roles: ['leader'] }]],
    [days(5), {}, []],
    // One more is the same news, and thirty days later three new ones are not.
    [days(6), { cases: near(4) }, []],
    [days(40), {}, []],
    [days(44), { cases: near(4, 40) }, [{ roles: ['leader'] }]],
    [days(90), {}, []],
  ]),
  W18: script(
    caseRule('W18'),
    { ...wall, state: 'REFERRED', referral: { at: START, dueAt: days(10), acked: false } },
    [
      [days(3) - 1, {}, []],
      [days(3), {}, [LEADER]],
      [days(3) + HOUR, {}, []],
      [days(4), {}, [LEADER]],
      [days(5), { referral: { at: START, dueAt: days(10), acked: true } }, []],
    ],
  ),
  W19: script(caseRule('W19'), { ...wall, voices: [voice] }, [
    [START + 14 * MINUTE, {}, []],
    [START + 15 * MINUTE, {}, [{ own: ['officer', 'listeners'] }]],
    [START + 30 * MINUTE, {}, [{ ...BOTH, roles: ['duty'] }]],
    [days(1), {}, []],
    [days(1), { voices: [{ ...voice, heard: true }] }, []],
    // At night with words of danger: five minutes.
    [
      at('2026-11-26', '23:05'),
      { voices: [{ ...voice, id: 'f2', at: at('2026-11-26', '23:00'), risky: true }] },
      [{ own: ['officer', 'listeners'] }],
    ],
  ]),
  W20: script<MachineWatched>(MACHINE_RULES[0], { troubles: [] }, [
    [START, { troubles: [{ channel: 'telegram', kind: 'token', since: START }] }, []],
    [START + MINUTE, {}, [{ roles: ['chief', 'duty'] }]],
    [START + HOUR, {}, []],
    // It came and went: the same day is the same news.
    [START + 2 * HOUR, { troubles: [{ channel: 'telegram', kind: 'token', since: START + HOUR }] }, []],
    [days(1) + 2 * HOUR, {}, [{ roles: ['chief', 'duty'] }]],
    [days(2), { troubles: [] }, []],
    // Mended, and broken again on another day.
    [
      days(3) + MINUTE,
      { troubles: [{ channel: 'telegram', kind: 'token', since: days(3) }] },
      [{ roles: ['chief', 'duty'] }],
    ],
  ]),
  W21: script(caseRule('W21'), { ...wall, state: 'REVISITING' }, [
    [START, { surface: { round: 'r1', at: START, score: 20, checked: false } }, []],
    [days(7), { surface: { round: 'r2', at: days(7), score: 30, checked: false } }, [OFFICER]],
    [days(8), {}, []],
    [days(9), { surface: { round: 'r2', at: days(7), score: 30, checked: true } }, []],
  ]),
  W22: script(caseRule('W22'), { ...wall, state: 'PERFORMING', paper }, [
    [days(2) - 1, {}, []],
    [days(2), {}, [{ own: ['mediator', 'officer'] }]],
    [days(9), {}, []],
    [days(9), { paper: { ...paper, kept: true } }, []],
    [days(10), { paper: { agreement: 'a2', at: days(8), kept: false } }, [{ own: ['mediator', 'officer'] }]],
  ]),
}

function near(n: number, from = 0): Listed[] {
  return Array.from({ length: n }, (_, i) => ({
    ...listed,
    id: `d${from + i}`,
    number: `RD-2026-00${from + i}`,
    filedAt: days(from + i),
  }))
}

describe('a warning', () => {
  test.each(NAMES.map(({ code }) => code))('%s fires, repeats and stops, and never twice', (code) => {
    expect(SCRIPTS[code].play()).toBeGreaterThan(0)
  })

  test('of each code there is one, with names in both languages', () => {
    expect(NAMES.map(({ code }) => code)).toEqual(
      Array.from({ length: 22 }, (_, i) => `W${String(i + 1).padStart(2, '0')}`),
    )
    for (const { name } of NAMES) expect(name.zh && name.en).toBeTruthy()
  })

  test('of a RED case does not wait for the day’s message, and of another it does', () => {
    const w22 = caseRule('W22')!
    const urgency = (level: 'RED' | 'BLUE') =>
      w22.rule({ ...wall, level, state: 'PERFORMING', paper }, days(2), rules).map((one) => one.urgency)
    expect(urgency('RED')).toEqual(['at-once'])
    expect(urgency('BLUE')).toEqual(['digest'])
  })

  test('that finds a limit shorter than its first mark says what is left of it, once', () => {
    const limits = [{ code: 'T-LAND-30', from: START, until: days(30) }]
    const [only, ...others] = caseRule('W09')!.rule({ ...wall, limits }, START, rules)
    expect(others).toEqual([])
    expect(only?.reasons).toMatchObject([{ code: 'limit', n: 30, what: 'T-LAND-30' }])
  })

  test('says its reasons and its cases in both languages, without words of anybody', () => {
    const labour = stationRule('W10')!.rule({ ...quiet, cases: [wage] }, at('2027-01-07', '08:30'), rules)
    const lines = labour.map(({ code, reasons, cases }) => ({
      code,
      name: NAMES.find((one) => one.code === code)!.name,
      lines: [{ reasons: reasons.map((one) => reasonSaid(one, rules.calendar)), cases: [...cases], more: 0 }],
      more: 0,
    }))
    expect(lines.flatMap((group) => warningLines(group, 'zh'))).toEqual([
      '欠薪节前 W10',
      '· RD-2026-0001：离春节30天；没有办完的欠薪1件；人社不在这里收消息，请另外告知（12333）',
    ])
    expect(lines.flatMap((group) => warningLines(group, 'en')).join('\n')).not.toMatch(/[\u3400-\u9fff]/)
  })
})

const instant = fc.integer({ min: START - 40 * DAY, max: START + 40 * DAY })
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const anyCase: fc.Arbitrary<CaseWatched> = fc.record({
  id: fc.constant('d1'),
  number: fc.constant('RD-2026-0001'),
  state: fc.constantFrom(...STATES.map(({ code }) => code)),
  level: fc.constantFrom(...LEVEL_CODES),
  category: fc.constantFrom('NB-WL' as const, 'LB-WG' as const, 'LF-GR' as const, 'MF-DV' as const),
  village: maybe(fc.constant('jia')),
  track: fc.constant(null),
  source: fc.constantFrom(...SOURCES.map(({ code }) => code)),
  filedAt: instant,
  lastEntryAt: instant,
  standstillTold: fc.nat(3),
  emergency: maybe(fc.record({ at: instant, taken: fc.boolean() })),
  accept: maybe(instant.map((from) => ({ from, by: from + 4 * HOUR }))),
  contact: maybe(fc.record({ by: instant, made: fc.boolean() })),
  target: maybe(instant),
  duties: fc.uniqueArray(fc.record({ no: fc.integer({ min: 1, max: 3 }), dueAt: maybe(instant) }), {
    maxLength: 2,
    selector: ({ no }) => no,
  }),
  tasks: fc.uniqueArray(fc.record({ id: fc.constantFrom('r1', 'r2'), since: instant }), {
    maxLength: 2,
    selector: ({ id }) => id,
  }),
  confirmable: maybe(instant.map((until) => ({ agreement: 'a1', until }))),
  limits: fc.uniqueArray(
    fc
      .record({ code: fc.constantFrom('T-PM-30', 'T-LAB-1Y', 'T-LAND-30', 'T-JC-30'), until: instant })
      .map((one) => ({ ...one, from: one.until - 30 * DAY })),
    { maxLength: 2, selector: ({ code }) => code },
  ),
  reports: fc.array(instant, { minLength: 1, maxLength: 4 }),
  links: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('d8', 'd9'),
      number: fc.constantFrom('RD-2026-0000', 'RD-2026-0009'),
      kind: fc.constantFrom('maybe-same' as const, 'merged' as const),
      state: fc.constantFrom('MEDIATING' as const, 'CLOSED' as const),
      level: fc.constantFrom(...LEVEL_CODES),
      source: fc.constantFrom(...SOURCES.map(({ code }) => code)),
      filedAt: instant,
      closedAt: maybe(instant),
    }),
    { maxLength: 2, selector: ({ number }) => number },
  ),
  reopenedAt: maybe(instant),
  referral: maybe(fc.record({ at: instant, dueAt: instant, acked: fc.boolean() })),
  voices: fc.uniqueArray(
    fc.record({ id: fc.constantFrom('f1', 'f2'), at: instant, heard: fc.boolean(), risky: fc.boolean() }),
    { maxLength: 2, selector: ({ id }) => id },
  ),
  surface: maybe(
    fc.record({ round: fc.constant('r1'), at: instant, score: fc.nat(80), checked: fc.boolean() }),
  ),
  paper: maybe(fc.record({ agreement: fc.constant('a1'), at: instant, kept: fc.boolean() })),
})

const among =
  (...states: State[]) =>
  (state: State) =>
    states.includes(state)
const agreed = among('AGREED', 'PERFORMING', 'BREACHED', 'REVISITING')
/** Where each has a point; in any state in which the case is open, where nothing else is said. */
const POINT: { readonly [code: string]: (state: State) => boolean } = {
  W01: among('EMERGENCY'),
  W02: among('ASSIGNED'),
  W03: among('DRAFT', 'REPORTED', 'SCREENING', 'ACCEPTED', 'ASSIGNED', 'CLAIMED'),
  W04: (state) =>
    !among('DRAFT', 'REPORTED', 'SUSPENDED', 'REFERRED', 'AGREED', 'PERFORMING', 'REVISITING')(state),
  W05: among('ACCEPTED', 'ASSIGNED', 'CLAIMED', 'MEDIATING', 'SUSPENDED'),
  W08: agreed,
  W16: (state) => !agreed(state) && !among('FAILED', 'TERMINATED', 'REFERRED')(state),
  W18: among('REFERRED'),
  W21: agreed,
  W22: agreed,
}

describe('over random facts and moments', () => {
  test('no moment is given twice, time only goes on, and an ended case is warned of by nobody', () => {
    fc.assert(
      fc.property(
        fc.array(anyCase, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(3), fc.integer({ min: MINUTE, max: 5 * DAY })), {
          minLength: 1,
          maxLength: 12,
        }),
        (cases, walk) => {
          /** What the books keep: a slot is one moment of one cause, whenever it is looked at. */
          const taken = new Map<string, Instant>()
          let now = START - 30 * DAY
          for (const [which, pause] of walk) {
            now += pause
            const facts = cases[which % cases.length]!
            for (const { code, rule, next, to } of CASE_RULES) {
              const found = rule(facts, now, rules)
              const again = rule(facts, now, rules)
              expect(again).toEqual(found)
              const hasPoint = isOpen(facts.state) && (POINT[code] ?? isOpen)(facts.state)
              if (!hasPoint) expect(found, `${code} in ${facts.state}`).toEqual([])
              expect(new Set(found.map(({ slot }) => slot)).size, code).toBe(found.length)
              for (const warning of found) {
                expect(warning.at).toBeLessThanOrEqual(now)
                if (warning.next !== null) expect(warning.next).toBeGreaterThan(now)
                expect(to.length).toBeGreaterThan(0)
                expect(warning.reasons.length).toBeGreaterThan(0)
                for (const reason of warning.reasons)
                  expect(reasonSaid(reason, rules.calendar).zh).not.toBe('')
                const slot = `${which % cases.length} ${code} ${warning.slot}`
                expect(taken.get(slot) ?? warning.at, slot).toBe(warning.at)
                taken.set(slot, warning.at)
              }
              const coming = next(facts, now, rules)
              if (coming === null) continue
              expect(coming).toBeGreaterThan(now)
              // Nothing new until then, and something then: a process may sleep as long as the rule says.
              const before = new Set(rule(facts, now, rules).map(({ slot }) => slot))
              const meanwhile = rule(facts, now + Math.floor((coming - now) / 2), rules)
              if (Math.floor((coming - now) / 2) < coming - now)
                for (const { slot } of meanwhile) expect(before, `${code} ${slot}`).toContain(slot)
              const then = rule(facts, coming, rules).filter(({ slot }) => !before.has(slot))
              expect(then.length, code).toBeGreaterThan(0)
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
