// What lies in every table, as one mark a table, so that a change shows wherever it was made.
import { sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db/books.ts'
import { rows } from '../../db/database/database.ts'
import * as schema from '../../db/schema/index.ts'

/** A mark for each table, by its name. */
export type Dump = { readonly [table: string]: string }

const tables = Object.values(schema).map((table) => {
  const { name, columns } = getTableConfig(table as PgTable)
  return { name, aboutCases: columns.some((column) => column.name === 'dispute_id') }
})

/** What is written about a case and does not name it. */
const BESIDE_CASES = ['duty_events']

/** Left out of what whoever acts may not change: what any turn of theirs writes, and what they were told or tried. */
const OWN: { readonly [table: string]: string } = {
  heard: 't.address_id is distinct from own',
  conversations: 't.address_id is distinct from own',
  outbox: 'not owed or t.address_id is distinct from own',
  addresses: 'not tries or t.id is distinct from own',
  // The row that lets the clock act in a test ends by being done.
  due: `t.kind <> 'tried'`,
}

/** How many rows, and the sum of a hash of 64 bits of each: cheap, and in whatever order they lie. */
const markOf = (name: string, where: string): string =>
  `select '${name}'::text, count(*) || ' ' || coalesce(sum(hash_record_extended(t, 0)), 0)
   from ${name} t where ${where}`

const asFunction = (head: string, marks: string[]): string =>
  `create function ${head} returns table (name text, mark text) language plpgsql as
   $$ begin return query ${marks.join(' union all ')}; end $$`

/** The marks are made by the database itself: thirty tables are planned once and not each time. */
export async function openDumps(tx: Tx): Promise<void> {
  const all = tables
    .filter(({ name }) => name !== 'audit' && name !== 'audit_heads')
    .map(({ name }) => markOf(name, OWN[name] ?? 'true'))
  const one = [
    markOf('disputes', 't.id = dispute'),
    ...tables
      .filter(({ aboutCases }) => aboutCases)
      .map(({ name }) => markOf(name, 't.dispute_id = dispute')),
    ...BESIDE_CASES.map((name) => markOf(name, 'true')),
  ]
  await rows(tx, sql.raw(asFunction('dump_all(own text, owed boolean, tries boolean)', all)))
  await rows(tx, sql.raw(asFunction('dump_case(dispute text)', one)))
}

const dumpOf = (found: Awaited<ReturnType<typeof rows>>): Dump =>
  Object.fromEntries(found.map(({ name, mark }) => [String(name), String(mark)]))

/**
 * All tables of all stations but the audit; and but what any turn of whoever acts writes: what was heard, and the
 * revision of their sitting. `owed`: also but what is promised to them. `tries`: also but how often they gave a wrong code.
 */
export const dumpAll = async (
  tx: Tx,
  address: string | null,
  { owed = false, tries = false } = {},
): Promise<Dump> => dumpOf(await rows(tx, sql`select * from dump_all(${address}, ${owed}, ${tries})`))

/** Everything that is written about one case, wherever it lies. */
export const dumpCase = async (tx: Tx, dispute: string): Promise<Dump> =>
  dumpOf(await rows(tx, sql`select * from dump_case(${dispute})`))

export type AuditLine = { actor: string; action: string; subject: string; facts: string }

/** What was written to the audit of a station beyond its first so many lines. */
export async function linesBeyond(tx: Tx, station: string, beyond: number): Promise<AuditLine[]> {
  const found = await rows(
    tx,
    sql`select actor, action, subject, facts from audit where station_id = ${station} and seq > ${beyond} order by seq`,
  )
  return found.map(({ actor, action, subject, facts }) => ({
    actor: String(actor),
    action: String(action),
    subject: String(subject),
    facts: String(facts),
  }))
}

/** How many lines the audit of a station has. */
export async function linesOf(tx: Tx, station: string): Promise<number> {
  const [row] = await rows(tx, sql`select seq from audit_heads where station_id = ${station}`)
  return Number(row?.seq)
}
