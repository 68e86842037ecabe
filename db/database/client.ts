// What drizzle takes for a client of postgres.js: statements and transactions over our own connections.
import type postgres from 'postgres'
import { BooksError } from '../errors.ts'
import { firstOf } from './first.ts'
import type { Line, Lines, Types } from './lines.ts'

type Work = (inner: postgres.Sql) => Promise<unknown>
type Pending = postgres.PendingQuery<postgres.Row[]>
/** Sends a statement; `shape` chooses between rows as objects and rows as lists. */
type Send = <T>(
  statement: string,
  params: unknown[],
  shape: (pending: Pending) => PromiseLike<T>,
) => Promise<T>

export function clientOver(lines: Lines, types: Types): postgres.Sql {
  const send: Send = (statement, params, shape) =>
    lines.use(async (line) => await shape(line.say(statement, params)))
  return clientOf(types, send, (work) => lines.use((line) => inTransaction(line, types, work)))
}

async function inTransaction(line: Line, types: Types, work: Work): Promise<unknown> {
  let open = true
  let savepoints = 0
  const why = firstOf()
  const send: Send = async (statement, params, shape) => {
    // The connection is somebody else's by now.
    if (!open) throw new Error('a statement came after the end of its transaction')
    const failed = why.begin()
    try {
      return await shape(line.say(statement, params))
    } catch (error) {
      throw failed(error)
    }
  }
  const nested = async (inside: Work): Promise<unknown> => {
    const name = `nested_${savepoints++}`
    await line.say(`savepoint ${name}`)
    try {
      return await inside(inner)
    } catch (error) {
      if (!line.lost()) await line.say(`rollback to savepoint ${name}`)
      why.mended()
      throw error
    }
  }
  const inner = clientOf(types, send, nested)

  await line.say('begin')
  try {
    const result = await work(inner)
    open = false
    const { command } = await line.say('commit')
    // A statement failed and its error was swallowed: the server took everything back.
    if (command !== 'COMMIT') throw new BooksError('25P02')
    return result
  } catch (error) {
    open = false
    if (!line.lost()) await line.say('rollback').catch(() => line.lose())
    throw error
  }
}

/** Only what drizzle calls: statements, transactions, and where it says how values are read. */
function clientOf(types: Types, send: Send, begin: (work: Work) => Promise<unknown>): postgres.Sql {
  const unsafe = (statement: string, params: unknown[] = []) => {
    let asLists = false
    // Sent a moment later, when it is known how the rows are wanted.
    const rows = Promise.resolve().then(() =>
      send<unknown>(statement, params, (pending) => (asLists ? pending.values() : pending)),
    )
    const values = () => {
      asLists = true
      return rows
    }
    return Object.assign(rows, { values })
  }
  return { options: types, unsafe, begin, savepoint: begin } as unknown as postgres.Sql
}
