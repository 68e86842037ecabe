// Brings one thing to the app once, by HTTP where it has request URLs and by Socket Mode otherwise.
import { newDoor, type Sent } from './door.ts'
import { isWire, parsed, type Wire } from './json.ts'
import type { Failure } from './ledger.ts'
import { signedHeaders } from './signature.ts'
import type { Envelope, Sockets } from './sockets.ts'
import type { Workspace } from './workspace.ts'

export type Delivered = {
  outcome: 'acked' | Failure
  to: string
  ms: number
  status: number | null
  /** What the app answered: an object, words, or nothing. */
  response: unknown
  /** The app asked not to be told again. */
  noRetry: boolean
}

export type Courier = ReturnType<typeof newCourier>

export function newCourier(
  workspace: Workspace,
  sockets: Sockets,
  settings: { signingSecret: string; ackMs: number },
) {
  const door = newDoor()
  const sent: Sent[] = []
  const requestUrls: string[] = []
  let turn = 0

  /** Several replicas stand behind one address, and take turns. */
  const nextUrl = (): string | undefined => requestUrls[turn++ % requestUrls.length]

  function signed(
    body: string,
    { type, timestamp, secret, more }: Signing = {},
  ): { headers: Record<string, string>; body: string } {
    const seconds = timestamp ?? Math.floor(workspace.stamps.now() / 1_000)
    return {
      headers: {
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'content-type': type ?? 'application/json',
        ...more,
        ...signedHeaders(secret ?? settings.signingSecret, seconds, body),
      },
      body,
    }
  }

  async function byHttp(url: string, envelope: Envelope): Promise<Delivered> {
    const form = envelope.type !== 'events_api'
    const { retry } = envelope
    const request = {
      url,
      ...signed(bodyOf(envelope), {
        type: form ? 'application/x-www-form-urlencoded' : 'application/json',
        ...(retry &&
          retry.attempt > 0 && {
            more: { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason },
          }),
      }),
    }
    sent.push(request)
    const answered = await door.knock(request, settings.ackMs)
    if ('failure' in answered)
      return {
        outcome: answered.failure,
        to: url,
        ms: answered.ms,
        status: null,
        response: null,
        noRetry: false,
      }
    const { status, body, headers, ms } = answered
    const good = form ? status === 200 : status >= 200 && status < 300
    return {
      outcome: good ? 'acked' : 'http_error',
      to: url,
      ms,
      status,
      response: body === '' ? null : said(parsed(body) ?? body),
      noRetry: headers['x-slack-no-retry'] === '1',
    }
  }

  async function bySocket(envelope: Envelope): Promise<Delivered> {
    const begun = performance.now()
    // Slack's own counter starts again on this way, and says nothing.
    const carried = await sockets.carry(
      envelope.retry ? { ...envelope, retry: { attempt: 0, reason: '' } } : envelope,
    )
    return {
      outcome: carried.outcome,
      to: carried.to,
      ms: Math.round(performance.now() - begun),
      status: null,
      response: carried.outcome === 'acked' && envelope.acceptsResponse ? said(carried.response) : null,
      noRetry: false,
    }
  }

  return {
    requestUrls,
    /** Every request that was brought by HTTP, oldest first. */
    sent,
    signed,
    carry(envelope: Envelope): Promise<Delivered> {
      const url = nextUrl()
      return url === undefined ? bySocket(envelope) : byHttp(url, envelope)
    },
    /** Brings a body of the test's own. */
    knock: (request: Sent) => door.knock(request, settings.ackMs),
    stop: () => door.stop(),
  }
}

export type Signing = {
  type?: string
  /** Seconds since the epoch. */
  timestamp?: number
  secret?: string
  more?: Record<string, string>
}

/** Nothing and an empty object both only acknowledge. */
function said(response: unknown): unknown {
  const empty = response === undefined || (isWire(response) && Object.keys(response).length === 0)
  return empty ? null : response
}

function bodyOf({ type, payload }: Envelope): string {
  if (type === 'events_api') return JSON.stringify(payload)
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(payload as Wire)) form.set(name, String(value))
  return form.toString()
}
