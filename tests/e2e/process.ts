// The bot as a stranger runs it: a process of its own, that may be killed at any moment and started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { ask } from '../../bot/admin/socket.ts'
import type { Json } from '../../flows/core/event.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const START = ['--import', './bot/node-version.js', 'bot/main.ts']
/** How long a start may take, in milliseconds. */
const PATIENCE = 60_000

export type Process = {
  url: string
  /** Resolves when the bot can hear, store and send. */
  start(): Promise<void>
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>
  /** Facts of a verb of `npm run admin`, by the door in the data folder that the command itself uses. */
  admin(verb: string, given: Json): Promise<any>
  printed(): string
}

/** `settings` beside PORT; the data folder belongs to the test. A free port, where none is given. */
export async function botProcess(
  settings: { DATA_DIR: string; [name: string]: string },
  port?: number,
): Promise<Process> {
  port ??= await freePort()
  const env = { ...process.env, LOG_LEVEL: 'warn', ...settings, PORT: String(port) }
  const url = `http://localhost:${port}`
  let child: ChildProcess | null = null
  let printed = ''

  async function start(): Promise<void> {
    const begun = spawn(process.execPath, START, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = begun
    begun.stdout.on('data', (part: Buffer) => (printed += part))
    begun.stderr.on('data', (part: Buffer) => (printed += part))
    const deadline = Date.now() + PATIENCE
    while (!(await ready(url))) {
      if (begun.exitCode !== null) throw new Error(`the bot ended with ${begun.exitCode}:\n${printed}`)
      if (Date.now() > deadline) throw new Error(`the bot did not become ready:\n${printed}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = await ended
    return code
  }

  return {
    url,
    start,
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    async admin(verb, given) {
      const outcome = await ask(settings.DATA_DIR, { verb, given })
      if (outcome?.status !== 0) throw new Error(`${verb}: ${outcome?.text.join(' ') ?? 'no bot answers'}`)
      return outcome.facts
    },
    printed: () => printed,
  }
}

async function ready(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
