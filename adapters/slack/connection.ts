// One connection of Socket Mode, from its opening to its end; it is never opened again.
import { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import { apiOptions, silent } from './api.ts'
import type { Answer } from './reception.ts'

export type Connection = {
  /** Slack asked that another take its place; this one still brings what is on its way. */
  asked: Promise<void>
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>
  /** Resolves when it has ended, too. */
  close(): Promise<void>
}

export type ConnectBy = {
  appToken: string
  apiUrl: string
  /** For the one call that gives the address. */
  call: number
  welcome: number
  over: AbortSignal
  take(body: Record<string, unknown>, retry: number): Promise<Answer>
}

const envelope = z.object({
  type: z.enum(['events_api', 'interactive', 'slash_commands']),
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()),
  retry_attempt: z.number().nullish(),
})

/** How long the other side may take to say goodbye; Slack does not always say it. */
const GOODBYE = 500
const WATCH = 500

/** Resolves once Slack has said hello; rejects when it does not, or may not be reached. */
export async function connect(by: ConnectBy): Promise<Connection> {
  const { client } = new SocketModeReceiver({
    appToken: by.appToken,
    logger: silent,
    // The library's own way back leaves a rejection that nobody handles, and with it ends the process.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: apiOptions(by.apiUrl, by.call, by.over) },
  })
  const asked = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  let gone = false
  let welcomed = false
  // Where nothing comes back any more, the library says goodbye into the void for half a minute.
  const watch = setInterval(() => {
    if (client.websocket && !client.websocket.isActive() && welcomed) void close()
  }, WATCH)
  client.on('disconnected', () => {
    gone = true
    clearInterval(watch)
    ended.resolve()
  })
  client.removeAllListeners('ws_message')
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const found = isBinary ? null : objectIn(data)
    // The library would close at once and be deaf until another connection stands.
    if (found?.type === 'disconnect') asked.resolve()
    // It is what the library waits for.
    else if (found?.type === 'hello') client.emit('connected')
    else void bring(found)
  })

  async function bring(found: unknown): Promise<void> {
    const { data } = envelope.safeParse(found)
    if (!data) return
    const answer = await by.take(data.payload, data.retry_attempt ?? 0).catch(() => null)
    // What is not acknowledged comes again by another connection.
    if (!answer || !client.websocket?.isActive()) return
    const { payload = {} } = answer
    client.websocket.send(JSON.stringify({ envelope_id: data.envelope_id, payload }), () => {})
  }

  async function close(): Promise<void> {
    if (gone) return
    void client.disconnect()
    const forced = setTimeout(() => void client.disconnect(), GOODBYE)
    await ended.promise
    clearTimeout(forced)
    // Once more, so that no timer of the goodbye is left behind.
    await client.disconnect()
  }

  const late = Promise.withResolvers<never>()
  const bell = setTimeout(() => late.reject(new Error('slack: no hello')), by.welcome)
  const stop = () => late.reject(new Error('slack: closing'))
  by.over.addEventListener('abort', stop, { once: true })
  const started = client.start()
  try {
    await Promise.race([started, late.promise])
    welcomed = true
    return { asked: asked.promise, ended: ended.promise, close }
  } catch (error) {
    // It may still be on its way to a connection that nobody wants.
    clearInterval(watch)
    void started.then(close, () => {})
    if (client.websocket) await close()
    throw error instanceof Error ? error : new Error('slack: the connection was refused')
  } finally {
    clearTimeout(bell)
    by.over.removeEventListener('abort', stop)
  }
}

function objectIn(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'string') return null
  try {
    const found: unknown = JSON.parse(data)
    return typeof found === 'object' && found !== null ? { ...found } : null
  } catch {
    return null
  }
}
