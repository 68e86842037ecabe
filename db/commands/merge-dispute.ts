// 并案: a person has looked at two cases and says whether they are one matter. Both numbers stay; what is merged is told so.
import { and, eq, or } from 'drizzle-orm'
import { higher } from '../../flows/casework/level.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { findCaseNumber } from '../../flows/casework/number.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { MergeDispute, Merged } from '../../flows/merge/commands.ts'
import type { Books, Handler } from '../books.ts'
import { disputeLinks } from '../schema/index.ts'
import { advance } from './shared/advance.ts'
import {
  type Case,
  codesOf,
  joinFacts,
  lockByNumber,
  lockCase,
  lockMerged,
  officerLed,
  save,
  stateOf,
  subjectOf,
} from './shared/case.ts'
import { tellEnd } from './shared/end-told.ts'
import { keepApart, regardDanger } from './shared/filing.ts'
import { announceRaise, evaluate, raiseTo } from './shared/grading.ts'
import { noSuchCase } from './shared/refusal.ts'
import { reopen } from './shared/reopen.ts'
import { recorded, sightOf } from './shared/sight.ts'
import { responsible, tellStaff } from './shared/tell.ts'

type Given = MergeDispute['with']

export const mergeDispute: Handler<'mergeDispute'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev, 'officer')
  if (isRefused(found)) return found
  const { c, roles } = found
  if (given.decision === 'unsure') {
    books.audit('maybe-same', subjectOf(c), {})
    return { number: c.row.number, state: c.row.state, other: null, decision: 'unsure' }
  }
  const other = await theOther(books, given)
  if (!other) return noSuchCase()
  if (other.row.id === c.row.id)
    return refuse(
      'itself',
      '这就是同一个编号，请打另一件的编号。',
      'That is this very case; give the number of the other.',
    )
  const refused = await DECIDE[given.decision](books, c, other, roles, given)
  return refused ?? merged(c, other, given.decision)
}

const merged = (c: Case, other: Case, decision: Given['decision']): Merged => ({
  number: c.row.number,
  state: c.row.state,
  other: other.row.number,
  decision,
})

/** Where it was merged itself, the case it went to; only one that whoever acts may see. */
async function theOther(books: Books, { other, otherNumber }: Given): Promise<Case | null> {
  const named = otherNumber && findCaseNumber(otherNumber, books.station.rulebook.numbering)
  const first = other ? await lockCase(books, other) : named ? await lockByNumber(books, named) : null
  const last = first && (await lockMerged(books, first))
  return last && (await sightOf(books, last.row.id))(last.row) ? last : null
}

type Decide = (books: Books, c: Case, other: Case, roles: Role[], given: Given) => Promise<Refused | null>

const same: Decide = async (books, c, other, roles, { reason }) => {
  if (officerLed(books, c.row) && !officerLed(books, other.row))
    return refuse(
      'officer-led',
      '这一件由民警办，不能并到那一件里；请把那一件并过来，或者先改类别。',
      'Officers lead this case, so it cannot go into the other; merge the other into this one, or correct the category first.',
    )
  const refused = await advance(books, c, 'MERGED', {
    roles,
    facts: { sameDispute: reason.trim() !== '', reason },
    reason: 'merged',
    text: reason,
    change: { mergedInto: other.row.id },
  })
  if (refused) return refused
  await keepLink(books, c, other, 'merged')
  books.audit('merged', subjectOf(c), { into: other.row.number })
  const brought = await bring(books, c, other, roles, reason)
  if (isRefused(brought))
    throw new Error(`${other.row.state} cannot take in a merged case: ${brought.refused}`)
  await tellEnd(books, c, 'merged')
  return null
}

/** Facts are joined and the graver level holds: what is told again raises a case and never lowers it. */
async function bring(
  books: Books,
  c: Case,
  other: Case,
  roles: Role[],
  reason: string,
): Promise<Refused | null> {
  const before = { codes: codesOf(books, other.row), level: other.row.level }
  const { facts } = other.row
  const reports = [...(facts.reports ?? []), ...(c.row.facts.reports ?? [])]
  await save(books, other, {
    facts: joinFacts(facts, {
      danger: c.row.facts.danger ?? [],
      reports: [...new Map(reports.map((one) => [one.at, one])).values()].sort((a, b) => a.at - b.at),
      headcount: greater(facts.headcount, c.row.facts.headcount),
      crossVillage: facts.crossVillage === true || c.row.facts.crossVillage === true,
      crossTownship: facts.crossTownship === true || c.row.facts.crossTownship === true,
    }),
  })
  if (!isOpen(stateOf(other.row)))
    return reopen(books, other, {
      roles,
      facts: { samePartiesAndKind: true },
      reason: 'told-again',
      text: reason,
      atLeast: c.row.level,
    })
  await announceRaise(books, other, await evaluate(books, other))
  if (higher(other.row.level, c.row.level) !== other.row.level)
    await announceRaise(books, other, await raiseTo(books, other, c.row.level))
  await keepApart(books, other)
  await regardDanger(books, other, before)
  await tellStaff(books, other, { people: responsible(other) }, (about) => ({
    kind: 'mergedIn',
    other: c.row.number,
    ...about,
  }))
  return null
}

const greater = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null ? (b ?? null) : b == null ? a : Math.max(a, b)

/** What was counted as told again stays counted: nothing is lowered by it. */
const different: Decide = async (books, c, other) => {
  await keepLink(books, c, other, 'not-same')
  books.audit('not-same', subjectOf(c), { other: other.row.number })
  return null
}

const DECIDE: { [D in Exclude<Given['decision'], 'unsure'>]: Decide } = { same, different }

/** In whichever direction it was made; a person's word takes the place of a guess. */
async function keepLink(books: Books, c: Case, other: Case, kind: 'merged' | 'not-same'): Promise<void> {
  const [a, b] = [c.row.id, other.row.id]
  const changed = await books.tx
    .update(disputeLinks)
    .set({ kind, by: books.actor.id, at: books.now })
    .where(
      and(
        eq(disputeLinks.stationId, books.station.id),
        or(
          and(eq(disputeLinks.disputeId, a), eq(disputeLinks.otherId, b)),
          and(eq(disputeLinks.disputeId, b), eq(disputeLinks.otherId, a)),
        ),
      ),
    )
    .returning({ id: disputeLinks.disputeId })
  if (changed.length > 0) return
  await books.tx.insert(disputeLinks).values({
    stationId: books.station.id,
    disputeId: a,
    otherId: b,
    kind,
    at: books.now,
    by: books.actor.id,
  })
}
