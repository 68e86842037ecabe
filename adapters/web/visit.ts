// A request seen as a visit: which seat it comes from, whose address that is, and from which network.
import type { Context } from 'hono'
import type { Address } from '../../flows/core/ports.ts'
import { refuse } from './answer.ts'
import type { Gate } from './limits.ts'
import type { Door } from './ports.ts'
import { addressOf, SEAT_HEADER, seatOf, tokenIn } from './session.ts'

export type Visit = { seat: string; token: string; from: Address; network: string }
/** The token is null for a seat that nobody has taken yet. */
export type Visitor = Pick<Visit, 'seat' | 'network'> & { token: string | null }

/** Null when the seat's name is none. */
export function visitorOf(c: Context, door: Door): Visitor | null {
  const seat = seatOf(c.req.header(SEAT_HEADER) ?? c.req.query('seat'))
  if (!seat) return null
  return { seat, token: tokenIn(c.req.header('cookie'), seat), network: networkOf(c, door.proxies) }
}

/** Somebody whose seat is taken and who has not sent too much, or the answer to give instead. */
export function enter(c: Context, door: Door, gate: Gate): Visit | Response {
  const visitor = visitorOf(c, door)
  if (!visitor?.token) return refuse(c, 'hello')
  const from = addressOf(visitor.token)
  const waits = gate(from.id, visitor.network, performance.now())
  return waits ? refuse(c, 'slow', waits) : { ...visitor, token: visitor.token, from }
}

/** The client's address as the outermost of our own proxies saw it; without proxies, the socket's. */
function networkOf(c: Context, proxies: number): string {
  const socket: unknown = c.env?.incoming?.socket?.remoteAddress
  const passed = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const seen = proxies > 0 ? passed.at(-proxies) : undefined
  return household(seen || (typeof socket === 'string' ? socket : 'unknown'))
}

/** An IPv6 household owns a whole /64: counting single addresses would count nothing. */
function household(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::').map((part) => part.split(':').filter(Boolean))
  const parts = head ? [...head] : []
  while (tail && parts.length + tail.length < 8) parts.push('0')
  return [...parts, ...(tail ?? [])]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
