// Judging a round: once both halves are in, at once where somebody is in danger, and again when more is heard of it.
import { type Judgement, judge } from '../../../flows/casework/outcome.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { RoundGiven } from '../../../flows/casework/round.ts'
import { OUTCOMES } from '../../../flows/casework/tables/outcome.ts'
import type { Books } from '../../books.ts'
import { carryOut } from './carry-out.ts'
import { type Case, categoryOf, codesOf, subjectOf } from './case.ts'
import { dutiesOf, PARTIES } from './duty-book.ts'
import { attemptsOf, isAwaited, roundBefore, roundOf } from './round-of.ts'
import {
  halvesOf,
  judgedRounds,
  type RevisitRow,
  type RoundRow,
  revisitById,
  roundById,
  roundsOf,
  setRevisit,
  setRound,
} from './rounds.ts'
import { forget } from './waiting.ts'

/**
 * Null while a half is awaited and nothing presses. `roles` are those of whoever recorded the last word: `['bot']` when
 * a side answered by itself. A round that was judged before has consequences again only where it has become graver.
 */
export async function judgeRound(
  books: Books,
  c: Case,
  roundId: string,
  roles: readonly Role[] = ['bot'],
): Promise<Judgement | null> {
  const round = await roundById(books, roundId)
  if (!round || round.disputeId !== c.row.id) return null
  const halves = await halvesOf(books, round.id)
  const given = await givenOf(books, c, round, halves)
  const judgement = judge(given, books.station.rulebook)
  const early = round.state === 'waived' || round.state === 'superseded' || halves.some(isAwaited)
  if (early && !presses(judgement)) return null
  const graver = round.state !== 'done' || isGraver(books, judgement, round)
  await write(books, c, round, halves, judgement)
  if (graver) await carryOut(books, c, { round, halves, judgement, roles })
  return judgement
}

/**
 * After a third party's word was written: the round it belongs to is judged again, the running one where it presses.
 * `revisit` is the half it was given to, null for "how is it in general".
 */
export async function judgeThirdParty(
  books: Books,
  c: Case,
  revisit: string | null,
  roles: readonly Role[],
): Promise<Judgement | null> {
  const half = revisit === null ? null : await revisitById(books, revisit)
  const round =
    half?.roundId ??
    (await roundsOf(books, c, ['open']))[0]?.id ??
    (await judgedRounds(books, c))[0]?.id ??
    null
  return round === null ? null : judgeRound(books, c, round, roles)
}

/** Danger does not wait for the other side to be heard, and neither does a peace that has visibly broken. */
const presses = ({ code, surface }: Judgement): boolean =>
  code === 'R-NEWRISK' || code === 'R-RECUR' || surface.band === 'reopen'

/** A worse outcome than was found before, or the same one with a peace that has now visibly broken. */
function isGraver(
  books: Books,
  { code, surface }: Judgement,
  { code: before, surface: score }: RoundRow,
): boolean {
  const broke = surface.band === 'reopen' && (score ?? 0) < books.station.rulebook.surface.thresholds.reopen
  return before === null || gravity(code) < gravity(before) || broke
}

/** 0 is the gravest. */
const gravity = (code: string): number => OUTCOMES.findIndex((one) => one.code === code)

async function givenOf(books: Books, c: Case, round: RoundRow, halves: RevisitRow[]): Promise<RoundGiven> {
  const before = await roundBefore(books, c, round)
  const others = (await roundsOf(books, c, ['planned', 'open'])).filter(({ id }) => id !== round.id)
  const attempts = (side: 'A' | 'B') => attemptsOf(halves.find((one) => one.side === side)?.attempts ?? [])
  return {
    round: await roundOf(books, c, round),
    previous: before && (await roundOf(books, c, before)),
    duties: (await dutiesOf(books, c)).map(({ duty }) => duty),
    parties: PARTIES,
    level: c.row.level,
    category: categoryOf(c.row),
    codes: codesOf(books, c.row),
    attempts: { A: attempts('A'), B: attempts('B') },
    last: others.length === 0,
    now: books.now,
  }
}

/** The round ends; what was still awaited of it is let go. */
async function write(
  books: Books,
  c: Case,
  round: RoundRow,
  halves: RevisitRow[],
  { code, verdict, who, surface, visited }: Judgement,
): Promise<void> {
  await setRound(books, round.id, {
    state: 'done',
    code,
    verdict,
    surface: surface.score,
    signals: surface.reasons.map(({ code: signal, points, by }) => ({ code: signal, points, by })),
    // A word that comes later turns the judgement, and not the day.
    endedAt: round.endedAt ?? books.now,
  })
  for (const half of halves) {
    const own = who.includes(half.side) ? verdict : visited[half.side] ? 'kept' : 'one-side-silent'
    if (!isAwaited(half)) {
      await setRevisit(books, half, { verdict: own })
      continue
    }
    await setRevisit(books, half, { state: 'superseded', endedAt: books.now })
    await forget(books, c, 'revisit', half.id)
    await forget(books, c, 'unanswered', half.id)
    await books.cancel(`ask:${c.row.id}:${half.id}`)
  }
  books.audit('round', subjectOf(c), { no: round.no, code, verdict, surface: surface.score })
}
