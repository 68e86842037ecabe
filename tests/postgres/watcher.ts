// The watcher: a shell beside the server that outlives us, stops the server when we are gone, and clears its folder.
import { type ChildProcess, spawn } from 'node:child_process'
import type { RunAs } from './program.ts'

export type Watcher = { dismiss: () => Promise<void> }

// A pipe closes with the process that holds its other end, however that process dies; no signal is as certain.
// A server that a test froze must be woken to hear that it is to stop.
const script = `
trap '' INT TERM HUP
cat >/dev/null
server=$(head -n 1 "$2/data/postmaster.pid" 2>/dev/null)
[ -n "$server" ] && kill -CONT "$server" 2>/dev/null
"$1" stop -m immediate -w -t 20 -D "$2/data" >/dev/null 2>&1
rm -rf "$2"
`

/** Starts the watcher of the server in `folder`. Dismissing it stops the server at once and removes the folder. */
export function watch(pgCtl: string, folder: string, as: RunAs): Watcher {
  const child = spawn('sh', ['-c', script, 'postgres-watcher', pgCtl, folder], {
    ...as,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Neither may keep a process alive that has nothing else to do: its end is what the watcher waits for.
  child.unref()
  const pipe = child.stdin
  if (pipe && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
  return { dismiss: () => dismiss(child) }
}

async function dismiss(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.ref()
  child.stdin?.end()
  await gone
}
