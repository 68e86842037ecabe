import { type ChildProcess, fork } from 'node:child_process'
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

async function figuresOf(port: number): Promise<Figures> {
  const answer = await fetch(`http://127.0.0.1:${port}/figures`)
  return (await answer.json()) as Figures
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.disconnect()
    setTimeout(() => child.kill('SIGKILL'), 3_000).unref()
  })
