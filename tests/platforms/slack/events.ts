// Events: wrapped, brought to the app, and brought again three times where it did not acknowledge them.
import type { FaultPlan } from '../faults.ts'
import type { Courier, Delivered } from './courier.ts'
import { textOf, type Wire } from './json.ts'
import type { Attempt, EventRecord, Ledger } from './ledger.ts'
import type { Timers } from './timers.ts'
import type { Workspace } from './workspace.ts'

/** At once, after a minute, after five. */
const RETRIES_MS = [0, 60_000, 300_000]
/** How long a thing may stand back for what came later. */
const REORDER_MS = 40

export type Pushing = {
  /** Its id; one that was pushed before is pushed again as it was. */
  id?: string
  /** One attempt and no other. */
  once?: boolean
  /** It tells of what the app did itself. */
  own?: boolean
  /** The workspace of who did it. */
  team?: string
  shared?: boolean
}

export type Pushed = { record: EventRecord; first: Promise<Attempt>; settled: Promise<EventRecord> }

export type Events = ReturnType<typeof newEvents>

export function newEvents(
  workspace: Workspace,
  courier: Courier,
  timers: Timers,
  ledger: Ledger,
  settings: { faults: FaultPlan; pace: number },
) {
  const { stamps } = workspace
  const envelopes = new Map<string, string>()
  const running = new Set<Promise<unknown>>()

  function push(event: Wire, given: Pushing = {}): Pushed {
    const known = given.id === undefined ? undefined : ledger.events.find(({ id }) => id === given.id)
    const record = known ?? newRecord(event, given)
    const fault = settings.faults.next({ method: 'event', side: 'push' })
    const held = fault.kind === 'reorder' ? REORDER_MS : 0
    const first = attempt(record, 0, '', held)
    if (fault.kind === 'duplicate') void kept(attempt(record, 0, '', 0))
    const settled = kept(see(record, first, given.once ?? false))
    return { record, first, settled }
  }

  function newRecord(event: Wire, given: Pushing): EventRecord {
    const id = given.id ?? stamps.id('Ev')
    const team = given.team ?? workspace.team
    const record: EventRecord = {
      id,
      type: [event.type, event.subtype].filter(Boolean).join('.'),
      at: stamps.now(),
      own: given.own ?? false,
      body: {
        token: 'verification-token',
        team_id: team,
        context_team_id: workspace.team,
        context_enterprise_id: null,
        api_app_id: workspace.app,
        event,
        type: 'event_callback',
        event_id: id,
        event_time: Math.floor(stamps.now() / 1_000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: workspace.team,
            user_id: workspace.bot.id,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: given.shared ?? false,
        event_context: `4-${textOf(event.channel)}-${id}`,
      },
      attempts: [],
      state: 'pending',
    }
    envelopes.set(id, stamps.envelope())
    ledger.events.push(record)
    return record
  }

  async function attempt(record: EventRecord, retry: number, reason: string, held: number): Promise<Answer> {
    if (held > 0) await timers.pass(held)
    const at = stamps.now()
    const delivered = await courier.carry({
      id: envelopes.get(record.id) ?? '',
      type: 'events_api',
      payload: record.body,
      acceptsResponse: false,
      retry: { attempt: retry, reason },
    })
    const { outcome, to, ms, status, noRetry } = delivered
    const attempt = { at, ms, retry, to, outcome, status }
    record.attempts.push(attempt)
    if (outcome === 'acked') record.state = 'acked'
    return { ...attempt, noRetry }
  }

  async function see(record: EventRecord, first: Promise<Answer>, once: boolean): Promise<EventRecord> {
    record.state = 'pending'
    let last = await first
    for (const [at, wait] of RETRIES_MS.entries()) {
      if (last.outcome === 'acked') return record
      if (once || last.noRetry) break
      if (!(await timers.pass(wait * settings.pace))) return record
      last = await attempt(record, at + 1, last.outcome, 0)
    }
    // Another delivery of the same may have been acknowledged meanwhile.
    if (last.outcome !== 'acked' && record.attempts.every(({ outcome }) => outcome !== 'acked'))
      record.state = once ? 'refused' : 'givenUp'
    return record
  }

  function kept<T>(work: Promise<T>): Promise<T> {
    running.add(work)
    void work.finally(() => running.delete(work))
    return work
  }

  return {
    push,
    /** Every event is acknowledged or given up. */
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

type Answer = Attempt & Pick<Delivered, 'noRetry'>
