// What the platform saw, for tests to count.
import type { Wire } from './json.ts'

/** A message that the platform took. `ambiguous`: whoever posted it cannot know that it was. */
export type PostRecord = {
  ts: string
  channel: string
  text: string
  metadata: Wire | null
  given: Wire
  at: number
  ambiguous: boolean
}

export type CallRecord = {
  at: number
  ms: number
  method: string
  args: Wire
  /** What was answered, or would have been; null where nothing was done. */
  answer: Wire | null
  outcome: 'answered' | 'ambiguous' | 'refused'
}

export type Failure =
  | 'http_error'
  | 'http_timeout'
  | 'connection_failed'
  /** Socket Mode: nobody is connected, no acknowledgement came, or the connection was lost before it. */
  | 'no_connection'
  | 'no_ack'
  | 'connection_closed'

export type Attempt = {
  at: number
  ms: number
  retry: number
  /** A request URL, or the number of a connection. */
  to: string
  outcome: 'acked' | Failure
  status: number | null
}

export type EventRecord = {
  id: string
  type: string
  at: number
  /** It tells the app of what the app did itself. */
  own: boolean
  body: Wire
  attempts: Attempt[]
  /** `refused`: the test asked for one attempt only, and it failed. */
  state: 'pending' | 'acked' | 'refused' | 'givenUp'
}

export type InteractionRecord = {
  kind: string
  user: string
  at: number
  ms: number
  payload: Wire
  to: string
  acked: boolean
  outcome: 'acked' | Failure
  status: number | null
  response: unknown
}

export type Ledger = ReturnType<typeof newLedger>

export function newLedger() {
  const posts: PostRecord[] = []
  const calls: CallRecord[] = []
  const events: EventRecord[] = []
  const interactions: InteractionRecord[] = []
  return {
    posts,
    calls,
    events,
    interactions,
    /** The calls of one method, oldest first. */
    callsOf: (method: string): CallRecord[] => calls.filter((call) => call.method === method),
    /** How many messages were taken whose writer cannot know it. */
    ambiguous: (): number => posts.filter((post) => post.ambiguous).length,
    /** What people did and the app never acknowledged. */
    lost: (): EventRecord[] =>
      events.filter(({ state, own }) => !own && (state === 'givenUp' || state === 'refused')),
  }
}
