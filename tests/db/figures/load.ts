// The fictitious year as rows of the real tables, written in bulk.
import type { Books } from '../../../db/books.ts'
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
  patrols,
  people,
  preventions,
  referrals,
  requests,
  revisits,
  rounds,
  transitions,
} from '../../../db/schema/index.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Raw } from '../../casework/figures/raw.ts'
import { LATER, type Year } from '../../casework/figures/year.ts'

/** Nothing of it is ever opened: figures read no words. */
const SEALED = 'sealed'
const ROLES = ['officer', 'mediator', 'cadre', 'township', 'grid'] as const
const person = (role: Role): string => `person-${role}`

/** `officer` and `leader` answer for every case. */
export async function load(
  books: Books,
  { raws, requests: told, patrols: out }: Year,
  who: { officer: string; leader: string },
) {
  const { tx, station } = books
  const here = { stationId: station.id }
  const write = async (table: Parameters<typeof tx.insert>[0], rows: object[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += 400)
      await tx.insert(table).values(rows.slice(from, from + 400) as never)
  }
  const each = <T>(of: (raw: Raw) => T[], row: (one: T, raw: Raw, i: number) => object) =>
    raws.flatMap((raw) =>
      of(raw).map((one, i) => ({
        ...here,
        disputeId: raw.id,
        id: `${raw.id}-${i}`,
        ...row(one, raw, i),
      })),
    )
  await write(
    people,
    ROLES.map((role) => ({
      ...here,
      id: person(role),
      name: `示例${role}`,
      roles: [role],
      villages: [],
      createdAt: 0,
    })),
  )
  await write(
    disputes,
    raws.map((raw) => ({ ...here, ...rowOf(raw), officerId: who.officer, leaderId: who.leader })),
  )
  await write(
    transitions,
    raws.flatMap(({ id: disputeId, steps }) =>
      steps.map((step, rev) => ({
        ...here,
        disputeId,
        rev,
        ...step,
        role: 'officer',
        by: person('officer'),
      })),
    ),
  )
  await write(
    gradings,
    each(
      ({ gradings: all }) => all,
      (one) => ({ ...one, score: 0, reasons: [], groups: {}, version: 'r1', by: 'bot' }),
    ),
  )
  await write(
    contacts,
    each(
      ({ contacts: all }) => all,
      (at) => ({ at, by: person('officer'), side: 'both', how: 'phone', rightsRead: true }),
    ),
  )
  await write(
    mediations,
    each(
      ({ sessions }) => sessions,
      ({ by, helpers }, { filedAt }, no) => ({
        no: no + 1,
        at: filedAt,
        by: person(by),
        result: 'again',
        helpers: helpers.map(person),
        record: SEALED,
      }),
    ),
  )
  await write(
    agreements,
    each(
      ({ agreements: all }) => all,
      (one) => ({ ...one, number: one.id, by: person('officer'), onTheSpot: false, signed: true }),
    ),
  )
  await write(
    duties,
    each(
      ({ duties: all }) => all,
      ({ id, agreement, kind, amountFen, dueAt, doneAt }, _, no) => ({
        id,
        agreementId: agreement,
        no: no + 1,
        debtor: 'B',
        creditor: 'A',
        kind,
        what: SEALED,
        amountFen,
        dueAt,
        state: doneAt === null ? 'open' : 'done',
        doneAt,
      }),
    ),
  )
  await write(
    dutyEvents,
    raws.flatMap(({ id: disputeId, duties: all }) =>
      all.flatMap(({ id: dutyId, events }) =>
        events.map((event, i) => ({
          ...here,
          id: `${dutyId}-${i}`,
          disputeId,
          dutyId,
          by: person('officer'),
          ...event,
        })),
      ),
    ),
  )
  await write(
    rounds,
    each(
      ({ halves }) => halves.filter((_, i) => i % 2 === 0),
      ({ at }, _, no) => ({ no: no + 1, at, mode: 'call', why: 'planned', state: 'open' }),
    ),
  )
  await write(
    revisits,
    each(
      ({ halves }) => halves,
      ({ at, endedAt, state, score }, { id }, i) => ({
        roundId: `${id}-${Math.floor(i / 2)}`,
        side: i % 2 === 0 ? 'A' : 'B',
        at,
        mode: 'call',
        state,
        score,
        attempts: [],
        endedAt,
      }),
    ),
  )
  await write(
    jointMeetings,
    each(
      ({ joints }) => joints,
      ({ heldAt }, _, no) => ({
        no: no + 1,
        at: heldAt,
        by: person('officer'),
        hostId: person('officer'),
        place: SEALED,
        language: 'zh',
        state: 'held',
        createdAt: heldAt,
        heldAt,
      }),
    ),
  )
  await write(
    jointInvitations,
    each(
      ({ came }) => came,
      (role, { id, filedAt }) => ({
        meetingId: `${id}-0`,
        slot: 'people',
        personId: person(role),
        consents: [],
        askedAt: filedAt,
        came: true,
      }),
    ),
  )
  await write(
    referrals,
    each(
      ({ referrals: all }) => all,
      (one) => ({ ...one, by: person('officer'), toUnit: 'court', details: SEALED, dueAt: one.at }),
    ),
  )
  await write(
    preventions,
    each(
      ({ preventions: all }) => all,
      (one, { filedAt }) => ({ ...one, at: filedAt, by: person('officer'), reason: SEALED }),
    ),
  )
  await write(
    requests,
    told.map(({ seen: _, ...one }) => ({
      ...here,
      id: one.number,
      keyId: 'none',
      source: 'chat',
      kind: 'other',
      words: SEALED,
      acceptBy: one.at,
      promisedBy: one.at,
      updatedAt: one.at,
      ...one,
    })),
  )
  await write(
    patrols,
    out.map((one) => ({
      ...here,
      id: `patrol-${one.no}`,
      at: one.openedAt,
      until: one.openedAt,
      by: person('officer'),
      method: 'chat',
      state: 'done',
      repeat: 'none',
      ...one,
    })),
  )
}

const rowOf = (raw: Raw) => ({
  id: raw.id,
  number: raw.number,
  state: raw.state,
  level: raw.level,
  category: raw.category,
  village: raw.village,
  track: raw.track,
  source: raw.source,
  keyId: 'none',
  facts: { category: raw.category, crossVillage: raw.crossVillage, reports: raw.reports },
  headcount: raw.headcount,
  filedAt: raw.filedAt,
  contactedAt: raw.contactedAt,
  contactBy: raw.contactBy,
  targetAt: raw.targetAt,
  criminalAt: raw.criminalAt,
  difficulty: raw.difficulty,
  prank: raw.prank,
  levelAt: raw.filedAt,
  updatedAt: LATER,
})
