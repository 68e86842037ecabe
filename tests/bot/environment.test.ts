// The file .env adds to the environment and never overrides it.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { environment } from '../../bot/environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'environment-'))
const file = join(folder, '.env')
afterAll(() => rmSync(folder, { recursive: true }))

test('without a file the environment is as it is', () => {
  expect(environment(file)).toBe(process.env)
})

test('what is set already stays', () => {
  vi.stubEnv('MAPLE_TEST_SET', 'outside')
  vi.stubEnv('MAPLE_TEST_UNSET', undefined)
  writeFileSync(file, '# a comment\nMAPLE_TEST_SET=inside\nMAPLE_TEST_UNSET="inside"\n')
  const { MAPLE_TEST_SET, MAPLE_TEST_UNSET } = environment(file)
  expect([MAPLE_TEST_SET, MAPLE_TEST_UNSET]).toEqual(['outside', 'inside'])
})

test('a file that cannot be read is one sentence', () => {
  chmodSync(file, 0o700)
  rmSync(file)
  // A folder cannot be read as a file, by whomever.
  expect(() => environment(folder)).toThrow(/cannot be read; check its permissions/)
})
