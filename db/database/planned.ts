// What drizzle takes for PGlite: the same, with statements that are read and planned once, as a server's driver does it.
// Of a small statement in here most of the time goes into reading its text and making up how to read its rows.
import { type messages, type PGlite, protocol, type Results, types } from '@electric-sql/pglite'
import { firstOf } from './first.ts'

type Options = Parameters<PGlite['query']>[2]
type Message = messages.BackendMessage
type Field = messages.RowDescriptionMessage['fields'][number]
type Query = <T>(text: string, params?: unknown[], options?: Options) => Promise<Results<T>>
export type Planned = {
  query: Query
  transaction<T>(work: (inner: { query: Query }) => Promise<T>): Promise<T>
}

/** A statement that the database has read: the types of its parameters, and what its rows have. */
type Known = { name: string; types: readonly number[]; fields: readonly Field[]; uses: number }

/** How many are remembered. */
const MOST = 400
/**
 * A plan is kept for so many uses and then made anew: tables grow, and nobody in here says so to the database, where a
 * server would look by itself.
 */
const MOST_USES = 200
/** The tables are not those that a statement was read for. */
const OUTDATED: readonly unknown[] = ['0A000', '26000']

/** Takes back what was done since a savepoint. */
const BACK = /^rollback to /i

const { serialize } = protocol

export function planned(client: PGlite): Planned {
  const statements = new Map<string, Known>()
  let made = 0
  const say = (...parts: Uint8Array[]): Promise<Message[]> => client.execProtocolStream(joined(parts))

  async function read(text: string): Promise<Known> {
    const known = statements.get(text)
    // Moved to the end: what was not used for longest stands first.
    if (known) statements.delete(text)
    if (known && known.uses < MOST_USES) {
      statements.set(text, known)
      return known
    }
    const over = known ?? (statements.size >= MOST ? takeFirst(statements) : undefined)
    const name = `s${made++}`
    const said = await say(
      ...(over ? [serialize.close({ type: 'S', name: over.name })] : []),
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    )
    const fresh = { name, types: typesIn(said), fields: fieldsIn(said), uses: 0 }
    statements.set(text, fresh)
    return fresh
  }

  /** With parameters, as most are. */
  async function sayKnown<T>(text: string, params: unknown[], options: Options): Promise<Results<T>> {
    const known = await read(text)
    known.uses++
    const values = params.map((value, n) => {
      if (value === null || value === undefined) return null
      const written = client.serializers[known.types[n] ?? types.TEXT] ?? client.serializers[types.TEXT]
      return written ? written(value) : null
    })
    try {
      const said = await say(
        serialize.bind({ statement: known.name, values }),
        serialize.execute(),
        serialize.sync(),
      )
      return resultsOf(said, known.fields, options)
    } catch (error) {
      if (OUTDATED.includes((error as { code?: unknown }).code)) statements.delete(text)
      throw error
    }
  }

  /** Without any: such a statement is rarely said twice. */
  async function sayOnce<T>(text: string, options: Options): Promise<Results<T>> {
    const said = await say(
      serialize.parse({ text }),
      serialize.bind(),
      serialize.describe({ type: 'P' }),
      serialize.execute(),
      serialize.sync(),
    )
    return resultsOf(said, fieldsIn(said), options)
  }

  function resultsOf<T>(said: Message[], fields: readonly Field[], options: Options): Results<T> {
    const parsers = fields.map(
      ({ dataTypeID }) => options?.parsers?.[dataTypeID] ?? client.parsers[dataTypeID] ?? asItIs,
    )
    const cells = said
      .filter(isRow)
      .map((row) =>
        row.fields.map((cell, n) => (cell === null ? null : parsers[n]?.(cell, fields[n]?.dataTypeID))),
      )
    const rows =
      options?.rowMode === 'array'
        ? cells
        : cells.map((row) => Object.fromEntries(row.map((cell, n) => [fields[n]?.name, cell])))
    return { rows: rows as Results<T>['rows'], fields: [...fields] }
  }

  const query: Query = (text, params = [], options) =>
    client._runExclusiveQuery(async () => {
      await client._checkReady()
      return params.length > 0 ? sayKnown(text, params, options) : sayOnce(text, options)
    })

  return {
    query: (text, params, options) => client._runExclusiveTransaction(() => query(text, params, options)),
    transaction(work) {
      const why = firstOf()
      return client.transaction((inner) =>
        work({
          async query(text, params, options) {
            if (inner.closed) throw new Error('a statement came after the end of its transaction')
            const failed = why.begin()
            try {
              return await query(text, params, options)
            } catch (error) {
              throw failed(error)
            } finally {
              if (BACK.test(text)) why.mended()
            }
          },
        }),
      )
    },
  }
}

const asItIs = (cell: string): string => cell

const isRow = (message: Message): message is messages.DataRowMessage => message.name === 'dataRow'

function fieldsIn(said: readonly Message[]): readonly Field[] {
  const found = said.find((one): one is messages.RowDescriptionMessage => one.name === 'rowDescription')
  return found?.fields ?? []
}

function typesIn(said: readonly Message[]): readonly number[] {
  const found = said.find(
    (one): one is messages.ParameterDescriptionMessage => one.name === 'parameterDescription',
  )
  return found?.dataTypeIDs ?? []
}

function takeFirst(statements: Map<string, Known>): Known | undefined {
  const [first] = statements
  if (first) statements.delete(first[0])
  return first?.[1]
}

function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
