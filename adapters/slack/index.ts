// The Slack channel: residents and officers of one workspace, over HTTP or over Socket Mode, with Bolt in between.
import { App } from '@slack/bolt'
import type { Hono } from 'hono'
import { type Channel, type Hear, Unavailable } from '../../flows/core/ports.ts'
import { CHANNEL } from './address.ts'
import { apiOptions, openApi, silent } from './api.ts'
import { bounded } from './bounded.ts'
import { openHold } from './hold.ts'
import { httpDoor } from './http.ts'
import { openIdentity } from './identity.ts'
import { listen } from './listen.ts'
import { PACE, type Pace, type Tuning, wait } from './pace.ts'
import type { SlackPorts } from './ports.ts'
import { openReception } from './reception.ts'
import type { Room } from './room.ts'
import { openSending } from './send.ts'
import { openSockets } from './sockets.ts'

export type { SlackPorts } from './ports.ts'

/** `app` is null in Socket Mode, where nobody knocks. */
export function slack(ports: SlackPorts, tuning: Tuning = {}): Channel & { app: Hono | null } {
  const { wall = Date.now, ...hurried } = tuning
  const pace: Pace = { ...PACE, ...hurried }
  const { botToken, apiUrl, receive } = ports.settings
  const { fault } = ports
  let hearing: Hear | null = null
  let starting: Promise<void> | null = null
  const afterwards = new Set<Promise<void>>()

  const api = openApi(botToken, apiUrl, pace.call)
  const identity = openIdentity((over) => openApi(botToken, apiUrl, pace.call, over), pace.self, fault)
  const room: Room = {
    ports,
    pace,
    api,
    identity,
    fault,
    tongues: bounded(20_000),
    directs: bounded(20_000),
    async hear(inbound) {
      if (!hearing) throw new Unavailable('the desk is not open')
      await hearing(inbound)
    },
  }
  const hold = openHold(room, pace.again)
  const sockets =
    receive.mode === 'socket'
      ? openSockets(
          {
            appToken: receive.appToken,
            apiUrl,
            call: pace.call,
            welcome: pace.socket.welcome,
            take: (body, retry) => reception.take(body, retry),
          },
          pace.socket,
          fault,
        )
      : null
  const reception = openReception(
    { pace, fault, isKnown: () => identity.now() !== null },
    { begin: async () => sockets?.begin(), end: async () => sockets?.end() },
  )
  const app = new App({
    receiver: reception,
    authorize: async () => {
      const self = identity.now()
      return self ? { teamId: self.team, botUserId: self.user, ...(self.bot && { botId: self.bot }) } : {}
    },
    convoStore: false,
    logger: silent,
    clientOptions: apiOptions(apiUrl, pace.call),
  })
  listen(app, room, hold, (work) => {
    const done = work.finally(() => afterwards.delete(done))
    afterwards.add(done)
  })

  return {
    name: CHANNEL,
    app:
      receive.mode === 'http'
        ? httpDoor({ signingSecret: receive.signingSecret, pace, wall, take: reception.take })
        : null,
    async open(hear) {
      hearing = hear
      hold.begin()
      const begun = new AbortController()
      starting = identity
        .begin()
        .then(async () => void (await app.start()))
        .finally(() => begun.abort())
      await wait(pace.opening, begun.signal)
    },
    send: openSending({ ...room, wall }),
    hears: () =>
      reception.isOpen() && identity.now() !== null && (sockets === null || sockets.standing() > 0),
    async close() {
      hold.letGo()
      await app.stop()
      await Promise.all(afterwards)
      hearing = null
      await identity.end()
      // An opening that Slack kept waiting ends here, too.
      await starting
      await app.stop()
    },
  }
}
