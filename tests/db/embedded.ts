// A data folder with empty embedded books, copied from one that is made once: making one takes seconds.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../../db/database/embedded.ts'
import { migrationsFolder } from '../../db/database/migrate.ts'

const prefix = 'maple-books-'
const day = 86_400_000

/** A folder of its own for one test file, with a database that has its tables. Remove it with `drop`. */
export async function freshFolder(): Promise<{ folder: string; drop: () => void }> {
  const template = await findTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'maple-data-'))
  cpSync(template, folder, { recursive: true })
  return { folder, drop: () => rmSync(folder, { recursive: true, force: true }) }
}

async function findTemplate(): Promise<string> {
  const template = join(tmpdir(), `${prefix}${version()}`)
  if (existsSync(template)) return template
  removeOld()
  const making = mkdtempSync(join(tmpdir(), `${prefix}making-`))
  const database = await openEmbedded(making)
  await database.close()
  try {
    renameSync(making, template)
  } catch {
    // Another test file was first.
    rmSync(making, { recursive: true, force: true })
  }
  return template
}

/** Changes with the tables and with the database's own version. */
function version(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrationsFolder).sort())
    if (name.endsWith('.sql')) hash.update(readFileSync(join(migrationsFolder, name)))
  hash.update(readFileSync(new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url)))
  hash.update(readFileSync(new URL('../../db/database/embedded.ts', import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}

function removeOld(): void {
  for (const name of readdirSync(tmpdir())) {
    const path = join(tmpdir(), name)
    if (name.startsWith(prefix) && Date.now() - statSync(path).mtimeMs > day)
      rmSync(path, { recursive: true, force: true })
  }
}
