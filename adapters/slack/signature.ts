// Whether a request was signed by Slack, lately. The library's own check takes a time stamp of tomorrow.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds that the signer's clock and ours may differ, either way. */
const APART = 300

export type Signed = { timestamp: string | undefined; signature: string | undefined; body: Uint8Array }

/** `now` in milliseconds on the wall's clock. */
export function isGenuine(secret: string, { timestamp, signature, body }: Signed, now: number): boolean {
  if (!timestamp || !/^\d{1,12}$/.test(timestamp)) return false
  if (!signature || !/^v0=[0-9a-f]{64}$/.test(signature)) return false
  if (Math.abs(now / 1_000 - Number(timestamp)) > APART) return false
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest()
  return timingSafeEqual(hash, Buffer.from(signature.slice(3), 'hex'))
}

/** The last `most` signatures; an act that was signed once counts once. */
export function openSeen(most = 5_000) {
  const seen = new Set<string>()
  return {
    /** False when it was here before. */
    isNew(signature: string): boolean {
      if (seen.has(signature)) return false
      seen.add(signature)
      const [oldest] = seen
      if (seen.size > most && oldest !== undefined) seen.delete(oldest)
      return true
    },
  }
}
