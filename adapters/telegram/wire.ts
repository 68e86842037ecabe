// The way to Telegram: one attempt, no redirects, and whatever fails is told without the address, which holds the token.
import { TelegramTrouble, wayTrouble } from './trouble.ts'

/** What grammY hands to its fetch: a signal of its own making, which Node's fetch does not take for one. */
type Asked = {
  method?: string
  headers?: Record<string, string>
  /** A form with a file in it comes in pieces. */
  body?: string | AsyncIterable<Uint8Array>
  signal?: { aborted: boolean; addEventListener(type: 'abort', heard: () => void): void }
}

/** A fetch for grammY that reads the whole answer and lets nothing but an answer of the Bot API through. */
export async function fetchAnswer(
  url: string | URL,
  { method, headers, body, signal }: Asked,
): Promise<Response> {
  const cut = new AbortController()
  if (signal?.aborted) throw wayTrouble('unsent')
  signal?.addEventListener('abort', () => cut.abort())
  const { status, text } = await exchange(url, {
    ...(method && { method }),
    ...(headers && { headers }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : await whole(body) }),
    signal: cut.signal,
  })
  if (!isAnswer(text)) throw wayTrouble('foreign', status)
  return new Response(text)
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

async function exchange(url: string | URL, asked: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, { ...asked, redirect: 'manual' })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    throw wayTrouble(wentOut(error) ? 'lost' : 'unsent')
  }
}

/** A file, at most `most` bytes; null when it is larger. */
export async function fetchBytes(url: string, most: number, signal: AbortSignal): Promise<Uint8Array | null> {
  try {
    const response = await fetch(url, { signal, redirect: 'manual' })
    if (!response.ok || !response.body) {
      await response.body?.cancel()
      throw wayTrouble('foreign', response.status)
    }
    return await upTo(most, response.body)
  } catch (error) {
    if (error instanceof TelegramTrouble) throw error
    throw wayTrouble('lost')
  }
}

async function upTo(most: number, body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  // Leaving the loop early ends the stream.
  for await (const part of body) {
    size += part.length
    if (size > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function isAnswer(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'
  } catch {
    return false
  }
}

/** Failures before the first byte of a request: the name was not found, nobody listens, no secure line came about. */
const BEFORE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/

/** Whether the request may have reached somebody. */
function wentOut(error: unknown): boolean {
  if (!(error instanceof Error)) return true
  const { cause } = error
  if (cause instanceof AggregateError && cause.errors.length > 0)
    return cause.errors.some((one) => !isBefore(one))
  return !isBefore(cause)
}

function isBefore(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  if ('syscall' in cause && (cause.syscall === 'connect' || cause.syscall === 'getaddrinfo')) return true
  if (/before secure TLS connection/.test(cause.message)) return true
  return 'code' in cause && typeof cause.code === 'string' && BEFORE.test(cause.code)
}
