// What the rules of warning are told of one case, in one statement: codes, numbers and times.
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import { sourceSchema } from '../../flows/casework/tables/source.ts'
import type { CaseWatched, Linked } from '../../flows/casework/warnings/types.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { emergencyTaken } from '../commands/shared/note.ts'
import { rows } from '../database/database.ts'
import { plainly } from './plainly.ts'

/** Warnings of the case that still stand, by what names them. */
export type Standing = { id: string; code: string; about: string; slot: string }
export type Watched = { facts: CaseWatched; standing: Standing[] }

const AGREED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']

/** All of it. Only what may matter in the state of the case is asked for. */
export async function watchedCase(books: Books, c: Case): Promise<Watched> {
  const facts = plainly(c)
  const { row } = c
  const agreed = AGREED.includes(facts.state)
  const parts: { [name: string]: SQL } = {
    limits: LIMITS,
    links: LINKS,
    voices: VOICES,
    standing: STANDING,
    told: sql`select count(*) from warnings w, one where w.station_id = one.station and w.dispute_id = one.id
      and w.code = 'W04' and w.about = ${String(row.updatedAt)}`,
    ...(agreed ? { duties: DUTIES, tasks: TASKS, surface: SURFACE, paper: PAPER } : {}),
    ...(facts.state === 'REFERRED' ? { referral: REFERRAL } : {}),
    ...(row.reopenedAt === null ? {} : { reopened: REOPENED }),
  }
  const columns = Object.entries(parts).map(([name, part]) => sql`(${part})::text as ${sql.raw(name)}`)
  const [found] = await rows(
    books.tx,
    sql`with one as (select ${books.station.id}::text as station, ${row.id}::text as id)
      select ${sql.join(columns, sql`, `)}`,
  )
  const read = <T>(name: string, shape: z.ZodType<T>, otherwise: T): T => {
    const text = found?.[name]
    return typeof text === 'string' ? shape.parse(JSON.parse(text)) : otherwise
  }
  const danger = (row.facts.danger ?? []).length > 0
  const taken = facts.state === 'EMERGENCY' && (await emergencyTaken(books, c)) !== null
  return {
    standing: read('standing', z.array(standingShape), []),
    facts: {
      ...facts,
      standstillTold: read('told', z.number(), 0),
      emergency: facts.emergency && { ...facts.emergency, taken },
      limits: read('limits', z.array(limitShape), []),
      links: read('links', z.array(linkShape), []),
      voices: read('voices', z.array(voiceShape), []).map((one) => ({ ...one, risky: danger })),
      duties: read('duties', z.array(dutyShape), []),
      tasks: read('tasks', z.array(taskShape), []),
      surface: read('surface', surfaceShape.nullable(), null),
      paper: read('paper', paperShape.nullable(), null),
      referral: read('referral', referralShape.nullable(), null),
      reopenedAt: read('reopened', z.number().nullable(), null),
    },
  }
}

const at = z.number()
const standingShape = z.object({ id: z.string(), code: z.string(), about: z.string(), slot: z.string() })
const limitShape = z.object({ code: z.string(), from: at, until: at })
const linkShape: z.ZodType<Linked> = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(['maybe-same', 'merged']),
  state: z.custom<State>((state) => typeof state === 'string'),
  level: z.enum(['RED', 'ORANGE', 'YELLOW', 'BLUE']),
  source: sourceSchema.catch('chat'),
  filedAt: at,
  closedAt: at.nullable(),
})
const voiceShape = z.object({ id: z.string(), at, heard: z.boolean() })
const dutyShape = z.object({ no: z.number(), dueAt: at.nullable() })
const taskShape = z.object({ id: z.string(), since: at })
const surfaceShape = z.object({ round: z.string(), at, score: z.number(), checked: z.boolean() })
const paperShape = z.object({ agreement: z.string(), at, kept: z.boolean() })
const referralShape = z.object({ at, dueAt: at, acked: z.boolean() })

const LIMITS = sql`select json_agg(json_build_object('code', l.code, 'from', l."from", 'until', l.until))
  from limits l, one where l.station_id = one.station and l.dispute_id = one.id and l.state = 'running'`

/** From either side: the later of two was linked to the earlier. */
const LINKS = sql`select json_agg(json_build_object('id', d.id, 'number', d.number, 'kind', l.kind, 'state', d.state,
    'level', d.level, 'source', d.source, 'filedAt', d.filed_at, 'closedAt', d.closed_at) order by d.number)
  from dispute_links l, disputes d, one
  where l.station_id = one.station and d.station_id = one.station and l.kind in ('maybe-same', 'merged')
    and ((l.dispute_id = one.id and d.id = l.other_id) or (l.other_id = one.id and d.id = l.dispute_id))`

/** Heard is what somebody who works here has opened. */
const VOICES = sql`select json_agg(json_build_object('id', f.id, 'at', f.at, 'heard', exists (
    select 1 from audit a where a.station_id = one.station and a.subject = 'file:' || f.id and a.action = 'read-file'))
    order by f.at, f.id)
  from files f, one where f.station_id = one.station and f.dispute_id = one.id and f.type like 'audio/%' and f.erased_at is null`

const STANDING = sql`select json_agg(json_build_object('id', w.id, 'code', w.code, 'about', w.about, 'slot', w.slot))
  from warnings w, one
  where w.station_id = one.station and w.dispute_id = one.id and w.slot is not null and w.ended_at is null`

const DUTIES = sql`select json_agg(json_build_object('no', u.no, 'dueAt', u.due_at))
  from duties u, one
  where u.station_id = one.station and u.dispute_id = one.id and u.state in ('open', 'part', 'overdue')`

const TASKS = sql`select json_agg(json_build_object('id', r.id, 'since', coalesce(r.opened_at, r.at)))
  from revisits r, one
  where r.station_id = one.station and r.dispute_id = one.id and r.state = 'open' and r.mode <> 'chat'`

const SURFACE = sql`select json_build_object('round', r.id, 'at', coalesce(r.ended_at, r.at), 'score', coalesce(r.surface, 0),
    'checked', r.flag is not null)
  from rounds r, one where r.station_id = one.station and r.dispute_id = one.id and r.state = 'done'
  order by r.no desc limit 1`

/** A photo sent while the paper was being recorded counts; one of an earlier agreement does not. */
const PAPER = sql`select json_build_object('agreement', g.id, 'at', g.at, 'kept', exists (
    select 1 from files f where f.station_id = one.station and f.dispute_id = one.id and f.purpose = 'signed'
      and f.erased_at is null and f.at > g.at - 86400000))
  from agreements g, one
  where g.station_id = one.station and g.dispute_id = one.id and g.form = 'written' and g.replaced_at is null
  order by g.at desc limit 1`

const REFERRAL = sql`select json_build_object('at', r.at, 'dueAt', r.due_at,
    'acked', r.ack_at is not null or r.result is not null)
  from referrals r, one where r.station_id = one.station and r.dispute_id = one.id order by r.at desc limit 1`

const REOPENED = sql`select max(t.at) from transitions t, one
  where t.station_id = one.station and t.dispute_id = one.id and t."to" = 'REOPENED' and t."from" = 'CLOSED'`
