// One step of the life cycle: checked by its guard, written down with who and why, and what no longer waits is let go.
import type { GuardFacts } from '../../../flows/casework/guard-facts.ts'
import { isOpen, step, transition } from '../../../flows/casework/life-cycle.ts'
import { isRefused, type Refused } from '../../../flows/casework/refusal.ts'
import { actsAs, type Role } from '../../../flows/casework/roles.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { TrackCode } from '../../../flows/casework/tables/taxonomy.ts'
import type { Books } from '../../books.ts'
import { transitions } from '../../schema/index.ts'
import { type Case, type Change, categoryOf, codesOf, save, stateOf, subjectOf } from './case.ts'
import { mootSitting } from './joint-due.ts'
import { withoutLeavers } from './leavers.ts'
import { limitsAtStep } from './limits.ts'
import { awaitAgain, letGo } from './waiting.ts'

export type Act = {
  /** In which roles; `bot` and `system` name the books themselves. */
  roles: readonly Role[]
  /** What the guard must know beyond the case itself. */
  facts?: GuardFacts
  /** A code. */
  reason?: string
  /** Words of whoever acts; sealed. */
  text?: string | null
  change?: Change
}

/** Null when the step was taken; the guard's sentence when it was not, and then nothing has changed. */
export async function advance(books: Books, c: Case, to: State, act: Act): Promise<Refused | null> {
  const from = stateOf(c.row)
  const facts = { ...guardFacts(books, c), ...act.facts }
  const stepped = step(from, to, { actor: act.roles, facts }, books.station.rulebook)
  if (isRefused(stepped)) return stepped
  const may: readonly Role[] = transition(from, to)!.by
  const role = actsAs(act.roles).find((one) => may.includes(one))!
  const by = act.roles.includes('system') ? 'system' : act.roles.includes('bot') ? 'bot' : books.actor.id
  const words = act.text?.trim()
  const again = !isOpen(from) && isOpen(to)
  const saved = save(books, c, {
    ...act.change,
    ...stamp(c, to, books.now),
    // How it ended before is not how it ends.
    ...(again ? { endToldAt: null, ...(await withoutLeavers(books, c)) } : {}),
    state: to,
  })
  const at = { rev: c.row.rev, step: c.steps++ }
  const written = books.tx.insert(transitions).values({
    stationId: books.station.id,
    disputeId: c.row.id,
    ...at,
    at: books.now,
    from,
    to,
    role,
    by,
    reason: act.reason ?? null,
    text: words ? c.vault.seal('transitions.text', `${c.row.id}:${at.rev}:${at.step}`, words) : null,
  })
  books.audit('state', subjectOf(c), { from, to, role, by, ...(act.reason ? { reason: act.reason } : {}) })
  // The case is locked already, and the three know nothing of each other.
  await Promise.all([saved, written, letGo(books, c)])
  // Its end let go of everything; whoever opens it again sets more going, and this much is always waited for.
  if (again) await awaitAgain(books, c)
  if (from === 'MEDIATING' && to !== 'MEDIATING') await mootSitting(books, c)
  await limitsAtStep(books, c, from, to)
  return null
}

/** A step that the books take themselves and that cannot fail; if it does, the mistake is ours. */
export async function mustAdvance(books: Books, c: Case, to: State, act: Act): Promise<void> {
  const refused = await advance(books, c, to, act)
  if (refused) throw new Error(`${c.row.state} cannot become ${to}: ${refused.refused}`)
}

/** What every guard may ask of the case itself. 110 is named in the first words said to anyone (P00). */
export const guardFacts = (books: Books, { row }: Case): GuardFacts => ({
  category: categoryOf(row),
  codes: codesOf(books, row),
  level: row.level,
  ...(row.track ? { track: row.track as TrackCode } : {}),
  leader: row.leaderId,
  officer: row.officerId,
  told110: true,
  ...(row.emergencyFrom ? { interrupted: row.emergencyFrom as State } : {}),
})

/** When a case first came to a state, or last, where only the last counts. */
function stamp({ row }: Case, to: State, now: number): Change {
  switch (to) {
    case 'REPORTED':
      return { registeredAt: now }
    case 'ACCEPTED':
      return { acceptedAt: now, screenedAt: now }
    case 'REJECTED':
      return { screenedAt: now }
    case 'ASSIGNED':
      return { assignedAt: now }
    case 'CLAIMED':
      return { claimedAt: now }
    case 'MEDIATING':
      return { mediatedAt: row.mediatedAt ?? now }
    case 'AGREED':
      return { agreedAt: now }
    case 'CLOSED':
      return { closedAt: now }
    case 'REOPENED':
      return { reopenedAt: now, closedAt: null }
    default:
      return {}
  }
}
