// Socket Mode: single-use addresses, up to ten connections, envelopes and their acknowledgements.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isWire, parsed, textOf, type Wire } from './json.ts'
import type { Timers } from './timers.ts'
import type { Workspace } from './workspace.ts'

const MOST = 10
const PING_MS = 10_000

export type Envelope = {
  id: string
  type: 'events_api' | 'interactive' | 'slash_commands'
  payload: Wire
  acceptsResponse: boolean
  /** Only events say whether they come again. */
  retry?: { attempt: number; reason: string }
}

export type Carried =
  | { outcome: 'acked'; to: string; response: unknown }
  | { outcome: 'no_connection' | 'no_ack' | 'connection_closed'; to: string }

type Connection = {
  number: number
  socket: WebSocket
  /** Nothing passes any more, and neither side has been told. */
  ghost: boolean
  waiting: Map<string, (carried: Carried) => void>
}

export type Sockets = ReturnType<typeof newSockets>

export function newSockets(workspace: Workspace, timers: Timers, settings: { ackMs: number; pace: number }) {
  const { stamps } = workspace
  const tickets = new Set<string>()
  const connections = new Set<Connection>()
  const server = new WebSocketServer({ noServer: true })
  let count = 0
  let origin = ''

  const ping = setInterval(() => {
    for (const { socket, ghost } of connections) if (!ghost) socket.ping('Ping from applink')
  }, PING_MS)

  function admitted(socket: WebSocket): void {
    count += 1
    const connection: Connection = { number: count, socket, ghost: false, waiting: new Map() }
    socket.on('error', () => {})
    if (connections.size >= MOST) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: {} }))
      socket.close()
      return
    }
    connections.add(connection)
    socket.on('close', () => lost(connection))
    socket.on('message', (data: Buffer) => acknowledged(connection, data.toString()))
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.size,
        connection_info: { app_id: workspace.app },
        debug_info: { host: 'applink', approximate_connection_time: 18_060 },
      }),
    )
  }

  function lost(connection: Connection): void {
    connections.delete(connection)
    const to = `connection ${connection.number}`
    for (const resolve of connection.waiting.values()) resolve({ outcome: 'connection_closed', to })
  }

  /** `{envelope_id, payload?}`; an id that waits for nothing is passed over. */
  function acknowledged(connection: Connection, data: string): void {
    if (connection.ghost) return
    const message = parsed(data)
    if (!isWire(message)) return
    const id = textOf(message.envelope_id)
    connection.waiting.get(id)?.({
      outcome: 'acked',
      to: `connection ${connection.number}`,
      response: message.payload,
    })
  }

  return {
    listen(http: Server, at: string): void {
      origin = at.replace('http:', 'ws:')
      http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const ticket = new URL(request.url ?? '', at).searchParams.get('ticket') ?? ''
        // Whoever shows it once has used it.
        if (!tickets.delete(ticket)) {
          socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
          return
        }
        server.handleUpgrade(request, socket, head, admitted)
      })
    },

    url(): string {
      const ticket = `${stamps.hex(8)}-${stamps.hex(24)}`
      tickets.add(ticket)
      return `${origin}/link/?ticket=${ticket}&app_id=${workspace.app}`
    },

    count: (): number => connections.size,

    /** Any of the connections gets it; which one is left to chance. */
    async carry(envelope: Envelope): Promise<Carried> {
      const open = [...connections]
      const connection = open[Math.floor(stamps.random() * open.length)]
      if (!connection) return { outcome: 'no_connection', to: 'nobody' }
      const to = `connection ${connection.number}`
      const answer = Promise.withResolvers<Carried>()
      connection.waiting.set(envelope.id, answer.resolve)
      if (!connection.ghost)
        connection.socket.send(
          JSON.stringify({
            envelope_id: envelope.id,
            type: envelope.type,
            payload: envelope.payload,
            accepts_response_payload: envelope.acceptsResponse,
            ...(envelope.retry && {
              retry_attempt: envelope.retry.attempt,
              retry_reason: envelope.retry.reason,
            }),
          }),
        )
      const carried = await timers.within(settings.ackMs, answer.promise)
      connection.waiting.delete(envelope.id)
      return carried === 'late' ? { outcome: 'no_ack', to } : carried
    },

    /** Slack renews its connections: it warns, and some seconds later it hangs up. */
    async recycle(): Promise<void> {
      const old = [...connections]
      for (const { socket } of old)
        socket.send(
          JSON.stringify({ type: 'disconnect', reason: 'warning', debug_info: { host: 'applink' } }),
        )
      await timers.pass(10_000 * settings.pace)
      for (const connection of old) {
        connection.socket.send(
          JSON.stringify({
            type: 'disconnect',
            reason: 'refresh_requested',
            debug_info: { host: 'applink' },
          }),
        )
        connection.socket.close()
        // No new envelope goes to a connection that is closing.
        connections.delete(connection)
      }
    },

    /** All connections break without a word. */
    drop(): void {
      for (const { socket } of connections) socket.terminate()
    },

    /** All connections that are open now stay so, and nothing comes through them in either direction. */
    haunt(): void {
      for (const connection of connections) {
        connection.ghost = true
        connection.socket.pause()
      }
    },

    stop(): void {
      clearInterval(ping)
      for (const { socket } of connections) socket.terminate()
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}
