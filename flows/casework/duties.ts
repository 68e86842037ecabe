// The duties of an agreement: who owes what to whom by when, what was done of it, and what is still open.
import { z } from 'zod'
import { DAY, type Instant } from './calendar.ts'
import { type Fen, isFen, sumFen } from './money.ts'

export const DUTY_KINDS = [
  { code: 'payment', zh: '付款', en: 'payment' },
  { code: 'removal', zh: '拆除', en: 'removal' },
  { code: 'return', zh: '归还', en: 'return' },
  { code: 'apology', zh: '道歉', en: 'apology' },
  { code: 'stop', zh: '停止', en: 'stop doing it' },
  { code: 'boundary', zh: '分界', en: 'boundary' },
  { code: 'other', zh: '其他', en: 'other' },
] as const

export const PROOFS = ['receipt', 'transfer', 'photo'] as const
export type Proof = (typeof PROOFS)[number]

/** The one who receives, or an officer who saw it. The debtor's own word confirms nothing (domain 5.2). */
export const CONFIRMERS = ['creditor', 'officer'] as const
export type Confirmer = (typeof CONFIRMERS)[number]

/** Something done towards a duty. `fen` is null where it is no matter of money; `whole` says it was all of it. */
export const performanceSchema = z.object({
  no: z.number().int().min(1),
  at: z.number().int(),
  fen: z.number().refine(isFen).nullable(),
  whole: z.boolean(),
  proofs: z.array(z.enum(PROOFS)),
  confirmedBy: z.array(z.enum(CONFIRMERS)),
})
export type Performance = z.infer<typeof performanceSchema>

export const dutySchema = z.object({
  no: z.number().int().min(1),
  /** Ids of parties. */
  debtor: z.string().min(1),
  creditor: z.string().min(1),
  kind: z.enum(DUTY_KINDS.map(({ code }) => code)),
  /** Null where it is no matter of money. */
  amountFen: z
    .number()
    .refine((fen) => isFen(fen) && fen > 0)
    .nullable(),
  what: z.string(),
  place: z.string().nullable(),
  /** The last moment in time; null binds from now on without an end ("no music after 22:30"). */
  dueAt: z.number().int().nullable(),
  graceDays: z.number().int().min(0),
  /** Another duty of the same agreement that must be done first. */
  dependsOn: z.number().int().nullable(),
  performed: z.array(performanceSchema),
  waived: z.object({ at: z.number().int(), why: z.string().min(1) }).nullable(),
})
export type Duty = z.infer<typeof dutySchema>

export const DUTY_STATUSES = [
  { code: 'pending', zh: '未到期', en: 'not due yet' },
  { code: 'partial', zh: '部分履行', en: 'done in part' },
  { code: 'done', zh: '已履行', en: 'done' },
  { code: 'overdue', zh: '逾期', en: 'overdue' },
  { code: 'waived', zh: '豁免', en: 'waived' },
] as const
export type DutyStatus = (typeof DUTY_STATUSES)[number]['code']

export type Standing = {
  status: DutyStatus
  /** Confirmed money. */
  paidFen: Fen
  /** What is still owed; 0 for duties without money. */
  remainingFen: Fen
  /** Said by the debtor and confirmed by nobody. */
  claimedFen: Fen
  doneAt: Instant | null
  /** From when on it is overdue; null for a duty without an end, or while it waits for another. */
  overdueFrom: Instant | null
  /** The duty it waits for. */
  waitsFor: number | null
}

/** How a duty stands now. `all` are the duties of the same agreement, needed only where one depends on another. */
export function standing(duty: Duty, now: Instant, all: readonly Duty[] = []): Standing {
  const paidFen = sumFen(duty.performed.filter(isConfirmed).map(({ fen }) => fen ?? 0))
  const remainingFen = Math.max(0, (duty.amountFen ?? 0) - paidFen)
  const claimedFen = sumFen(duty.performed.filter((one) => !isConfirmed(one)).map(({ fen }) => fen ?? 0))
  const doneAt = completedAt(duty)
  const first = all.find(({ no }) => no === duty.dependsOn && no !== duty.no)
  const ready = first ? endedAt(first) : null
  const waits = first !== undefined && ready === null
  const overdueFrom = waits ? null : limit(duty, ready)
  const money = { paidFen, remainingFen, claimedFen, doneAt, overdueFrom, waitsFor: waits ? first.no : null }
  const begun = duty.performed.some(isConfirmed)
  if (duty.waived) return { ...money, remainingFen: 0, status: 'waived' }
  if (doneAt !== null) return { ...money, status: 'done' }
  if (overdueFrom !== null && now > overdueFrom) return { ...money, status: 'overdue' }
  return { ...money, status: begun ? 'partial' : 'pending' }
}

/** A receipt, a transfer, or the word of the creditor or an officer. A photo proves a wall, not a payment. */
export const isConfirmed = ({ fen, proofs, confirmedBy }: Performance): boolean =>
  confirmedBy.length > 0 || proofs.some((proof) => fen === null || proof !== 'photo')

/** The moment the last needed part was done; null while it is not. */
export function completedAt({ amountFen, performed }: Duty): Instant | null {
  const confirmed = performed.filter(isConfirmed)
  const complete =
    amountFen === null
      ? confirmed.some(({ whole }) => whole)
      : sumFen(confirmed.map(({ fen }) => fen ?? 0)) >= amountFen
  return complete ? Math.max(...confirmed.map(({ at }) => at)) : null
}

const endedAt = (duty: Duty): Instant | null => duty.waived?.at ?? completedAt(duty)

/** Who had to wait for another has at least a day once that is done. */
function limit({ dueAt, graceDays }: Duty, ready: Instant | null): Instant | null {
  if (dueAt === null) return null
  return Math.max(dueAt, ready === null ? dueAt : ready + DAY) + graceDays * DAY
}
