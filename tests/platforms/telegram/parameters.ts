// The parameters of a call: the server takes them from the address, from a form, from parts or from JSON alike.
import type { IncomingMessage } from 'node:http'
import { badRequest } from './refusal.ts'

export type Parameters = { readonly [name: string]: unknown }

export async function parametersOf(request: IncomingMessage, address: URL): Promise<Parameters> {
  const given: Record<string, unknown> = Object.fromEntries(address.searchParams)
  const body = await bytesOf(request)
  if (body.length === 0) return given
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/json')) return { ...given, ...fromJson(body.toString('utf8')) }
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    for (const [name, value] of form.entries())
      given[name] = typeof value === 'string' ? value : { name: value.name, bytes: await value.bytes() }
    return given
  }
  return { ...given, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) }
}

/** A text, or whatever else is written as one; undefined where nothing is given. */
export function text(given: Parameters, name: string): string | undefined {
  const value = given[name]
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A whole number brought between two limits, as the server does it: what is no number counts as nothing. */
export function whole(
  given: Parameters,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const number = Number(text(given, name) ?? Number.NaN)
  return Number.isInteger(number) ? Math.min(most, Math.max(least, number)) : fallback
}

/** A file that came with the call itself, named by `attach://` and where it stands in the form. */
export function attached(given: Parameters, name: string): { name: string; bytes: Uint8Array } | null {
  const [, part] = /^attach:\/\/(.+)$/.exec(text(given, name) ?? '') ?? []
  const file = part === undefined ? undefined : given[part]
  if (!isRecord(file) || !(file.bytes instanceof Uint8Array) || typeof file.name !== 'string') return null
  return { name: file.name, bytes: file.bytes }
}

export function flag(given: Parameters, name: string): boolean {
  return ['true', 'yes', '1'].includes((text(given, name) ?? '').toLowerCase())
}

/** Something with an inside, which a form carries as JSON; undefined where nothing is given. */
export function inside(given: Parameters, name: string, unreadable: string): unknown {
  const value = given[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(unreadable)
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fromJson(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    if (isRecord(value)) return value
  } catch {
    // Said below.
  }
  throw badRequest("can't parse JSON object")
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces)
}
