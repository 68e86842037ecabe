// Runs one of PostgreSQL's programs to its end, as the user it must run as.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The user and group of a new process; empty for our own. */
export type RunAs = { uid?: number; gid?: number }

/** Resolves when the program ended well. Throws with the last lines of what it and the server said in `folder`. */
export async function runProgram(program: string, args: string[], folder: string, as: RunAs): Promise<void> {
  // A file, not a pipe: a server started by the program keeps what it is given for as long as it lives.
  const said = openSync(join(folder, 'said'), 'w')
  const child = spawn(program, args, {
    ...as,
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', said, said],
  })
  closeSync(said)
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (status !== 0)
    throw new Error(`${program} ended with ${status}\n${tail(folder, 'said')}\n${tail(folder, 'log')}`)
}

function tail(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(-20).join('\n')
  } catch {
    return ''
  }
}
