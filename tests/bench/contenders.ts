import { type ChildProcess, fork } from 'node:child_process'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'

/** One bot under test, in a process and on a database of its own. */
export type Contender = { name: string; port: number; figures(): Promise<Figures>; stop(): Promise<void> }
/** CPU in microseconds since start, statements sent since start, resident memory in bytes. */
export type Figures = { cpu: number; statements: number; rss: number }

export async function startContender(
  name: string,
  { databaseUrl, platformUrl }: { databaseUrl: string; platformUrl: string },
): Promise<Contender> {
  const child = fork(fileURLToPath(new URL(`./contender-${name}.ts`, import.meta.url)), {
    env: { ...process.env, DATABASE_URL: databaseUrl, PLATFORM_URL: platformUrl, LOG_LEVEL: 'silent' },
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`contender ${name} ended with ${code}`)))
  })
  return { name, port, figures: () => figuresOf(port), stop: () => stopped(child) }
}

const figuresOf = (port: number): Promise<Figures> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/figures' }, async (response) => {
      let body = ''
      for await (const part of response) body += part
      resolve(JSON.parse(body))
    })
      .on('error', reject)
      .end()
  })

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.disconnect()
    setTimeout(() => child.kill('SIGKILL'), 3_000).unref()
  })
