// The two pages and their modules, read once at start and served as they are.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Context, Hono } from 'hono'

const FOLDER = new URL('./page/', import.meta.url)
const TYPES: { [ending: string]: string } = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const FOR_EVER = 'public, max-age=31536000, immutable'

type Page = { type: string; plain: Uint8Array; small: Uint8Array }

/**
 * The modules live under a path that names their content, so that a browser keeps them for ever and a new version
 * is fetched whole. Only the pages themselves are asked for each time.
 */
export function pages(): Hono {
  const { files, version } = load()
  const app = new Hono()
  app.get('/', (c) => send(c, files.get('resident.html')!, 'no-cache'))
  app.get('/desk', (c) => send(c, files.get('desk.html')!, 'no-cache'))
  app.get('/page/:version/:file', (c) => {
    const file = files.get(c.req.param('file'))
    if (!file || c.req.param('version') !== version || file.type === TYPES['.html']) return c.notFound()
    // The service worker of the resident's page looks after `/`, which lies above its own path.
    if (c.req.param('file') === 'shell.js') c.header('Service-Worker-Allowed', '/')
    return send(c, file, FOR_EVER)
  })
  return app
}

function send(c: Context, file: Page, cache: string): Response {
  const small = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  c.header('Content-Type', file.type)
  c.header('Cache-Control', cache)
  c.header('Vary', 'Accept-Encoding')
  if (small) c.header('Content-Encoding', 'gzip')
  return c.body(Uint8Array.from(small ? file.small : file.plain))
}

function load(): { files: Map<string, Page>; version: string } {
  const names = readdirSync(FOLDER).filter((name) => extname(name) in TYPES)
  const texts = new Map(names.sort().map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]))
  const digest = createHash('sha256')
  for (const [name, text] of texts) digest.update(`${name}\n${text.length}\n${text}`)
  const version = digest.digest('hex').slice(0, 12)
  const files = new Map<string, Page>()
  for (const [name, text] of texts) {
    const plain = Buffer.from(name.endsWith('.html') ? text.replaceAll('/page/', `/page/${version}/`) : text)
    files.set(name, { type: TYPES[extname(name)]!, plain, small: gzipSync(plain, { level: 9 }) })
  }
  return { files, version }
}
