// The legal gate in the books: what is known before anybody answers, and every passing written down, in codes alone.
import { z } from 'zod'
import { answersThatCount, type Before, type Passing } from '../../../flows/casework/gate.ts'
import type { GateAnswers } from '../../../flows/casework/tables/gate-questions.ts'
import type { RiskCode } from '../../../flows/casework/tables/risk.ts'
import type { SubCode } from '../../../flows/casework/tables/taxonomy.ts'
import type { TrackCode } from '../../../flows/casework/tables/track.ts'
import type { Books } from '../../books.ts'
import { gates } from '../../schema/index.ts'
import { type Case, subjectOf } from './case.ts'
import { notesOf } from './note.ts'
import { partiesOf } from './resident.ts'

const toldHistory = z.object({ history: z.string().nullish() })

/** What the books know of the matter, under the category that it is to have. */
export async function gateBefore(
  books: Books,
  c: Case,
  category: SubCode,
  codes: readonly RiskCode[],
): Promise<Before> {
  return {
    category,
    codes,
    headcount: c.row.facts.headcount ?? null,
    elsewhere: await isElsewhere(books, c),
    refusedBySome: (await partiesOf(books, c.row.id)).some(({ willing }) => willing === 'no'),
  }
}

/** In court or in arbitration, as the reporter last told it. */
async function isElsewhere(books: Books, c: Case): Promise<boolean> {
  const last = (await notesOf(books, c, ['report'])).at(-1)?.text
  return last ? toldHistory.safeParse(JSON.parse(last)).data?.history === 'court' : false
}

export async function writeGate(
  books: Books,
  c: Case,
  before: Before,
  answers: GateAnswers,
  { limits, mediable, track: proposed }: Passing,
  track: TrackCode,
): Promise<void> {
  const codes = limits.map(({ code }) => code)
  await books.tx.insert(gates).values({
    stationId: books.station.id,
    id: books.newId(),
    disputeId: c.row.id,
    at: books.now,
    by: books.actor.id,
    answers: answersThatCount(before, answers),
    limits: codes,
    mediable,
    proposed,
    track,
  })
  books.audit('gate', subjectOf(c), { limits: codes, mediable, proposed, track })
}
