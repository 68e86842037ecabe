// The service worker of the residents' page: keeps the page itself, and nothing that anybody said, so that it opens
// without a connection and sends what waits once there is one.

/** @type {any} */
const worker = self
const version = new URL(worker.location.href).pathname.split('/')[2] ?? ''
const NAME = `page-${version}`
const WAIT = 4_000

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(keepPage().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== worker.location.origin) return
  if (pathname === '/') event.respondWith(freshPage(event.request))
  else if (pathname.startsWith('/page/')) event.respondWith(keptFile(event.request))
})

/** The page and every file that it names. */
async function keepPage() {
  const cache = await caches.open(NAME)
  const page = await fetch('/', { cache: 'no-store' })
  const text = await page.clone().text()
  const files = [...text.matchAll(/"(\/page\/[^"]+)"/g)].map((found) => found[1] ?? '')
  await cache.put('/', page)
  await cache.addAll([...new Set(files)].filter((file) => file.startsWith(`/page/${version}/`)))
}

async function dropOthers() {
  for (const name of await caches.keys())
    if (name.startsWith('page-') && name !== NAME) await caches.delete(name)
}

/** The newest page where there is a connection; the kept one where there is none, or only a very slow one. @param {Request} request */
async function freshPage(request) {
  const kept = await caches.match('/')
  const asked = fetch(request)
  if (!kept) return asked
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), WAIT))
  return Promise.race([asked.catch(() => kept), late])
}

/** @param {Request} request */
const keptFile = async (request) => (await caches.match(request)) ?? fetch(request)
