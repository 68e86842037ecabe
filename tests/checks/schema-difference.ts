// Whether the migrations still make the tables that the schema describes: drizzle-kit must have nothing to add.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Everything that drizzle.config.ts and the schema read.
const needed = ['package.json', 'tsconfig.json', 'drizzle.config.ts', 'db', 'flows']
const migrations = join('db', 'migrations')

/**
 * The files that `drizzle-kit generate` would add or change, as paths below db/migrations. It works on a copy of the
 * project at `root`, so the project stays as it is. Throws with drizzle-kit's own words where it cannot answer.
 */
export function schemaDifference(root: string): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'schema-'))
  try {
    for (const name of needed) cpSync(join(root, name), join(copy, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    kit(copy, 'check')
    kit(copy, 'generate')
    return differing(join(root, migrations), join(copy, migrations))
  } finally {
    rmSync(copy, { recursive: true })
  }
}

function kit(folder: string, verb: string): void {
  const program = join(folder, 'node_modules', 'drizzle-kit', 'bin.cjs')
  // Without a terminal it fails where it would ask whether a column was renamed: that is a difference as well.
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, verb], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    timeout: 120_000,
  })
  if (status !== 0 || /error/i.test(stderr)) throw new Error(`drizzle-kit ${verb}: ${stdout}${stderr}`.trim())
}

function differing(before: string, after: string): string[] {
  const names = new Set([...filesIn(before), ...filesIn(after)])
  return [...names].filter((name) => textOf(before, name) !== textOf(after, name)).sort()
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

function textOf(folder: string, name: string): string | undefined {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
