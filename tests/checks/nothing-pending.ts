// npm version: a release is refused while CHANGELOG.md still calls its changes pending.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const changelog = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'CHANGELOG.md')
if (/^## Pending/m.test(readFileSync(changelog, 'utf8'))) {
  console.error(
    'CHANGELOG.md still has "Pending": give that heading the number and date of the release first.',
  )
  process.exit(1)
}
