/** Whether the bot can hear, store, send and tell the time; the database is asked once a second. */
import type { Store } from '../db/store.ts'
import type { Channel } from '../flows/core/ports.ts'
import { LATE, within } from './patience.ts'

export type Ready = { hear: boolean; store: boolean; send: boolean; clock: boolean; stopping: boolean }

export type Readiness = {
  /** As it was when the database was last asked. */
  storeIsHere(): boolean
  /** Asks the database now. */
  askStore(): Promise<boolean>
  now(): Ready
  stop(): void
}

export type ReadinessOf = {
  store: Pick<Store, 'ready'>
  channels: readonly Pick<Channel, 'hears'>[]
  sends(): boolean
  /** False when nothing wakes what has come due. */
  ticks(): boolean
  /** Milliseconds: between two questions, and for an answer. */
  every?: number
  patience?: number
}

export function watchReadiness(of: ReadinessOf): Readiness {
  const { every = 1_000, patience = 2_000 } = of
  let here = true
  let asking: Promise<boolean> | null = null
  let stopping = false

  const ask = async () => {
    const answer = await within(patience, of.store.ready()).catch(() => false)
    here = answer !== LATE && answer
    return here
  }
  /** Everybody who asks while an answer is on its way shares it. */
  const askStore = () => {
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }
  const timer = setInterval(() => void askStore(), every)
  timer.unref()

  return {
    storeIsHere: () => here,
    askStore,
    now: () => ({
      hear: !stopping && of.channels.every((channel) => channel.hears()),
      store: here,
      send: !stopping && of.sends(),
      clock: !stopping && of.ticks(),
      stopping,
    }),
    stop() {
      stopping = true
      clearInterval(timer)
    },
  }
}
