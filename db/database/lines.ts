// Connections to a server, each used by one piece of work at a time and thrown away when it is lost.
//
// Why not the driver's own pool: postgres.js goes on with a connection that was lost. The next statement of a transaction
// is then written to nothing, which ends this process (porsager/postgres issues 1154 and 1208), or on a new connection
// outside of its transaction; and one that was lost in the middle of writing may never write again.
import postgres from 'postgres'
import { Unavailable } from '../../flows/core/ports.ts'
import { within } from '../deadline.ts'

export type Settings = postgres.Options<Record<string, never>>

/** How values are read and written: drizzle says so once, and every connection goes by it. */
export type Types = Pick<postgres.ParsedOptions<Record<string, never>>, 'parsers' | 'serializers'>

export type Line = {
  /** Sends a statement; with parameters it is prepared once. Throws Unavailable when the connection was lost. */
  say(statement: string, params?: unknown[]): postgres.PendingQuery<postgres.Row[]>
  lost(): boolean
  /** Throws the connection away, and with it whatever is under way on it. */
  lose(): void
}

export type Lines = {
  /** Gives the work a connection of its own. After the deadline it fails, and the connection with it. */
  use<T>(work: (line: Line) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export type LinesOptions = {
  url: string
  settings: Settings
  types: Types
  /** Connections at most. */
  most: number
  /** Milliseconds to wait for a connection, and then for the work. */
  deadline: number
  /** Called for every statement. */
  said: () => void
}

export function openLines({ url, settings, types, most, deadline, said }: LinesOptions): Lines {
  const all = new Map<Line, postgres.Sql>()
  const free: Line[] = []
  let waiting: { take: (line: Line) => void; refuse: (error: Error) => void }[] = []
  let closing = false

  function make(): Line {
    let lost = false
    const lose = () => {
      if (lost) return
      lost = true
      all.delete(line)
      if (free.includes(line)) free.splice(free.indexOf(line), 1)
      client.end({ timeout: 0 }).catch(() => {})
      // Somebody may wait for the place it leaves.
      if (!closing && waiting.length > 0) waiting.shift()!.take(make())
    }
    const client = postgres(url, {
      ...settings,
      max: 1,
      // Left alone while it lies idle: a connection that ends between two statements would take the next one with it.
      idle_timeout: 0,
      max_lifetime: null,
      onclose: lose,
    })
    Object.assign(client.options.parsers, types.parsers)
    Object.assign(client.options.serializers, types.serializers)
    const line: Line = {
      say(statement, params = []) {
        if (lost) throw new Unavailable('the connection to the database was lost')
        said()
        const parameters = params as postgres.ParameterOrJSON<never>[]
        return client.unsafe(statement, parameters, { prepare: params.length > 0 })
      },
      lost: () => lost,
      lose,
    }
    all.set(line, client)
    return line
  }

  async function take(): Promise<Line> {
    if (closing) throw new Unavailable('the books are closed')
    const idle = free.pop()
    if (idle) return idle
    if (all.size < most) return make()
    const { promise, resolve, reject } = Promise.withResolvers<Line>()
    const mine = { take: resolve, refuse: reject }
    waiting.push(mine)
    const timer = setTimeout(() => {
      waiting = waiting.filter((one) => one !== mine)
      reject(new Unavailable('every connection to the database is busy'))
    }, deadline)
    return promise.finally(() => clearTimeout(timer))
  }

  function give(line: Line): void {
    if (line.lost()) return
    const next = waiting.shift()
    if (next) next.take(line)
    else free.push(line)
  }

  return {
    async use(work) {
      const line = await take()
      try {
        return await within(deadline, work(line))
      } catch (error) {
        // Late, or lost already. What still runs on it must not meet the next piece of work.
        if (error instanceof Unavailable) line.lose()
        throw error
      } finally {
        give(line)
      }
    },
    async close() {
      closing = true
      for (const { refuse } of waiting) refuse(new Unavailable('the books are closed'))
      waiting = []
      await Promise.all([...all.values()].map((client) => client.end({ timeout: 5 })))
    },
  }
}
