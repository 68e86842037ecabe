// The rounds of a case, each side's part by itself: what was asked, and what was answered.
import { and, asc, eq } from 'drizzle-orm'
import { VERDICTS } from '../../flows/casework/tables/outcome.ts'
import type { RevisitAnswers } from '../../flows/revisit/commands.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { revisits, rounds } from '../schema/index.ts'
import type { CaseStory, Coded } from '../store.ts'
import * as words from './labels.ts'
import { sumOf } from './told.ts'

export async function revisitsTold(books: Books, { row, vault }: Case): Promise<CaseStory['revisits']> {
  const rows = await books.tx
    .select({ revisit: revisits, no: rounds.no, verdict: rounds.verdict })
    .from(revisits)
    .innerJoin(rounds, and(eq(rounds.stationId, revisits.stationId), eq(rounds.id, revisits.roundId)))
    .where(and(eq(revisits.stationId, books.station.id), eq(revisits.disputeId, row.id)))
    .orderBy(asc(rounds.no), asc(revisits.side))
  return rows.map(({ revisit, no, verdict }) => ({
    round: no,
    at: revisit.at,
    side: revisit.side,
    mode: words.coded(words.MODES, revisit.mode),
    state: words.coded(words.REVISIT_STATES, revisit.state),
    verdict: verdictOf(revisit.verdict ?? verdict),
    answers: answersTold(vault.open('revisits.answers', revisit.id, revisit.answers)),
  }))
}

function verdictOf(code: string | null): Coded | null {
  if (code === null) return null
  const { zh, en } = VERDICTS.find((one) => one.code === code) ?? { zh: code, en: code }
  return { code, zh, en }
}

function answersTold(kept: string | null): words.Row[] {
  const said = kept === null ? null : (JSON.parse(kept) as Partial<RevisitAnswers> | null)
  if (!said) return []
  const worded = (list: words.Words, code: string | null | undefined) => code && words.said(list, code)
  return words.rowsOf([
    ['对方做到没有', 'Did the other side do it', worded(words.KEPT, said.theirs)],
    ['自己做到没有', 'Did they do theirs', worded(words.KEPT, said.own)],
    ['收到多少', 'Received so far', said.received && sumOf(said.received)],
    ['付了多少', 'Paid so far', said.paid && sumOf(said.paid)],
    ['没做的原因', 'Why not', said.reason ?? worded(words.WHY, said.why)],
    ['又闹过吗', 'New trouble', worded(words.TROUBLE, said.trouble)],
    ['见面', 'When they meet', worded(words.RELATION, said.relation)],
    ['公平吗', 'Fair', worded(words.FAIR, said.fair)],
    ['签字自愿吗', 'Signed freely', worded(words.FREELY, said.freely)],
    ['安全吗', 'Safe', worded(words.SAFE, said.safe)],
    ['打分', 'Score', said.score ? String(said.score) : null],
    ['要帮忙吗', 'Help wanted', said.help],
    ['还说了', 'Also said', said.words],
  ])
}
