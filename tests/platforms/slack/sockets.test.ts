// Socket Mode: single-use addresses, envelopes, and connections that are renewed, lost or dead.
import { once } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type Wire, wireOf } from './json.ts'
import { button, call, ends, open, section, slack } from './stand.ts'

describe('Socket Mode', () => {
  beforeEach(() => open({ ackMs: 150 }))

  /** A bare client; `acks` says what it answers to an envelope, null for nothing. */
  async function connect(acks: (envelope: Wire) => Wire | null = ({ envelope_id }) => ({ envelope_id })) {
    const { url } = await call('apps.connections.open', {}, slack.appToken)
    const socket = new WebSocket(String(url))
    const came: Wire[] = []
    const hello = Promise.withResolvers<Wire>()
    socket.on('message', (data: Buffer) => {
      const message = wireOf(JSON.parse(data.toString()))
      if (message.type === 'hello') return hello.resolve(message)
      came.push(message)
      const answer = message.envelope_id === undefined ? null : acks(message)
      if (answer) socket.send(JSON.stringify(answer))
    })
    socket.on('error', hello.reject)
    ends.push(async () => socket.terminate())
    return { socket, came, hello: await hello.promise, url: String(url) }
  }

  test('an address works once', async () => {
    const { url, hello } = await connect()
    expect(hello).toMatchObject({ num_connections: 1, connection_info: { app_id: slack.appId } })
    const second = new WebSocket(url)
    const [error] = await once(second, 'error')
    expect(String(error)).toContain('408')
    expect(slack.sockets.count()).toBe(1)
  })

  test('an event is acknowledged by its envelope', async () => {
    const { came } = await connect()
    const said = await slack.user('村民甲').says('在吗')
    expect(said.outcome).toBe('received')
    expect(came).toMatchObject([
      {
        type: 'events_api',
        retry_attempt: 0,
        accepts_response_payload: false,
        payload: { event_id: said.events[0]?.id, event: { text: '在吗' } },
      },
    ])
  })

  test('what is not acknowledged comes again after a while, under the same ids, as if it were new', async () => {
    let deaf = true
    const { came } = await connect(({ envelope_id }) => (deaf ? null : { envelope_id }))
    const said = await slack.user('村民甲').says('在吗')
    expect(said.outcome).toBe('again')
    deaf = false
    await said.settled
    expect(came).toHaveLength(2)
    expect(came[1]).toEqual(came[0])
    expect(came[1]).toMatchObject({ retry_attempt: 0 })
    expect(said.events[0]?.state).toBe('acked')
  })

  test('a press that nobody acknowledges is lost, and the person sees it', async () => {
    const { came } = await connect(() => null)
    const officer = slack.user('示例驻村民警甲')
    const blocks = [{ type: 'actions', elements: [button('签收', '1')] }]
    await call('chat.postMessage', { channel: officer.id, text: '派单', blocks })
    expect(await officer.presses('签收')).toMatchObject({ acked: false, outcome: 'no_ack' })
    await slack.settled()
    expect(came).toMatchObject([{ type: 'interactive', payload: { type: 'block_actions' } }])
    slack.sockets.drop()
    await vi.waitFor(() => expect(slack.sockets.count()).toBe(0))
    expect(await officer.presses('签收')).toMatchObject({ outcome: 'no_connection' })
    expect(officer.warnings().map(({ why }) => why)).toEqual(['no_ack', 'no_connection'])
  })

  test('a command is answered inside its acknowledgement', async () => {
    await connect(({ envelope_id }) => ({ envelope_id, payload: { text: '共 2 件' } }))
    const officer = slack.user('示例驻村民警甲')
    await officer.slash('/case')
    expect(officer.sees()).toMatchObject([{ text: '共 2 件', ephemeral: true }])
  })

  test.each([undefined, {}])('a form is taken by an acknowledgement with %j', async (payload) => {
    await connect(({ envelope_id }) => ({ envelope_id, payload }))
    const officer = slack.user('示例驻村民警甲')
    const { payload: command } = await officer.slash('/case')
    const title = { type: 'plain_text', text: '登记' }
    const view = { type: 'modal', title, submit: title, blocks: [section('x')] }
    expect(await call('views.open', { trigger_id: command.trigger_id, view })).toMatchObject({ ok: true })
    expect(await officer.submits()).toMatchObject({ kind: 'view_submission', acked: true })
    expect(officer.modal()).toBeNull()
    expect(officer.warnings()).toEqual([])
  })

  test('any connection may get a thing, ten at most are open', async () => {
    const clients = []
    for (let at = 0; at < 10; at++) clients.push(await connect())
    expect(clients.at(-1)?.hello.num_connections).toBe(10)
    const { url } = await call('apps.connections.open', {}, slack.appToken)
    const eleventh = new WebSocket(String(url))
    const [message] = (await once(eleventh, 'message')) as [Buffer]
    expect(JSON.parse(message.toString())).toMatchObject({
      type: 'disconnect',
      reason: 'too_many_websockets',
    })
    const person = slack.user('村民甲')
    for (let at = 0; at < 40; at++) await person.says(String(at))
    expect(clients.reduce((sum, { came }) => sum + came.length, 0)).toBe(40)
    expect(clients.filter(({ came }) => came.length > 0).length).toBeGreaterThan(5)
  })

  test('a renewal warns first and then hangs up', async () => {
    const { came, socket } = await connect()
    const closed = once(socket, 'close')
    await slack.sockets.recycle()
    await closed
    expect(came).toMatchObject([
      { type: 'disconnect', reason: 'warning' },
      { type: 'disconnect', reason: 'refresh_requested' },
    ])
    expect(slack.sockets.count()).toBe(0)
  })

  test('a dead connection that nobody noticed swallows what it gets', async () => {
    const dead = await connect()
    slack.sockets.haunt()
    const person = slack.user('村民甲')
    const said = await person.says('在吗')
    expect(said.outcome).toBe('again')
    expect(dead.came).toEqual([])
    expect(slack.sockets.count()).toBe(1)
    await person.slash('/case')
    expect(person.warnings()).toHaveLength(1)
  })
})
