// Commands as somebody gives them, and a case that commands bring as far as a test needs it.

import type { Handler, ResultOf } from '../../../db/books.ts'
import { assignDispute } from '../../../db/commands/assign-dispute.ts'
import { claimDispute } from '../../../db/commands/claim-dispute.ts'
import { recordAgreement } from '../../../db/commands/record-agreement.ts'
import { recordContact } from '../../../db/commands/record-contact.ts'
import { screenDispute } from '../../../db/commands/screen-dispute.ts'
import type { Row } from '../../../db/database/database.ts'
import type { DutyInput } from '../../../flows/agreement/commands.ts'
import type { Commands } from '../../../flows/commands.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { Notice } from '../../../flows/notices/notice.ts'
import { filed, wall } from '../case.ts'
import type { Colleague, Station } from '../station.ts'

type Name = Commands['do']
type Given<N extends Name> = Parameters<Handler<N>>[1]
export type Report = ReturnType<typeof wall>

/** One turn in which somebody gives one command. `rev` is the one of this moment unless the test says another. */
export function act<N extends Name>(
  station: Station,
  who: Colleague | Address,
  now: Instant,
  handler: Handler<N>,
  given: Given<N>,
): Promise<ResultOf<N>> {
  const from = 'at' in who ? who.at : who
  return station.does(from, now, (books) => handler(books, given, { of: 'talk', name: 'done' }))
}

export async function caseRow(station: Station, id: string): Promise<Row> {
  const row = (await station.rows('disputes')).find((one) => one.id === id)
  if (!row) throw new Error('no such case')
  return row
}

export const about = async (station: Station, dispute: string) => ({
  dispute,
  rev: Number((await caseRow(station, dispute)).rev),
})

/** The states a case went through, in order. */
export const pathOf = async (station: Station, id: string): Promise<unknown[]> =>
  (await station.rows('transitions'))
    .filter((one) => one.dispute_id === id)
    .sort((one, other) => Number(one.rev) - Number(other.rev) || Number(one.step) - Number(other.step))
    .map(({ to }) => to)

/** What somebody was told of one kind, the latest last. */
export const toldOf = async <K extends Notice['kind']>(
  station: Station,
  to: Address,
  kind: K,
): Promise<Extract<Notice, { kind: K }>[]> =>
  (await station.told(to)).flatMap(({ notice }) =>
    notice.kind === kind ? [notice as Extract<Notice, { kind: K }>] : [],
  )

export const dueKeys = async (station: Station, kind: string): Promise<string[]> =>
  (await station.waits(kind)).map(({ key }) => key)

/** At the legal gate, whatever is asked: nothing is in the way. Police mediation needs a minor act. */
export const nothingInTheWay = (track = 'PM') => ({
  bars: 'none',
  home: 'none',
  act: track === 'PSM' ? 'minor' : 'none',
  guardian: 'adults',
  title: 'use',
  taking: 'share',
  workers: 'few',
  job: 'still',
  ordered: 'no',
  finding: 'within',
  wish: 'lawful',
})

export async function screened(
  station: Station,
  from: Address,
  now: Instant,
  told: Report = wall(),
  track = 'PM',
): Promise<string> {
  const id = await filed(station, from, now, told)
  await act(station, station.officer, now, screenDispute, {
    ...(await about(station, id)),
    decision: 'accept',
    category: null,
    track,
    reason: null,
    answers: nothingInTheWay(track),
  })
  return id
}

export async function assigned(
  station: Station,
  from: Address,
  now: Instant,
  told: Report = wall(),
  track = 'PM',
): Promise<string> {
  const id = await screened(station, from, now, told, track)
  await act(station, station.chief, now, assignDispute, {
    ...(await about(station, id)),
    officer: station.officer.person,
    leader: station.leader.person,
    helpers: [station.grid.person],
    reason: null,
  })
  return id
}

export async function claimed(
  station: Station,
  from: Address,
  now: Instant,
  told: Report = wall(),
  track = 'PM',
): Promise<string> {
  const id = await assigned(station, from, now, told, track)
  await act(station, station.officer, now, claimDispute, await about(station, id))
  return id
}

export const contact = (more: Partial<Given<'recordContact'>> = {}) => ({
  side: 'both' as const,
  how: 'station' as const,
  rightsRead: 'yes' as const,
  willing: 'yes' as const,
  otherName: null,
  otherPhone: null,
  note: null,
  ...more,
})

export async function mediating(
  station: Station,
  from: Address,
  now: Instant,
  told: Report = wall(),
  track = 'PM',
): Promise<string> {
  const id = await claimed(station, from, now, told, track)
  await act(station, station.officer, now, recordContact, { ...(await about(station, id)), ...contact() })
  return id
}

export const duty = (more: Partial<DutyInput> = {}): DutyInput => ({
  debtor: 'B',
  kind: 'remove',
  what: '把墙退0.3米',
  amount: null,
  due: '2026-12-20',
  ...more,
})

export const paper = (more: Partial<Given<'recordAgreement'>> = {}) => ({
  form: 'written' as const,
  duties: [duty()],
  onTheSpot: 'no' as const,
  signed: 'yes' as const,
  photo: null,
  ...more,
})

export async function agreed(
  station: Station,
  from: Address,
  now: Instant,
  more: Partial<Given<'recordAgreement'>> = {},
  told: Report = wall(),
): Promise<string> {
  const id = await mediating(station, from, now, told)
  await act(station, station.officer, now, recordAgreement, { ...(await about(station, id)), ...paper(more) })
  return id
}
