/** Time passes: rows that have come due are done. The schedule only wakes; the rows decide. */
import { schedule } from 'node-cron'
import type { Due, Dues, Turns } from '../db/store.ts'
import type { Instant } from '../flows/core/event.ts'
import type { Hear, Inbound } from '../flows/core/ports.ts'
import { type Log, markOf } from './log.ts'
import type { Metrics } from './metrics.ts'

export type Sweep = {
  /** Does what is due, at most so many conversations at a time; gives how many rows were done, and how many failed. */
  sweep(pace?: 'gently' | 'wholly'): Promise<Swept>
}
export type Swept = { done: number; failed: number }

export type SweepOn = {
  turns: Pick<Turns, 'wakes'>
  dues: Pick<Dues, 'claim' | 'act' | 'done'>
  hear: Hear
  now(): Instant
  log: Log
  metrics: Pick<Metrics, 'swept'>
}

/** Conversations begun in one gentle sweep: after a long silence of ours not everybody is written to in one second. */
const GENTLY = 25
const BATCH = 25
/** A sweep ends even if rows come due faster than they are done. */
const MOST_BATCHES = 40
/** Milliseconds; a replica that dies in the middle leaves its rows to the others after this. */
const LEASE = 60_000

export function openSweep(on: SweepOn): Sweep {
  let last: Promise<unknown> = Promise.resolve()

  async function whole(gently: boolean): Promise<Swept> {
    const swept = { done: 0, failed: 0 }
    let begun = 0
    for (let batch = 0; batch < MOST_BATCHES && (!gently || begun < GENTLY); batch++) {
      const dues = await on.dues.claim(on.now(), gently ? Math.min(BATCH, GENTLY - begun) : BATCH, LEASE)
      if (dues.length === 0) break
      begun += dues.filter(({ kind }) => kind === 'open').length
      await tally(
        swept,
        dues.map((due) => () => enact(due)),
      )
    }
    for (let batch = 0; batch < MOST_BATCHES && (!gently || begun < GENTLY); batch++) {
      const wakes = await on.turns.wakes(on.now(), BATCH)
      begun += wakes.length
      const before = swept.done
      await tally(
        swept,
        wakes.map((wake) => () => nudge(wake)),
      )
      // Whoever could not be woken would be found again at once.
      if (swept.done === before) break
    }
    return swept
  }

  async function tally(swept: Swept, rows: (() => Promise<boolean>)[]): Promise<void> {
    for (const went of await Promise.all(rows.map((row) => row()))) went ? swept.done++ : swept.failed++
  }

  async function enact(due: Due): Promise<boolean> {
    try {
      if (due.kind === 'act') await on.dues.act(due.id, on.now())
      else {
        await on.hear({ id: `due:${due.id}`, from: due.to, at: on.now(), event: due.event })
        await on.dues.done(due.id)
      }
      on.metrics.swept(due.kind, 'done')
      return true
    } catch (error) {
      // The row is free again when its lease ends.
      on.log.error('a due row was not done', { error, due: due.id, event: due.kind })
      on.metrics.swept(due.kind, 'failed')
      return false
    }
  }

  async function nudge({ from, rev }: { from: Inbound['from']; rev: number }): Promise<boolean> {
    try {
      const id = `wake:${from.channel}/${from.id}:${rev}`
      await on.hear({ id, from, at: on.now(), event: { kind: 'clock' } })
      on.metrics.swept('wake', 'done')
      return true
    } catch (error) {
      on.log.error('a conversation was not woken', { error, who: markOf(from) })
      on.metrics.swept('wake', 'failed')
      return false
    }
  }

  return {
    /** One sweep at a time in a process; other replicas are kept apart by the rows. */
    sweep(pace = 'gently') {
      const next = last.then(() => whole(pace === 'gently'))
      last = next.catch(() => {})
      return next
    },
  }
}

export type RunningClock = {
  /** False when no sweep has ended well for a while. */
  ticks(): boolean
  /** Waits for a sweep under way. */
  stop(): Promise<void>
}

/** Milliseconds without a sweep that ended well, after which the clock counts as stopped. */
const STANDSTILL = 30_000

/** Wakes the sweep every second, never two at once. */
export function startClock(sweep: () => Promise<unknown>, log: Log, standstill = STANDSTILL): RunningClock {
  let running: Promise<unknown> = Promise.resolve()
  let well = true
  let lastWell = performance.now()
  const task = schedule(
    '* * * * * *',
    () => {
      running = sweep().then(
        () => {
          if (!well) log.info('sweeps work again')
          well = true
          lastWell = performance.now()
        },
        (error: unknown) => {
          if (well) log.error('a sweep failed', { error })
          well = false
        },
      )
      return running
    },
    { noOverlap: true, suppressMissedWarning: true, unref: true, logger: muted },
  )
  return {
    ticks: () => performance.now() - lastWell < standstill,
    async stop() {
      await task.destroy()
      await running
    },
  }
}

const muted = { info() {}, warn() {}, error() {}, debug() {} }
