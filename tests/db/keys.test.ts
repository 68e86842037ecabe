// Sealing: what was sealed opens where it belongs and nowhere else, and the file of master keys survives what people do.
import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { SealedColumn } from '../../db/books.ts'
import { blind } from '../../db/keys/blind.ts'
import { decrypt, encrypt } from '../../db/keys/cipher.ts'
import { makeDataKey, rewrap, unwrap } from '../../db/keys/data-key.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'maple-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0
const path = () => join(folder, `deep/${made++}.key`)
const runs = { numRuns: 5_000 }
const key = () => createSecretKey(randomBytes(32))
/** Any string a program can hold: lone surrogates, NUL and emoji too. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)

describe('one value', () => {
  const mine = key()

  test('opens as it was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, place) => {
        expect(Buffer.compare(decrypt(mine, place, encrypt(mine, place, plain)), plain)).toBe(0)
      }),
      runs,
    )
  })

  test('does not open once any bit of it was changed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        (plain, at, bit) => {
          const sealed = encrypt(mine, 'a.b|r|k', plain)
          const i = at % sealed.length
          sealed[i] = sealed[i]! ^ (1 << bit)
          expect(() => decrypt(mine, 'a.b|r|k', sealed)).toThrow('tampered at a.b')
        },
      ),
      runs,
    )
  })

  test('does not open when it was cut or made longer', () => {
    const sealed = encrypt(mine, 'a.b|r', '枫桥')
    for (let length = 0; length < sealed.length; length++)
      expect(() => decrypt(mine, 'a.b|r', sealed.subarray(0, length))).toThrow('tampered')
    expect(() => decrypt(mine, 'a.b|r', Buffer.concat([sealed, Buffer.of(0)]))).toThrow('tampered')
  })

  test('does not open elsewhere or with another key', () => {
    const other = key()
    fc.assert(
      fc.property(fc.string(), fc.string(), (place, elsewhere) => {
        fc.pre(place !== elsewhere)
        const sealed = encrypt(mine, place, 'x')
        expect(() => decrypt(mine, elsewhere, sealed)).toThrow('tampered')
        expect(() => decrypt(other, place, sealed)).toThrow('tampered')
      }),
      runs,
    )
  })

  test('is never sealed twice in the same way', () => {
    const nonces = new Set(
      Array.from({ length: 20_000 }, () => encrypt(mine, 'p', 'x').subarray(1, 13).toString('hex')),
    )
    expect(nonces.size).toBe(20_000)
  })
})

describe('a data key', () => {
  const master = openMasterKeys(path(), true)

  test('opens text as well-formed as it was, in its own column and row alone', () => {
    const { vault } = makeDataKey(master)
    fc.assert(
      fc.property(anyText, fc.uuid(), fc.uuid(), (text, row, other) => {
        fc.pre(row !== other)
        const sealed = vault.seal('parties.name', row, text)
        expect(vault.open('parties.name', row, sealed)).toBe(text.toWellFormed())
        expect(() => vault.open('parties.phone', row, sealed)).toThrow('tampered')
        expect(() => vault.open('parties.name', other, sealed)).toThrow('tampered')
      }),
      runs,
    )
  })

  test('opens again from its wrapped form, also after any number of rotations', () => {
    const { row, vault } = makeDataKey(master)
    const sealed = vault.seal('duties.what', 'r', '还款')
    let wrapped = row
    for (let i = 0; i < 4; i++) {
      expect(unwrap(master, wrapped).open('duties.what', 'r', sealed)).toBe('还款')
      master.add()
      const before = wrapped.wrapped
      wrapped = { id: row.id, ...rewrap(master, wrapped) }
      expect(wrapped.wrappedBy).toBe(master.current)
      expect(wrapped.wrapped).not.toBe(before)
    }
  })

  test('is worth nothing under another name, version or master', () => {
    const { row } = makeDataKey(master)
    const foreign = openMasterKeys(path(), true)
    for (const wrong of [
      { ...row, id: 'other' },
      { ...row, wrappedBy: 1 },
    ])
      expect(() => unwrap(master, wrong)).toThrow('tampered at data_keys.wrapped')
    for (let i = 1; i < row.wrappedBy; i++) foreign.add()
    expect(() => unwrap(foreign, row)).toThrow('tampered at data_keys.wrapped')
  })

  test('once destroyed opens and seals nothing', () => {
    const { row, vault } = makeDataKey(master)
    const column: SealedColumn = 'parties.name'
    const sealed = vault.seal(column, 'r', 'x')
    const gone = unwrap(master, { ...row, wrapped: null })
    expect(gone.erased).toBe(true)
    expect(gone.open(column, 'r', sealed)).toBeNull()
    expect(gone.openBytes(column, 'r', Buffer.of(1))).toBeNull()
    expect(() => gone.seal(column, 'r', 'x')).toThrow('key-destroyed')
    expect(() => gone.sealBytes(column, 'r', Buffer.of(1))).toThrow('key-destroyed')
  })
})

describe('the file of master keys', () => {
  test('is made once, for its owner alone, and read back as it was', () => {
    const file = path()
    const first = openMasterKeys(file, true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const text = readFileSync(file, 'utf8')
    const second = openMasterKeys(file, true)
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(second.purpose('audit').equals(first.purpose('audit'))).toBe(true)
    expect(second.version(1).equals(first.version(1))).toBe(true)
    expect(first.purpose('audit').equals(first.purpose('codes'))).toBe(false)
  })

  test('is not made where it must be given', () => {
    expect(() => openMasterKeys(path(), false)).toThrow(/does not exist: put it back/)
  })

  test('keeps its root and its old versions when a new one is added', () => {
    const file = path()
    const first = openMasterKeys(file, true)
    const other = openMasterKeys(file, false)
    expect(first.add()).toBe(2)
    expect(other.current).toBe(1)
    // Found by looking into the file again.
    expect(other.version(2).equals(first.version(2))).toBe(true)
    expect(other.current).toBe(2)
    expect(other.add()).toBe(3)
    first.refresh()
    expect(first.current).toBe(3)
    expect(first.purpose('audit').equals(openMasterKeys(file, false).purpose('audit'))).toBe(true)
    expect(() => first.version(4)).toThrow('does not have version 4')
  })

  test('may be nothing but 32 bytes in base64, and is written in full at the first rotation', () => {
    const file = path()
    openMasterKeys(file, true)
    const lone = randomBytes(32)
    for (const text of [`${lone.toString('base64')}\n`, lone.toString('base64url')]) {
      writeFileSync(file, text)
      const keys = openMasterKeys(file, false)
      const again = openMasterKeys(file, false)
      expect(keys.version(1).equals(again.version(1))).toBe(true)
      expect(keys.version(1).equals(keys.purpose('audit'))).toBe(false)
      keys.add()
      const full = openMasterKeys(file, false)
      expect(readFileSync(file, 'utf8')).toMatch(/^root .*\nv1 .*\nv2 /m)
      expect(full.version(1).equals(again.version(1))).toBe(true)
      expect(full.purpose('blind index').equals(again.purpose('blind index'))).toBe(true)
    }
  })

  test('is refused in a sentence when it is damaged', () => {
    const file = path()
    openMasterKeys(file, true)
    const good = readFileSync(file, 'utf8')
    const lines = good.trim().split('\n')
    for (const bad of [
      '',
      'root',
      lines.slice(0, -1).join('\n'),
      lines.filter((line) => !line.startsWith('root')).join('\n'),
      good.replace('v1', 'x1'),
      good.slice(0, -5),
      `${good}v2 short\n`,
      randomBytes(31).toString('base64'),
    ]) {
      writeFileSync(file, bad)
      expect(() => openMasterKeys(file, true), bad).toThrow('is damaged or not a key file')
    }
    writeFileSync(file, good.replaceAll('\n', '\r\n'))
    expect(openMasterKeys(file, false).current).toBe(1)
  })

  test('that cannot be written is said so, and the keys in use stay', () => {
    const keys = openMasterKeys(path(), true)
    // A folder where the new file should go: that stops root too.
    expect(() => openMasterKeys('/dev/null/sealing.key', true)).toThrow('cannot be written')
    expect(keys.current).toBe(1)
  })
})

describe('a blind index', () => {
  const mine = key()

  test('is the same for the same, and another for anything else', () => {
    const value = fc.array(fc.string(), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.string(), value, fc.string(), value, (kind, values, kind2, values2) => {
        const one = blind(mine, kind, ...values)
        expect(blind(mine, kind, ...values)).toBe(one)
        expect(one).toMatch(/^[\w-]{22}$/)
        const same = JSON.stringify([kind, values]) === JSON.stringify([kind2, values2])
        expect(blind(mine, kind2, ...values2) === one).toBe(same)
      }),
      runs,
    )
    // Values do not run into each other.
    expect(blind(mine, 'a', 'bc')).not.toBe(blind(mine, 'ab', 'c'))
    expect(blind(mine, 'k', 'a', 'b')).not.toBe(blind(mine, 'k', 'ab'))
    expect(blind(key(), 'k', 'a')).not.toBe(blind(mine, 'k', 'a'))
  })
})
