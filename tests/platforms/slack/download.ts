// Files for whoever shows the token; whoever does not is led to the page for signing in.
import type { ServerResponse } from 'node:http'
import { applyFault, type Fault } from '../faults.ts'
import type { Timers } from './timers.ts'
import type { StoredFile } from './workspace.ts'

/** Without the token Slack shows a page, and no error. */
export function signInPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end('<!DOCTYPE html><html><head><title>Sign in | Slack</title></head></html>')
}

export async function download(
  file: StoredFile | undefined,
  response: ServerResponse,
  fault: Fault,
  timers: Timers,
): Promise<void> {
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html><html></html>')
    return
  }
  const head = { 'content-type': file.type, 'content-length': file.bytes.length }
  switch (fault.kind) {
    case 'acceptedThenReset':
      // Half of it arrives.
      response.writeHead(200, head)
      response.write(file.bytes.subarray(0, file.bytes.length / 2), () => response.socket?.destroy())
      return
    case 'tooMany':
    case 'serverError':
    case 'htmlError':
    case 'resetBefore':
    case 'halfOpen': {
      const work = () => ({ status: 500, body: '' })
      const tooMany = (seconds: number) => ({
        status: 429,
        headers: { 'retry-after': String(seconds) },
        body: '',
      })
      await applyFault(fault, response, { work, tooMany, serverError: work })
      return
    }
    default:
      if (fault.kind === 'stall') await timers.pass(fault.ms)
      response.writeHead(200, head).end(file.bytes)
  }
}
