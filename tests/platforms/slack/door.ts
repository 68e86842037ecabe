// Brings one request to an app's request URL, as Slack does: its own connection, no redirects, a limit of time.
import { type IncomingHttpHeaders, request } from 'node:http'

export type Sent = { url: string; headers: Record<string, string>; body: string }

export type Answered =
  | { status: number; headers: IncomingHttpHeaders; body: string; ms: number }
  | { failure: 'connection_failed' | 'http_timeout'; ms: number }

/** After the limit the request goes on unheard: what comes of it at the app still happens, and counts for nothing. */
export function newDoor() {
  const open = new Set<() => void>()

  return {
    knock({ url, headers, body }: Sent, limitMs: number): Promise<Answered> {
      const begun = performance.now()
      return new Promise((resolve) => {
        const settle = (answered: Answered): void => {
          clearTimeout(timer)
          resolve(answered)
        }
        const ms = (): number => Math.round(performance.now() - begun)
        const asked = request(
          url,
          {
            method: 'POST',
            agent: false,
            headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          },
          (response) => {
            const parts: Buffer[] = []
            response.on('data', (part: Buffer) => parts.push(part))
            response.on('error', () => settle({ failure: 'connection_failed', ms: ms() }))
            response.on('end', () =>
              settle({
                status: response.statusCode ?? 0,
                headers: response.headers,
                body: Buffer.concat(parts).toString(),
                ms: ms(),
              }),
            )
          },
        )
        const drop = (): void => {
          asked.destroy()
          settle({ failure: 'connection_failed', ms: ms() })
        }
        const timer = setTimeout(() => settle({ failure: 'http_timeout', ms: ms() }), limitMs)
        open.add(drop)
        asked.on('close', () => open.delete(drop))
        asked.on('error', () => settle({ failure: 'connection_failed', ms: ms() }))
        asked.end(body)
      })
    },
    stop(): void {
      for (const drop of open) drop()
    },
  }
}
