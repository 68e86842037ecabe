// Every matter that is open, or ended without its reporter being told, as the invariant looks at it. Nothing sealed is opened.
import { and, eq, gt, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { DisputeMatter, Matter, RequestMatter, Waiting } from '../../flows/casework/invariant/matter.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Books } from '../books.ts'
import {
  addresses,
  agreements,
  assignments,
  dataKeys,
  disputeNotes,
  disputes,
  due,
  duties,
  referrals,
  requests,
  revisits,
} from '../schema/index.ts'

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']
/** What was erased is nobody's work any more. */
const stillOpens = isNotNull(dataKeys.wrapped)
const OPEN_REQUEST: RequestMatter['state'][] = ['open', 'taken']

export async function matters(books: Books): Promise<Matter[]> {
  const here = new Set((await books.people()).map(({ id }) => id))
  const waiting = await waitings(books)
  const isHere = (person: string | null): boolean => person !== null && here.has(person)
  return [
    ...(await disputeMatters(books, waiting, isHere)),
    ...(await requestMatters(books, waiting, isHere)),
  ]
}

type Here = (person: string | null) => boolean
type Waitings = { of(subject: string): Waiting[] }

/** What belongs to no case names its subject in the key of its row, `kind:<id>…`, and what it is about as the step of its payload. */
async function waitings(books: Books): Promise<Waitings> {
  const rows = await books.tx
    .select({ kind: due.kind, at: due.at, key: due.key, payload: due.payload, dispute: due.disputeId })
    .from(due)
    .where(and(eq(due.stationId, books.station.id), eq(due.state, 'open')))
  const all = new Map<string, Waiting[]>()
  for (const { kind, at, key, payload, dispute } of rows) {
    const what = dispute === null ? (stepIn(payload) ?? kind) : kind
    for (const subject of dispute === null ? key.split(':').slice(1) : [dispute])
      all.set(subject, [...(all.get(subject) ?? []), { kind: what, at }])
  }
  return { of: (subject) => all.get(subject) ?? [] }
}

function stepIn(payload: unknown): string | null {
  const { step } = (payload ?? {}) as { step?: unknown }
  return typeof step === 'string' ? step : null
}

async function disputeMatters(books: Books, waiting: Waitings, isHere: Here): Promise<DisputeMatter[]> {
  const rows = await books.tx
    .select({
      id: disputes.id,
      number: disputes.number,
      state: disputes.state,
      officer: disputes.officerId,
      leader: disputes.leaderId,
      emergencyAt: disputes.emergencyAt,
      told: disputes.endToldAt,
      named: disputes.reporterAddress,
      known: addresses.id,
    })
    .from(disputes)
    .innerJoin(
      dataKeys,
      and(stillOpens, eq(dataKeys.stationId, disputes.stationId), eq(dataKeys.id, disputes.keyId)),
    )
    .leftJoin(
      addresses,
      and(eq(addresses.stationId, disputes.stationId), eq(addresses.id, disputes.reporterAddress)),
    )
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        or(notInArray(disputes.state, ENDED), isNull(disputes.endToldAt)),
      ),
    )
  const ids = rows.filter(({ state }) => isOpen(state as State)).map(({ id }) => id)
  const found = ids.length === 0 ? NOTHING : await about(books, ids)
  return rows.map(({ id, number, state, officer, leader, emergencyAt, told, named, known }) => {
    const takers = found.takers.get(id) ?? []
    const taken = emergencyAt !== null && takers.some(({ by, at }) => at >= emergencyAt && isHere(by))
    return {
      kind: 'dispute',
      id,
      number,
      state: state as State,
      owned: state === 'EMERGENCY' ? taken : isHere(officer) && found.accepted.get(id) === officer,
      led: isHere(leader),
      waits: waiting.of(id),
      // Whoever had themselves erased is told nothing more; who came by the door has no chat and is told by a person.
      reporter: named === null || known !== null,
      told: told !== null,
      referral: found.referrals.get(id) ?? null,
      duties: found.duties.get(id) ?? 0,
      rounds: found.rounds.get(id) ?? 0,
    }
  })
}

type About = {
  /** The officer who accepted the assignment in force. */
  accepted: ReadonlyMap<string, string>
  takers: ReadonlyMap<string, readonly { by: string; at: number }[]>
  referrals: ReadonlyMap<string, { finished: boolean; told: boolean }>
  duties: ReadonlyMap<string, number>
  rounds: ReadonlyMap<string, number>
}

const NOTHING: About = {
  accepted: new Map(),
  takers: new Map(),
  referrals: new Map(),
  duties: new Map(),
  rounds: new Map(),
}

/** One statement for each kind of fact, whatever the number of cases. */
async function about(books: Books, ids: string[]): Promise<About> {
  const station = books.station.id
  const assigned = books.tx
    .select({ id: assignments.disputeId, officer: assignments.officerId })
    .from(assignments)
    .where(
      and(
        eq(assignments.stationId, station),
        inArray(assignments.disputeId, ids),
        isNull(assignments.endedAt),
        isNotNull(assignments.acceptedAt),
      ),
    )
  const taken = books.tx
    .select({ id: disputeNotes.disputeId, by: disputeNotes.by, at: disputeNotes.at })
    .from(disputeNotes)
    .where(
      and(
        eq(disputeNotes.stationId, station),
        inArray(disputeNotes.disputeId, ids),
        eq(disputeNotes.kind, 'emergencyTaken'),
      ),
    )
  const referred = books.tx
    .select({ id: referrals.disputeId, result: referrals.result, told: referrals.toldReporterAt })
    .from(referrals)
    .where(and(eq(referrals.stationId, station), inArray(referrals.disputeId, ids)))
    .orderBy(referrals.at)
  const owed = books.tx
    .select({ id: duties.disputeId, n: sql<number>`count(*)` })
    .from(duties)
    .innerJoin(
      agreements,
      and(eq(agreements.stationId, duties.stationId), eq(agreements.id, duties.agreementId)),
    )
    .where(
      and(
        eq(duties.stationId, station),
        inArray(duties.disputeId, ids),
        isNull(agreements.replacedAt),
        inArray(duties.state, ['open', 'part']),
        gt(duties.dueAt, books.now),
      ),
    )
    .groupBy(duties.disputeId)
  const asked = books.tx
    .select({ id: revisits.disputeId, n: sql<number>`count(*)` })
    .from(revisits)
    .where(
      and(
        eq(revisits.stationId, station),
        inArray(revisits.disputeId, ids),
        inArray(revisits.state, ['planned', 'open']),
      ),
    )
    .groupBy(revisits.disputeId)
  return {
    accepted: new Map((await assigned).map(({ id, officer }) => [id, officer])),
    takers: Map.groupBy(await taken, ({ id }) => id),
    referrals: new Map(
      (await referred).map(({ id, result, told }) => [
        id,
        { finished: result === 'finished', told: told !== null },
      ]),
    ),
    duties: new Map((await owed).map(({ id, n }) => [id, Number(n)])),
    rounds: new Map((await asked).map(({ id, n }) => [id, Number(n)])),
  }
}

async function requestMatters(books: Books, waiting: Waitings, isHere: Here): Promise<RequestMatter[]> {
  const rows = await books.tx
    .select({
      id: requests.id,
      number: requests.number,
      state: requests.state,
      owner: requests.ownerId,
      leader: requests.leaderId,
      acceptedAt: requests.acceptedAt,
      promisedBy: requests.promisedBy,
      told: requests.toldAt,
      dispute: requests.disputeId,
      named: requests.reporterAddress,
      known: addresses.id,
    })
    .from(requests)
    .innerJoin(
      dataKeys,
      and(stillOpens, eq(dataKeys.stationId, requests.stationId), eq(dataKeys.id, requests.keyId)),
    )
    .leftJoin(
      addresses,
      and(eq(addresses.stationId, requests.stationId), eq(addresses.id, requests.reporterAddress)),
    )
    .where(
      and(
        eq(requests.stationId, books.station.id),
        or(inArray(requests.state, OPEN_REQUEST), isNull(requests.toldAt)),
      ),
    )
  return rows.map(({ id, number, state, promisedBy, ...row }) => ({
    kind: 'request',
    id,
    number,
    state,
    owned: isHere(row.owner) && row.acceptedAt !== null,
    led: isHere(row.leader),
    waits: waiting.of(id),
    reporter: row.named === null || row.known !== null,
    told: row.told !== null,
    promisedBy,
    dispute: row.dispute !== null,
  }))
}
