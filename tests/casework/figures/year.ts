// A fictitious year of one station: 400 disputes told of in 2026, and 20 that were carried over from 2025.
import { DAY, defaultCalendar, HOUR, instantAt, MINUTE } from '../../../flows/casework/calendar.ts'
import type { FigureFacts, PatrolFact, RequestFact } from '../../../flows/casework/figures/facts.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Level } from '../../../flows/casework/tables/level.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import { SOURCES } from '../../../flows/casework/tables/source.ts'
import { SUB_CODES, type SubCode, type TrackCode } from '../../../flows/casework/tables/taxonomy.ts'
import { type Chance, chance } from './chance.ts'
import { factOf, type Raw } from './raw.ts'

export const START_OF_2026 = instantAt('2026-01-01', '00:00', defaultCalendar)
/** When the year is looked back on. */
export const LATER = instantAt('2027-01-15', '10:00', defaultCalendar)
export const VILLAGES = [
  { code: 'jia', name: '示例甲村' },
  { code: 'yi', name: '示例乙村' },
  { code: 'bing', name: '示例丙村' },
  { code: 'ding', name: '示例丁村' },
]

export type Year = { raws: Raw[]; requests: RequestFact[]; patrols: PatrolFact[] }

export const factsOf = ({ raws, requests, patrols }: Year): FigureFacts => ({
  cases: raws.map(factOf),
  requests,
  patrols,
  villages: VILLAGES,
})

const four = (n: number): string => String(n).padStart(4, '0')
const LEVELS: readonly Level[] = ['RED', 'ORANGE', 'YELLOW', 'YELLOW', 'BLUE', 'BLUE', 'BLUE']
const PEOPLE = [null, null, null, 2, 2, 2, 3, 4, 6, 9, 11, 15, 30, 49, 50, 60, 99, 100, 120, 500, 700]
const TRACKS: readonly (TrackCode | null)[] = [
  'PM',
  'PM',
  'PM',
  'PM',
  'PM',
  'JOINT',
  'PSM',
  'LAB',
  'ADM',
  'TRM',
  null,
]

export function yearOf(seed = 20_260_101, cases = 400, carried = 20): Year {
  const luck = chance(seed)
  const before = Array.from({ length: carried }, (_, i) =>
    dispute(luck, `RD-2025-${four(i + 1)}`, START_OF_2026 - luck.between(1, 60 * 24) * HOUR),
  )
  // Told of in the order of their numbers.
  const told = Array.from({ length: cases }, () => START_OF_2026 + luck.upTo(365 * 24 * 60) * MINUTE).sort(
    (one, other) => one - other,
  )
  const own = told.map((at, i) => dispute(luck, `RD-2026-${four(i + 1)}`, at))
  return {
    raws: [...before, ...own],
    requests: Array.from({ length: 60 }, (_, i) => request(luck, i)),
    patrols: Array.from({ length: 26 }, (_, i) => patrol(luck, i)),
  }
}

function request(luck: Chance, i: number): RequestFact {
  const at = START_OF_2026 + (i * 6 + luck.upTo(6)) * DAY + luck.upTo(24) * HOUR
  const state = luck.of([
    'open',
    'taken',
    'solved',
    'solved',
    'solved',
    'answered',
    'passed-on',
    'declined',
  ] as const)
  const ended = state !== 'open' && state !== 'taken'
  return {
    number: `RDK-2026-${four(i + 1)}`,
    seen: true,
    village: luck.percent(90) ? luck.of(VILLAGES).code : null,
    at,
    state,
    answeredAt: ended ? at + luck.between(1, 20 * 24) * HOUR : null,
  }
}

const patrol = (luck: Chance, i: number): PatrolFact => ({
  no: i + 1,
  openedAt: START_OF_2026 + i * 14 * DAY + luck.upTo(48) * HOUR,
  villages: VILLAGES.filter(() => luck.percent(60)).map(({ code }) => code),
})

/** What can happen to a dispute, step by step, until the moment that the year is looked back on. */
function dispute(luck: Chance, number: string, filedAt: number): Raw {
  const category = luck.percent(4) ? luck.of(['ND-IQ', 'ND-HP'] as const) : luck.of(SUB_CODES.filter(isKind))
  const level = luck.of(LEVELS)
  const raw: Raw = {
    id: `case-${number}`,
    number,
    category,
    village: luck.percent(93) ? luck.of(VILLAGES).code : null,
    crossVillage: luck.percent(6),
    level,
    source: luck.percent(25) ? 'patrol' : luck.of(SOURCES).code,
    track: category === 'MF-DV' || category === 'SC-AB' ? 'CASE' : luck.of(TRACKS),
    prank: false,
    filedAt,
    state: 'DRAFT',
    contactBy: null,
    contactedAt: null,
    targetAt: null,
    criminalAt: null,
    headcount: luck.of(PEOPLE),
    difficulty: luck.of(['simple', 'simple', 'hard', null] as const),
    reports: [{ at: filedAt, prank: false }],
    steps: [],
    gradings: [{ at: filedAt, level }],
    agreements: [],
    duties: [],
    halves: [],
    joints: [],
    referrals: [],
    preventions: [],
    sessions: [],
    came: [],
    contacts: [],
  }
  live(luck, raw)
  return until(raw, LATER)
}

const isKind = (code: SubCode): boolean => !code.startsWith('ND')
const NEVER_AGREED: readonly SubCode[] = ['MF-DV', 'SC-AB']

function live(luck: Chance, raw: Raw): void {
  let now = raw.filedAt
  const wait = (most: number): number => (now += luck.between(1, most))
  const step = (to: State, most: number): void => {
    const from = raw.steps.at(-1)?.to ?? 'DRAFT'
    raw.steps.push({ at: wait(most), from, to })
  }
  if (luck.percent(4)) return
  if (luck.percent(2)) {
    step('REJECTED', 30 * DAY)
    return
  }
  step(raw.level === 'RED' && luck.percent(60) ? 'EMERGENCY' : 'REPORTED', 20 * MINUTE)
  raw.contactBy = now + luck.of([10 * MINUTE, 2 * HOUR, DAY, 3 * DAY])
  step('SCREENING', HOUR)
  again(luck, raw, () => now)
  if (raw.category.startsWith('ND') || luck.percent(5)) {
    raw.prank = luck.percent(30)
    step('REJECTED', 2 * DAY)
    return
  }
  if (luck.percent(4)) {
    step('MERGED', 3 * DAY)
    return
  }
  if (luck.percent(8)) {
    step('REFERRED', 2 * DAY)
    const finished = luck.percent(60)
    raw.referrals.push({
      at: now,
      result: finished ? 'finished' : null,
      resultAt: finished ? now + 9 * DAY : null,
    })
    if (luck.percent(50)) step('CLOSED', 20 * DAY)
    return
  }
  mediated(luck, raw, step, () => now)
  if (raw.steps.at(-1)?.to !== 'REVISITING') return
  visits(luck, raw, now)
  if (!luck.percent(70)) return
  step('CLOSED', 50 * DAY)
  if (!luck.percent(12)) return
  step('REOPENED', 120 * DAY)
  raw.contactedAt = null
  raw.contactBy = now + DAY
  step('SCREENING', 1)
  mediated(luck, raw, step, () => now)
}

/** Told again, raised or lowered, filed as a crime, prevented: whatever has no step of its own. */
function again(luck: Chance, raw: Raw, now: () => number): void {
  if (luck.percent(14)) raw.reports.push({ at: now() + luck.upTo(40) * DAY, prank: luck.percent(20) })
  if (luck.percent(5)) raw.reports.push({ at: now() + luck.upTo(60) * DAY, prank: false })
  if (luck.percent(18)) raw.gradings.push({ at: now() + luck.between(1, 10) * DAY, level: luck.of(LEVELS) })
  if (luck.percent(8)) raw.gradings.push({ at: now() + luck.between(11, 40) * DAY, level: luck.of(LEVELS) })
  raw.level = raw.gradings.at(-1)?.level ?? raw.level
  if (luck.percent(1.5)) raw.criminalAt = now() + luck.between(1, 500) * DAY
  if (luck.percent(6)) {
    const approved = luck.percent(70) ? now() + luck.between(1, 30) * DAY : null
    const kind = luck.of(['crime', 'crime', 'petition', 'suicide', 'fight'] as const)
    raw.preventions.push({ kind, people: luck.between(1, 30), approvedAt: approved })
  }
}

type Step = (to: State, most: number) => void

function mediated(luck: Chance, raw: Raw, step: Step, now: () => number): void {
  step('ACCEPTED', DAY)
  raw.targetAt = now() + luck.of([7, 15, 20, 30]) * DAY
  step('ASSIGNED', 8 * HOUR)
  step('CLAIMED', 8 * HOUR)
  if (luck.percent(6)) return
  raw.contactedAt = now()
  raw.contacts.push(now())
  step('MEDIATING', DAY)
  talks(luck, raw, now())
  if (luck.percent(5)) return
  if (luck.percent(22) || NEVER_AGREED.includes(raw.category)) {
    if (luck.percent(60)) step('FAILED', 20 * DAY)
    step('TERMINATED', 10 * DAY)
    return
  }
  if (luck.percent(10)) {
    step('FAILED', 10 * DAY)
    step('MEDIATING', 5 * DAY)
  }
  step('AGREED', 25 * DAY)
  agreed(luck, raw, now())
  step(raw.duties.some(({ dueAt }) => dueAt !== null) ? 'PERFORMING' : 'REVISITING', 1)
  if (raw.steps.at(-1)?.to !== 'PERFORMING') return
  if (luck.percent(12)) step('BREACHED', 40 * DAY)
  if (luck.percent(80)) step('REVISITING', 40 * DAY)
}

const HELPERS: readonly Role[][] = [[], [], ['mediator'], ['cadre'], ['mediator', 'township'], ['grid']]

function talks(luck: Chance, raw: Raw, now: number): void {
  const by: Role = luck.percent(25) ? 'mediator' : 'officer'
  for (let n = luck.between(1, 2); n > 0; n--) raw.sessions.push({ by, helpers: luck.of(HELPERS) })
  if (!luck.percent(9)) return
  raw.joints.push({ heldAt: now + luck.between(1, 9) * DAY })
  raw.came.push('officer', luck.of(['cadre', 'township', 'mediator'] as const))
}

const KINDS = ['pay', 'pay', 'pay', 'return', 'remove', 'apologise', 'stop', 'boundary'] as const

function agreed(luck: Chance, raw: Raw, at: number): void {
  for (const old of raw.agreements) old.replacedAt ??= at
  const id = `${raw.id}-${raw.agreements.length + 1}`
  const form = luck.percent(75) ? 'written' : 'oral'
  const confirmedAt = form === 'written' && luck.percent(15) ? at + luck.between(3, 29) * DAY : null
  raw.agreements.push({ id, at, form, replacedAt: null, confirmedAt })
  for (let n = luck.between(1, 3); n > 0; n--) {
    const kind = luck.of(KINDS)
    const lasting = kind === 'stop' || (kind === 'apologise' && luck.percent(50))
    const money = kind === 'pay' || (kind === 'return' && luck.percent(50))
    const amountFen = money ? luck.between(1, 400) * 5_000 : null
    const dueAt = lasting ? null : at + luck.between(0, 60) * DAY
    raw.duties.push({
      id: `${id}-${n}`,
      agreement: id,
      kind,
      amountFen,
      dueAt,
      ...done(luck, amountFen, dueAt ?? at),
    })
  }
}

type Done = Pick<Raw['duties'][number], 'doneAt' | 'waivedAt' | 'events'>

function done(luck: Chance, amountFen: number | null, around: number): Done {
  const at = around + luck.between(-5, 12) * DAY
  const proof = luck.of(['receipt', 'transfer', 'creditor', 'seen'] as const)
  const none: Done = { doneAt: null, waivedAt: null, events: [] }
  if (luck.percent(14)) return none
  if (luck.percent(5))
    return { ...none, waivedAt: at, events: [{ at, what: 'waived', amountFen: null, proof: null }] }
  if (amountFen !== null && luck.percent(20)) {
    const half = Math.floor(amountFen / 2)
    const part = { at, what: 'part' as const, amountFen: half, proof }
    const rest = { at: at + 6 * DAY, what: 'done' as const, amountFen: amountFen - half, proof }
    return luck.percent(50) ? { ...none, events: [part] } : { ...none, doneAt: rest.at, events: [part, rest] }
  }
  // A word alone, without a proof, is kept and counts for nothing.
  const event = { at, what: 'done' as const, amountFen, proof: luck.percent(93) ? proof : null }
  return { ...none, doneAt: at, events: [event] }
}

function visits(luck: Chance, raw: Raw, from: number): void {
  for (const days of [3, 15, 30])
    for (let side = 0; side < 2; side++) {
      const at = from + days * DAY
      const state = luck.of([
        'answered',
        'answered',
        'answered',
        'answered',
        'declined',
        'unreached',
        'waived',
        'planned',
      ])
      const ended = state === 'planned' ? null : at + luck.between(-24, 120) * HOUR
      const score = state === 'answered' && luck.percent(85) ? luck.between(1, 5) : null
      raw.halves.push({ at, endedAt: ended, state, score })
    }
}

/** Nothing that lies after the moment of looking back has happened yet. */
function until(raw: Raw, now: number): Raw {
  const past = (at: number | null): number | null => (at !== null && at <= now ? at : null)
  const steps = raw.steps.filter(({ at }) => at <= now)
  const agreements = raw.agreements
    .filter(({ at }) => at <= now)
    .map((one) => ({ ...one, replacedAt: past(one.replacedAt), confirmedAt: past(one.confirmedAt) }))
  const known = new Set(agreements.map(({ id }) => id))
  const gradings = raw.gradings.filter(({ at }) => at <= now)
  return {
    ...raw,
    steps,
    state: steps.at(-1)?.to ?? 'DRAFT',
    gradings,
    level: gradings.at(-1)?.level ?? raw.level,
    agreements,
    duties: raw.duties
      .filter(({ agreement }) => known.has(agreement))
      .map((duty) => ({
        ...duty,
        doneAt: past(duty.doneAt),
        waivedAt: past(duty.waivedAt),
        events: duty.events.filter(({ at }) => at <= now),
      })),
    contactedAt: past(raw.contactedAt),
    contacts: raw.contacts.filter((at) => at <= now),
    criminalAt: past(raw.criminalAt),
    reports: raw.reports.filter(({ at }) => at <= now),
    joints: raw.joints.filter(({ heldAt }) => past(heldAt) !== null),
    referrals: raw.referrals
      .filter(({ at }) => at <= now)
      .map((one) => (past(one.resultAt) === null ? { ...one, result: null, resultAt: null } : one)),
    preventions: raw.preventions.map((one) => ({ ...one, approvedAt: past(one.approvedAt) })),
    halves: raw.halves.map((half) =>
      past(half.endedAt) === null && half.endedAt !== null
        ? { ...half, endedAt: null, state: 'planned', score: null }
        : half,
    ),
  }
}
