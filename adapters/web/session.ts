// Who is speaking: a random token that only this browser holds; the station knows its hash.
import { createHash, randomBytes } from 'node:crypto'
import type { Address } from '../../flows/core/ports.ts'

export const CHANNEL = 'web'
/** Several people may use one browser; each has a seat, and each seat a cookie of its own. */
export const SEAT_HEADER = 'x-bridge-seat'

const FIRST_SEAT = 'home'
const SEAT = /^[a-z][a-z0-9-]{0,15}$/
/** 256 bits, base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/
/** Seconds; the longest that browsers keep a cookie. Revisits come months later. */
const LASTS = 400 * 86_400

export const newToken = (): string => randomBytes(32).toString('base64url')

/** The address of a token; whoever reads it in the books cannot speak for the person. */
export const addressOf = (token: string): Address => ({
  channel: CHANNEL,
  id: createHash('sha256').update(`seat:${token}`).digest('base64url'),
})

/** The seat a request names; null when it is no name at all. */
export function seatOf(named: string | null | undefined): string | null {
  if (!named) return FIRST_SEAT
  return SEAT.test(named) ? named : null
}

/** The token of a seat in a Cookie header, if it has the form of one. */
export function tokenIn(cookies: string | null | undefined, seat: string): string | null {
  for (const pair of (cookies ?? '').split(';')) {
    const [name, value] = pair.split('=')
    if (name?.trim() === cookieName(seat) && value && TOKEN.test(value.trim())) return value.trim()
  }
  return null
}

export const keepCookie = (seat: string, token: string, secure: boolean): string =>
  cookie(seat, token, LASTS, secure)
export const dropCookie = (seat: string, secure: boolean): string => cookie(seat, '', 0, secure)

const cookieName = (seat: string): string => `bridge-${seat}`

function cookie(seat: string, value: string, seconds: number, secure: boolean): string {
  const parts = [
    `${cookieName(seat)}=${value}`,
    'Path=/web',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Strict',
  ]
  if (secure) parts.push('Secure')
  return parts.join('; ')
}
