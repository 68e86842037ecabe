// One PostgreSQL server for a whole test run; vitest calls this before the first test and the result after the last.
import type { TestProject } from 'vitest/node'
import { startPostgres } from './launcher.ts'

declare module 'vitest' {
  // An interface, because vitest's own is extended by it.
  interface ProvidedContext {
    /** The address of the server's `postgres` database. */
    postgresUrl: string
  }
}

export default async function (project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url('postgres'))
  return server.stop
}
