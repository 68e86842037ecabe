// The programs can be run also where npm ran no scripts and where the project is closed to other users.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reachableBinaries } from './binaries.ts'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }
let home: string
let native: string
let shelter: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'binaries-'))
  native = join(home, 'package', 'native')
  shelter = join(home, 'shelter')
  for (const folder of [join(native, 'lib'), shelter]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(native, 'lib', 'libx.so.6.18'), 'library')
  const links = [{ source: 'native/lib/libx.so.6.18', target: 'native/lib/libx.so.6' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
})

afterEach(() => rmSync(home, { recursive: true }))

const library = (folder: string) => readFileSync(join(folder, 'lib', 'libx.so.6'), 'utf8')

test('missing links are made where the package is', () => {
  expect(reachableBinaries(native, shelter, {})).toBe(native)
  expect(lstatSync(join(native, 'lib', 'libx.so.6')).isSymbolicLink()).toBe(true)
  expect(library(native)).toBe('library')
  expect(reachableBinaries(native, shelter, {})).toBe(native)
})

// What can go wrong depends on who runs the tests: root can write everywhere, and needs another user.
if (isRoot) {
  test('a package that the other user can reach is used where it is', () => {
    chmodSync(home, 0o755)
    expect(reachableBinaries(native, shelter, nobody)).toBe(native)
  })

  test('one that the other user cannot reach is copied and given to it', () => {
    chmodSync(home, 0o700)
    const copy = reachableBinaries(native, shelter, nobody)
    expect(copy).toBe(join(shelter, 'native'))
    expect(library(copy)).toBe('library')
    for (const name of ['', 'lib', 'lib/libx.so.6', 'lib/libx.so.6.18'])
      expect(lstatSync(join(copy, name)).uid).toBe(nobody.uid)
  })
} else {
  test('one that we cannot write is copied and made whole', () => {
    chmodSync(join(native, 'lib'), 0o555)
    const copy = reachableBinaries(native, shelter, {})
    chmodSync(join(native, 'lib'), 0o755)
    expect(copy).toBe(join(shelter, 'native'))
    expect(existsSync(join(native, 'lib', 'libx.so.6'))).toBe(false)
  })
}
