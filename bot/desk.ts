/** The desk without its doors: books, time, flows, turns and sweeps, for the bot, the command line and the stories. */
import { randomUUID } from 'node:crypto'
import type { OpenStore } from '../db/open.ts'
import { type Advanced, advance } from './advance.ts'
import { openSweep, type Sweep } from './clock.ts'
import { type ClockTime, openClockTime } from './clock-time.ts'
import { type Hearing, type HearingOn, openHearing } from './hearing.ts'
import { houseOf } from './house-of.ts'
import { type LiveHouse, openLiveHouse } from './live-house.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

export type Desk = {
  store: OpenStore
  time: ClockTime
  live: LiveHouse
  hearing: Hearing
  sweep: Sweep['sweep']
  /** Moves a demonstration's clock, one move after another. */
  advance(ms: number): Promise<Advanced>
}

export type DeskOn = {
  store: OpenStore
  log: Log
  metrics: Metrics
  storeIsHere?: () => boolean
  askStore?: () => Promise<boolean>
  watch?: HearingOn['watch']
  /** Waits until what was posted has gone out. */
  drained?: () => Promise<void>
  real?: () => number
}

export async function openDesk(on: DeskOn): Promise<Desk> {
  const { store, log, metrics } = on
  const time = await openClockTime(store.admin, on.real)
  const live = await openLiveHouse(store, houseOf)
  const hearing = openHearing({
    turns: store.turns,
    get house() {
      return live.house()
    },
    now: time.now,
    newId: randomUUID,
    log,
    metrics,
    storeIsHere: on.storeIsHere ?? (() => true),
    askStore: on.askStore ?? (() => store.ready()),
    ...(on.watch ? { watch: on.watch } : {}),
  })
  const { sweep } = openSweep({
    turns: store.turns,
    dues: store.dues,
    hear: hearing.hear,
    now: time.now,
    log,
    metrics,
  })
  let moved: Promise<unknown> = Promise.resolve()
  return {
    store,
    time,
    live,
    hearing,
    sweep,
    advance(ms) {
      const next = moved.then(() =>
        advance(
          {
            admin: store.admin,
            dues: store.dues,
            time,
            sweep: () => sweep('wholly'),
            drained: on.drained ?? (async () => {}),
          },
          ms,
        ),
      )
      moved = next.catch(() => {})
      return next
    },
  }
}
