// Rounds of a case: brought to the moment when both sides are asked, and answered.
import { recordRevisit } from '../../../../db/commands/record-revisit.ts'
import type { Row } from '../../../../db/database/database.ts'
import type { Instant } from '../../../../flows/core/event.ts'
import type { Address } from '../../../../flows/core/ports.ts'
import type { RecordRevisit, RevisitAnswers } from '../../../../flows/revisit/commands.ts'
import type { Colleague, Station } from '../../station.ts'
import { act } from '../a-case.ts'

export const answers = (more: Partial<RevisitAnswers> = {}): RevisitAnswers => ({
  theirs: null,
  own: null,
  received: null,
  paid: null,
  reason: null,
  trouble: 'none',
  relation: 'greet',
  fair: 'fair',
  freely: 'yes',
  safe: 'safe',
  score: 4,
  help: null,
  words: null,
  ...more,
})

export async function halfOf(station: Station, no: number, side: 'A' | 'B'): Promise<Row> {
  const rounds = await station.rows('rounds')
  const round = rounds.find((one) => Number(one.no) === no)
  const half = (await station.rows('revisits')).find((one) => one.round_id === round?.id && one.side === side)
  if (!half) throw new Error(`round ${no} has no half ${side}`)
  return half
}

export async function roundNo(station: Station, no: number): Promise<Row> {
  const round = (await station.rows('rounds')).find((one) => Number(one.no) === no)
  if (!round) throw new Error(`there is no round ${no}`)
  return round
}

type More = Partial<Omit<RecordRevisit['with'], 'revisit' | 'side'>>

/** Lets the clock come to the round, and answers for one side. */
export async function answered(
  station: Station,
  {
    no,
    side,
    who,
    now,
    ...more
  }: { no: number; side: 'A' | 'B'; who: Address | Colleague; now?: Instant } & More,
) {
  const half = await halfOf(station, no, side)
  const when = now ?? Number(half.at) + 10 * 60_000
  await station.until(when)
  return act(station, who, when, recordRevisit, {
    revisit: String(half.id),
    side,
    mode: 'chat',
    outcome: 'answered',
    answers: answers(),
    danger: [],
    ...more,
  })
}
