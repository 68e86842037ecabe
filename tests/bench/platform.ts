import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A messaging platform as the benchmark needs it: takes `sendMessage`, answers at once, tells who was written to. */
export type Platform = {
  url: string /** Resolves with the next message to a chat. */
  next(chat: number): Promise<string>
  /** Forgets what else was written to a chat. */
  drain(chat: number): void
  close(): void
}

export async function openPlatform(): Promise<Platform> {
  const queued = new Map<number, string[]>()
  const waiting = new Map<number, (text: string) => void>()
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      const { chat_id: chat, text } = readBody(body)
      response.setHeader('content-type', 'application/json')
      response.end(answerTo(request.url ?? '', chat))
      if (!Number.isFinite(chat) || !request.url?.endsWith('/sendMessage')) return
      const waiter = waiting.get(chat)
      if (waiter) {
        waiting.delete(chat)
        waiter(text)
      } else queued.set(chat, [...(queued.get(chat) ?? []), text])
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next(chat) {
      const held = queued.get(chat)
      if (held?.length) return Promise.resolve(held.shift()!)
      return new Promise((resolve) => waiting.set(chat, resolve))
    },
    drain: (chat) => void queued.delete(chat),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function readBody(body: string): { chat_id: number; text: string } {
  const sent = body ? JSON.parse(body) : {}
  return { chat_id: Number(sent.chat_id), text: String(sent.text ?? '') }
}

function answerTo(url: string, chat: number): string {
  if (url.endsWith('/getMe'))
    return '{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"bench","username":"bench_bot"}}'
  return JSON.stringify({
    ok: true,
    result: { message_id: 1, date: 0, chat: { id: chat, type: 'private' }, text: '' },
  })
}
