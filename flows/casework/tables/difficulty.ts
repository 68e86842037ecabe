// 困难诉求, 简易纠纷 and hard cases: what a station may change of them. The article names all three and gives no list and no limit,
// so every value here is a proposal [D].
import { z } from 'zod'
import { spanSchema } from '../span.ts'
import { SUB_CODES, TOP_CODES } from './taxonomy.ts'

/** What kind of difficulty it is; few and general, and the last is for everything else. */
const KINDS = [
  { code: 'papers', zh: '证件、户口、办手续', en: 'Papers, household register' },
  { code: 'livelihood', zh: '生活困难', en: 'Livelihood' },
  { code: 'road', zh: '出行、道路', en: 'Transport, roads' },
  { code: 'utilities', zh: '水、电、通信', en: 'Water, power, telephone' },
  { code: 'school', zh: '上学', en: 'School' },
  { code: 'medical', zh: '看病、照料', en: 'Illness, care' },
  { code: 'other', zh: '其他困难', en: 'Other' },
]

const kind = z.strictObject({
  code: z.string().regex(/^[a-z]{2,20}$/),
  zh: z.string().min(1).max(20),
  en: z.string().min(1).max(40),
})

export const difficultySchema = z.strictObject({
  kinds: z.array(kind).min(1).max(12),
  /** By when an answer is promised, in working days from when it was told. */
  answerDays: z.number().int().min(1).max(60),
  /** By when somebody takes it. */
  accept: spanSchema,
  /** How often "not solved" gives it back to whoever had it; after that a leader decides. */
  reopenings: z.number().int().min(0).max(10),
  simple: z.strictObject({
    /** Up to this sum, in yuan, a dispute may be simple. */
    mostYuan: z.number().int().min(0),
    /** How much of the level's limit for accepting mediators have to answer an offer. */
    share: z.number().min(0.1).max(1),
  }),
  hard: z.strictObject({
    /** So many people or more, at ORANGE or RED, are a group. */
    people: z.number().int().min(2),
    /** So many workers in a matter of wages. */
    workers: z.number().int().min(2),
    /** Talks that came to nothing. */
    failures: z.number().int().min(1),
    /** Land and pasture: hard whatever their level. */
    categories: z.array(z.enum([...TOP_CODES, ...SUB_CODES])),
  }),
})

export type DifficultyRules = z.infer<typeof difficultySchema>

export const DIFFICULTY_RULES: DifficultyRules = {
  kinds: KINDS,
  answerDays: 3,
  accept: { n: 4, unit: 'work-hour' },
  reopenings: 2,
  simple: { mostYuan: 5_000, share: 0.5 },
  hard: { people: 10, workers: 10, failures: 2, categories: ['LF-GR', 'LF-CC', 'LF-BD'] },
}

/** How a kind is called; one that was taken out of the list since is called what it is, something else. */
export function difficultyKind({ kinds }: DifficultyRules, code: string): { zh: string; en: string } {
  const { zh, en } = kinds.find((one) => one.code === code) ?? { zh: '其他困难', en: 'Other' }
  return { zh, en }
}

/** A kind of the list, whatever was said. */
export const kindInList = ({ kinds }: DifficultyRules, code: string | null): string =>
  kinds.some((one) => one.code === code) ? String(code) : kinds.at(-1)!.code
