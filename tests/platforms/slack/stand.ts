// What the fake Slack's own tests stand on: one opened, an app beside it, and both closed afterwards.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import { type Wire, wireOf } from './json.ts'
import { type FakeSlack, openSlack, type SlackOptions } from './slack.ts'

export const section = (text: string, type = 'mrkdwn'): Wire => ({ type: 'section', text: { type, text } })
export const button = (label: string, value: string): Wire => ({
  type: 'button',
  action_id: `do-${value}`,
  text: { type: 'plain_text', text: label },
  value,
})

/** The one that was opened last. */
export let slack: FakeSlack
/** What the test that runs now must let go of. */
export const ends: (() => Promise<unknown>)[] = []

export async function open(options: SlackOptions = {}): Promise<FakeSlack> {
  const opened = await openSlack({ seed: 7, pace: 0.001, subscriptions: QUIET, ...options })
  ends.push(() => opened.stop())
  slack = opened
  return opened
}
/** Everything but the app's own doings, which most tests do not ask for. */
const QUIET = ['message.im', 'message.channels', 'message.groups', 'app_mention', 'app_home_opened']

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

export async function call(method: string, args: Wire = {}, token = slack.botToken): Promise<Wire> {
  const response = await post(method, args, token)
  return wireOf(await response.json())
}

export function post(method: string, args: Wire = {}, token = slack.botToken): Promise<Response> {
  return fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  })
}

/** An app that answers as the test says, and remembers what came. */
export type Came = { headers: IncomingMessage['headers']; body: string; payload: Wire }
export async function app(
  answer: (came: Came, at: number) => { status?: number; body?: string; ms?: number } = () => ({}),
) {
  const came: Came[] = []
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      const form = request.headers['content-type'] === 'application/x-www-form-urlencoded'
      const fields = form ? Object.fromEntries(new URLSearchParams(body)) : {}
      const payload = wireOf(form && !fields.payload ? fields : JSON.parse(fields.payload ?? body))
      if (payload.type === 'url_verification') return response.end(String(payload.challenge))
      const one = { headers: request.headers, body, payload }
      came.push(one)
      const { status = 200, body: said = '', ms = 0 } = answer(one, came.length - 1)
      setTimeout(() => response.writeHead(status, { 'content-type': 'application/json' }).end(said), ms)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`, came }
}
