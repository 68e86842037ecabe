// One person at the web channel's wire: a cookie, messages sent under ids of their own, messages fetched.
import type { Wire } from '../../adapters/web/render.ts'
import type { Event } from '../../flows/core/event.ts'

export type Seat = {
  hello(): Promise<void>
  signIn(code: string): Promise<void>
  /** Sends until it was taken; the same id each time, so that it counts once. `tries` is told before each try. */
  send(id: string, event: Event): Promise<void>
  /** What was said to this person since the last look. */
  news(): Promise<Wire[]>
  post(path: string, body: unknown): Promise<any>
}

/** How long somebody goes on trying, in milliseconds. */
const PATIENCE = 60_000

export function seat(url: string): Seat {
  let cookie = ''
  let seen = 0

  async function call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<any> {
    const answer = await fetch(`${url}/web${path}`, {
      method,
      headers: { 'x-bridge': '1', 'content-type': 'application/json', cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const set = answer.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    const data = await answer.json()
    if (!answer.ok) throw new Refusal(answer.status, JSON.stringify(data))
    return data
  }

  /** Through a station that is away or asks for patience, as a page does it. */
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + PATIENCE
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (error instanceof Refusal && error.status < 500 && error.status !== 429) throw error
        if (Date.now() > deadline) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }

  return {
    hello: () => patiently(() => call('POST', '/hello', {})),
    signIn: (code) => call('POST', '/desk/sign-in', { code }),
    send: (id, event) => patiently(() => call('POST', '/send', { id, event, locale: 'zh' })),
    async news() {
      const all: Wire[] = []
      for (let more = true; more; ) {
        const page = await patiently(() => call('GET', `/messages?after=${seen}`))
        all.push(...page.messages)
        seen = all.at(-1)?.seq ?? seen
        more = page.more
      }
      return all
    },
    post: (path, body) => patiently(() => call('POST', path, body)),
  }
}

class Refusal extends Error {
  readonly status: number
  constructor(status: number, said: string) {
    super(`${status} ${said}`)
    this.status = status
  }
}
