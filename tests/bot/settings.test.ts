// Every mistake of an operator is one sentence that says what to do, and never tells a secret.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Misconfigured } from '../../bot/misconfigured.ts'
import { readSettings } from '../../bot/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

function complaint(environment: { [name: string]: string }): string {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof Misconfigured) return error.message
    throw error
  }
  return ''
}

test('nothing needs to be set', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    publicUrl: 'http://localhost:3000',
    databaseUrl: null,
    dataDir: resolve('./data'),
    sealingKeyFile: null,
    stationFile: null,
    logLevel: 'info',
    proxies: 0,
    telegram: null,
    slack: null,
  })
})

test('everything may be set; what is set to nothing is not set', () => {
  expect(
    readSettings({
      PORT: '8080',
      PUBLIC_URL: 'https://desk.example.org/',
      DATABASE_URL: 'postgres://bot@db/maple',
      SEALING_KEY_FILE: '/run/secrets/key',
      STATION_FILE: '/etc/station.json',
      DATA_DIR: '',
      LOG_LEVEL: ' ',
      PROXIES: '1',
    }),
  ).toEqual({
    port: 8080,
    publicUrl: 'https://desk.example.org',
    databaseUrl: 'postgres://bot@db/maple',
    dataDir: resolve('./data'),
    sealingKeyFile: '/run/secrets/key',
    stationFile: '/etc/station.json',
    logLevel: 'info',
    proxies: 1,
    telegram: null,
    slack: null,
  })
})

test('a secret may come from a file', () => {
  const file = join(folder, 'url')
  writeFileSync(file, 'postgresql://bot:secret@db/maple\n')
  const environment = { DATABASE_URL_FILE: file, SEALING_KEY_FILE: '/run/secrets/key' }
  expect(readSettings(environment).databaseUrl).toBe('postgresql://bot:secret@db/maple')
  expect(complaint({ ...environment, DATABASE_URL: 'postgres://x' })).toMatch('both set')
  expect(complaint({ DATABASE_URL_FILE: join(folder, 'none') })).toMatch('cannot be read')
  writeFileSync(file, '\n')
  expect(complaint(environment)).toMatch('is empty')
})

test.each([
  [{ PORT: 'web' }, 'PORT must be a number'],
  [{ PORT: '70000' }, 'PORT must be a number'],
  [{ PORT: '-1' }, 'PORT must be a number'],
  [{ PUBLIC_URL: 'desk.example.org' }, 'PUBLIC_URL must be'],
  [{ PUBLIC_URL: 'ftp://desk.example.org' }, 'PUBLIC_URL must be'],
  [{ PUBLIC_URL: 'https://desk.example.org/bot' }, 'PUBLIC_URL must be'],
  [{ DATABASE_URL: 'mysql://root:secret@db' }, 'DATABASE_URL must begin'],
  [{ DATABASE_URL: 'postgres://bot:secret@db' }, 'SEALING_KEY_FILE must name'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  [{ PROXIES: 'two' }, 'PROXIES must be'],
])('%j is answered with one sentence', (environment, sentence) => {
  const said = complaint(environment as { [name: string]: string })
  expect(said).toContain(sentence)
  expect(said).toMatch(/\.$/)
  expect(said.split('\n')).toHaveLength(1)
  expect(said).not.toContain('secret@')
})

test('several mistakes are told at once, each once', () => {
  expect(complaint({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2)
})
