// Who is who on Telegram: `<bot id>/<chat id>`, because two bots know the same person by the same number.
import type { Address } from '../../flows/core/ports.ts'

export const CHANNEL = 'telegram'

/** The bot's own number is the part of its token before the colon, and no secret. */
export const botIn = (token: string): string => token.split(':')[0] ?? ''

export const addressOf = (bot: string, chat: number): Address => ({ channel: CHANNEL, id: `${bot}/${chat}` })

/** The chat that an address names; null when it is no address of this bot. */
export function chatOf(to: Address, bot: string): number | null {
  const [, of, chat] = /^(\d+)\/(-?\d{1,16})$/.exec(to.id) ?? []
  if (to.channel !== CHANNEL || of !== bot || chat === undefined) return null
  const id = Number(chat)
  return Number.isSafeInteger(id) && id !== 0 ? id : null
}

/** People have positive numbers, groups and channels negative ones. */
export const isPrivate = (chat: number): boolean => chat > 0
