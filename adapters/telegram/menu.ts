// The menus that Telegram shows: one for everybody, and one in the chats of those who work here. They promise nothing: what
// somebody may do is read at the moment of the act.
import type { BotCommand, BotCommandScope } from 'grammy/types'
import type { Locale } from '../../flows/core/event.ts'
import type { Address } from '../../flows/core/ports.ts'
import type { Telegram } from './api.ts'
import { memory } from './memory.ts'
import type { MenuCommand, TelegramPorts } from './ports.ts'

export type Menus = {
  /** The menu of everybody, in each language. */
  open(): Promise<void>
  /** Somebody spoke in a chat of their own: looks now and then, and whenever `bound`, whether they work here. */
  look(at: Address, chat: number, bound: boolean): Promise<void>
}

/** Chats whose menu is remembered, and milliseconds until one is looked at again. */
const REMEMBERED = 5_000
const LOOK = 60_000
const LONGEST_LABEL = 256

/** Without a language the menu is that of everybody who uses another: Chinese is the source. */
const LANGUAGES: readonly { code: 'zh' | 'en' | null; locale: Locale }[] = [
  { code: null, locale: 'zh' },
  { code: 'zh', locale: 'zh' },
  { code: 'en', locale: 'en' },
]

export function menus(
  telegram: Telegram,
  { commands, isStaff, fault }: Pick<TelegramPorts, 'commands' | 'isStaff' | 'fault'>,
  closing: AbortSignal,
): Menus {
  const lookedAt = memory<number, number>(REMEMBERED)
  /** Whether a chat shows the menu of staff. */
  const shownTo = memory<number, boolean>(REMEMBERED)
  let line: Promise<void> = Promise.resolve()

  async function show(scope: BotCommandScope, shown: readonly MenuCommand[]): Promise<boolean> {
    try {
      for (const { code, locale } of LANGUAGES)
        await telegram.call(
          (api, signal) =>
            api.setMyCommands(menuIn(shown, locale), { scope, ...(code && { language_code: code }) }, signal),
          undefined,
          closing,
        )
      return true
    } catch (error) {
      if (!closing.aborted) fault(error, 'setMyCommands')
      return false
    }
  }

  async function hide(scope: BotCommandScope): Promise<boolean> {
    try {
      for (const { code } of LANGUAGES)
        await telegram.call(
          (api, signal) => api.deleteMyCommands({ scope, ...(code && { language_code: code }) }, signal),
          undefined,
          closing,
        )
      return true
    } catch (error) {
      if (!closing.aborted) fault(error, 'deleteMyCommands')
      return false
    }
  }

  return {
    async open() {
      const all = commands.filter(({ who }) => who === 'anyone')
      if (all.length > 0) await show({ type: 'all_private_chats' }, all)
    },
    look(at, chat, bound) {
      const now = performance.now()
      if (!bound && now - (lookedAt.get(chat) ?? Number.NEGATIVE_INFINITY) < LOOK) return Promise.resolve()
      lookedAt.set(chat, now)
      // One after the other: a menu that is still being shown is not taken away beside it.
      line = line.then(
        () => change(at, chat),
        () => change(at, chat),
      )
      return line
    },
  }

  async function change(at: Address, chat: number): Promise<void> {
    const staff = await isStaff(at)
    if (staff === (shownTo.get(chat) ?? false)) return
    const scope: BotCommandScope = { type: 'chat', chat_id: chat }
    if (staff ? await show(scope, commands) : await hide(scope)) shownTo.set(chat, staff)
  }
}

function menuIn(shown: readonly MenuCommand[], locale: Locale): BotCommand[] {
  return shown.map(({ name, label }) => ({
    command: name,
    description: (label[locale] ?? label.zh ?? label.en ?? name).slice(0, LONGEST_LABEL).toWellFormed(),
  }))
}
