// A real Chromium against the web channel on a port of its own, with glyphs for Chinese.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { serve } from '@hono/node-server'
import sparticuz from '@sparticuz/chromium'
import { Hono } from 'hono'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const FONTS = join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')), 'files')
const PICTURES = new URL('../../../artifacts/web/', import.meta.url).pathname

/** Flags of the packaged browser that would switch off what is tested here, or that cannot hold several windows. */
const UNWANTED = new Set([
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
  "--headless='shell'",
])

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args.filter((flag) => !UNWANTED.has(flag)), '--no-sandbox'],
    headless: true,
  })
}

/** Serves an app; `down` refuses every connection as a lost network would, `up` serves again on the same port. */
export async function openHouse(app: Hono) {
  const outer = new Hono()
  for (const weight of ['400', '700'])
    outer.get(`/test/${weight}.woff2`, (c) =>
      c.body(Uint8Array.from(readFileSync(join(FONTS, `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`))), 200, {
        'Content-Type': 'font/woff2',
      }),
    )
  const face = (weight: string) =>
    `@font-face{font-family:"Noto Sans SC";font-weight:${weight};src:url(/test/${weight}.woff2)}`
  outer.get('/test/fonts.css', (c) =>
    c.body(`${face('400')}${face('700')}`, 200, { 'Content-Type': 'text/css' }),
  )
  outer.route('/', app)
  const server = serve({ fetch: outer.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
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

/** Waits until the page works, and gives it its glyphs. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready=yes]')
  // As text, because these tests are compiled without the types of a page.
  await page.evaluate(`(async () => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/test/fonts.css' })
    const loaded = new Promise((done) => link.addEventListener('load', done))
    document.head.append(link)
    await loaded
    await Promise.all(['400', '700'].map((weight) => document.fonts.load(weight + ' 16px "Noto Sans SC"', '枫桥')))
  })()`)
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}
