// The server's door: finds the method that an address names, does it as the fault plan wants, and writes it down.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, applyFault, type FaultPlan } from '../faults.ts'
import type { CallRecord, Ledger } from './ledger.ts'
import { type Parameters, parametersOf } from './parameters.ts'
import { Refusal } from './refusal.ts'
import type { Time } from './time.ts'

/** Does a call; throws Refusal for what the server says no to. `gone` resolves when the caller has hung up. */
export type Method = (given: Parameters, call: CallRecord, gone: Promise<void>) => unknown

export type Door = {
  token: string
  faults: FaultPlan
  ledger: Ledger
  time: Time
  methods: { readonly [name: string]: Method }
  file(path: string): Uint8Array | null
}

export function newServer(door: Door): Server {
  const names = new Map(Object.keys(door.methods).map((name) => [name.toLowerCase(), name]))
  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A caller that hung up while it was still speaking; a mistake of the fake's own must be seen.
      if (!request.destroyed && !response.destroyed) {
        console.error(error)
        response.destroy()
      }
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://localhost')
    const [, root, token, method] = /^\/(bot|file\/bot)([^/]+)\/(.+)$/.exec(address.pathname) ?? []
    if (!root || !token || !method) return write(response, failed(404, 'Not Found'))
    if (!/^[1-9]\d*:.+$/.test(token))
      return write(response, failed(401, 'Unauthorized: invalid token specified'))
    if (decodeURIComponent(token) !== door.token) return write(response, failed(401, 'Unauthorized'))
    if (root === 'file/bot') return file(method, response)
    const name = names.get(method.toLowerCase())
    const does = name === undefined ? undefined : door.methods[name]
    if (name === undefined || !does) return write(response, failed(404, 'Not Found: method not found'))

    const fault = door.faults.next({ method: name })
    const call: CallRecord = {
      at: door.time.now(),
      method: name,
      parameters: {},
      fault: fault.kind,
      outcome: 'under way',
      status: null,
      description: null,
      sent: null,
    }
    door.ledger.calls.push(call)
    const gone = new Promise<void>((resolve) => response.once('close', () => resolve()))
    const work = async (): Promise<Answer> => {
      const answer = await did(async () => {
        call.parameters = await parametersOf(request, address)
        return does(call.parameters, call, gone)
      })
      call.status = answer.status
      call.description = answer.description
      return answer
    }
    call.outcome = await applyFault(fault, response, {
      work,
      tooMany: (after) => failed(429, `Too Many Requests: retry after ${after}`, { retry_after: after }),
      serverError: () => failed(500, 'Internal Server Error'),
    })
    if (call.sent) call.sent.ambiguous = call.outcome === 'ambiguous'
  }

  async function file(path: string, response: ServerResponse): Promise<void> {
    const bytes = door.file(path)
    const fault = door.faults.next({ method: 'file' })
    await applyFault(fault, response, {
      work: () =>
        bytes
          ? { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: bytes }
          : failed(404, 'Not Found'),
      tooMany: (after) => failed(429, `Too Many Requests: retry after ${after}`, { retry_after: after }),
      serverError: () => failed(500, 'Internal Server Error'),
    })
  }
}

async function did(work: () => Promise<unknown>): Promise<Answer & { description: string | null }> {
  try {
    return { status: 200, body: JSON.stringify({ ok: true, result: await work() }), description: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return failed(error.code, error.message, error.parameters)
  }
}

function failed(
  code: number,
  description: string,
  parameters?: Refusal['parameters'],
): Answer & { description: string } {
  const retryAfter = parameters?.retry_after
  return {
    status: code,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    body: JSON.stringify({ ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) }),
    description,
  }
}

async function write(response: ServerResponse, answer: Answer): Promise<void> {
  await applyFault({ kind: 'none' }, response, {
    work: () => answer,
    tooMany: () => answer,
    serverError: () => answer,
  })
}
