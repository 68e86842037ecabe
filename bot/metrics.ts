/** Counters and durations for /metrics; labels are channel names, kinds and outcomes, never people. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { VIOLATIONS } from '../flows/casework/invariant/violation.ts'

export type Metrics = {
  turned(outcome: string, seconds: number): void
  sent(channel: string, outcome: string, seconds: number): void
  swept(kind: 'wake' | 'open' | 'hear' | 'act', outcome: 'done' | 'failed'): void
  underWay(turns: number, sends: number): void
  /** How much of everything the books hold. */
  held(counts: { [name: string]: number }): void
  /** What hangs, by the rule that is broken, at a moment of the station's clock. */
  hanging(found: readonly { code: string; open: number; since: number }[], now: number): void
  text(): Promise<string>
  contentType: string
}

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15]

/** `standard` adds the figures of the process: memory, CPU, event loop. */
export function openMetrics({ standard = true } = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (standard) collectDefaultMetrics({ register: registry })
  const turns = new Counter({
    name: 'maple_turns_total',
    help: 'Turns by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const turnSeconds = new Histogram({
    name: 'maple_turn_seconds',
    help: 'From something heard to its commit',
    buckets,
    registers,
  })
  const sends = new Counter({
    name: 'maple_sends_total',
    help: 'Messages by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const sendSeconds = new Histogram({
    name: 'maple_send_seconds',
    help: 'How long a platform took',
    labelNames: ['channel'],
    buckets,
    registers,
  })
  const dues = new Counter({
    name: 'maple_dues_total',
    help: 'Rows that came due, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const open = new Gauge({
    name: 'maple_under_way',
    help: 'Turns and sends under way now',
    labelNames: ['what'],
    registers,
  })
  const rows = new Gauge({
    name: 'maple_rows',
    help: 'What the books hold, by kind',
    labelNames: ['kind'],
    registers,
  })
  const violations = new Gauge({
    name: 'maple_violations',
    help: 'Matters that break a rule of the invariant, by rule, as of the last night',
    labelNames: ['code'],
    registers,
  })
  const oldest = new Gauge({
    name: 'maple_violation_oldest_seconds',
    help: 'How long the oldest of them has stood; 0 when there is none',
    registers,
  })
  for (const { code } of VIOLATIONS) violations.set({ code }, 0)
  return {
    turned(outcome, seconds) {
      turns.inc({ outcome })
      turnSeconds.observe(seconds)
    },
    sent(channel, outcome, seconds) {
      sends.inc({ channel, outcome })
      sendSeconds.observe({ channel }, seconds)
    },
    swept: (kind, outcome) => dues.inc({ kind, outcome }),
    underWay(turnsNow, sendsNow) {
      open.set({ what: 'turns' }, turnsNow)
      open.set({ what: 'sends' }, sendsNow)
    },
    held(counts) {
      for (const [kind, count] of Object.entries(counts)) rows.set({ kind }, count)
    },
    hanging(found, now) {
      violations.reset()
      // A rule that nothing breaks is 0 and not absent: an alert on it would have nothing to look at.
      for (const { code } of VIOLATIONS) violations.set({ code }, 0)
      for (const { code, open: matters } of found) violations.set({ code }, matters)
      oldest.set(
        found.length === 0 ? 0 : Math.max(0, now - Math.min(...found.map(({ since }) => since))) / 1000,
      )
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
