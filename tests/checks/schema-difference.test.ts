// The schema check passes on migrations that match and refuses a new column, a lost file and a renamed column.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { schemaDifference } from './schema-difference.ts'

const modules = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules')
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'schema-test-'))
  for (const folder of ['db', 'flows']) mkdirSync(join(root, folder))
  symlinkSync(modules, join(root, 'node_modules'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'tsconfig.json'), '{}')
  const config = { dialect: 'postgresql', schema: './db/schema.ts', out: './db/migrations' }
  writeFileSync(join(root, 'drizzle.config.ts'), `export default ${JSON.stringify(config)}`)
  describeTable('id: integer().primaryKey(), said: text()')
  const made = spawnSync(process.execPath, [join(modules, 'drizzle-kit', 'bin.cjs'), 'generate'], {
    cwd: root,
  })
  expect(String(made.stderr)).toBe('')
})

afterEach(() => rmSync(root, { recursive: true }))

function describeTable(columns: string): void {
  const from = `import { integer, pgTable, text } from 'drizzle-orm/pg-core'`
  writeFileSync(
    join(root, 'db', 'schema.ts'),
    `${from}\nexport const heard = pgTable('heard', { ${columns} })\n`,
  )
}

test('migrations that match', () => {
  expect(schemaDifference(root)).toEqual([])
})

test('a new column, and the project is left as it was', () => {
  const journal = () => readFileSync(join(root, 'db', 'migrations', 'meta', '_journal.json'), 'utf8')
  const before = journal()
  describeTable('id: integer().primaryKey(), said: text(), at: integer()')
  expect(schemaDifference(root)).toContain('meta/0001_snapshot.json')
  expect(journal()).toBe(before)
})

test('migrations that were never made', () => {
  rmSync(join(root, 'db', 'migrations'), { recursive: true })
  expect(schemaDifference(root)).toContain('meta/_journal.json')
})

test('a column that may have been renamed, which drizzle-kit asks about', () => {
  describeTable('id: integer().primaryKey(), told: text()')
  expect(() => schemaDifference(root)).toThrow('drizzle-kit generate')
})
