// A Slack of the test's own with our channel on it, and a desk that only remembers.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { slack } from '../../../adapters/slack/index.ts'
import type { Tuning } from '../../../adapters/slack/pace.ts'
import type { CaseLine, SlackPorts } from '../../../adapters/slack/ports.ts'
import type { FormAnswer } from '../../../flows/core/event.ts'
import type { Form, FormProblem } from '../../../flows/core/form.ts'
import type { Inbound } from '../../../flows/core/ports.ts'
import type { Message, Reply } from '../../../flows/core/reply.ts'
import { openSlack, type SlackOptions } from '../../platforms/slack/slack.ts'

export type Mode = 'http' | 'socket'

/** Long waits are short here; what must happen in time still must. */
export const HURRIED: Tuning = {
  call: 1_000,
  answer: 1_000,
  form: 900,
  sending: 3_000,
  file: 20,
  again: [30, 60, 120, 240],
  self: { first: 30, most: 200, refused: 300 },
  socket: { connections: 2, apart: 20, welcome: 2_000, parting: 400, first: 20, most: 200 },
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** `books` stands for the station: tests change it as they go. */
export async function openHouse(mode: Mode, given: { slack?: SlackOptions; tuning?: Tuning } = {}) {
  const platform = await openSlack(given.slack)
  const faults: { where: string; error: unknown }[] = []
  const kept = new Map<string, { type: string; bytes: Uint8Array; name: string | null }>()
  const books = {
    cases: null as CaseLine[] | null,
    form: null as Form | null,
    problems: [] as FormProblem[],
    checked: [] as FormAnswer[][],
    /** What is done before something is heard; it may reject. */
    gate: async (_: Inbound): Promise<void> => {},
    ahead: 0,
  }
  const ports: SlackPorts = {
    settings: {
      botToken: platform.botToken,
      apiUrl: platform.apiUrl,
      receive:
        mode === 'http'
          ? { mode, signingSecret: platform.signingSecret }
          : { mode, appToken: platform.appToken },
    },
    now: () => Date.now() + books.ahead,
    files: {
      async put({ key = '', type, bytes, name }) {
        kept.set(key, { type, bytes, name })
        return { id: `file-${key}`, type, ...(name && { name }) }
      },
    },
    cases: async () => books.cases,
    form: async () => books.form,
    async check(_, answers) {
      books.checked.push(answers)
      return books.problems
    },
    draw: async () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
    words: ['my cases', 'status', 'accept'],
    fault: (error, where) => void faults.push({ where, error }),
  }
  const channel = slack(ports, { ...HURRIED, ...given.tuning })
  const { app } = channel
  const answer = app && getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void answer?.(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  if (app) await platform.installEvents(url)
  const heard: Inbound[] = []
  let seq = 0
  let stopped: Promise<void> | null = null
  /** Nobody answers there any more. */
  const stopPlatform = (): Promise<void> => (stopped ??= platform.stop())

  return {
    stopPlatform,
    platform,
    channel,
    ports,
    books,
    heard,
    faults,
    kept,
    url,
    open: () =>
      channel.open(async (inbound) => {
        await books.gate(inbound)
        heard.push(inbound)
      }),
    message: (to: string, reply: Reply, more: Partial<Message> = {}): Message => ({
      id: `message-${++seq}`,
      seq,
      to: { channel: channel.name, id: to },
      at: Date.now() + books.ahead,
      locale: 'zh',
      reply,
      ...more,
    }),
    addressOf: (person: { id: string }): string => `${platform.teamId}/${person.id}`,
    async end(): Promise<void> {
      await channel.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await stopPlatform()
    },
  }
}

/** Until it is so; a test that waits in vain fails by its own time. */
export async function until(is: () => boolean, within = 5_000): Promise<void> {
  const end = performance.now() + within
  while (!is()) {
    if (performance.now() > end) throw new Error('it did not come to that')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
