// Pictures of a story, numbered in the order they were taken.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

export function album(folder: string) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let taken = 0
  return {
    async take(page: Page, name: string): Promise<void> {
      taken++
      await page.screenshot({ path: join(folder, `${String(taken).padStart(3, '0')}-${name}.png`) })
    },
  }
}
