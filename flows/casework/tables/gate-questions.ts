// What an officer answers at the legal gate, each by one tap, and what may be answered. Source: domain 2.5.
import { z } from 'zod'

/**
 * In the order in which they are asked. `bars` is whatever ends the matter at once; the others belong to a kind of dispute.
 * The first answer of each is the one in which nothing is in the way.
 */
export const GATE_QUESTIONS = {
  bars: ['none', 'crime', 'court', 'arbitration', 'body', 'petition', 'refused', 'special'],
  /** Violence in the family: words, threats and locking in count. */
  home: ['none', 'violence'],
  /** 治安法9 and 程序规定179: what was done, and what shuts police mediation out. */
  act: ['none', 'minor', 'serious', 'hired', 'gang', 'repeat', 'unwilling', 'during', 'fled', 'other'],
  /** 程序规定181 */
  guardian: ['adults', 'present', 'absent'],
  /** Who it belongs to is for government; how it is used can be discussed. */
  title: ['use', 'both', 'title'],
  /** How it is shared out can be discussed; price and procedure are an act of government. */
  taking: ['share', 'price'],
  workers: ['few', 'ten'],
  job: ['still', 'left'],
  /** The labour office ordered to pay, and nothing was paid. */
  ordered: ['no', 'unpaid'],
  /** Whether both sides have the finding of the traffic police. */
  finding: ['waiting', 'within', 'over'],
  wish: ['lawful', 'usury', 'gambling', 'blood', 'arranged'],
} as const

export type GateQuestion = keyof typeof GATE_QUESTIONS
export type GateAnswer<Q extends GateQuestion> = (typeof GATE_QUESTIONS)[Q][number]
export type GateAnswers = { [Q in GateQuestion]?: GateAnswer<Q> }

export const GATE_QUESTION_CODES = Object.keys(GATE_QUESTIONS) as GateQuestion[]

/** What somebody says was answered; whatever is no answer to its question does not fit. */
export const gateAnswersSchema: z.ZodType<GateAnswers> = z.strictObject({
  bars: z.enum(GATE_QUESTIONS.bars).optional(),
  home: z.enum(GATE_QUESTIONS.home).optional(),
  act: z.enum(GATE_QUESTIONS.act).optional(),
  guardian: z.enum(GATE_QUESTIONS.guardian).optional(),
  title: z.enum(GATE_QUESTIONS.title).optional(),
  taking: z.enum(GATE_QUESTIONS.taking).optional(),
  workers: z.enum(GATE_QUESTIONS.workers).optional(),
  job: z.enum(GATE_QUESTIONS.job).optional(),
  ordered: z.enum(GATE_QUESTIONS.ordered).optional(),
  finding: z.enum(GATE_QUESTIONS.finding).optional(),
  wish: z.enum(GATE_QUESTIONS.wish).optional(),
}) as z.ZodType<GateAnswers>
