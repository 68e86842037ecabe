// A PostgreSQL database for one test file: empty, its own, and quick to get.
import postgres from 'postgres'
import { inject } from 'vitest'
import { createDatabase } from './create-database.ts'

let made = 0

/** The address of an empty database that nobody else uses. About 50 ms; removed some time after the test file ends. */
export async function freshDatabase(): Promise<string> {
  const anyUrl = inject('postgresUrl')
  await removeOrphans(anyUrl)
  const name = `test_${process.pid}_${made++}`
  await createDatabase(anyUrl, name)
  return anyUrl.replace(/\/postgres$/, `/${name}`)
}

/** Every test file is a process, and its databases carry its number: what a finished one left need not stay. */
async function removeOrphans(anyUrl: string): Promise<void> {
  if (made > 0) return
  const sql = postgres(anyUrl, { max: 1 })
  try {
    const rows = await sql<
      { name: string }[]
    >`select datname as name from pg_database where datname like 'test\\_%'`
    for (const { name } of rows) {
      if (!running(Number(name.split('_')[1])))
        await sql.unsafe(`drop database if exists ${name} with (force)`)
    }
  } finally {
    await sql.end()
  }
}

function running(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
