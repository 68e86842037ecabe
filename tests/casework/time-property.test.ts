// Ten thousand cases over nine years, in zones that change their clocks, through outages, jumps of the clock and two replicas.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Allowance, Reach } from '../../flows/casework/allowance.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../flows/casework/calendar.ts'
import type { Duty } from '../../flows/casework/duties.ts'
import { type PlanFor, type PlannedRound, plan } from '../../flows/casework/revisit-plan.ts'
import { SIDES } from '../../flows/casework/round.ts'
import { type Avoided, defaultRulebook, type Rulebook } from '../../flows/casework/rulebook.ts'
import { nonsense } from '../../flows/casework/rulebook-check.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'
import { SUB_CODES } from '../../flows/casework/tables/taxonomy.ts'
import { isOfficerLed } from '../../flows/casework/taxonomy.ts'
import { DueTable, type Fired, type Half, type Trouble } from './due-table.ts'
import { duty } from './duty.ts'

const RUNS = 250
const CASES = 40

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'] as const
type Hours = Record<'revisitHours' | 'quiet', { from: string; to: string }>
/** By day, as it is meant to be, and at night, when clocks are changed. */
const HOURS: readonly [Hours, ...Hours[]] = [
  { revisitHours: { from: '09:00', to: '20:00' }, quiet: { from: '21:00', to: '08:00' } },
  { revisitHours: { from: '14:00', to: '18:30' }, quiet: { from: '12:00', to: '14:00' } },
  { revisitHours: { from: '02:15', to: '06:00' }, quiet: { from: '07:00', to: '23:00' } },
  { revisitHours: { from: '01:30', to: '03:30' }, quiet: { from: '06:00', to: '23:00' } },
]
const AVOID: Avoided[] = [
  { zh: '赶集', en: 'market day', weekdays: [3] },
  { zh: '收青稞', en: 'barley harvest', from: '08-10', to: '08-18' },
  { zh: '年节', en: 'new year', from: '12-29', to: '01-03' },
  { zh: '赛马会', en: 'horse races', from: '2027-07-01', to: '2027-07-05' },
]

type Station = { rulebook: Rulebook; zone: string }
const place = fc.record({
  zone: fc.constantFrom(...ZONES, null),
  hours: fc.constantFrom(...HOURS),
  avoid: fc.subarray(AVOID),
})

function stationOf({ zone, hours, avoid }: typeof place extends fc.Arbitrary<infer T> ? T : never): Station {
  const { revisitHours, quiet } = hours
  const calendar = { ...defaultRulebook.calendar, zone, quiet, holidays: ['2026-10-01', '2026-10-02'] }
  // Without a zone it is China's fixed offset.
  return { zone: zone ?? 'Asia/Shanghai', rulebook: { ...defaultRulebook, revisitHours, avoid, calendar } }
}

const allowance: fc.Arbitrary<Allowance> = fc.oneof(
  fc.constant<Allowance>({ kind: 'always' }),
  fc.record({ kind: fc.constant('window'), hours: fc.constantFrom(24, 48), grants: fc.boolean() }),
  fc.constant<Allowance>({ kind: 'never' }),
)
const way = fc.record({
  chatBy: fc.constantFrom('ordinary', 'ordinary', 'ordinary', 'contact-plan', 'none'),
  allowance,
  grants: fc.nat(3),
  /** Their last message before they signed. */
  heard: fc.option(fc.nat(60 * HOUR)),
  phone: fc.boolean(),
  /** Whether other work uses up the permissions, and the window closes, before the plan comes true. */
  spent: fc.boolean(),
})
type AnyWay = typeof way extends fc.Arbitrary<infer T> ? T : never

const oneCase = fc.record({
  level: fc.constantFrom(...LEVEL_CODES),
  category: fc.constantFrom(...SUB_CODES),
  /** After the first of the run: many come due in the same weeks. */
  after: fc.nat(12 * DAY),
  duties: fc.array(fc.record({ days: fc.integer({ min: -3, max: 100 }), graceDays: fc.nat(3) }), {
    maxLength: 3,
  }),
  A: way,
  B: way,
})
type AnyCase = typeof oneCase extends fc.Arbitrary<infer T> ? T : never

const afterSteps = fc.nat(900)
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    kind: fc.constant('outage'),
    after: afterSteps,
    ms: fc.constantFrom(1 * HOUR, 24 * HOUR, 72 * HOUR),
  }),
  fc
    .record({ after: afterSteps, ms: fc.constantFrom(HOUR, -HOUR, 30 * DAY, -30 * DAY), steps: fc.nat(200) })
    .map(({ after, ms, steps }): Trouble => ({ kind: 'jump', after, ms, until: after + steps + 1 })),
)

const run = fc.record({
  place,
  first: fc.oneof(
    fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 11, 15) }),
    // Some days before clocks are changed somewhere.
    fc
      .tuple(fc.integer({ min: 2024, max: 2032 }), fc.constantFrom(1, 2, 8, 9), fc.nat(30 * DAY))
      .map(([year, month, ms]) => Date.UTC(year, month, 1) + ms),
  ),
  cases: fc.array(oneCase, { minLength: CASES, maxLength: CASES }),
  troubles: fc.array(trouble, { maxLength: 4 }),
  /** Who goes on next, dies or sleeps; where all is steady nobody does either. */
  choices: fc.array(fc.nat(1_000_000), { minLength: 97, maxLength: 97 }),
  steady: fc.boolean(),
})

const reachOf = ({ allowance, grants, heard }: AnyWay, signedAt: Instant): Reach => ({
  allowance,
  grants,
  lastHeard: heard === null ? null : signedAt - heard,
})

/** What the channel says when the time has come. */
function laterReach(way: AnyWay | undefined, signedAt: Instant): Reach | null {
  if (!way || way.chatBy === 'none') return null
  return way.spent ? { allowance: way.allowance, grants: 0, lastHeard: null } : reachOf(way, signedAt)
}

function planFor(one: AnyCase, first: Instant, i: number): PlanFor & { duties: Duty[] } {
  const signedAt = first + one.after
  const wayOf = (way: AnyWay) => ({ chatBy: way.chatBy, phone: way.phone, reach: reachOf(way, signedAt) })
  return {
    level: one.level,
    category: one.category,
    signedAt,
    seed: `RD-2026-${i}`,
    duties: one.duties.map(({ days, graceDays }, no) =>
      duty({ no: no + 1, graceDays, dueAt: signedAt + days * DAY }),
    ),
    ways: { A: wayOf(one.A), B: wayOf(one.B) },
  }
}

const writers = new Map<string, Intl.DateTimeFormat>()
/** What a clock on the wall shows, without any of the code that is tested. */
function wall(at: Instant, zone: string): { day: string; minute: number } {
  const writer =
    writers.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  writers.set(zone, writer)
  const text = writer.format(at)
  return { day: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) }
}
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const laterDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
const weekday = (day: string): number => new Date(day).getUTCDay() || 7

function isAvoided(day: string, avoid: readonly Avoided[]): boolean {
  const date = day.slice(5)
  return avoid.some((one) => {
    if ('weekdays' in one) return one.weekdays.includes(weekday(day))
    if (one.from.length > 5) return day >= one.from && day <= one.to
    return one.from <= one.to ? date >= one.from && date <= one.to : date >= one.from || date <= one.to
  })
}

/** The rules are told here as texts, because a hundred thousand single expectations would take a minute. */
function hoursBroken(at: Instant, { zone, rulebook }: Station): boolean {
  const { minute } = wall(at, zone)
  const { revisitHours, calendar } = rulebook
  const [from, to] = [minutes(calendar.quiet.from), minutes(calendar.quiet.to)]
  const quiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to
  return quiet || minute < minutes(revisitHours.from) || minute > minutes(revisitHours.to)
}

const firstDayAfter = (given: PlanFor, no: number, zone: string): string => {
  const one = given.duties.find((duty) => duty.no === no)
  return one?.dueAt ? laterDay(wall(one.dueAt, zone).day, one.graceDays + 1) : ''
}

function open(reach: Reach, at: Instant): 'free' | 'grant' | 'no' {
  const { allowance, lastHeard, grants } = reach
  if (allowance.kind === 'always') return 'free'
  if (allowance.kind === 'never') return 'no'
  if (lastHeard !== null && at - lastHeard <= allowance.hours * HOUR) return 'free'
  return allowance.grants && grants > 0 ? 'grant' : 'no'
}

/** What is wrong with a plan. */
function planProblems(given: PlanFor, rounds: PlannedRound[], station: Station): string[] {
  const { zone, rulebook } = station
  const wrong: string[] = []
  const led = isOfficerLed(given.category)
  const urgent = given.level === 'RED' || given.level === 'ORANGE'
  const permissions = { A: given.ways?.A.reach.grants ?? 0, B: given.ways?.B.reach.grants ?? 0 }
  let before = wall(given.signedAt, zone).day
  for (const [i, { no, at, duties, sides, mode, kind }] of rounds.entries()) {
    const ends = i === 0 || i === rounds.length - 1
    const { day } = wall(at, zone)
    if (day <= before) wrong.push(`round ${no} is on the day of the one before`)
    before = day
    if (isAvoided(day, rulebook.avoid)) wrong.push(`round ${no} is on ${day}, which is avoided`)
    const free = weekday(day) > 5 || rulebook.calendar.holidays.includes(day)
    if (mode !== 'chat' && free && !urgent) wrong.push(`people are sent out on ${day}`)
    if (duties.some((one) => day < firstDayAfter(given, one, zone)))
      wrong.push(`round ${no} is before its duty`)
    if (kind === 'after-duty' && duties.length === 0) wrong.push(`round ${no} is after no duty`)
    if (Math.abs(sides.A.at - sides.B.at) < HOUR) wrong.push(`round ${no} has both sides within an hour`)
    if (at !== Math.min(sides.A.at, sides.B.at)) wrong.push(`round ${no} does not begin with a side`)
    for (const side of SIDES) {
      const half = sides[side]
      const way = given.ways?.[side]
      if (hoursBroken(half.at, station)) wrong.push(`${side}${no} is out of hours`)
      if (wall(half.at, zone).day !== day) wrong.push(`${side}${no} is on another day`)
      const inPerson = ends && (led || given.level === 'RED' || given.level === 'ORANGE')
      if (inPerson && half.mode !== 'visit') wrong.push(`${side}${no} is not in person`)
      if (half.mode === 'call' && way?.phone === false) wrong.push(`${side}${no} has no number to call`)
      if (half.mode !== 'chat' || !way) continue
      if (way.chatBy === 'none' || (led && way.chatBy === 'ordinary'))
        wrong.push(`${side}${no} must not be a chat`)
      const may = open({ ...way.reach, grants: permissions[side] }, half.at)
      if (may === 'no') wrong.push(`${side}${no} is a chat that nobody takes`)
      if (may === 'grant') permissions[side]--
    }
  }
  for (const { no } of given.duties) {
    const day = firstDayAfter(given, no, zone)
    const asked = rounds.filter((one) => one.duties.includes(no)).length
    if (asked !== (day > wall(given.signedAt, zone).day ? 1 : 0))
      wrong.push(`duty ${no} is asked after ${asked} times`)
  }
  return wrong
}

const nameOf = ({ case: i, side, round }: Half): string => `${i}:${side}${round.no}`

/** What is wrong with what was done. */
function workProblems(
  fired: readonly Fired[],
  halves: readonly Half[],
  plans: readonly PlanFor[],
  station: Station,
  calm: boolean,
): string[] {
  const { zone, rulebook } = station
  const wrong: string[] = []
  const seen = new Map<string, Fired>()
  const days = new Map<string, number>()
  const seconds = new Map<number, number>()
  for (const one of fired) {
    const { half, at, as, reach } = one
    const name = nameOf(half)
    if (seen.has(name)) wrong.push(`${name} fired twice`)
    seen.set(name, one)
    const { day } = wall(at, zone)
    const onDay = `${half.case} ${day}`
    if ((days.get(onDay) ?? half.round.no) !== half.round.no)
      wrong.push(`${name} is a second round on ${day}`)
    days.set(onDay, half.round.no)
    const inSecond = (seconds.get(Math.floor(at / 1_000)) ?? 0) + 1
    seconds.set(Math.floor(at / 1_000), inSecond)
    if (inSecond > 25) wrong.push(`${name} is one too many in its second`)
    if (hoursBroken(at, station)) wrong.push(`${name} was out of hours`)
    if (at < half.planned) wrong.push(`${name} was before its time`)
    const given = plans[half.case]
    if (given && half.round.duties.some((no) => day < firstDayAfter(given, no, zone)))
      wrong.push(`${name} was before its duty`)
    if (as === 'chat' && half.mode !== 'chat') wrong.push(`${name} became a chat`)
    if (as === 'chat' && (at - half.planned > 48 * HOUR || isAvoided(day, rulebook.avoid)))
      wrong.push(`${name} was a chat at a wrong time`)
    if (as === 'chat' && (reach === null || open(reach, at) === 'no'))
      wrong.push(`${name} was taken by nobody`)
    const passed = at - half.planned > 48 * HOUR || isAvoided(day, rulebook.avoid)
    if (as === 'officer' && half.mode === 'chat' && !passed && reach !== null && open(reach, at) !== 'no')
      wrong.push(`${name} could have been a chat`)
    if (calm && at - half.planned > MINUTE) wrong.push(`${name} was late without a cause`)
  }
  for (const half of halves) if (!seen.has(nameOf(half))) wrong.push(`${nameOf(half)} never fired`)
  if (fired.length > halves.length) wrong.push('something was invented')
  for (const { half, at } of fired) {
    const other = seen.get(nameOf({ ...half, side: half.side === 'A' ? 'B' : 'A' }))
    if (other && Math.abs(other.at - at) < HOUR)
      wrong.push(`${nameOf(half)} was within an hour of the other side`)
  }
  return wrong
}

/** Only whose turn it is. */
const turnOnly = (choice: number): number => choice % 2

describe('every planned half', () => {
  let cases = 0
  const told = { halves: 0, chats: 0, tasks: 0, latest: 0 }
  afterAll(() => {
    // What was really met: without it the test would be about nothing.
    expect(cases).toBeGreaterThanOrEqual(RUNS * CASES)
    expect(told.halves).toBeGreaterThan(100_000)
    expect(told.chats).toBeGreaterThan(5_000)
    expect(told.latest).toBeGreaterThan(3 * DAY)
    expect(told.tasks).toBeGreaterThan(5_000)
  })

  it('comes true exactly once, in its hours, whatever happens to clocks and machines', () => {
    fc.assert(
      fc.property(run, ({ place, first, cases: list, troubles, choices, steady }) => {
        const station = stationOf(place)
        expect(nonsense(station.rulebook)).toBeNull()
        const plans = list.map((one, i) => planFor(one, first, i))
        const rounds = plans.map((given) => plan(given, station.rulebook))
        expect(plans.flatMap((given, i) => planProblems(given, rounds[i] ?? [], station))).toEqual([])
        const halves: Half[] = rounds.flatMap((all, i) =>
          all.flatMap((round) =>
            SIDES.map((side) => {
              const { at, mode } = round.sides[side]
              return { case: i, level: plans[i]?.level ?? 'BLUE', round, side, planned: at, mode }
            }),
          ),
        )
        const reaches = plans.map(({ signedAt }, i) => ({
          A: laterReach(list[i]?.A, signedAt),
          B: laterReach(list[i]?.B, signedAt),
        }))
        const calm = steady && troubles.length === 0
        const table = new DueTable(
          { halves, reaches, now: first, choices: steady ? choices.map(turnOnly) : choices },
          station.rulebook,
        )
        table.run(troubles)
        expect(workProblems(table.fired, halves, plans, station, calm)).toEqual([])
        expect(table.unfair).toEqual([])
        cases += list.length
        note(table.fired)
      }),
      { numRuns: RUNS },
    )
  }, 120_000)

  function note(fired: readonly Fired[]): void {
    for (const { half, at, as } of fired) {
      told.halves++
      told[as === 'chat' ? 'chats' : 'tasks']++
      told.latest = Math.max(told.latest, at - half.planned)
    }
  }

  it.each([1, 24, 72])(
    'that piled up in %i hours without us begins with the riskiest, 25 a second',
    (hours) => {
      // A Tuesday morning; each case has one round that has come due meanwhile, the side that is first.
      const back = Date.UTC(2026, 10, 24, 2)
      const station = stationOf({ zone: 'Asia/Shanghai', hours: HOURS[0], avoid: [] })
      const halves = Array.from({ length: 130 }, (_, i): Half => {
        const planned = back - ((i * 37) % (hours * 60)) * MINUTE
        const way = { at: planned, mode: 'chat' as const, why: { zh: '试', en: 'test' } }
        const round = {
          no: 1,
          at: planned,
          kind: 'level-day' as const,
          mode: 'chat' as const,
          why: way.why,
          duties: [],
        }
        const level = LEVEL_CODES[i % LEVEL_CODES.length] ?? 'BLUE'
        return {
          case: i,
          level,
          round: { ...round, sides: { A: way, B: way } },
          side: 'A',
          planned,
          mode: 'chat',
        }
      })
      const always: Reach = { allowance: { kind: 'always' }, lastHeard: null, grants: 0 }
      const reaches = halves.map(() => ({ A: always, B: always }))
      const table = new DueTable({ halves, reaches, now: back, choices: [0, 1, 1, 0, 1] }, station.rulebook)
      table.run([])
      expect(table.unfair).toEqual([])
      const bySecond = Map.groupBy(table.fired, ({ at }) => Math.floor((at - back) / 1_000))
      expect([...bySecond].map(([second, all]) => `${second}: ${all.length}`)).toEqual([
        '0: 25',
        '1: 25',
        '2: 25',
        '3: 25',
        '4: 25',
        '5: 5',
      ])
      const ranks = [...bySecond.values()].map((all) =>
        all.map(({ half }) => LEVEL_CODES.indexOf(half.level)),
      )
      for (const [i, all] of ranks.entries())
        for (const next of ranks[i + 1] ?? []) expect(Math.max(...all)).toBeLessThanOrEqual(next)
      // What was due more than two days ago is a person's to ask.
      for (const { half, at, as } of table.fired)
        expect(as).toBe(at - half.planned > 48 * HOUR ? 'officer' : 'chat')
    },
  )
})
