// A PostgreSQL server of one's own: started on a unix socket in a temporary folder, gone when we are gone.
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries, reachableBinaries } from './binaries.ts'
import { createDatabase } from './create-database.ts'
import { type RunAs, runProgram } from './program.ts'
import { folderPrefix, sweep } from './sweep.ts'
import { watch } from './watcher.ts'

export type PostgresServer = {
  /** The address of a database of this server, for postgres.js, drizzle and `DATABASE_URL`. */
  url: (database: string) => string
  socketDir: string
  port: number
  /** Makes an empty database and gives its address. Letters, digits and `_` only. */
  createDatabase: (name: string) => Promise<string>
  /** The server's first process, for tests that freeze it with SIGSTOP and wake it with SIGCONT. */
  pid: () => number
  /** Crashes the server (`immediate` shutdown: connections break, nothing is flushed) and starts it again. */
  restartImmediate: () => Promise<void>
  /** Kills the server's first process with SIGKILL and leaves it dead. */
  kill: () => Promise<void>
  /** Starts the server again after `kill`, as soon as the dead one's memory is released. */
  start: () => Promise<void>
  /** Stops the server and removes its folder. A second call does nothing. */
  stop: () => Promise<void>
}

export type PostgresOptions = {
  /** Off by default: a killed server loses nothing, a power cut would. On to measure real commits. */
  fsync?: boolean
  /** Further settings of `postgresql.conf`, e.g. `{ shared_preload_libraries: 'pg_stat_statements' }`. */
  settings?: Record<string, string>
}

// The user PostgreSQL runs as when we are root, which it refuses to run as: `nobody`, on every Linux.
const nobody = 65_534

// Only a part of the socket's name: the server listens on no network.
const port = 5432

const initdb = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'].concat(
  // The same order and case rules on every machine, whatever languages it has installed.
  ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
)

/** Starts a server. Takes about a second. Whatever becomes of this process, the server ends with it. */
export async function startPostgres({
  fsync = false,
  settings = {},
}: PostgresOptions = {}): Promise<PostgresServer> {
  const as: RunAs = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  sweep(tmpdir())
  const { folder, socketDir } = makeFolder(as)
  const native = reachableBinaries(findBinaries(), folder, as)
  const data = join(folder, 'data')
  const watcher = watch(join(native, 'bin', 'pg_ctl'), folder, as)
  const run = (program: string, args: string[]) => runProgram(join(native, 'bin', program), args, folder, as)

  const options = commandLine({
    listen_addresses: '',
    unix_socket_directories: `"${socketDir}"`,
    fsync: fsync ? 'on' : 'off',
    full_page_writes: fsync ? 'on' : 'off',
    max_connections: '200',
    shared_buffers: '64MB',
    timezone: 'UTC',
    ...settings,
  })
  const boot = () => run('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options])
  const start = () => untilDone(boot, Date.now() + 20_000)
  const pid = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const url = (database: string) => `postgres://postgres@${encodeURIComponent(socketDir)}/${database}`

  try {
    await run('initdb', ['-D', data, ...initdb])
    await boot()
  } catch (error) {
    await watcher.dismiss()
    throw error
  }

  return {
    url,
    socketDir,
    port,
    pid,
    start,
    stop: watcher.dismiss,
    async createDatabase(name) {
      await createDatabase(url('postgres'), name)
      return url(name)
    },
    async restartImmediate() {
      await run('pg_ctl', ['stop', '-m', 'immediate', '-w', '-D', data])
      await start()
    },
    async kill() {
      const victim = pid()
      process.kill(victim, 'SIGKILL')
      while (lives(victim)) await pause(5)
    },
  }
}

function makeFolder(as: RunAs): { folder: string; socketDir: string } {
  const folder = mkdtempSync(join(tmpdir(), folderPrefix))
  // postgres.js reads the host of an address as a path only where it could be a list of hosts: hence the comma.
  const socketDir = join(folder, 'socket,')
  mkdirSync(socketDir)
  chmodSync(folder, 0o755)
  if (as.uid !== undefined && as.gid !== undefined)
    for (const path of [folder, socketDir]) chownSync(path, as.uid, as.gid)
  return { folder, socketDir }
}

/** Settings as `-c name='value'`, quoted for the shell that pg_ctl hands them to. */
function commandLine(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}='${value.replaceAll("'", `'\\''`)}'`)
    .join(' ')
}

async function untilDone(attempt: () => Promise<void>, patience: number): Promise<void> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > patience) throw error
      await pause(100)
    }
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A dead process keeps its number until its parent has asked after it, and that may take seconds.
    return !(existsSync(`/proc/${pid}/stat`) && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
  } catch {
    return false
  }
}
