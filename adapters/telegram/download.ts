// Files that people send: fetched while Telegram still has them, and kept before their message is heard.
import type { FileRef, Instant } from '../../flows/core/event.ts'
import type { Address } from '../../flows/core/ports.ts'
import type { Telegram } from './api.ts'
import { LARGEST_FILE, type Wanted } from './attachment.ts'
import { mediaType, plainName } from './media.ts'
import type { Files, TelegramSettings } from './ports.ts'
import { troubleIn, wayTrouble } from './trouble.ts'
import { fetchBytes } from './wire.ts'

/** Milliseconds for the bytes of one file. */
const FETCH_TIME = 10_000

export type Download = (
  wanted: Wanted,
  by: Address,
  now: Instant,
  cut: AbortSignal,
) => Promise<FileRef | 'tooLarge' | 'kind'>

/** Throws TelegramTrouble when the file was not to be had now, and whatever the books throw when they did not keep it. */
export function downloads(telegram: Telegram, files: Files, settings: TelegramSettings): Download {
  return async ({ file, key, called, name, seconds }, by, now, cut) => {
    const bytes = await fetched(file, cut)
    if (!bytes) return 'tooLarge'
    const type = mediaType(bytes, called)
    if (!type) return 'kind'
    const ref = await files.put({ type, name: plainName(name), bytes, by, key }, now)
    return seconds !== null && type.startsWith('audio/') ? { ...ref, seconds } : ref
  }

  async function fetched(file: string, cut: AbortSignal): Promise<Uint8Array | null> {
    let path: string | undefined
    try {
      path = (await telegram.call((api, signal) => api.getFile(file, signal), FETCH_TIME, cut)).file_path
    } catch (error) {
      if (troubleIn(error)?.reason === 'too large') return null
      throw error
    }
    const url = path === undefined ? null : addressOfFile(settings, path)
    if (url === null) throw wayTrouble('foreign')
    return fetchBytes(url, LARGEST_FILE, AbortSignal.any([AbortSignal.timeout(FETCH_TIME), cut]))
  }
}

/** Below the Bot API's own root and nowhere else. It holds the token: it is fetched, and never told to anybody. */
function addressOfFile({ apiRoot, token }: TelegramSettings, path: string): string | null {
  const steps = path.split('/')
  if (steps.some((step) => step === '' || step === '.' || step === '..')) return null
  return `${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${steps.map(encodeURIComponent).join('/')}`
}
