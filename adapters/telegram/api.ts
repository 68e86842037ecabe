// The Bot API as the rest of this folder calls it: one attempt, a time of our own, and failures that may be logged.
import { Api, GrammyError, HttpError } from 'grammy'
import { botIn } from './address.ts'
import type { TelegramSettings } from './ports.ts'
import { isTokenRefused, reasonIn, TelegramTrouble, wayTrouble } from './trouble.ts'
import { fetchAnswer } from './wire.ts'

/** grammY types signals by a package of its own; at run time it only listens for their end. */
export type Signal = NonNullable<Parameters<Api['getMe']>[0]>

export type Telegram = {
  /** The bot's own number. */
  bot: string
  /** Throws TelegramTrouble and nothing else. `within` in milliseconds; `cut` ends it earlier. */
  call<T>(make: (api: Api, signal: Signal) => Promise<T>, within?: number, cut?: AbortSignal): Promise<T>
  /** True while Telegram says that it does not know our token. */
  isRefused(): boolean
}

/** Longer than any call of ours: the end that grammY itself would set is never met. */
const BACKSTOP = 120

export function openApi({ token, apiRoot }: TelegramSettings, patience: number): Telegram {
  const api = new Api(token, {
    apiRoot: apiRoot.replace(/\/+$/, ''),
    timeoutSeconds: BACKSTOP,
    fetch: fetchAnswer,
  })
  let refused = false
  return {
    bot: botIn(token),
    isRefused: () => refused,
    async call(make, within = patience, cut) {
      const late = AbortSignal.timeout(within)
      const signal = cut ? AbortSignal.any([late, cut]) : late
      if (signal.aborted) throw wayTrouble('unsent')
      try {
        const answer = await make(api, signal as unknown as Signal)
        refused = false
        return answer
      } catch (error) {
        const trouble = asTrouble(error)
        // Any answer but this one came from a Bot API that knows us.
        if (trouble.trouble.kind === 'refused') refused = isTokenRefused(trouble.trouble)
        throw trouble
      }
    },
  }
}

/** grammY's errors hold what was sent, and may hold the token: nothing of them goes on but codes. */
function asTrouble(error: unknown): TelegramTrouble {
  if (error instanceof TelegramTrouble) return error
  if (error instanceof HttpError)
    return error.error instanceof TelegramTrouble ? error.error : wayTrouble('lost')
  if (!(error instanceof GrammyError)) return wayTrouble('lost')
  const { error_code: status, description, parameters } = error
  return new TelegramTrouble({
    kind: 'refused',
    status,
    reason: reasonIn(description ?? ''),
    retryAfter: parameters.retry_after ?? null,
    migratedTo: parameters.migrate_to_chat_id ?? null,
  })
}
