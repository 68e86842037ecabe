// A Telegram of the test's own: a Bot API server that behaves as the real one does, and people with phones behind it.
import { once } from 'node:events'
import type { UserFromGetMe } from 'grammy/types'
import { type FaultPlan, type FaultSettings, faultPlan } from '../faults.ts'
import { newCallbacks } from './callbacks.ts'
import { newChats } from './chats.ts'
import { newCommands } from './commands.ts'
import { newFiles } from './files.ts'
import { type Group, newGroup } from './group.ts'
import { type CallRecord, type Ledger, newLedger, type UpdateRecord } from './ledger.ts'
import { newMessages } from './messages.ts'
import { newPerson, type Person } from './person.ts'
import { newPoll } from './poll.ts'
import { newPush } from './push.ts'
import { type Seen, type ShownAs, shownAs } from './seen.ts'
import { type Method, newServer } from './server.ts'
import { MINUTE, timeOf } from './time.ts'
import { newTimers } from './timers.ts'
import { newUpdates } from './updates.ts'
import { newWebhook } from './webhook.ts'
import { newWorld } from './world.ts'

export type FakeTelegram = {
  apiRoot: string
  token: string
  botId: number
  botName: string
  faults: FaultPlan
  ledger: Ledger
  /** Time passes by the platform's clock only. */
  forward(ms: number): void
  user(name?: string, about?: { language?: string }): Person
  group(title?: string, members?: readonly Person[]): Group
  /** What a client makes of a message: what can be pressed in it, whom it calls. */
  shownAs(message: Seen): ShownAs
  /** A further replica behind the webhook: each update goes to any one of them. */
  alsoTo(url: string): void
  /** Pushes wait until `release`. */
  hold(): void
  release(): void
  /** One attempt to push an update now, though pushes are held; null where the connection broke. */
  pushOnce(update: UpdateRecord, url?: string): Promise<number | null>
  /** True while somebody waits in getUpdates. */
  isPolled(): boolean
  /** Until nothing waits for the bot any more: all is acknowledged, or dropped. Throws after `withinMs`. */
  drained(withinMs?: number): Promise<void>
  stop(): Promise<void>
}

export type TelegramOptions = Omit<FaultSettings, 'script'> & {
  token?: string
  /** Milliseconds; the dates of everything, and how long updates live. */
  clock?: () => number
  /** What a second of waiting at the real platform takes here, in seconds: its retries and long polls. */
  pace?: number
  port?: number
  /** How long a press can be answered. */
  answerWithinMs?: number
  /** How long a push may stay without an answer, in real time. */
  pushIdleMs?: number
  /** False: the bot hears everything in groups. */
  privacy?: boolean
}

export async function openTelegram(options: TelegramOptions = {}): Promise<FakeTelegram> {
  const { token = '7000000001:AAEfakeTokenOfTheTestsOwnPlatform_0', clock = Date.now, pace = 0.01 } = options
  const { answerWithinMs = 150_000, pushIdleMs = MINUTE, privacy = true, port = 0 } = options
  const faults = faultPlan(options)
  let ahead = 0
  const time = timeOf(() => clock() + ahead, pace)
  const bot = botOf(token, privacy)
  const ledger = newLedger()
  const timers = newTimers()
  const world = newWorld(bot, () => faults.chance('world'))
  const updates = newUpdates(ledger, time, () => faults.chance('updates'))
  const files = newFiles(time, world.word)
  const callbacks = newCallbacks(time, answerWithinMs, () => faults.chance('callbacks'))
  const commands = newCommands(world)
  const messages = newMessages(world, ledger, time, files)
  const chats = newChats(world)
  const webhook = newWebhook(
    updates,
    time,
    () => poll,
    () => push,
  )
  const poll = newPoll(updates, time, timers, webhook.isActive)
  const push = newPush({
    updates,
    ledger,
    time,
    timers,
    faults,
    idleMs: pushIdleMs,
    reply: replied,
    closed: webhook.close,
  })

  const methods: Record<string, Method> = {
    getMe: () => bot,
    getUpdates: (given, _, gone) => poll.get(given, gone),
    setWebhook: webhook.set,
    deleteWebhook: webhook.remove,
    getWebhookInfo: webhook.info,
    sendMessage: messages.send,
    sendPhoto: messages.sendPhoto,
    editMessageText: messages.editText,
    editMessageReplyMarkup: messages.editMarkup,
    deleteMessage: messages.delete,
    answerCallbackQuery: callbacks.answer,
    setMyCommands: commands.set,
    getMyCommands: commands.get,
    deleteMyCommands: commands.remove,
    getFile: files.get,
    getChat: chats.chat,
    getChatMember: chats.member,
    sendChatAction: chats.action,
  }
  const server = newServer({ token, faults, ledger, time, methods, file: files.fetch })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('the fake has no port')
  const stage = { world, updates, time, files, callbacks, commands, privacy }

  return {
    apiRoot: `http://127.0.0.1:${at.port}`,
    token,
    botId: bot.id,
    botName: bot.username,
    faults,
    ledger,
    forward(ms) {
      ahead += ms
    },
    user(name, { language } = {}) {
      const { user, room } = world.newUser(name, language)
      return newPerson(stage, user, room)
    },
    group: (title, members = []) => newGroup(stage, title, members),
    shownAs,
    alsoTo: push.alsoTo,
    hold: push.hold,
    release: push.release,
    pushOnce: push.once,
    isPolled: poll.waits,
    async drained(withinMs = 10_000) {
      const until = Date.now() + withinMs
      while (updates.waiting().length > 0 || push.isBusy()) {
        if (Date.now() > until) throw new Error(`${updates.waiting().length} updates still wait for the bot`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async stop() {
      timers.stop()
      push.stop()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }

  /** The call in an answer to a push: the bot learns neither what came of it nor that it failed. */
  function replied(name: string, given: Record<string, unknown>): void {
    const found = Object.entries(methods).find(([known]) => known.toLowerCase() === name.toLowerCase())
    if (!found) return
    const call: CallRecord = {
      at: time.now(),
      method: found[0],
      parameters: given,
      fault: 'none',
      outcome: 'ambiguous',
      status: null,
      description: null,
      sent: null,
    }
    ledger.calls.push(call)
    try {
      found[1](given, call, Promise.resolve())
      if (call.sent) call.sent.ambiguous = true
    } catch (error) {
      call.description = error instanceof Error ? error.message : null
    }
  }
}

function botOf(token: string, privacy: boolean): UserFromGetMe {
  return {
    id: Number(token.split(':', 1)[0]),
    is_bot: true,
    first_name: '枫桥',
    username: 'maple_bridge_bot',
    can_join_groups: true,
    can_read_all_group_messages: !privacy,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }
}
