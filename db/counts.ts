// How much of everything there is, for metrics and the command line.
import { sql } from 'drizzle-orm'
import type { Base } from './base.ts'
import { rows } from './database/database.ts'
import type { LooseEnds } from './store.ts'

/** Counted by index where the table grows without end. */
export async function countsOf({ database, station }: Base): Promise<{ [name: string]: number }> {
  const open = sql`station_id = ${station} and state in ('ready', 'sending')`
  const [row] = await rows(
    database.orm,
    sql`select
      (select count(*) from disputes where station_id = ${station}) as disputes,
      (select count(*) from addresses where station_id = ${station}) as addresses,
      (select count(*) from heard where station_id = ${station}) as heard,
      (select count(*) from outbox where ${open}) as outbox_open,
      (select count(*) from outbox where station_id = ${station} and state = 'waiting') as outbox_waiting,
      (select count(*) from outbox where station_id = ${station} and state = 'delivered') as outbox_delivered,
      (select count(*) from outbox where station_id = ${station} and state = 'dead') as outbox_dead,
      (select count(*) from outbox where station_id = ${station} and state = 'unknown') as outbox_unknown,
      (select count(*) from due where station_id = ${station} and state = 'open') as due_open,
      (select count(*) from people where station_id = ${station} and revoked_at is null) as staff,
      (select count(*) from files where station_id = ${station}) as files,
      (select seq from audit_heads where station_id = ${station}) as audit`,
  )
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, count]) => [name, Number(count ?? 0)]))
}

/** What the nightly look found wanting and nobody has mended yet, by the rule that is broken; `since` is when the oldest was found. */
export async function looseEndsOf({ database, station }: Base): Promise<LooseEnds[]> {
  const found = await rows(
    database.orm,
    sql`select code, count(*) as open, min(first_at) as since from violations
      where station_id = ${station} and ended_at is null group by code`,
  )
  return found.map(({ code, open, since }) => ({
    code: String(code),
    open: Number(open),
    since: Number(since),
  }))
}
