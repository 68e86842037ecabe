// The server: methods of the Web API, files, answers by response URL.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, applyFault, type Fault, type FaultPlan } from '../faults.ts'
import { download, signInPage } from './download.ts'
import { parsed, textOf, type Wire, wireOf } from './json.ts'
import { METHODS } from './methods/index.ts'
import { argumentsOf, type Platform, refused } from './methods/method.ts'
import { respond } from './response-url.ts'
import type { Timers } from './timers.ts'

export type Tokens = { bot: string; app: string; revoked: boolean }
/** An error of Slack's that the next calls of a method get; with `channel`, only those for it. */
export type Refusal = {
  method: string
  error: string
  channel?: string
  times: number
  /** With `ratelimited`: seconds to wait. */
  retryAfter: number
}

const SIGN_IN = '/files/sign-in'
const FORM = 'application/x-www-form-urlencoded'

export function newWebApi(
  platform: Platform,
  settings: {
    tokens: Tokens
    scopes: string[] | null
    faults: FaultPlan
    refusals: Refusal[]
    timers: Timers
  },
) {
  const { workspace, ledger } = platform
  const { tokens, faults, refusals } = settings
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', platform.origin())
    if (url.pathname.startsWith('/upload/')) return upload(url, request, response)
    const body = (await bytesOf(request)).toString()
    if (url.pathname.startsWith('/api/')) return call(url, request, response, body)
    if (url.pathname.startsWith('/files/')) return file(url, request, response)
    if (url.pathname.startsWith('/actions/') || url.pathname.startsWith('/commands/')) {
      const error = respond(workspace, url.pathname, body)
      response.writeHead(error === null ? 200 : 404, { 'content-type': 'application/json' })
      response.end(error === null ? 'ok' : JSON.stringify(refused(error)))
      return
    }
    response.writeHead(404).end()
  }

  async function call(
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
    body: string,
  ): Promise<void> {
    const method = url.pathname.slice('/api/'.length)
    const given = { ...Object.fromEntries(url.searchParams), ...fieldsOf(request, body) }
    const at = workspace.stamps.now()
    const begun = performance.now()
    let answered: Wire | null = null
    const fault = limited(method, textOf(given.channel)) ?? faults.next({ method })
    const outcome = await applyFault(fault, response, {
      work() {
        answered = perform(method, tokenOf(request, given), given)
        return wire(answered)
      },
      tooMany: (retryAfter) => wire(refused('ratelimited'), 429, { 'retry-after': String(retryAfter) }),
      serverError: () => wire(refused('internal_error'), 500),
    })
    const { token: _, ...args } = given
    const ms = Math.round(performance.now() - begun)
    ledger.calls.push({ at, ms, method, args: shaped(args), answer: answered, outcome })
    if (outcome === 'ambiguous' && method === 'chat.postMessage') doubt(textOf(wireOf(answered).ts))
  }

  function doubt(ts: string): void {
    for (const post of ledger.posts) if (post.ts === ts) post.ambiguous = true
  }

  function perform(method: string, token: string, given: Wire): Wire {
    const known = METHODS.get(method)
    if (!known) return refused('unknown_method', { req_method: method })
    if (token === '') return refused('not_authed')
    if (tokens.revoked) return refused('token_revoked')
    if (token !== tokens.bot && token !== tokens.app) return refused('invalid_auth')
    const kind = token === tokens.bot ? 'bot' : 'app'
    if (known.token !== 'any' && known.token !== kind) return refused('not_allowed_token_type')
    const { scopes } = settings
    if (scopes && known.scopes.length > 0 && !known.scopes.some((scope) => scopes.includes(scope)))
      return refused('missing_scope', { needed: known.scopes.join(','), provided: scopes.join(',') })
    const args = argumentsOf(given)
    const refusal = refusalFor(method, args.text('channel'))
    return refusal ? refused(spent(refusal).error) : known.method(args, platform)
  }

  function refusalFor(method: string, channel: string): Refusal | undefined {
    return refusals.find(
      (one) => one.method === method && (one.channel === undefined || one.channel === channel),
    )
  }

  function spent(refusal: Refusal): Refusal {
    refusal.times -= 1
    if (refusal.times === 0) refusals.splice(refusals.indexOf(refusal), 1)
    return refusal
  }

  /** Too many calls are said by the status, and never by an answer that looks well. */
  function limited(method: string, channel: string): Fault | undefined {
    const refusal = refusalFor(method, channel)
    if (refusal?.error !== 'ratelimited') return undefined
    return { kind: 'tooMany', retryAfter: spent(refusal).retryAfter }
  }

  async function file(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url.pathname === SIGN_IN) return signInPage(response)
    if (tokens.revoked || tokenOf(request, {}) !== tokens.bot) {
      response.writeHead(302, { location: `${platform.origin()}${SIGN_IN}` }).end()
      return
    }
    const found = [...workspace.files.values()].find(({ path }) => path === url.pathname)
    await download(found, response, faults.next({ method: 'file' }), settings.timers)
  }

  /** The address is the secret: no token is asked for. */
  async function upload(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(request)
    const begun = workspace.uploads.get(url.pathname.slice('/upload/'.length))
    const fits = begun?.bytes === null && begun.length === bytes.length
    await applyFault(faults.next({ method: 'upload' }), response, {
      work() {
        if (begun && fits) begun.bytes = bytes
        return { status: fits ? 200 : 400, body: fits ? `OK - ${bytes.length}` : 'bad length' }
      },
      tooMany: (retryAfter) => ({ status: 429, headers: { 'retry-after': String(retryAfter) }, body: '' }),
      serverError: () => ({ status: 500, body: '' }),
    })
  }

  function wire(answer: Wire, status = 200, headers: Record<string, string> = {}): Answer {
    return {
      status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(settings.scopes && { 'x-oauth-scopes': settings.scopes.join(',') }),
        ...headers,
      },
      body: JSON.stringify(answer),
    }
  }

  return {
    server,
    async listen(): Promise<string> {
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    async stop(): Promise<void> {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function fieldsOf(request: IncomingMessage, body: string): Wire {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? ''
  if (type === 'application/json') return wireOf(parsed(body))
  return type === FORM ? Object.fromEntries(new URLSearchParams(body)) : {}
}

/** In the header, or among the fields of a form. */
function tokenOf(request: IncomingMessage, given: Wire): string {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')
  return header?.[1] ?? textOf(given.token)
}

/** What is JSON inside a form is read, so that tests need not. */
function shaped(args: Wire): Wire {
  const seen: Wire = {}
  for (const [name, value] of Object.entries(args))
    seen[name] = typeof value === 'string' && /^[[{]/.test(value) ? (parsed(value) ?? value) : value
  return seen
}
