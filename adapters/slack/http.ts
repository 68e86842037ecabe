// Slack's requests: events, presses, forms and commands all come to the same door, signed.
import { Hono } from 'hono'
import { contentOf, readBody } from './body.ts'
import type { Pace } from './pace.ts'
import type { Answer } from './reception.ts'
import { isGenuine, openSeen } from './signature.ts'

const LARGEST = 256 * 1_024

export type Door = {
  signingSecret: string
  pace: Pace
  wall(): number
  take(body: Record<string, unknown>, retry: number): Promise<Answer>
}

export function httpDoor({ signingSecret, pace, wall, take }: Door): Hono {
  const app = new Hono()
  const seen = openSeen()

  app.post('/slack/events', async (c) => {
    const body = await readBody(c.req.raw, LARGEST, pace.body)
    if (body === 'large') return c.text('too large\n', 413)
    if (body === 'late') return c.text('too late\n', 408)
    const signature = c.req.header('x-slack-signature')
    const signed = { timestamp: c.req.header('x-slack-request-timestamp'), signature, body }
    if (!signature || !isGenuine(signingSecret, signed, wall())) return c.text('not signed\n', 401)
    const content = contentOf(body, c.req.header('content-type') ?? '')
    if (!content) return c.text('not readable\n', 400)
    if (content.type === 'url_verification') return c.text(String(content.challenge))
    if (content.ssl_check !== undefined) return c.body(null, 200)
    // Events may come again, also in the very same words: their ids make a repetition harmless. A press comes once, and what
    // looks like a second one is somebody else's copy: the books know its id as well, and here it is not even answered anew.
    if (content.event === undefined && !seen.isNew(signature)) return c.body(null, 200)
    const retry = Number(c.req.header('x-slack-retry-num') ?? 0)
    const answer = await take(content, Number.isInteger(retry) ? retry : 0)
    if (!answer) return c.text('come again\n', 503, { 'Retry-After': '5' })
    return answer.payload === undefined ? c.body(null, 200) : c.json(plainJson(answer.payload))
  })

  return app
}

/** An answer may be a bare sentence. */
const plainJson = (payload: unknown): object =>
  typeof payload === 'object' && payload !== null
    ? payload
    : { response_type: 'ephemeral', text: String(payload) }
