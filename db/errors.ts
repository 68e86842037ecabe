// What a database error may say outside this folder: a code and the names of tables, never a parameter.
import { Unavailable } from '../flows/core/ports.ts'

/** Our own mistake, or the database's refusal. `code` is an SQLSTATE or one of ours, such as `tampered`. */
export class BooksError extends Error {
  readonly code: string
  constructor(code: string, where?: string) {
    super(`the books failed: ${code}${where ? ` at ${where}` : ''}`)
    this.name = 'BooksError'
    this.code = code
  }
}

type Raw = {
  code?: unknown
  table_name?: unknown
  table?: unknown
  constraint_name?: unknown
  constraint?: unknown
}

/** Not there, not yet, no longer, or too busy: the same request may succeed later. */
const AWAY = new Set(
  [
    'CONNECTION_CLOSED CONNECTION_ENDED CONNECTION_DESTROYED CONNECT_TIMEOUT',
    'ECONNREFUSED ECONNRESET EPIPE ENOENT ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH',
    '25006 25P03 40001 40P01 53000 53100 53200 53300 55P03 57014 57P01 57P02 57P03 58000 58030',
  ].flatMap((codes) => codes.split(' ')),
)

/** The code of the error underneath, however drizzle wrapped it. */
export function codeOf(error: unknown): string | null {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    const { code } = at as Raw
    if (typeof code === 'string') return code
  }
  return null
}

/** Two transactions stood in each other's way: running one of them again is enough. */
export const collided = (error: unknown): boolean => ['40P01', '40001'].includes(codeOf(error) ?? '')

/** The database is not there or answers nobody: whatever else is asked of it now will fail too. */
export const away = (error: unknown): boolean => presentable(error) instanceof Unavailable && !collided(error)

/** The error that may leave this folder. Refusals and mistakes of handlers pass as they are. */
export function presentable(error: unknown): unknown {
  if (error instanceof Unavailable || error instanceof BooksError) return error
  const code = codeOf(error)
  if (code !== null && (AWAY.has(code) || code.startsWith('08')))
    return new Unavailable(`the database is away: ${code}`)
  if (!fromDatabase(error)) return error
  return new BooksError(code ?? 'query', placeOf(error))
}

function fromDatabase(error: unknown): boolean {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    const { name, code } = at as { name?: unknown; code?: unknown }
    if (name === 'DrizzleQueryError' || name === 'PostgresError') return true
    if ('severity' in at || 'query' in at || (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)))
      return true
  }
  return false
}

function placeOf(error: unknown): string | undefined {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    const raw = at as Raw
    const place = raw.constraint_name ?? raw.constraint ?? raw.table_name ?? raw.table
    if (typeof place === 'string') return place
  }
  return undefined
}
