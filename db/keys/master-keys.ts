// The file with the keys that are not in the database: one root for indexes and the audit, and versions that wrap data keys.

import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

export type MasterKeys = {
  /** The version that wraps new data keys. */
  current: number
  /** Throws one sentence when the file does not have this version, after having read it again. */
  version(version: number): KeyObject
  /** A key for one purpose, derived from the root; the root never changes. */
  purpose(name: 'blind index' | 'audit' | 'codes' | 'key check'): KeyObject
  /** Reads the file again: somebody may have brought a new one. */
  refresh(): void
  /** Writes a new version to the file and makes it the current one. Throws one sentence when it cannot be written. */
  add(): number
}

const HEAD = [
  '# Sealing keys of Maple Bridge. Whoever has this file and the database can read everything;',
  '# without it nobody can. Keep a copy away from the database and its backups.',
]

type Parsed = { root: Buffer; versions: Map<number, Buffer> }

/**
 * Reads the file; with `make` it is made where there is none, readable by its owner only. A file with nothing but 32 bytes
 * in base64 (`openssl rand -base64 32`) is a key file too, until the first rotation writes it in full. Throws one sentence.
 */
export function openMasterKeys(path: string, make: boolean): MasterKeys {
  if (!existsSync(path)) {
    if (!make)
      throw new Error(
        `The sealing key file ${path} does not exist: put it back, or correct SEALING_KEY_FILE.`,
      )
    write(path, { root: randomBytes(32), versions: new Map([[1, randomBytes(32)]]) })
  }
  let parsed = read(path)
  let secrets = new Map<number, KeyObject>()
  const current = () => Math.max(...parsed.versions.keys())
  const find = (version: number): KeyObject | undefined => {
    const bytes = parsed.versions.get(version)
    if (!secrets.has(version) && bytes) secrets.set(version, createSecretKey(bytes))
    return secrets.get(version)
  }

  const refresh = () => {
    parsed = read(path)
    secrets = new Map()
  }

  return {
    refresh,
    get current() {
      return current()
    },
    version(version) {
      const known = find(version)
      if (known) return known
      // Another process may have added it meanwhile.
      refresh()
      const added = find(version)
      if (!added) throw new Error(`The sealing key file ${path} does not have version ${version} of the key.`)
      return added
    },
    purpose: (name) => createSecretKey(Buffer.from(hkdfSync('sha256', parsed.root, '', name, 32))),
    add() {
      const { root, versions } = read(path)
      const version = Math.max(...versions.keys()) + 1
      write(path, { root, versions: versions.set(version, randomBytes(32)) })
      refresh()
      return version
    },
  }
}

function read(path: string): Parsed {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const lone = lines.length === 1 ? Buffer.from(lines[0] ?? '', 'base64') : null
  if (lone?.length === 32) return { root: part(lone, 'root'), versions: new Map([[1, part(lone, 'v1')]]) }
  let root: Buffer | null = null
  const versions = new Map<number, Buffer>()
  for (const line of lines) {
    const [name = '', value = ''] = line.split(/\s+/)
    const bytes = Buffer.from(value, 'base64url')
    const version = /^v(\d{1,6})$/.exec(name)?.[1]
    if (bytes.length !== 32 || (name !== 'root' && !version)) throw damaged(path)
    if (version) versions.set(Number(version), bytes)
    else root = bytes
  }
  if (!root || versions.size === 0) throw damaged(path)
  return { root, versions }
}

const part = (lone: Buffer, name: string): Buffer => Buffer.from(hkdfSync('sha256', lone, '', name, 32))

const damaged = (path: string): Error =>
  new Error(`The sealing key file ${path} is damaged or not a key file.`)

function write(path: string, keys: Parsed): void {
  try {
    replace(path, keys)
  } catch {
    throw new Error(`The sealing key file ${path} cannot be written: let this user write its folder.`)
  }
}

/** To a new file first: a crash must not leave half a key. */
function replace(path: string, { root, versions }: Parsed): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const keys = [...versions].map(([version, bytes]) => `v${version} ${bytes.toString('base64url')}`)
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w', 0o600)
  try {
    writeSync(file, [...HEAD, `root ${root.toString('base64url')}`, ...keys, ''].join('\n'))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(fresh, path)
}
