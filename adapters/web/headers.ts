// What every answer says to the browser: trust nothing but us, keep nothing, tell nobody.
import type { MiddlewareHandler } from 'hono'

/** No inline scripts or styles, nothing from elsewhere, no frames. `shell` may name the page's service worker. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types shell',
].join('; ')

/** For what is only ever data: it may do nothing at all, even if a browser were made to show it. */
export const DATA_POLICY =
  "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const ALWAYS: [string, string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'microphone=(self), geolocation=(self), camera=(self), payment=(), usb=()'],
  ['X-Robots-Tag', 'noindex'],
]
const A_YEAR = 'max-age=31536000'

/** Headers of the pages and their modules. */
export const pageHeaders = (secure: boolean): MiddlewareHandler => withHeaders(PAGE_POLICY, secure)

/** Headers of the wire: as above, and nothing of it is kept anywhere. */
export const dataHeaders = (secure: boolean): MiddlewareHandler =>
  withHeaders(DATA_POLICY, secure, 'no-store')

function withHeaders(policy: string, secure: boolean, cache?: string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    for (const [name, value] of ALWAYS) headers.set(name, value)
    headers.set('Content-Security-Policy', policy)
    if (secure) headers.set('Strict-Transport-Security', A_YEAR)
    if (cache && !headers.has('Cache-Control')) headers.set('Cache-Control', cache)
  }
}
