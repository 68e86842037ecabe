// The rooms keep to their walls: every import of every file, and proof that each rule can refuse.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './architecture/files.ts'
import { leadsNowhere, linksOf, linksOfFile } from './architecture/links.ts'
import { impurities } from './architecture/purity.ts'
import { objection, roomOf } from './architecture/rules.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = sourceFiles(root)
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const installed = new Set(Object.keys(own.dependencies))

/** The source files that git knows or would take; nothing where this is no clone, or git is not installed. */
function filesOfGit(): string[] | undefined {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const { status, stdout } = spawnSync('git', list, { cwd: root, encoding: 'utf8' })
  if (status !== 0) return undefined
  return stdout.split('\0').filter((path) => /\.[cm]?[jt]sx?$/.test(path) && existsSync(join(root, path)))
}

const known = filesOfGit()
const pureFiles = files.filter((file) => file.startsWith('flows/'))

test('no file imports what its room may not know', () => {
  const refused = files.flatMap((file) =>
    linksOfFile(root, file).flatMap((link) => {
      const reason = leadsNowhere(root, link) ? 'there is no such file' : objection(link, installed)
      return reason ? [`${link.from} imports ${link.to}: ${reason}`] : []
    }),
  )
  expect(refused).toEqual([])
})

test('flows touch no clock, no chance, no process and no network', () => {
  const touched = pureFiles.flatMap((file) =>
    impurities(file, readFileSync(join(root, file), 'utf8')).map((thing) => `${file} touches ${thing}`),
  )
  expect(touched).toEqual([])
})

describe('every file was seen', () => {
  test('as many as a pattern finds', () => {
    const found = globSync('**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}', {
      cwd: root,
      exclude: ['node_modules/**', 'data/**', 'artifacts/**', 'coverage/**'],
    }).concat(globSync('.ci/**/*.{js,ts}', { cwd: root }))
    expect([...new Set(found)].sort()).toEqual([...files].sort())
  })

  if (known)
    test('as many as git knows', () => {
      expect(new Set(files)).toEqual(new Set(known))
    })

  test('in each room', () => {
    const rooms = new Set(files.map((file) => roomOf(file).kind))
    for (const kind of [
      'core',
      'casework',
      'flow',
      'flowList',
      'channel',
      'channelList',
      'page',
      'db',
      'bot',
      'tests',
    ])
      expect(rooms).toContain(kind)
  })

  test('and every import in it: as many as lines that say so', () => {
    for (const file of files) {
      const source = readFileSync(join(root, file), 'utf8')
      const lines = source.match(/^(import|export)\b[^'"`;]*?\bfrom '[^']+'$|^import '[^']+'$/gm) ?? []
      expect(linksOf(file, source).length, file).toBeGreaterThanOrEqual(lines.length)
    }
  })
})

describe('the reader of imports', () => {
  test.each([
    ["import { a } from './a.ts'", 'flows/core/a.ts', false],
    ["import type { A } from '../a.ts'", 'flows/a.ts', true],
    ["import { type A } from './a.ts'", 'flows/core/a.ts', false],
    ["import './a.ts'", 'flows/core/a.ts', false],
    ["export * from './a.ts'", 'flows/core/a.ts', false],
    ["export type { A } from './a.ts'", 'flows/core/a.ts', true],
    ["const a = await import('./a.ts')", 'flows/core/a.ts', false],
    ["type A = import('./a.ts').A", 'flows/core/a.ts', true],
    ['const a = await import(name)', '?', false],
    ["const a = require('fs')", 'node:fs', false],
    ["const a = process.getBuiltinModule('node:fs')", 'node:fs', false],
    ["import { readFile } from 'fs/promises'", 'node:fs/promises', false],
    ["import { z } from 'zod'", 'zod', false],
  ])('%s', (source, to, typeOnly) => {
    expect(linksOf('flows/core/x.ts', source)).toEqual([{ from: 'flows/core/x.ts', to, typeOnly }])
  })

  test('is not deceived by words and comments', () => {
    expect(
      linksOf('bot/x.ts', `const a = "import './a.ts'" // import './b.ts'\n/* import './c.ts' */`),
    ).toEqual([])
  })

  test('sees an import that leads nowhere', () => {
    const to = (file: string) => ({ from: 'bot/main.ts', to: file, typeOnly: false })
    expect(leadsNowhere(root, to('bot/gone.ts'))).toBe(true)
    expect(leadsNowhere(root, to('tests/architecture.test.ts'))).toBe(false)
    expect(leadsNowhere(root, to('zod'))).toBe(false)
  })
})

/** A line each: who, what, and with `type` how. */
const refusals = `
flows/core/turn.ts -> flows/casework/risk.ts
flows/core/turn.ts -> flows/intake/flow.ts
flows/core/turn.ts -> flows/casework/risk.ts type
flows/core/turn.ts -> node:crypto
flows/core/turn.ts -> pino
flows/core/turn.ts -> db/open.ts
flows/casework/risk.ts -> flows/core/event.ts type
flows/casework/risk.ts -> flows/intake/flow.ts
flows/casework/risk.ts -> node:fs
flows/intake/flow.ts -> flows/revisit/flow.ts
flows/intake/flow.ts -> flows/revisit/commands.ts
flows/intake/flow.ts -> flows/revisit/flow.ts type
flows/intake/flow.ts -> flows/index.ts
flows/intake/flow.ts -> db/schema.ts type
flows/intake/flow.ts -> drizzle-orm
flows/index.ts -> bot/log.ts
flows/index.ts -> node:path
adapters/web/index.ts -> adapters/telegram/index.ts
adapters/web/index.ts -> flows/core/turn.ts
adapters/web/index.ts -> flows/core/turn.ts type
adapters/web/index.ts -> flows/casework/risk.ts
adapters/web/index.ts -> db/open.ts
adapters/web/index.ts -> bot/log.ts
adapters/web/index.ts -> adapters/index.ts
adapters/web/index.ts -> vitest
adapters/web/hear.ts -> hono
adapters/web/hear.ts -> node:crypto
adapters/web/render.ts -> hono
adapters/web/page/chat.js -> adapters/web/hear.ts
adapters/web/page/chat.js -> zod
adapters/web/page/chat.js -> node:fs
adapters/web/page/chat.js -> adapters/slack/page/chat.js
adapters/web/page/chat.js -> flows/core/event.ts type
adapters/index.ts -> adapters/web/hear.ts
adapters/index.ts -> db/open.ts
db/store.ts -> flows/core/turn.ts
db/store.ts -> flows/intake/flow.ts
db/store.ts -> adapters/web/index.ts
db/store.ts -> adapters/web/index.ts type
db/store.ts -> bot/log.ts
db/store.ts -> fast-check
db/store.ts -> ?
bot/main.ts -> tests/talk.ts
bot/main.ts -> vitest.config.ts
bot/main.ts -> fast-check
bot/main.ts -> @vitest/expect
db/store.ts -> tests/talk.ts type
`

const permissions = `
flows/core/turn.ts -> flows/core/questions/date.ts
flows/core/turn.ts -> zod
flows/casework/risk.ts -> flows/casework/tables/risk.ts
flows/casework/risk.ts -> zod
flows/intake/flow.ts -> flows/core/flow.ts
flows/intake/flow.ts -> flows/casework/taxonomy.ts
flows/intake/flow.ts -> flows/intake/words/zh.ts
flows/intake/flow.ts -> flows/case.ts type
flows/intake/flow.ts -> flows/revisit/commands.ts type
flows/index.ts -> flows/intake/index.ts
adapters/web/index.ts -> adapters/web/hear.ts
adapters/web/index.ts -> flows/core/ports.ts type
adapters/web/index.ts -> flows/core/reply.ts
adapters/web/index.ts -> flows/core/event.ts
adapters/web/index.ts -> hono
adapters/web/index.ts -> @hono/node-server
adapters/web/hear.ts -> zod
adapters/web/hear.ts -> hono type
adapters/web/page/chat.js -> adapters/web/page/wire.js
adapters/index.ts -> adapters/web/index.ts
db/store.ts -> flows/casework/life-cycle.ts
db/store.ts -> flows/intake/commands.ts type
db/store.ts -> drizzle-orm/postgres-js
db/store.ts -> node:crypto
bot/main.ts -> db/open.ts
bot/main.ts -> adapters/index.ts
bot/main.ts -> flows/index.ts
bot/main.ts -> node:http
tests/talk.ts -> bot/main.ts
tests/talk.ts -> fast-check
`

const lines = (list: string) => list.trim().split('\n')

function judge(line: string): string | undefined {
  const [, from = '', to = '', type] = /^(\S+) -> (\S+)( type)?$/.exec(line) ?? []
  return objection({ from, to, typeOnly: type !== undefined }, installed)
}

describe('the rules', () => {
  test.each(lines(refusals))('refuse %s', (line) => {
    expect(judge(line)).toEqual(expect.any(String))
  })

  test.each(lines(permissions))('permit %s', (line) => {
    expect(judge(line)).toBeUndefined()
  })

  test('know no other room', () => {
    expect(() => roomOf('misc/helpers.ts')).toThrow('misc/helpers.ts stands in no room')
  })

  test.each([
    ['const t = Date.now()', 'Date.now'],
    ['const t = new Date()', 'the time of the machine'],
    ['const t = Date()', 'the time of the machine'],
    ['const t = Math.random()', 'Math.random'],
    ['const t = globalThis.Date.now()', 'globalThis'],
    ['const t = process.env.TZ', 'process'],
    ['setTimeout(f, 1)', 'setTimeout'],
    ['await fetch(url)', 'fetch'],
    ["console.log('x')", 'console'],
    ['const id = crypto.randomUUID()', 'crypto'],
  ])('see that %s is impure', (source, thing) => {
    expect(impurities('flows/x.ts', source)).toContain(thing)
  })

  test('see that a date made from a number is pure', () => {
    expect(impurities('flows/x.ts', 'const y = new Date(now + 8 * 3_600_000).getUTCFullYear()')).toEqual([])
  })
})
