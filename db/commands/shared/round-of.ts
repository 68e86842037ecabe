// A round as the rules judge it, made from what is written of it: both halves, and what third parties said.
import { and, asc, eq } from 'drizzle-orm'
import type { Attempt } from '../../../flows/casework/attempts.ts'
import { isDanger } from '../../../flows/casework/revisit-danger.ts'
import type { RevisitAnswers as Judged, Round, Side, ThirdParty } from '../../../flows/casework/round.ts'
import { hearSurface } from '../../../flows/casework/surface.ts'
import { watch } from '../../../flows/casework/understand/danger.ts'
import type { RevisitAnswers } from '../../../flows/revisit/commands.ts'
import type { Books } from '../../books.ts'
import { thirdParties } from '../../schema/index.ts'
import { judged } from './answers.ts'
import type { Case } from './case.ts'
import { riskCodes } from './emergency.ts'
import { halvesOf, judgedRounds, type RevisitRow, type RoundRow } from './rounds.ts'

type Opened = Pick<Case, 'row' | 'vault'>

/** Still to come: planned, or asked and not answered. */
export const isAwaited = ({ state }: Pick<RevisitRow, 'state'>): boolean =>
  state === 'planned' || state === 'open'

/** How often and by which means it was tried to reach somebody. */
export const attemptsOf = (tries: RevisitRow['attempts']): Attempt[] =>
  tries
    .filter(({ bounced }) => !bounced)
    .map(({ at, mode }) => ({ at, mode: mode === 'visit' || mode === 'call' ? mode : 'chat' }))

export async function roundOf(books: Books, c: Opened, round: RoundRow): Promise<Round> {
  const halves = await halvesOf(books, round.id)
  const side = (name: 'A' | 'B'): Side => {
    const half = halves.find((one) => one.side === name)
    return half ? sideOf(books, c, half) : { kind: 'unasked' }
  }
  return { A: side('A'), B: side('B'), third: await thirdOf(books, c, round, halves) }
}

/** The one judged before it; what was heard before a case was opened again led to that and counts no more. */
export async function roundBefore(
  books: Books,
  c: Pick<Case, 'row'>,
  { no }: RoundRow,
): Promise<RoundRow | null> {
  const since = c.row.reopenedAt ?? 0
  return (await judgedRounds(books, c)).find((one) => one.no < no && (one.endedAt ?? 0) >= since) ?? null
}

/** What was said in one half; null where nothing was. */
export function saidIn(books: Books, { vault }: Opened, half: RevisitRow): Judged | null {
  const plain = vault.open('revisits.answers', half.id, half.answers)
  const danger = half.danger ?? []
  if (plain === null && danger.length === 0) return null
  const said = plain === null ? null : (JSON.parse(plain) as RevisitAnswers)
  return judged(said, danger, books.station.rulebook)
}

/** Who is still to be heard counts for nothing yet: neither as silent nor as content. */
function sideOf(books: Books, c: Opened, half: RevisitRow): Side {
  const answers = saidIn(books, c, half)
  switch (half.state) {
    case 'answered':
      return answers ? { kind: 'answered', answers } : { kind: 'declined' }
    case 'unavailable':
    case 'unreached':
    case 'nosuch':
      return { kind: 'unavailable' }
    case 'declined':
    case 'uncooperative':
      // "Leave me alone, he will kill me" is a no to the questions and not to be passed over.
      return answers && (isDanger(answers) || answers.heard.length > 0)
        ? { kind: 'answered', answers }
        : { kind: 'declined' }
    default:
      return { kind: 'unasked' }
  }
}

/** Words that were not given to a round belong to the one that was running, or to the last one that had ended. */
async function thirdOf(
  books: Books,
  c: Opened,
  round: RoundRow,
  halves: RevisitRow[],
): Promise<ThirdParty | null> {
  const rows = await books.tx
    .select()
    .from(thirdParties)
    .where(and(eq(thirdParties.stationId, books.station.id), eq(thirdParties.disputeId, c.row.id)))
    .orderBy(asc(thirdParties.at))
  const before = (await roundBefore(books, c, round))?.endedAt ?? c.row.reopenedAt
  const after = (await judgedRounds(books, c)).filter(({ no }) => no > round.no).at(-1)?.openedAt ?? null
  const mine = rows.filter(({ revisitId, at }) =>
    revisitId === null
      ? (before === null || at > before) && (after === null || at < after)
      : halves.some(({ id }) => id === revisitId),
  )
  if (mine.length === 0) return null
  const { rulebook } = books.station
  const words = mine.map(({ id, words }) => c.vault.open('third_parties.words', id, words) ?? '')
  return {
    tense: mine.some(({ tense }) => tense),
    heard: [...new Set(words.flatMap((one) => hearSurface(one, rulebook)))],
    danger: riskCodes(words.flatMap((one) => watch(one).codes)),
  }
}
