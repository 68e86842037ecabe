// npm run schema: fails when the schema was changed and no migration was made of it.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { schemaDifference } from './schema-difference.ts'

const differing = schemaDifference(join(dirname(fileURLToPath(import.meta.url)), '..', '..'))
if (differing.length > 0) {
  console.error(
    `The schema has changed and db/migrations has not (${differing.join(', ')}): run npx drizzle-kit generate.`,
  )
  process.exit(1)
}
console.log('db/migrations is what the schema says.')
