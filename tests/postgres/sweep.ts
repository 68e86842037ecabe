// Folders of servers whose watcher died too (a power cut, a kill of everything): found and removed by a later run.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What every server's folder is called, before its random part. */
export const folderPrefix = 'maple-pg-'

const tenMinutes = 600_000

/** Removes abandoned server folders in `shelter`: those of before `before` (ms since epoch) that no process speaks of. */
export function sweep(shelter: string, before: number = Date.now() - tenMinutes): void {
  const busy = commandLines()
  if (!busy) return
  for (const name of readdirSync(shelter)) {
    if (!name.startsWith(folderPrefix)) continue
    const folder = join(shelter, name)
    try {
      const abandoned = statSync(folder).mtimeMs < before && !busy.some((line) => line.includes(folder))
      if (abandoned) rmSync(folder, { recursive: true, force: true })
    } catch {
      // Somebody else's, or gone meanwhile: not ours to remove.
    }
  }
}

/** How every process of this machine was called, or nothing where that cannot be read: watcher and server name the folder. */
function commandLines(): string[] | undefined {
  if (!existsSync('/proc/self/cmdline')) return undefined
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })
}
