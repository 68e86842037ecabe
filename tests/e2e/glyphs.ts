// Chinese glyphs for a browser that has none, laid beside the bot's own pages without changing the bot.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

const FILES = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')),
  'files',
)
const WEIGHTS = ['400', '700']

/** Answers what tests/adapters/web/browser.ts asks for when a page is made ready. */
export async function serveGlyphs(context: BrowserContext): Promise<void> {
  const face = (weight: string) =>
    `@font-face{font-family:"Noto Sans SC";font-weight:${weight};src:url(/test/${weight}.woff2)}`
  await context.route('**/test/fonts.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: WEIGHTS.map(face).join('') }),
  )
  for (const weight of WEIGHTS)
    await context.route(`**/test/${weight}.woff2`, (route) =>
      route.fulfill({
        contentType: 'font/woff2',
        path: join(FILES, `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`),
      }),
    )
}
