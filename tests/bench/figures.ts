import { type Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'

/** What a contender tells of itself: CPU used so far (microseconds) and statements sent to the database. */
export function serveFigures(
  request: IncomingMessage,
  response: ServerResponse,
  statements: { count: number },
): boolean {
  if (request.url !== '/figures') return false
  const { user, system } = process.cpuUsage()
  response.end(
    JSON.stringify({ cpu: user + system, statements: statements.count, rss: process.memoryUsage.rss() }),
  )
  return true
}

export async function readJson(request: IncomingMessage): Promise<any> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}

/** A POST over a kept connection; resolves with the status. */
export function postJson(agent: Agent, url: string, body: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
