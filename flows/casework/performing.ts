// What happens to a duty: something is done towards it, confirmed, let go, or put off.
import type { Instant } from './calendar.ts'
import {
  type Confirmer,
  completedAt,
  type Duty,
  isConfirmed,
  type Performance,
  type Proof,
  standing,
} from './duties.ts'
import { type Fen, isFen, sumFen } from './money.ts'
import { type Refused, refuse } from './refusal.ts'

/** Notes something done. Money goes in parts of at most what remains; other things are done wholly or in part. */
export function perform(
  duty: Duty,
  done: { at: Instant; fen: Fen | null; whole?: boolean; proofs?: Proof[]; confirmedBy?: Confirmer[] },
): Duty | Refused {
  if (duty.waived) return refuse('waived', '这一项已经免了。', 'This duty was waived.')
  if (completedAt(duty) !== null) return refuse('done', '这一项已经履行完了。', 'This duty is done already.')
  if ((duty.amountFen === null) !== (done.fen === null))
    return duty.amountFen === null
      ? refuse('no-money', '这一项不涉及金额。', 'This duty is no matter of money.')
      : refuse('no-amount', '请写明金额。', 'Please give the amount.')
  const { remainingFen } = standing(duty, done.at)
  if (done.fen !== null && (!isFen(done.fen) || done.fen === 0 || done.fen > remainingFen))
    return refuse(
      'wrong-amount',
      '金额要大于0，不超过剩下的数。',
      'The amount must be above 0 and within what remains.',
    )
  const performance: Performance = {
    no: duty.performed.length + 1,
    at: done.at,
    fen: done.fen,
    whole: done.fen === null ? (done.whole ?? true) : done.fen === remainingFen,
    proofs: done.proofs ?? [],
    confirmedBy: done.confirmedBy ?? [],
  }
  return { ...duty, performed: [...duty.performed, performance] }
}

/** Adds a confirmation or a proof to what was noted before. */
export function confirm(
  duty: Duty,
  no: number,
  by: { confirmer: Confirmer } | { proof: Proof },
): Duty | Refused {
  const noted = duty.performed.find((one) => one.no === no)
  if (!noted) return refuse('unknown', '没有这一笔记录。', 'There is no such entry.')
  const better: Performance =
    'proof' in by
      ? { ...noted, proofs: union(noted.proofs, by.proof) }
      : { ...noted, confirmedBy: union(noted.confirmedBy, by.confirmer) }
  const confirmed = { ...duty, performed: duty.performed.map((one) => (one === noted ? better : one)) }
  const total = sumFen(confirmed.performed.filter(isConfirmed).map(({ fen }) => fen ?? 0))
  if (duty.amountFen !== null && total > duty.amountFen)
    return refuse(
      'too-much',
      '合计超过说好的数，请核对。',
      'That adds up to more than was agreed; please check.',
    )
  return confirmed
}

/** Only who is owed can let it go. */
export function waive(duty: Duty, by: { creditorAgrees: boolean; at: Instant; why: string }): Duty | Refused {
  if (!by.creditorAgrees || by.why.trim() === '')
    return refuse('not-agreed', '要对方同意，并写明理由。', 'The creditor must agree, and say why.')
  return { ...duty, waived: { at: by.at, why: by.why } }
}

/** Another day or another sum needs a supplement that both sides confirmed. What was paid already stays paid. */
export function reschedule(
  duty: Duty,
  by: { dueAt: Instant | null; amountFen?: Fen | null; supplement: boolean; bothConfirm: boolean },
): Duty | Refused {
  if (!by.supplement || !by.bothConfirm)
    return refuse(
      'not-agreed',
      '要书面变更，双方确认。',
      'It needs a written supplement that both sides confirm.',
    )
  if (duty.waived || completedAt(duty) !== null)
    return refuse('done', '这一项已经办完了。', 'This duty has ended already.')
  const later = { ...duty, dueAt: by.dueAt }
  const fen = by.amountFen ?? null
  if (fen === null) return later
  if (duty.amountFen === null)
    return refuse('no-money', '这一项不涉及金额。', 'This duty is no matter of money.')
  if (!isFen(fen) || fen === 0 || fen < standing(duty, 0).paidFen)
    return refuse(
      'wrong-amount',
      '新的金额要大于0，也不能比已经付的少。',
      'The new sum must be above 0 and no less than what was paid already.',
    )
  return { ...later, amountFen: fen }
}

/** What is wrong with the duties of an agreement as a whole; null when they hang together. */
export function checkDuties(duties: readonly Duty[]): Refused | null {
  const numbers = duties.map(({ no }) => no)
  if (new Set(numbers).size < numbers.length)
    return refuse('twice', '义务编号重复。', 'A number is used for two duties.')
  for (const { no, dependsOn, kind, amountFen, debtor, creditor } of duties) {
    if (debtor === creditor)
      return refuse('same-party', `第${no}项的双方是同一人。`, `Duty ${no} binds one party to itself.`)
    if (amountFen === 0 || (kind === 'payment' && amountFen === null))
      return refuse('no-amount', `第${no}项要写明金额。`, `Duty ${no} needs an amount.`)
    if (dependsOn !== null && (dependsOn >= no || !numbers.includes(dependsOn)))
      return refuse('order', `第${no}项只能等前面的一项。`, `Duty ${no} can only wait for an earlier one.`)
  }
  return null
}

const union = <T>(list: readonly T[], one: T): T[] => (list.includes(one) ? [...list] : [...list, one])
