// A real Chromium, and people who sit before it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { unpackedChromium } from './chromium.ts'

const PICTURES = new URL('../../../artifacts/web/', import.meta.url).pathname

/** Nothing of the browser's own goes out to the network; the sandbox needs rights that a container may not have. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

export async function openBrowser(more: string[] = []): Promise<Browser> {
  const { path, env } = await unpackedChromium()
  return chromium.launch({ executablePath: path, env, args: [...FLAGS, ...more], headless: true })
}

/** A person's browser: their own cookies and storage. Whatever the pages complain of is collected in `complaints`. */
export async function person(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'America/New_York', ...options })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A connection that fails is what some of these tests are about.
    if (message.type() === 'error' && !/net::ERR|Failed to load resource/.test(message.text()))
      complaints.push(message.text())
  })
  return { context, page, complaints }
}

/** Waits until the page works. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready=yes]')
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}
