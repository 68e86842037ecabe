/** The door in the data folder by which the command line reaches a running bot: one line of JSON each way. */
import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join, relative } from 'node:path'
import type { Log } from '../log.ts'
import { Misconfigured } from '../misconfigured.ts'
import type { Outcome, Request } from './work.ts'

/** Characters; a station's file is by far the longest that is sent. */
const LONGEST = 8_000_000
/** What the system allows for the path of a socket, in bytes. */
const LONGEST_PATH = 104

/** Listens until closed. Only the owner of the data folder may come in. The folder must be locked by this process. */
export async function openDoor(
  dataDir: string,
  answer: (request: Request) => Promise<Outcome>,
  log: Log,
): Promise<() => Promise<void>> {
  const path = pathIn(dataDir)
  // What is left of a killed process; a living one would hold the lock.
  rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    readLine(socket)
      .then(async (line) => {
        const request: Request = JSON.parse(line)
        log.info('asked on the command line', { verb: request.verb })
        socket.end(`${JSON.stringify(await answer(request))}\n`)
      })
      .catch((error: unknown) => {
        log.error('what the command line asked was not understood', { error })
        socket.destroy()
      })
  })
  const mask = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, resolve)
    })
  } finally {
    process.umask(mask)
  }
  chmodSync(path, 0o600)
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of open) socket.destroy()
    })
}

/** Asks the bot that runs on this data folder; null when none does. */
export async function ask(dataDir: string, request: Request): Promise<Outcome | null> {
  const socket = connect(pathIn(dataDir))
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
  } catch {
    return null
  }
  try {
    socket.write(`${JSON.stringify(request)}\n`)
    return JSON.parse(await readLine(socket))
  } finally {
    socket.destroy()
  }
}

function pathIn(dataDir: string): string {
  const path = join(dataDir, 'admin.sock')
  const near = relative(process.cwd(), path)
  const shorter = near.length < path.length ? near : path
  if (Buffer.byteLength(shorter) <= LONGEST_PATH) return shorter
  throw new Misconfigured('DATA_DIR has too long a path for this system; choose a folder nearer to the root.')
}

function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      text += part
      const end = text.indexOf('\n')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > LONGEST) reject(new Error('too long'))
    })
    socket.on('close', () => reject(new Error('The bot ended before it answered.')))
    socket.on('error', reject)
  })
}
