// A client of the web channel's protocol that is not a browser: one seat, one cookie.
import type { Hono } from 'hono'
import type { Wire } from '../../../adapters/web/render.ts'

export type Answer = { status: number; data: any; headers: Headers }
export type Client = {
  hello(): Promise<Answer>
  send(id: string, event: unknown, locale?: string): Promise<Answer>
  messages(after?: number): Promise<Wire[]>
  request(method: string, path: string, options?: Options): Promise<Answer>
  /** The raw answer, for streams and files. */
  raw(method: string, path: string, options?: Options): Promise<Response>
  cookie(): string
  take(cookie: string): void
}
export type Options = {
  json?: unknown
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
  headers?: { [name: string]: string }
  own?: boolean
  socket?: string
}

/** Over real HTTP where a URL is given, else straight into the app. */
export function client(station: Hono | string, seat?: string): Client {
  let cookie = ''
  const raw: Client['raw'] = async (
    method,
    path,
    { json, body, headers, own = true, socket = '192.0.2.1' } = {},
  ) => {
    const init = {
      method,
      headers: {
        ...(own && { 'x-bridge': '1' }),
        ...(seat && { 'x-bridge-seat': seat }),
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(body !== undefined && { body, duplex: 'half' as const }),
    }
    const answer =
      typeof station === 'string'
        ? await fetch(`${station}/web${path}`, init)
        : await station.request(`http://station.test/web${path}`, init, {
            incoming: { socket: { remoteAddress: socket } },
          })
    const set = answer.headers.get('set-cookie')
    if (set) cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '')
    return answer
  }
  const request: Client['request'] = async (method, path, options) => {
    const answer = await raw(method, path, options)
    return { status: answer.status, data: await answer.json().catch(() => null), headers: answer.headers }
  }
  return {
    raw,
    request,
    hello: () => request('POST', '/hello', { json: {} }),
    send: (id, event, locale) => request('POST', '/send', { json: { id, event, ...(locale && { locale }) } }),
    messages: async (after = 0) => (await request('GET', `/messages?after=${after}`)).data.messages,
    cookie: () => cookie,
    take: (given) => {
      cookie = given
    },
  }
}

/** Reads Server-Sent Events one by one; the stream stays open until `close`. */
export async function events(answer: Response) {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  return {
    async next(kind: string, within = 3_000): Promise<{ id: string | null; data: any } | null> {
      const deadline = Date.now() + within
      for (;;) {
        for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
          const block = rest.slice(0, end)
          rest = rest.slice(end + 2)
          const field = (name: string) =>
            block
              .split('\n')
              .filter((line) => line.startsWith(`${name}: `))
              .map((line) => line.slice(name.length + 2))
              .join('\n')
          if (field('event') === kind) return { id: field('id') || null, data: JSON.parse(field('data')) }
        }
        const left = deadline - Date.now()
        if (left <= 0) return null
        const timer = Promise.withResolvers<'late'>()
        const bell = setTimeout(() => timer.resolve('late'), left)
        const chunk = await Promise.race([reader.read(), timer.promise])
        clearTimeout(bell)
        if (chunk === 'late') return null
        if (chunk.done) return null
        rest += chunk.value
      }
    },
    /** Reads on until the station ends the stream; a test that waits in vain fails by its own limit. */
    async ended(): Promise<true> {
      for (;;) if ((await reader.read()).done) return true
    },
    close: () => reader.cancel(),
  }
}
