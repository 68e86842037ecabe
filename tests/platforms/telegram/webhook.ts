// setWebhook, deleteWebhook and getWebhookInfo. Unlike the real server it brings updates to plain http, too.
import { flag, inside, type Parameters, text, whole } from './parameters.ts'
import type { Poll } from './poll.ts'
import type { Push, Target } from './push.ts'
import { badRequest, Refusal } from './refusal.ts'
import type { Time } from './time.ts'
import type { Updates } from './updates.ts'

export type Webhook = {
  set(given: Parameters): true
  remove(given: Parameters): true
  info(): Record<string, unknown>
  isActive(): boolean
  /** The server itself gives it up. */
  close(): void
}

export function newWebhook(updates: Updates, time: Time, poll: () => Poll, push: () => Push): Webhook {
  let target: Target | null = null
  let nextAt = 0
  const webhook: Webhook = {
    set(given) {
      const url = text(given, 'url') ?? ''
      if (url === '') return webhook.remove(given)
      // Once a second and not more often.
      if (Date.now() < nextAt) throw new Refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 })
      nextAt = Date.now() + time.wait(1)
      const wanted: Target = {
        url,
        secret: text(given, 'secret_token') ?? '',
        maxConnections: whole(given, 'max_connections', 40, 1, 100),
      }
      if (!URL.canParse(url) || !/^https?:/.test(url)) throw badRequest('invalid webhook URL specified')
      if (wanted.secret.length > 256) throw badRequest('secret token is too long')
      if (!/^[\w-]*$/.test(wanted.secret)) throw badRequest('secret token contains unallowed characters')
      allow(given)
      const drop = flag(given, 'drop_pending_updates')
      if (drop) updates.keepNewest(0)
      if (!drop && isSame(target, wanted)) return true
      poll().endedByWebhook()
      target = wanted
      push().to(target)
      return true
    },
    remove(given) {
      if (flag(given, 'drop_pending_updates')) updates.keepNewest(0)
      webhook.close()
      return true
    },
    info() {
      const error = target ? push().lastError() : null
      const allowed = updates.allowed()
      return {
        url: target?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: updates.waiting().length,
        ...(error ? { last_error_date: Math.floor(error.at / 1000), last_error_message: error.why } : {}),
        ...(target ? { max_connections: target.maxConnections, ip_address: '127.0.0.1' } : {}),
        ...(allowed ? { allowed_updates: allowed } : {}),
      }
    },
    isActive: () => target !== null,
    close() {
      if (target) push().to(null)
      target = null
    },
  }
  return webhook

  function allow(given: Parameters): void {
    const wanted = inside(given, 'allowed_updates', "can't parse allowed updates")
    if (Array.isArray(wanted)) updates.allow(wanted.map(String))
  }
}

function isSame(a: Target | null, b: Target): boolean {
  return a?.url === b.url && a.secret === b.secret && a.maxConnections === b.maxConnections
}
