/** What may be told of an error: its kind, its codes and where it arose; never its message, which may hold personal words. */

export type Trouble = {
  /** The class of the error, e.g. `DrizzleQueryError`. */
  error: string
  /** Codes along the chain of causes, e.g. `23505` or `ECONNREFUSED`, outermost first. */
  code?: string
  /** File and line, innermost first. Functions' names are left out: a message may imitate a stack. */
  at?: string
}

const SAFE_NAME = /^[A-Za-z]{1,60}$/
const SAFE_CODE = /^[A-Za-z0-9_]{1,40}$/
const FRAME = /([\w-]{1,60}(?:\.[\w-]{1,20})?\.[cm]?[jt]s:\d{1,6}:\d{1,6})\)?$/

export function troubleOf(error: unknown): Trouble {
  const codes = chain(error).flatMap(({ code }) => (safe(code, SAFE_CODE) ? [String(code)] : []))
  const name = error instanceof Error && safe(error.name, SAFE_NAME) ? error.name : 'unknown'
  const kind =
    error instanceof Error && safe(error.constructor.name, SAFE_NAME) ? error.constructor.name : name
  const at = frames(error)
  return {
    error: name === 'Error' ? kind : name,
    ...(codes.length > 0 && { code: [...new Set(codes)].join(' ') }),
    ...(at && { at }),
  }
}

type Coded = { code?: unknown; cause?: unknown }

function chain(error: unknown): Coded[] {
  const links: Coded[] = []
  for (
    let link = error;
    links.length < 5 && typeof link === 'object' && link !== null;
    link = (link as Coded).cause
  )
    links.push(link)
  return links
}

const safe = (value: unknown, pattern: RegExp): boolean =>
  (typeof value === 'string' || typeof value === 'number') && pattern.test(String(value))

function frames(error: unknown): string | null {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return null
  // The message stands before the frames and is skipped as a whole.
  const after = error.stack.slice(error.stack.indexOf(error.message) + error.message.length)
  const places = after.split('\n').flatMap((line) => FRAME.exec(line)?.[1] ?? [])
  return places.slice(0, 4).join(' < ') || null
}
