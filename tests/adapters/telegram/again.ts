// Stands before the fake Bot API and hands an update out a second time, as after a crash before it was confirmed.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

export type Again = {
  apiRoot: string
  /** Resolves once the bot asks for what comes after it. */
  repeat(update: Named): Promise<void>
  stop(): Promise<void>
}

type Named = { update_id: number }

export async function handingOutAgain(apiRoot: string): Promise<Again> {
  let waiting: { update: Named; confirmed: () => void; sent: boolean }[] = []
  const server = createServer((request, response) => {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    void (async () => {
      const body = await bodyOf(request)
      const isAsking = request.url?.endsWith('/getUpdates') ?? false
      if (isAsking) confirm(Number(JSON.parse(body.toString()).offset ?? 0))
      const answer = await fetch(apiRoot + request.url, {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
        ...(body.length > 0 && { body }),
        signal: gone.signal,
      })
      const text = await answer.text()
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(isAsking ? added(text) : text)
    })().catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  function confirm(offset: number): void {
    for (const { update, confirmed, sent } of waiting) if (sent && offset > update.update_id) confirmed()
    waiting = waiting.filter(({ update, sent }) => !sent || offset <= update.update_id)
  }

  function added(text: string): string {
    const answer = JSON.parse(text)
    if (!answer.ok) return text
    for (const one of waiting) one.sent = true
    return JSON.stringify({ ...answer, result: [...waiting.map(({ update }) => update), ...answer.result] })
  }

  const at = server.address()
  return {
    apiRoot: `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}`,
    repeat: (update) =>
      new Promise((resolve) => {
        waiting.push({ update, confirmed: resolve, sent: false })
      }),
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
