// Everything the figures need of cases, in one statement a table: codes, numbers and times. No sealed column is read.
import { and, asc, eq, gte, isNotNull, lte, ne, notInArray, or } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import {
  agreements,
  contacts,
  disputes,
  duties,
  dutyEvents,
  gradings,
  jointInvitations,
  jointMeetings,
  mediations,
  people,
  preventions,
  referrals,
  revisits,
  transitions,
} from '../../schema/index.ts'

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']

/** Filed by then, and still open or moved since: whatever happened to a case within the time, its row has moved since. */
const touched = (books: Books, from: Instant, to: Instant) =>
  and(
    eq(disputes.stationId, books.station.id),
    lte(disputes.filedAt, to),
    or(gte(disputes.updatedAt, from), notInArray(disputes.state, ENDED)),
  )

export type Records = Awaited<ReturnType<typeof recordsWithin>>

export async function recordsWithin(books: Books, from: Instant, to: Instant) {
  const { tx, station } = books
  const those = touched(books, from, to)
  const here = (table: { stationId: AnyPgColumn; disputeId: AnyPgColumn }) =>
    and(eq(table.stationId, disputes.stationId), eq(table.disputeId, disputes.id))
  const [
    cases,
    steps,
    levels,
    talks,
    sessions,
    papers,
    owed,
    events,
    halves,
    joints,
    came,
    sent,
    prevented,
    staff,
  ] = await Promise.all([
    tx.select().from(disputes).where(those).orderBy(asc(disputes.number)),
    tx
      .select({
        dispute: transitions.disputeId,
        at: transitions.at,
        from: transitions.from,
        to: transitions.to,
      })
      .from(transitions)
      .innerJoin(disputes, here(transitions))
      .where(those)
      .orderBy(asc(transitions.rev), asc(transitions.step)),
    tx
      .select({ dispute: gradings.disputeId, at: gradings.at, level: gradings.level })
      .from(gradings)
      .innerJoin(disputes, here(gradings))
      .where(those)
      .orderBy(asc(gradings.at), asc(gradings.id)),
    tx
      .select({ dispute: contacts.disputeId, at: contacts.at })
      .from(contacts)
      .innerJoin(disputes, here(contacts))
      .where(those)
      .orderBy(asc(contacts.at)),
    tx
      .select({ dispute: mediations.disputeId, by: mediations.by, helpers: mediations.helpers })
      .from(mediations)
      .innerJoin(disputes, here(mediations))
      .where(those)
      .orderBy(asc(mediations.no)),
    tx
      .select({
        dispute: agreements.disputeId,
        id: agreements.id,
        at: agreements.at,
        form: agreements.form,
        replacedAt: agreements.replacedAt,
        confirmedAt: agreements.confirmedAt,
      })
      .from(agreements)
      .innerJoin(disputes, here(agreements))
      .where(those)
      .orderBy(asc(agreements.at), asc(agreements.id)),
    tx
      .select({
        dispute: duties.disputeId,
        id: duties.id,
        agreement: duties.agreementId,
        kind: duties.kind,
        amountFen: duties.amountFen,
        dueAt: duties.dueAt,
        doneAt: duties.doneAt,
      })
      .from(duties)
      .innerJoin(disputes, here(duties))
      .where(those)
      .orderBy(asc(duties.no), asc(duties.id)),
    tx
      .select({
        duty: dutyEvents.dutyId,
        at: dutyEvents.at,
        what: dutyEvents.what,
        amountFen: dutyEvents.amountFen,
        proof: dutyEvents.proof,
      })
      .from(dutyEvents)
      .innerJoin(disputes, here(dutyEvents))
      .where(those)
      .orderBy(asc(dutyEvents.at), asc(dutyEvents.id)),
    tx
      .select({
        dispute: revisits.disputeId,
        at: revisits.at,
        endedAt: revisits.endedAt,
        state: revisits.state,
        score: revisits.score,
      })
      .from(revisits)
      .innerJoin(disputes, here(revisits))
      .where(and(those, ne(revisits.state, 'superseded')))
      .orderBy(asc(revisits.at), asc(revisits.id)),
    tx
      .select({ dispute: jointMeetings.disputeId, heldAt: jointMeetings.heldAt })
      .from(jointMeetings)
      .innerJoin(disputes, here(jointMeetings))
      .where(and(those, eq(jointMeetings.state, 'held')))
      .orderBy(asc(jointMeetings.no)),
    tx
      .select({ dispute: jointInvitations.disputeId, person: jointInvitations.personId })
      .from(jointInvitations)
      .innerJoin(disputes, here(jointInvitations))
      .where(and(those, eq(jointInvitations.came, true), isNotNull(jointInvitations.personId))),
    tx
      .select({
        dispute: referrals.disputeId,
        at: referrals.at,
        result: referrals.result,
        resultAt: referrals.resultAt,
      })
      .from(referrals)
      .innerJoin(disputes, here(referrals))
      .where(those)
      .orderBy(asc(referrals.at), asc(referrals.id)),
    tx
      .select({
        dispute: preventions.disputeId,
        kind: preventions.kind,
        people: preventions.people,
        approvedAt: preventions.approvedAt,
      })
      .from(preventions)
      .innerJoin(disputes, here(preventions))
      .where(those)
      .orderBy(asc(preventions.at), asc(preventions.id)),
    tx.select({ id: people.id, roles: people.roles }).from(people).where(eq(people.stationId, station.id)),
  ])
  return {
    cases,
    steps,
    levels,
    talks,
    sessions,
    papers,
    owed,
    events,
    halves,
    joints,
    came,
    sent,
    prevented,
    staff,
  }
}
