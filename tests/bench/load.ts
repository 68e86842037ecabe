import { Agent } from 'node:http'
import { postJson } from './figures.ts'
import { messages } from './intake-12.ts'
import type { Platform } from './platform.ts'

/** What one load showed: messages a second and milliseconds from sending a message to seeing its answer. */
export type Shown = { rate: number; p50: number; p95: number; messages: number }

let update = 0
let chat = 1_000

/** Lets `residents` people hold `each` intakes one after another, each waiting for an answer before the next message. */
export async function load(
  port: number,
  platform: Platform,
  { residents, each }: { residents: number; each: number },
): Promise<Shown> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  const waits: number[] = []
  const hold = async () => {
    for (let n = 0; n < each; n++) {
      const id = ++chat
      for (const text of messages(id)) {
        const begun = performance.now()
        const answered = platform.next(id)
        await deliver(agent, port, updateOf(id, text))
        await answered
        waits.push(performance.now() - begun)
        // Further bubbles of the same answer are read before the next message, as a person would.
        platform.drain(id)
      }
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: residents }, hold))
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  const sorted = waits.toSorted((a, b) => a - b)
  return {
    rate: waits.length / seconds,
    p50: sorted[Math.floor(sorted.length / 2)]!,
    p95: sorted[Math.floor(sorted.length * 0.95)]!,
    messages: waits.length,
  }
}

/** As platforms do: what was not taken is sent again, and the waiting counts. */
async function deliver(agent: Agent, port: number, update: unknown): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const status = await postJson(agent, `http://127.0.0.1:${port}/hook`, update)
    if (status === 200) return
    if (status !== 503) throw new Error(`the bot answered ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the bot never took a message')
}

const updateOf = (id: number, text: string) => ({
  update_id: ++update,
  message: {
    message_id: update,
    date: Math.floor(Date.now() / 1000),
    chat: { id, type: 'private', first_name: 'r' },
    from: { id, is_bot: false, first_name: 'r', language_code: 'zh' },
    text,
  },
})
