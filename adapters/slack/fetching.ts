// A file that somebody shared, fetched from Slack and from nowhere else.
import { Unavailable } from '../../flows/core/ports.ts'
import { mediaType } from './media.ts'
import type { SharedFile } from './wire.ts'

const LARGEST = 20 * 1_024 * 1_024

export type Fetched = { type: string; bytes: Uint8Array } | 'tooLarge' | 'kind' | 'lost'

export type FetchBy = { botToken: string; apiUrl: string; within: number }

/** Rejects with Unavailable where it may be had a little later. */
export async function fetchFile(file: SharedFile, { botToken, apiUrl, within }: FetchBy): Promise<Fetched> {
  const url = file.url_private_download || file.url_private
  if (!url || file.mode === 'tombstone' || file.mode === 'hidden_by_limit' || !isSlacks(url, apiUrl))
    return 'lost'
  if ((file.size ?? 0) > LARGEST) return 'tooLarge'
  const signal = AbortSignal.timeout(within)
  let bytes: Uint8Array | 'tooLarge'
  try {
    const headers = { Authorization: `Bearer ${botToken}` }
    // Whoever may not have a file is led to a page where people sign in.
    const response = await fetch(url, { headers, redirect: 'manual', signal })
    if (response.status === 429 || response.status >= 500) throw new Error(`http_${response.status}`)
    if (response.status !== 200) {
      await response.body?.cancel()
      return 'lost'
    }
    bytes = await bounded(response, LARGEST)
  } catch {
    throw new Unavailable('a file could not be fetched')
  }
  if (bytes === 'tooLarge') return bytes
  const type = mediaType(bytes, file.mimetype ?? '')
  return type ? { type, bytes } : 'kind'
}

/** The token goes to Slack's own files and to the host of the API, and never to where a message points. */
function isSlacks(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, origin } = new URL(url)
  if (username) return false
  return (protocol === 'https:' && host === 'files.slack.com') || origin === new URL(apiUrl).origin
}

async function bounded(response: Response, most: number): Promise<Uint8Array | 'tooLarge'> {
  const parts: Uint8Array[] = []
  let size = 0
  if (!response.body) return new Uint8Array()
  for await (const part of response.body) {
    size += part.length
    if (size > most) return 'tooLarge'
    parts.push(part)
  }
  return Buffer.concat(parts)
}
