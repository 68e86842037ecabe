// One update brought to a webhook, and what came back.
import { type Agent, request as httpRequest } from 'node:http'

/** `status` is null where the connection broke or stayed silent; `retryAfter` in seconds. */
export type Posted = {
  status: number | null
  retryAfter: number
  /** A call that the bot put into its answer. */
  reply?: Record<string, unknown>
}

export function post(
  url: string,
  body: string,
  line: { agent: Agent; timeout: number; secret: string },
): Promise<Posted> {
  return new Promise((resolve) => {
    const broken = (): void => resolve({ status: null, retryAfter: 0 })
    const request = httpRequest(
      url,
      {
        method: 'POST',
        agent: line.agent,
        timeout: line.timeout,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'accept-encoding': 'gzip, deflate',
          ...(line.secret ? { 'x-telegram-bot-api-secret-token': line.secret } : {}),
        },
      },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('error', broken)
        response.on('close', broken)
        response.on('end', () => {
          const status = response.statusCode ?? 0
          const reply = isTaken(status) ? callIn(Buffer.concat(pieces).toString('utf8')) : undefined
          const retryAfter = Math.max(0, Math.trunc(Number(response.headers['retry-after'] ?? 0)) || 0)
          resolve({ status, retryAfter, ...(reply ? { reply } : {}) })
        })
      },
    )
    request.on('timeout', () => request.destroy())
    request.on('error', broken)
    request.on('close', broken)
    request.end(body)
  })
}

export function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status <= 299
}

/** The one method that the answer to a push may name; those that only ask, or end everything, are not done. */
function callIn(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null || !('method' in value)) return undefined
    const method = String(value.method).toLowerCase()
    const notDone = ['deletewebhook', 'setwebhook', 'close', 'logout', '']
    return notDone.includes(method) || method.startsWith('get') ? undefined : { ...value }
  } catch {
    return undefined
  }
}
