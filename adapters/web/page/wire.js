// One request to the station, and what came of it. The protocol is in PROTOCOL.md.

/**
 * @typedef {{ ok: true, data: any }} Done
 * @typedef {{ ok: false, status: number, code: string, wait: number, say: { zh: string, en: string } | null }} Not
 *   `status` 0: nobody answered. `wait`: seconds after which it may be tried again.
 */

/** @typedef {{ body?: unknown, raw?: Blob, headers?: { [name: string]: string }, within?: number, last?: boolean }} Sending */

/**
 * @param {string} seat
 * @param {'GET' | 'POST'} method
 * @param {string} path below `/web`
 * @param {Sending} [sending] `within` in milliseconds; `last`: goes out even while the page is being left
 * @returns {Promise<Done | Not>}
 */
export async function call(
  seat,
  method,
  path,
  { body, raw, headers = {}, within = 30_000, last = false } = {},
) {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), within)
  try {
    const answer = await fetch(`/web${path}`, {
      method,
      headers: {
        'X-Bridge': '1',
        'X-Bridge-Seat': seat,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: raw ?? (body === undefined ? null : JSON.stringify(body)),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: last,
      signal: late.signal,
    })
    const data = await answer.json().catch(() => null)
    if (answer.ok) return { ok: true, data }
    const wait = Number(answer.headers.get('Retry-After')) || 0
    return { ok: false, status: answer.status, code: data?.error ?? 'fault', wait, say: data?.say ?? null }
  } catch {
    return { ok: false, status: 0, code: 'away', wait: 0, say: null }
  } finally {
    clearTimeout(timer)
  }
}

/** The address of a file that was kept. @param {string} seat @param {string} id */
export const fileAddress = (seat, id) => ofSeat(`/web/files/${encodeURIComponent(id)}`, seat)

/** An address as a link can name it, which sends no header. @param {string} address @param {string} seat */
export const ofSeat = (address, seat) => `${address}?seat=${encodeURIComponent(seat)}`
