// A PostgreSQL database, embedded or on a server, as the rest of this folder uses it.
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../books.ts'

/** What a driver hands back of a column. */
export type Cell = string | number | boolean | null | Uint8Array
export type Row = { [column: string]: Cell }

export type Database = {
  flavour: 'embedded' | 'server'
  /** drizzle, each statement on its own. */
  orm: Tx
  /** A hot statement: prepared once where the driver can, numbers may come as strings. */
  run(statement: string, params: unknown[]): Promise<Row[]>
  /** Runs the work again when it collided with another transaction. Nested calls of `tx.transaction` are savepoints. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Hears what other processes say on a channel; `missed` is called when something may not have been heard. */
  listen(channel: string, heard: (said: string) => void, missed: () => void): Promise<() => Promise<void>>
  /** How many statements went to the database so far, BEGIN and COMMIT included. */
  statements(): number
  /** The whole database as .tar.gz; null where a server makes its own copies. */
  copy(): Promise<Uint8Array | null>
  close(): Promise<void>
}

/**
 * A hot statement inside a transaction. drizzle takes no list of parameters, so that the text is cut at its `$n`; the
 * text that is sent is the same every time.
 */
export function runIn(tx: Tx, statement: string, params: unknown[]): Promise<Row[]> {
  const pieces = statement.split(/\$(\d+)/)
  return rows(
    tx,
    sql.join(
      pieces.map((piece, i) => (i % 2 === 0 ? sql.raw(piece) : sql`${sql.param(params[Number(piece) - 1])}`)),
    ),
  )
}

/** The rows of a raw statement: the drivers hand them back differently. */
export async function rows(tx: Tx, statement: SQL): Promise<Row[]> {
  const result: unknown = await tx.execute(statement)
  return Array.isArray(result) ? [...result] : (result as { rows: Row[] }).rows
}
