// Every rule a station may change, with the values it starts from, and the record of who changed what and why.
import { z } from 'zod'
import { defaultCalendar } from './calendar.ts'
import { spanSchema } from './span.ts'
import { DIFFICULTY_RULES, difficultySchema } from './tables/difficulty.ts'
import { LEVEL_CODES, LEVEL_RULES, type Level, levelSchema, MODES } from './tables/level.ts'
import { CAPS, DISCOUNT_FLOOR, INDICATORS, type RiskCode, riskCodeSchema, THRESHOLDS } from './tables/risk.ts'
import {
  SURFACE_PHRASES,
  SURFACE_SIGNALS,
  SURFACE_THRESHOLDS,
  type SurfaceCode,
  surfaceCodeSchema,
} from './tables/surface.ts'
import { LOCAL_WATCH, SUB_CODES, TOP_CODES, TOPS } from './tables/taxonomy.ts'
import { isZone } from './zone.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const day = z.iso.date()
const points = z.number().int().min(-100).max(100)
const category = z.enum([...TOP_CODES, ...SUB_CODES])
const modes = z.enum(MODES)
const phrases = z.array(z.string().min(1)).readonly()

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
const weekday = z.number().int().min(1).max(7)

/** Days on which nobody is visited here: from one date to another, the same every year, or days of the week. */
const avoided = z.union([
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1), from: day, to: day }),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1), from: monthDay, to: monthDay }),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1), weekdays: z.array(weekday).min(1) }),
])

const levelRule = z.strictObject({
  accept: spanSchema,
  firstContact: spanSchema,
  faceToFace: spanSchema.nullable(),
  review: spanSchema,
  targetDays: z.number().int().min(1).max(366),
  revisitDays: z.array(z.number().int().min(1).max(730)).min(1),
  modes: z.strictObject({ first: modes, middle: modes, last: modes }),
  calmDays: z.number().int().min(0).max(366),
})

const season = z.strictObject({
  code: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  /** `MM-DD`, both days included; a season may run over the new year. */
  from: monthDay,
  to: monthDay,
  categories: z.array(category).min(1),
})

const festival = z.strictObject({
  kind: z.enum(['spring-festival', 'festival']),
  zh: z.string().min(1),
  en: z.string().min(1),
  date: day,
})

const change = z.strictObject({
  version: z.string(),
  who: z.string().min(1),
  when: z.number().int(),
  why: z.string().min(1),
  changed: z.array(z.strictObject({ path: z.string(), from: z.json(), to: z.json() })),
})

export const rulebookSchema = z.strictObject({
  /** Named in every grading, so that it can be explained later. */
  version: z.string().min(1),
  versions: z.array(change),
  risk: z.strictObject({
    points: z.record(riskCodeSchema, points),
    thresholds: z.record(levelSchema, z.number().int().min(0).max(500)),
    caps: z.strictObject({ A: points, B: points, C: points, D: points, E: points, F: points }),
    discountFloor: points,
  }),
  /** Categories that bring an indicator with them, as top codes or sub codes. */
  implied: z.partialRecord(riskCodeSchema, z.array(category)),
  levels: z.record(levelSchema, levelRule),
  surface: z.strictObject({
    points: z.record(surfaceCodeSchema, points),
    thresholds: z.strictObject({ watch: points, surface: points, reopen: points }),
    phrases: z.strictObject({
      SR4: phrases,
      SR5: phrases,
      SR7: phrases,
      SR8: phrases,
      SR9: phrases,
      SR10: phrases,
    }),
  }),
  /** The article's watch list: marriage, labour, neighbours. It brings C01. */
  keyWatch: z.array(category).min(1),
  /** Watched here as well, without points of its own. */
  localWatch: z.array(category),
  seasons: z.array(season),
  /** Entered by the station year by year; nothing is computed from a lunar calendar. */
  festivals: z.array(festival),
  festivalDays: z.number().int().min(0).max(60),
  wage: z.strictObject({ categories: z.array(category).min(1), days: z.number().int().min(0).max(180) }),
  repeatDays: z.number().int().min(1).max(366),
  graceDays: z.number().int().min(0).max(60),
  /** Meetings that look at risk together (研判): on which day of the week and when, and how many days before what is ahead. */
  assessment: z
    .strictObject({
      weekday,
      clock,
      festivalAhead: z.number().int().min(0).max(60),
      seasonAhead: z.number().int().min(0).max(90),
    })
    .default({ weekday: 1, clock: '10:00', festivalAhead: 7, seasonAhead: 14 }),
  /** When residents are revisited, station time. */
  revisitHours: z.strictObject({ from: clock, to: clock }),
  /** The station's own market, harvest and festival days, when people are left alone. */
  avoid: z.array(avoided).default([]),
  calendar: z.strictObject({
    offsetMinutes: z.number().int().min(-720).max(840),
    zone: z.string().refine(isZone).nullable().default(null),
    work: z.strictObject({ from: clock, to: clock, days: z.array(weekday) }),
    holidays: z.array(day),
    extraWorkDays: z.array(day),
    quiet: z.strictObject({ from: clock, to: clock }),
  }),
  /** Difficulties that are no dispute, simple disputes, hard ones. */
  difficulty: difficultySchema.default(DIFFICULTY_RULES),
  /** `case` opens case numbers, `short` is the station's character in agreement numbers. */
  numbering: z.strictObject({
    case: z.string().regex(/^[A-Z]{1,6}$/),
    short: z.string().min(1).max(6),
  }),
})

export type Rulebook = z.infer<typeof rulebookSchema>
export type RuleChange = Rulebook['versions'][number]
export type LevelRule = Rulebook['levels'][Level]
export type Season = Rulebook['seasons'][number]
export type Festival = Rulebook['festivals'][number]
export type Avoided = Rulebook['avoid'][number]

const riskPoints = Object.fromEntries(INDICATORS.map((one) => [one.code, one.points])) as Record<
  RiskCode,
  number
>
const surfacePoints = Object.fromEntries(SURFACE_SIGNALS.map((one) => [one.code, one.points])) as Record<
  SurfaceCode,
  number
>
const levelRules = Object.fromEntries(
  LEVEL_CODES.map((code) => {
    const rule = LEVEL_RULES[code]
    return [code, { ...rule, revisitDays: [...rule.revisitDays] }]
  }),
) as Record<Level, LevelRule>

export const defaultRulebook: Rulebook = {
  version: 'r1',
  versions: [],
  risk: {
    points: riskPoints,
    thresholds: { ...THRESHOLDS },
    caps: { ...CAPS },
    discountFloor: DISCOUNT_FLOOR,
  },
  implied: {
    A11: ['MF-DV'],
    B04: ['SC-BU', 'SC-AB'],
    C02: ['LF'],
    C08: ['RL'],
    C09: ['EX-ST', 'EX-RS', 'VA-AF'],
  },
  levels: levelRules,
  surface: { points: surfacePoints, thresholds: { ...SURFACE_THRESHOLDS }, phrases: SURFACE_PHRASES },
  keyWatch: TOPS.filter((top) => top.keyWatch).map((top) => top.code),
  localWatch: [...LOCAL_WATCH],
  seasons: [
    {
      code: 'fungus',
      zh: '虫草采集季',
      en: 'Caterpillar-fungus season',
      from: '04-15',
      to: '07-31',
      categories: ['LF-CC'],
    },
    {
      code: 'matsutake',
      zh: '松茸采集季',
      en: 'Matsutake season',
      from: '07-01',
      to: '09-30',
      categories: ['LF-CC'],
    },
  ],
  festivals: [{ kind: 'spring-festival', zh: '春节', en: 'Spring Festival', date: '2027-02-06' }],
  festivalDays: 7,
  wage: { categories: ['LB-WG', 'LB-SV'], days: 60 },
  repeatDays: 30,
  graceDays: 0,
  assessment: { weekday: 1, clock: '10:00', festivalAhead: 7, seasonAhead: 14 },
  revisitHours: { from: '09:00', to: '20:00' },
  avoid: [],
  calendar: { ...defaultCalendar, zone: null },
  difficulty: DIFFICULTY_RULES,
  numbering: { case: 'RD', short: '热' },
}
