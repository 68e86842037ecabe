/** Puts the bot together and starts it; gives what it takes to stop it without losing or repeating anything. */
import { web } from '../adapters/index.ts'
import type { Parcel } from '../db/store.ts'
import type { Hear } from '../flows/core/ports.ts'
import type { Message } from '../flows/core/reply.ts'
import { render } from '../flows/notices/index.ts'
import { openDoor } from './admin/socket.ts'
import { work } from './admin/work.ts'
import { openBooks } from './books.ts'
import { startClock } from './clock.ts'
import { openDelivery } from './deliver.ts'
import { type Desk, openDesk } from './desk.ts'
import { firstStart } from './first-start.ts'
import type { Log } from './log.ts'
import { openMetrics } from './metrics.ts'
import { officeOf } from './office.ts'
import { watchReadiness } from './readiness.ts'
import { type Served, serve } from './server.ts'
import type { Settings } from './settings.ts'

export type Running = {
  desk: Desk
  port: number
  /** Stops hearing, finishes turns and sends under way, and closes everything. */
  stop(): Promise<void>
}
