// What went wrong with a call, and what may be hoped of it. Codes only: errors of the library carry what was sent.
import { webApi } from '@slack/bolt'

/**
 * `refused`: it never will be taken. `unknown`: it may have been taken. `later`: it was not taken now. `token`: we may not
 * act here, which says nothing about the receiver.
 */
export type Trouble = { why: string; hope: 'refused' | 'unknown' | 'later' | 'token'; after?: number }

/** The token is wrong, or belongs to a workspace or a bot that is gone; account_inactive is said of it, not of a receiver. */
const TOKEN = new Set(['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive'])

/** Nothing was done, and it may be done later: Slack is busy, or the operator has to allow something first. */
const LATER = new Set([
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'migration_in_progress',
  'accesslimited',
  'access_denied',
  'ekm_access_denied',
  'missing_scope',
  'no_permission',
  'org_login_required',
  'messages_tab_disabled',
  'two_factor_setup_required',
  'external_channel_migrating',
])

/** Slack says of these that a part of it may have been done. */
const UNKNOWN = new Set(['internal_error', 'fatal_error'])

const RATE = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])
const PAUSE = 30

export function troubleOf(error: unknown): Trouble {
  if (error instanceof webApi.WebAPIRateLimitedError) return rated(error.retryAfter)
  if (error instanceof webApi.WebAPIPlatformError) return answered(error)
  // It had been read when the answer was made: only Slack's own books tell whether it was taken.
  if (error instanceof webApi.WebAPIHTTPError) return { why: `http_${error.statusCode}`, hope: 'unknown' }
  if (error instanceof webApi.WebAPIRequestError) return unanswered(error.original)
  // A 429 that does not say how long.
  if (error instanceof Error && error.message.startsWith('Retry header')) return rated(PAUSE)
  return { why: 'no_answer', hope: 'unknown' }
}

const rated = (seconds: number): Trouble => ({
  why: 'ratelimited',
  hope: 'later',
  after: Math.max(1, seconds) * 1_000,
})

function answered({ data }: webApi.WebAPIPlatformError): Trouble {
  // Where the answer is a page, the library takes the whole page for the name of the error.
  const why = /^[a-z0-9_]{1,80}$/.test(data.error) ? data.error : 'not_json'
  if (RATE.has(why)) return rated(data.response_metadata?.retryAfter ?? PAUSE)
  if (TOKEN.has(why)) return { why, hope: 'token' }
  if (LATER.has(why)) return { why, hope: 'later' }
  return { why, hope: UNKNOWN.has(why) || why === 'not_json' ? 'unknown' : 'refused' }
}

/** Never reached: the connection was refused before anything was said on it. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

function unanswered(error: Error): Trouble {
  const code = codeOf(error)
  if (code && UNREACHED.has(code)) return { why: code.toLowerCase(), hope: 'later' }
  if (error.name === 'TimeoutError') return { why: 'timeout', hope: 'unknown' }
  return { why: code ? code.toLowerCase() : 'no_answer', hope: 'unknown' }
}

function codeOf(error: unknown, depth = 0): string | null {
  if (!(error instanceof Error) || depth > 4) return null
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)) return code
  const [first] = error instanceof AggregateError ? error.errors : []
  return codeOf(first, depth + 1) ?? codeOf(error.cause, depth + 1)
}

/** Told to the operator: where it happened and a code, and nothing that was sent. */
export const faultOf = (error: unknown): Error => {
  const known =
    error instanceof webApi.WebAPIPlatformError ||
    error instanceof webApi.WebAPIHTTPError ||
    error instanceof webApi.WebAPIRequestError ||
    error instanceof webApi.WebAPIRateLimitedError
  if (known || !(error instanceof Error)) return new Error(`slack: ${troubleOf(error).why}`)
  return error
}
