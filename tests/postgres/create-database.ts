// An empty database on a running server.
import postgres from 'postgres'

/** Makes the database `name` through a connection of its own to `anyUrl`. */
export async function createDatabase(anyUrl: string, name: string): Promise<void> {
  if (!/^\w+$/.test(name)) throw new Error(`not a name for a test database: ${name}`)
  const sql = postgres(anyUrl, { max: 1 })
  try {
    await sql.unsafe(`create database ${name} template template0`)
  } finally {
    await sql.end()
  }
}
