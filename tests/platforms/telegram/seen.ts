// A message as somebody sees it on a phone.
import type { MessageEntity, ReplyKeyboardMarkup } from 'grammy/types'
import type { Shown, Written } from './world.ts'

export type Seen = {
  id: number
  text: string
  entities: MessageEntity[]
  /** All inline buttons, row after row; `data` is null for one that opens an address. */
  buttons: { label: string; data: string | null }[]
  /** The labels of the reply keyboard that came with it. */
  keyboard: string[][] | null
  edited: boolean
  /** Milliseconds. */
  date: number
  protected: boolean
  message: Written
}

/** Something that a client makes pressable, or that calls somebody. */
export type Link = {
  kind:
    | 'mention'
    | 'url'
    | 'email'
    | 'text_link'
    | 'text_mention'
    | 'hashtag'
    | 'cashtag'
    | 'bot_command'
    | 'phone_number'
  text: string
  /** Where it leads, if not where it says. */
  target?: string
}

export type ShownAs = {
  text: string
  links: Link[]
  /** The address whose preview hangs below the message. */
  preview: string | null
}

export function seen({ message, keyboard }: Shown): Seen {
  return {
    id: message.message_id,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => ({
      label: button.text,
      data: 'callback_data' in button && button.callback_data !== undefined ? button.callback_data : null,
    })),
    keyboard: isKeyboard(keyboard) ? labelsOf(keyboard) : null,
    edited: message.edit_date !== undefined,
    date: message.date * 1000,
    protected: message.has_protected_content === true,
    message,
  }
}

/** What a client makes of it: names that call somebody, addresses to press, the preview of the first one. */
export function shownAs({ text, entities, message }: Seen): ShownAs {
  const links = entities.flatMap((entity): Link[] => {
    const words = text.slice(entity.offset, entity.offset + entity.length)
    switch (entity.type) {
      case 'mention':
      case 'url':
      case 'email':
      case 'hashtag':
      case 'cashtag':
      case 'bot_command':
      case 'phone_number':
        return [{ kind: entity.type, text: words }]
      case 'text_link':
        return [{ kind: 'text_link', text: words, target: entity.url }]
      case 'text_mention':
        return [{ kind: 'text_mention', text: words, target: `tg://user?id=${entity.user.id}` }]
      default:
        return []
    }
  })
  const first = links.find(({ kind }) => kind === 'url' || kind === 'text_link')
  const silent = message.link_preview_options?.is_disabled === true
  return { text, links, preview: first && !silent ? (first.target ?? first.text) : null }
}

export function labelsOf(keyboard: ReplyKeyboardMarkup): string[][] {
  return keyboard.keyboard.map((row) =>
    row.map((button) => (typeof button === 'string' ? button : button.text)),
  )
}

function isKeyboard(keyboard: Shown['keyboard']): keyboard is ReplyKeyboardMarkup {
  return keyboard !== null && keyboard !== 'removed' && keyboard !== 'forced'
}
