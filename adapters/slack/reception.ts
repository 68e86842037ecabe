// Bolt's receiver contract, kept our way: an event is answered after it was kept, a press in time whatever happens.
import type { App, Receiver } from '@slack/bolt'
import type { Pace } from './pace.ts'

/** What Slack is told; `payload` stands in the answer itself. Null: it was not kept, and should come again. */
export type Answer = { payload: unknown } | null

export type Reception = Receiver & {
  /** Something whose origin is certain. `retry`: how often Slack has brought it before. */
  take(body: Record<string, unknown>, retry: number): Promise<Answer>
  isOpen(): boolean
}

/** `begin` and `end` are the way by which things come in. */
export function openReception(
  on: { pace: Pace; isKnown(): boolean; fault(error: unknown, where: string): void },
  way: { begin(): Promise<void>; end(): Promise<void> },
): Reception {
  let app: App | null = null
  let open = false
  const underWay = new Set<Promise<unknown>>()

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    void work.finally(() => underWay.delete(work)).catch(() => {})
    return work
  }

  async function event(body: Record<string, unknown>, retryNum: number): Promise<Answer> {
    try {
      // Bolt acknowledges an event before anybody has heard it; here only the end of all counts.
      await app?.processEvent({ body, retryNum, ack: async () => {} })
      return { payload: undefined }
    } catch {
      // Whoever threw it has told of it.
      return null
    }
  }

  async function act(body: Record<string, unknown>): Promise<Answer> {
    const answered = Promise.withResolvers<Answer>()
    const timer = setTimeout(() => answered.resolve({ payload: undefined }), on.pace.answer)
    const work = app?.processEvent({ body, ack: async (payload: unknown) => answered.resolve({ payload }) })
    void track(
      Promise.resolve(work).then(
        () => answered.resolve({ payload: undefined }),
        (error: unknown) => {
          on.fault(error, 'act')
          answered.resolve(null)
        },
      ),
    )
    try {
      return await answered.promise
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    init(made) {
      app = made
    },
    async start() {
      open = true
      await way.begin()
    },
    async stop() {
      open = false
      // What is under way is still answered.
      await Promise.all(underWay)
      await way.end()
    },
    isOpen: () => open,
    async take(body, retry) {
      if (body.type === 'app_rate_limited') {
        on.fault(new Error('slack: app_rate_limited'), 'events')
        return { payload: undefined }
      }
      // Whose it is cannot be told yet.
      if (!open || !on.isKnown()) return null
      return body.event === undefined ? await act(body) : await track(event(body, retry))
    },
  }
}
