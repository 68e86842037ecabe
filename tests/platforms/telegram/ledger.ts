// Everything that the fake platform saw and did, for tests to count.
import type { Fault, Outcome } from '../faults.ts'
import type { Parameters } from './parameters.ts'
import type { News } from './world.ts'

/** A call by the bot. `status` is what was answered, or would have been. */
export type CallRecord = {
  at: number
  method: string
  parameters: Parameters
  fault: Fault['kind']
  outcome: Outcome | 'under way'
  status: number | null
  description: string | null
  sent: SentRecord | null
}

/** A message of the bot that was taken. `ambiguous`: the bot was not told so. */
export type SentRecord = {
  at: number
  chat: number
  message: number
  text: string
  parameters: Parameters
  ambiguous: boolean
}

/** One attempt to bring an update to the bot. `status` is null when the connection broke or stayed silent. */
export type PushRecord = { at: number; url: string; status: number | null; copy: boolean }

export type UpdateKind = keyof News

export type UpdateRecord = {
  id: number
  kind: UpdateKind
  /** Updates of a lane come one after the other when they are pushed. */
  lane: string
  update: News & { update_id: number }
  at: number
  /** Not kept beyond. */
  until: number
  state: 'waiting' | 'acknowledged' | 'dropped'
  /** Why it was dropped. */
  why: 'expired' | 'forgotten' | 'given up' | null
  /** How often it was handed out to getUpdates. */
  fetched: number
  pushes: PushRecord[]
}

export type Ledger = {
  calls: CallRecord[]
  sent: SentRecord[]
  updates: UpdateRecord[]
  /** Methods that the bot called in its answer to a push: it cannot know what became of them. */
  repliedWith: string[]
  called(method: string): CallRecord[]
  sentTo(chat: number): SentRecord[]
  counts(): Counts
}

export type Counts = {
  calls: number
  sent: number
  ambiguous: number
  updates: number
  waiting: number
  acknowledged: number
  dropped: number
  pushes: number
}

export function newLedger(): Ledger {
  const ledger: Ledger = {
    calls: [],
    sent: [],
    updates: [],
    repliedWith: [],
    called: (method) => ledger.calls.filter((call) => call.method === method),
    sentTo: (chat) => ledger.sent.filter((sent) => sent.chat === chat),
    counts() {
      const inState = (state: UpdateRecord['state']): number =>
        ledger.updates.filter((update) => update.state === state).length
      return {
        calls: ledger.calls.length,
        sent: ledger.sent.length,
        ambiguous: ledger.sent.filter(({ ambiguous }) => ambiguous).length,
        updates: ledger.updates.length,
        waiting: inState('waiting'),
        acknowledged: inState('acknowledged'),
        dropped: inState('dropped'),
        pushes: ledger.updates.reduce((sum, { pushes }) => sum + pushes.length, 0),
      }
    },
  }
  return ledger
}
