// The bot and its command line as processes of their own, with nothing in their environment but what a test gives (and
// where Node keeps what it compiled).
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Ended = { code: number | null; out: string; err: string; ms: number }
export type Child = {
  process: ChildProcess
  out(): string
  ended: Promise<Ended>
  /** Resolves with the address once the bot is open. */
  opened(): Promise<string>
}

type Environment = { [name: string]: string }

/** `cwd` is where a file .env would be looked for. */
export function bot(environment: Environment, cwd = ROOT): Child {
  return child([`${ROOT}bot/main.ts`], environment, cwd)
}

export const admin = (environment: Environment, ...words: string[]): Promise<Ended> =>
  adminReading('', environment, ...words)

/** With something piped in. */
export const adminReading = (input: string, environment: Environment, ...words: string[]): Promise<Ended> =>
  child([`${ROOT}bot/admin.ts`, ...words], environment, ROOT, input).ended

function child(args: string[], environment: Environment, cwd: string, input = ''): Child {
  const began = performance.now()
  const running = spawn(process.execPath, ['--import', `${ROOT}bot/node-version.js`, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      PORT: '0',
      ...environment,
    },
    stdio: 'pipe',
  })
  running.stdin.end(input)
  let out = ''
  let err = ''
  running.stdout.on('data', (part: Buffer) => (out += part))
  running.stderr.on('data', (part: Buffer) => (err += part))
  const ended = once(running, 'close').then(([code]) => ({ code, out, err, ms: performance.now() - began }))
  return {
    process: running,
    out: () => out,
    ended,
    async opened() {
      for (;;) {
        const port = /"port":(\d+)/.exec(out)?.[1]
        if (port) return `http://localhost:${port}`
        if (running.exitCode !== null) throw new Error(`the bot ended with ${running.exitCode}: ${err}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
  }
}
