// Closing a case: only when the guards find nothing open; what was planned is let go, and everybody is told.
import type { GuardFacts } from '../../../flows/casework/guard-facts.ts'
import type { Refused } from '../../../flows/casework/refusal.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Books } from '../../books.ts'
import { advance } from './advance.ts'
import { dutyFacts } from './breach.ts'
import type { Case } from './case.ts'
import { dutiesOf, ledger } from './duty-book.ts'
import { tellEnd } from './end-told.ts'
import { lastMediation } from './mediations.ts'
import { tellMerged } from './merged.ts'
import { type Ending, endReferral } from './referral.ts'
import { lastReferral } from './resident.ts'
import { endAssignment } from './responsible.ts'
import { halvesOf, judgedRounds, type RoundRow, roundsOf, supersedeRounds, waiveRounds } from './rounds.ts'

/** The last round, where nothing that was planned or promised is left to do: a leader may close the case. */
export async function lastOfAll(books: Books, c: Case): Promise<RoundRow | null> {
  if (c.row.state !== 'REVISITING' || (await roundsOf(books, c, ['planned', 'open'])).length > 0) return null
  const [last] = await judgedRounds(books, c)
  const { thresholds } = books.station.rulebook.surface
  if (!last || (last.surface ?? 0) >= thresholds.surface) return null
  return ledger(books, await dutiesOf(books, c)).open.length > 0 ? null : last
}

export type Closing = {
  roles: readonly Role[]
  reason: string
  /** The leader accepts the reason for leaving out the revisits that remain. */
  waive: boolean
  /** The other ways were told; null is what the last mediation recorded. */
  remediesTold: boolean | null
  /** Of a case that another body settled: what came of it. Without it the reason is all that is known. */
  ending?: Ending
}

export async function closeCase(books: Books, c: Case, closing: Closing): Promise<Refused | null> {
  const from = c.row.state
  const { roles, reason } = closing
  const facts = await closingFacts(books, c, closing)
  const change = { endReason: from.toLowerCase() }
  const refused = await advance(books, c, 'CLOSED', { roles, facts, reason: 'closed', text: reason, change })
  if (refused) return refused
  if (from === 'REFERRED')
    await endReferral(books, c, 'finished', closing.ending ?? { words: reason, told: null })
  if (closing.waive) await waiveRounds(books, c, reason)
  else await supersedeRounds(books, c)
  await endAssignment(books, c, 'closed')
  await tellEnd(books, c, 'closed', { sides: true })
  await tellMerged(books, c)
  return null
}

async function closingFacts(
  books: Books,
  c: Case,
  { reason, waive, remediesTold }: Closing,
): Promise<GuardFacts> {
  const judged = await judgedRounds(books, c)
  const surfaceScore = judged[0]?.surface ?? undefined
  const referral = await lastReferral(books, c)
  return {
    ...(await dutyFacts(books, c)),
    openRounds: (await roundsOf(books, c, ['planned', 'open'])).length,
    ...(waive ? { acceptedReason: reason } : {}),
    askedSeparately: await askedSeparately(books, judged),
    ...(surfaceScore === undefined ? {} : { surfaceScore }),
    remediesTold: remediesTold ?? (await lastMediation(books, c))?.remediesTold === true,
    // The leader who closes a referral writes down what the receiving unit answered.
    receipt: referral !== null && reason.trim() !== '',
    reporterTold: c.row.reporterAddress === null || referral?.toldReporterAt != null,
  }
}

/** Nobody was asked. */
const LET_GO: readonly string[] = ['waived', 'superseded']

/** In some round each side was asked by itself, however that ended. */
async function askedSeparately(books: Books, judged: readonly { id: string }[]): Promise<boolean> {
  for (const { id } of judged) {
    const halves = await halvesOf(books, id)
    if (
      halves.length === 2 &&
      halves.every(({ endedAt, state }) => endedAt !== null && !LET_GO.includes(state))
    )
      return true
  }
  return false
}
