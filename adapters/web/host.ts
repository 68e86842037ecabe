// Whom a request believes it is talking to, and from whose page it comes.
import { isIP } from 'node:net'
import type { Door } from './ports.ts'

/** Sent with every request that changes something: another site's form cannot send it. */
const OWN_HEADER = 'x-bridge'

type Header = (name: string) => string | null | undefined

/**
 * Whether we are the host that was asked for. A stranger's name may be made to point at us, and a browser would then
 * take the stranger's page and ours for one; a plain address or localhost cannot be pointed elsewhere.
 */
export function isOurHost(url: URL, { host, proxies }: Door): boolean {
  // Our own proxy has already chosen by name, and may pass on another one. A first start has no name of its own yet.
  if (host === undefined || host === 'localhost' || proxies > 0) return true
  const { hostname } = url
  if (hostname === host || hostname === 'localhost' || hostname.endsWith('.localhost')) return true
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}

/**
 * Whether a request that changes something came from our own page. Browsers say where a request comes from; other
 * clients say nothing and only need the header.
 */
export function isOwn(header: Header, url: URL, { host }: Door): boolean {
  if (!header(OWN_HEADER)) return false
  const site = header('sec-fetch-site')
  if (site) return site === 'same-origin'
  // Older browsers, and pages without https, name the origin alone.
  const origin = header('origin')
  if (!origin) return true
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.host === url.host || from.hostname === host
}
