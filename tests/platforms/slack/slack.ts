// A Slack of the tests' own: a workspace, its Web API, and what it brings to an app. It knows the wire and nothing of ours.
import { type FaultPlan, type FaultSettings, faultPlan, newSeed } from '../faults.ts'
import { newCourier, type Signing } from './courier.ts'
import type { Answered, Sent } from './door.ts'
import { newEvents } from './events.ts'
import { newInteractions } from './interactions.ts'
import { parsed, textOf, type Wire, wireOf } from './json.ts'
import { type Ledger, newLedger } from './ledger.ts'
import type { Platform } from './methods/method.ts'
import { newPerson, type Person } from './person.ts'
import { newSockets } from './sockets.ts'
import { stampsOf } from './stamps.ts'
import { newTimers } from './timers.ts'
import { newWebApi, type Refusal, type Tokens } from './web-api.ts'
import { type Account, newWorkspace, type Room } from './workspace.ts'

export type { Person } from './person.ts'

export type SlackOptions = {
  seed?: number
  rates?: NonNullable<FaultSettings['rates']>
  /** Slack's own clock, which nothing of the station's moves. */
  clock?: () => number
  /** How long Slack's own waiting is here, as a part of the real: retries after 1 and 5 minutes, renewal of connections. */
  pace?: number
  /** The three seconds within which an app must acknowledge. */
  ackMs?: number
  /** What the app was allowed; without it, everything. */
  scopes?: string[]
  /** What the app asked to be told of. */
  subscriptions?: string[]
}

/** All that an app like ours may ask for. A message that calls the app in a channel comes under two of them. */
const SUBSCRIPTIONS = [
  'message.im',
  'message.channels',
  'message.groups',
  'app_mention',
  'app_home_opened',
  'member_joined_channel',
  'member_left_channel',
  'echo',
]

export type UserOptions = { guest?: boolean; team?: string; locale?: string; bot?: boolean }
export type FakeSlack = Awaited<ReturnType<typeof openSlack>>

export async function openSlack(options: SlackOptions = {}) {
  const { seed = newSeed(), pace = 0.01, ackMs = 3_000, subscriptions = SUBSCRIPTIONS } = options
  const stamps = stampsOf(seed, options.clock ?? Date.now)
  const faults: FaultPlan = faultPlan({ seed, ...(options.rates && { rates: options.rates }) })
  const tokens: Tokens = {
    bot: `xoxb-${stamps.hex(12)}-${stamps.hex(24)}`,
    app: `xapp-1-${stamps.hex(12)}-${stamps.hex(32)}`,
    revoked: false,
  }
  const signingSecret = stamps.hex(32)
  const refusals: Refusal[] = []
  const workspace = newWorkspace(stamps)
  const ledger: Ledger = newLedger()
  const timers = newTimers()
  const sockets = newSockets(workspace, timers, { ackMs, pace })
  const courier = newCourier(workspace, sockets, { signingSecret, ackMs })
  const events = newEvents(workspace, courier, timers, ledger, { faults, pace })
  const interactions = newInteractions(workspace, courier, ledger)
  const subscribed = (kind: string): boolean => subscriptions.includes(kind)
  let origin = ''
  const platform: Platform = {
    workspace,
    ledger,
    origin: () => origin,
    // Slack tells an app of its own messages, too.
    echo: (event) => {
      if (subscribed('echo') && (courier.requestUrls.length > 0 || sockets.count() > 0))
        events.push(event, { own: true })
    },
    socketUrl: sockets.url,
  }
  const api = newWebApi(platform, { tokens, scopes: options.scopes ?? null, faults, refusals, timers })
  origin = await api.listen()
  sockets.listen(api.server, origin)

  function user(name: string, given: UserOptions = {}): Person {
    const account: Account = workspace.addAccount({
      name,
      team: given.team ?? workspace.team,
      locale: given.locale ?? 'zh-CN',
      guest: given.guest ?? false,
      bot: given.bot ?? false,
    })
    return newPerson(account, { workspace, events, interactions, origin: () => origin, subscribed })
  }

  /** The bot is in it unless told otherwise. */
  function channel(name: string, members: Person[] = [], given: { bot?: boolean; secret?: boolean } = {}) {
    const ids = members.map(({ id }) => id)
    const room: Room = workspace.addRoom({
      name,
      kind: given.secret ? 'group' : 'channel',
      members: new Set(given.bot === false ? ids : [...ids, workspace.bot.id]),
      shared: members.some(({ team }) => team !== workspace.team),
    })
    const tell = (type: string, id: string, by: Person): Promise<unknown> => {
      if (!subscribed(type)) return Promise.resolve()
      const event: Wire = {
        type,
        user: id,
        channel: room.id,
        channel_type: room.kind === 'group' ? 'G' : 'C',
        team: workspace.team,
        inviter: by.id,
        event_ts: stamps.ts(),
      }
      return events.push(event).first
    }
    return {
      id: room.id,
      name,
      members: room.members,
      archive: (): void => {
        room.archived = true
      },
      add: (person: Person): void => {
        room.members.add(person.id)
      },
      remove: (person: Person): void => {
        room.members.delete(person.id)
      },
      /** Somebody invites the bot, and the bot is told. */
      invitesBot: (by: Person): Promise<unknown> => {
        room.members.add(workspace.bot.id)
        return tell('member_joined_channel', workspace.bot.id, by)
      },
      removesBot: (): void => {
        room.members.delete(workspace.bot.id)
      },
    }
  }

  return {
    seed,
    apiUrl: `${origin}/api/`,
    teamId: workspace.team,
    appId: workspace.app,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    botUserId: workspace.bot.id,
    faults,
    ledger,
    sockets: {
      count: sockets.count,
      /** Slack renews all connections: a warning, then the end. */
      recycle: sockets.recycle,
      /** All connections break. */
      drop: sockets.drop,
      /** All connections of now stay open, and nothing comes through. */
      haunt: sockets.haunt,
    },
    user,
    channel,

    /** The next calls of a method are refused with an error of Slack's; with `channel`, only those for it. */
    refuse(
      method: string,
      error: string,
      given: { times?: number; channel?: string; retryAfter?: number } = {},
    ): void {
      refusals.push({ method, error, times: 1, retryAfter: 1, ...given })
    },
    /** The tokens are good for nothing from now on, and nobody says so. */
    revoke(): void {
      tokens.revoked = true
    },
    /** Somebody takes the app out of the workspace, and the app is told as long as it can be. */
    async uninstalls(): Promise<void> {
      tokens.revoked = true
      const told = [
        { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.bot.id] } },
        { type: 'app_uninstalled' },
      ]
      await Promise.all(told.map((event) => events.push(event).first))
    },

    /** HTTP mode: where events, presses and commands go; of several, each takes its turn. Empty: Socket Mode. */
    requestUrls: courier.requestUrls,
    /** Gives Slack request URLs as an administrator does: each must first answer a challenge. */
    async installEvents(...urls: string[]): Promise<void> {
      for (const url of urls) {
        const challenge = stamps.hex(40)
        const body = JSON.stringify({ token: 'verification-token', challenge, type: 'url_verification' })
        const answered = await courier.knock({ url, ...courier.signed(body) })
        const said = 'body' in answered ? answered.body : ''
        if (said !== challenge && textOf(wireOf(parsed(said)).challenge) !== challenge)
          throw new Error(`the request URL did not answer the challenge: ${said.slice(0, 80)}`)
        courier.requestUrls.push(url)
      }
    },

    /** A body with Slack's signature over it, or with one that only looks so. */
    signed: (body: string, given: Signing = {}) => courier.signed(body, given),
    /** Brings a body of the test's own to a request URL. */
    async bring(body: string, given: Signing & { url?: string } = {}): Promise<Answered> {
      const url = given.url ?? courier.requestUrls[0]
      if (url === undefined) throw new Error('there is no request URL')
      return courier.knock({ url, ...courier.signed(body, given) })
    },
    /** Everything that was brought by HTTP, signed as it was. */
    sent: (): readonly Sent[] => courier.sent,
    /** Brings the same bytes with the same signature once more, as somebody who has overheard them can. */
    async replay(one?: Sent): Promise<Answered> {
      const request = one ?? courier.sent.at(-1)
      if (!request) throw new Error('nothing was brought yet')
      return courier.knock(request)
    },
    /** An event of the test's own. */
    pushes: events.push,
    /** A press, form or command of the test's own. */
    interacts: interactions.bring,

    /** Every event is acknowledged or given up. */
    settled: events.settled,
    async stop(): Promise<void> {
      timers.stop()
      courier.stop()
      sockets.stop()
      await events.settled()
      await api.stop()
    },
  }
}
