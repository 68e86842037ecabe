// Where drizzle-kit finds the tables and puts the migrations: `drizzle-kit generate` after a change of db/schema.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
})
