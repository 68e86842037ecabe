// What is known of a dispute, and the indicators that follow from it at a given moment.
import { z } from 'zod'
import { DAY, type Instant } from './calendar.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import { daysToSpringFestival, festivalsAround, seasonsFor } from './season.ts'
import { INDICATORS, RISK_CODES, type RiskCode, riskCodeSchema } from './tables/risk.ts'
import { subCodeSchema } from './tables/taxonomy.ts'
import { among, isKeyWatch } from './taxonomy.ts'

export const VULNERABLE = [
  'elder',
  'pregnant',
  'disabled',
  'ill',
  'unspecified',
  'minor',
  'child-witness',
] as const

const INJURIES = ['none', 'minor', 'serious'] as const

export const caseFactsSchema = z.object({
  category: subCodeSchema,
  /** Yuan, as told; null when no money is involved or nobody knows. */
  amountYuan: z.number().nonnegative().nullable().default(null),
  /** Everybody involved on all sides; of a band its lower end. */
  headcount: z.number().int().nonnegative().nullable().default(null),
  injury: z.enum(INJURIES).nullable().default(null),
  weapon: z.boolean().default(false),
  /** `specific` names a person, a means or a time for killing; fire, bombs and poison come in as A04. */
  threat: z.enum(['none', 'vague', 'specific']).nullable().default(null),
  /** Still going on when it was told. */
  ongoing: z.boolean().default(false),
  occurredAt: z.number().int().nullable().default(null),
  grudgeYears: z.number().nonnegative().nullable().default(null),
  crossVillage: z.boolean().default(false),
  crossTownship: z.boolean().default(false),
  /** On the suffering side; `minor` is the victim, `child-witness` looked on. */
  vulnerable: z.array(z.enum(VULNERABLE)).default([]),
  /** Every report of this matter, the first included. */
  reports: z.array(z.object({ at: z.number().int(), prank: z.boolean().default(false) })).default([]),
  /** Mediation failed, the agreement was gone back on, or a duty is overdue. */
  broken: z.boolean().default(false),
  /** Codes found in what people wrote. */
  danger: z.array(riskCodeSchema).default([]),
  /** Codes an officer set after checking. */
  checked: z.array(riskCodeSchema).default([]),
  /** What was known when the last emergency was ended: told again, it is no news. */
  handled: z
    .object({
      codes: z.array(riskCodeSchema),
      ongoing: z.boolean(),
      injury: z.enum(INJURIES).nullable(),
    })
    .nullable()
    .default(null),
})

export type CaseFacts = z.infer<typeof caseFactsSchema>
/** What a caller must give; everything else starts as "nothing known". */
export type KnownFacts = z.input<typeof caseFactsSchema>

export const caseFacts = (known: KnownFacts): CaseFacts => caseFactsSchema.parse(known)

/** Facts as they are told now, without what had been told before the emergency was ended: there the officer's word stands. */
export function sinceHandled(told: KnownFacts, known: CaseFacts): KnownFacts {
  const { handled } = known
  if (!handled) return told
  return {
    ...told,
    ongoing: told.ongoing === true && !handled.ongoing,
    injury: told.injury === handled.injury ? known.injury : told.injury,
  }
}

const CHECKED_ONLY = new Set<RiskCode>(
  INDICATORS.filter(({ setBy }) => setBy === 'officer').map(({ code }) => code),
)

/**
 * The indicators true at this moment, in the order of the table. Reports, seasons and festivals move with the clock,
 * so the nightly round may find others than the day before.
 */
export function indicators(facts: CaseFacts, now: Instant, rulebook: Rulebook = defaultRulebook): RiskCode[] {
  const found = new Set<RiskCode>([
    ...facts.danger.filter((code) => !CHECKED_ONLY.has(code)),
    ...facts.checked,
    ...violence(facts, now),
    ...people(facts),
    ...quarrel(facts),
    ...byCategory(facts, rulebook),
    ...repeats(facts, now, rulebook),
    ...season(facts, now, rulebook),
  ])
  return RISK_CODES.filter((code) => found.has(code))
}

/**
 * Blows that are said to go on are taken for going on during one day from when they fell. A weapon that is only shown
 * is grave by itself and no blow.
 */
function violence(
  { injury, weapon, threat, ongoing, occurredAt, danger }: CaseFacts,
  now: Instant,
): RiskCode[] {
  const codes: RiskCode[] = []
  if (weapon) codes.push('A02')
  if (threat === 'specific') codes.push('A03')
  if (injury === 'serious') codes.push('A06')
  if (injury === 'minor') codes.push('A08')
  if (threat === 'vague') codes.push('A10')
  const blows = [...codes, ...danger].some((code) => ['A06', 'A08', 'A09'].includes(code))
  if (ongoing && blows && (occurredAt === null || now - occurredAt < DAY)) codes.push('A01')
  return codes
}

function people({ headcount, crossVillage, crossTownship, vulnerable }: CaseFacts): RiskCode[] {
  const codes: RiskCode[] = []
  const n = headcount ?? 0
  if (n >= 50) codes.push('D04')
  else if (n >= 30) codes.push('D03')
  else if (n >= 10) codes.push('D02')
  else if (n >= 3) codes.push('D01')
  if (crossVillage) codes.push('D06')
  if (crossTownship) codes.push('D07')
  if (vulnerable.includes('minor')) codes.push('B04')
  if (vulnerable.includes('child-witness')) codes.push('B07')
  if (vulnerable.some((who) => who !== 'minor' && who !== 'child-witness')) codes.push('B05')
  return codes
}

function quarrel({ amountYuan, grudgeYears, broken }: CaseFacts): RiskCode[] {
  const codes: RiskCode[] = []
  const yuan = amountYuan ?? 0
  if (yuan >= 100_000) codes.push('C05')
  else if (yuan >= 50_000) codes.push('C04')
  else if (yuan >= 10_000) codes.push('C03')
  const years = grudgeYears ?? 0
  if (years >= 3) codes.push('C07')
  else if (years >= 1) codes.push('C06')
  if (broken) codes.push('E03')
  return codes
}

function byCategory({ category }: CaseFacts, rulebook: Rulebook): RiskCode[] {
  const implied = RISK_CODES.filter((code) => among(category, rulebook.implied[code] ?? []))
  return isKeyWatch(category, rulebook) ? ['C01', ...implied] : implied
}

function repeats({ reports }: CaseFacts, now: Instant, { repeatDays }: Rulebook): RiskCode[] {
  const count = countReports(reports, now, repeatDays)
  if (count >= 3) return ['E02']
  return count === 2 ? ['E01'] : []
}

/** Reports of the last days. A rejected prank raises nobody's count (domain 4.3, invariant 9). */
export const countReports = (reports: CaseFacts['reports'], now: Instant, days: number): number =>
  reports.filter(({ at, prank }) => !prank && at <= now && at > now - days * DAY).length

function season({ category }: CaseFacts, now: Instant, rulebook: Rulebook): RiskCode[] {
  const codes: RiskCode[] = []
  const days = daysToSpringFestival(now, rulebook)
  if (days !== null && days <= rulebook.wage.days && among(category, rulebook.wage.categories))
    codes.push('F01')
  if (seasonsFor(category, now, rulebook).length > 0) codes.push('F02')
  if (festivalsAround(now, rulebook).length > 0) codes.push('F03')
  return codes
}
