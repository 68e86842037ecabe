// Why nothing was heard of a side in its chat, told to the officer who asks instead. Different facts, never one word for all.
import type { Said } from './said.ts'

export type Unheard = 'undelivered' | 'closed' | 'blocked' | 'silent'

export const UNHEARD: { readonly [U in Unheard]: Said } = {
  /** The message died, bounced, or lies unread where they would fetch it. */
  undelivered: { zh: '聊天里没有送到', en: 'not delivered in chat' },
  /** Their chat takes nothing from us at this hour. */
  closed: { zh: '聊天里发不进去', en: 'their chat takes no message now' },
  blocked: { zh: '被对方拉黑了', en: 'blocked by them in chat' },
  /** It arrived, as far as the platform knows. */
  silent: { zh: '在聊天里没有回', en: 'no answer in chat' },
}

/** What a platform's own reason comes to. */
export const unheardFor = (code: string): Unheard => (/\bblocked\b/i.test(code) ? 'blocked' : 'undelivered')
