// From an update to what the desk hears. Pure.
import type { CallbackQuery, Message, Update, User } from 'grammy/types'
import type { Event, Instant, Locale } from '../../flows/core/event.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'
import { addressOf } from './address.ts'
import { attachmentOf, LARGEST_FILE, type Wanted } from './attachment.ts'
import { eventOf } from './command.ts'
import { inGroup } from './group.ts'
import type { MenuCommand } from './ports.ts'

/** Who hears: the bot's number, its name once it is known, the station's time. */
export type Hearer = { bot: string; name: string | null; at: Instant; commands: readonly MenuCommand[] }

export type Heard =
  | { kind: 'nothing' }
  | { kind: 'moved'; from: Address; to: Address }
  /** `pressed` is the callback query that wants an answer. */
  | { kind: 'events'; inbounds: Inbound[]; pressed?: string }
  /** A file that has to be fetched first. */
  | { kind: 'file'; base: Base; file: Wanted; caption: string | null; album: string | null }
  /** A press that is not for here. */
  | { kind: 'refused'; pressed: string; locale: Locale | undefined }

export type Base = Omit<Inbound, 'event' | 'album'>

/** The kinds of update that are asked for. */
export const UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

const NOTHING: Heard = { kind: 'nothing' }

export function hear(update: Update, hearer: Hearer): Heard {
  const id = `${hearer.bot}:${update.update_id}`
  const { message, edited_message: edited, callback_query: press, my_chat_member: member } = update
  if (message) {
    if (message.chat.type === 'group' || message.chat.type === 'supergroup')
      return inGroup(message, id, hearer)
    return isOwn(message) ? said(message, baseOf(id, message, hearer), hearer) : NOTHING
  }
  if (edited) return isOwn(edited) ? changed(edited, baseOf(id, edited, hearer)) : NOTHING
  if (press) return pressed(press, id, hearer)
  if (member?.chat.type === 'private') {
    const { status } = member.new_chat_member
    if (status !== 'kicked' && status !== 'member') return NOTHING
    const from = addressOf(hearer.bot, member.chat.id)
    return one({ id, from, at: hearer.at }, { kind: 'reach', reachable: status === 'member' })
  }
  return NOTHING
}

/** Which chat an update belongs to: what is heard there is heard in its order. */
export const laneOf = ({ message, edited_message, callback_query, my_chat_member }: Update): number =>
  message?.chat.id ??
  edited_message?.chat.id ??
  callback_query?.message?.chat.id ??
  callback_query?.from.id ??
  my_chat_member?.chat.id ??
  0

/**
 * What cannot be read, said after what was written below it: a file may be lost, a cry for help in its caption may not.
 */
export function unreadable(
  base: Base,
  why: Extract<Event, { kind: 'unreadable' }>['why'],
  caption: string | null,
): Inbound[] {
  const event: Event = { kind: 'unreadable', why }
  if (!caption) return [{ ...base, event }]
  return [
    { ...base, event: { kind: 'text', text: caption } },
    { ...base, id: `${base.id}:file`, event },
  ]
}

/** By a person, in the person's own chat with the bot. */
const isOwn = ({ chat, from }: Message): boolean =>
  chat.type === 'private' && from !== undefined && !from.is_bot && from.id === chat.id

function baseOf(id: string, { chat, from, message_id }: Message, { bot, at }: Hearer): Base {
  return { id, from: addressOf(bot, chat.id), at, ...spoken(from), ref: String(message_id) }
}

function said(message: Message, base: Base, { commands }: Hearer): Heard {
  const { text, location, venue, contact, caption = null, media_group_id: album = null } = message
  if (text !== undefined) return one(base, eventOf(text, commands))
  const file = attachmentOf(message)
  if (file && file.size > LARGEST_FILE)
    return { kind: 'events', inbounds: unreadable(base, 'tooLarge', caption) }
  if (file) return { kind: 'file', base, file, caption, album }
  const spot = venue?.location ?? location
  if (spot) {
    const label = venue ? `${venue.title} ${venue.address}`.trim().slice(0, 200).toWellFormed() : ''
    return one(base, { kind: 'place', lat: spot.latitude, lon: spot.longitude, ...(label && { label }) })
  }
  if (contact)
    // Somebody else's number, or one that Telegram does not vouch for, is not the sender's.
    return contact.user_id !== undefined && contact.user_id === message.from?.id
      ? one(base, { kind: 'text', text: contact.phone_number })
      : one(base, { kind: 'unreadable', why: 'notOwnPhone' })
  if (SERVICE.some((kind) => message[kind] !== undefined)) return NOTHING
  return { kind: 'events', inbounds: unreadable(base, 'kind', caption) }
}

/** Only words are corrected: a place that moves is a live location, not a correction. */
function changed({ text, caption }: Message, base: Base): Heard {
  const words = text ?? caption
  return words ? one(base, { kind: 'correct', text: words, was: null }) : NOTHING
}

function pressed({ id: query, from, message, data }: CallbackQuery, id: string, hearer: Hearer): Heard {
  const { language_code } = from
  const chat = message?.chat
  if (chat?.type !== 'private' || chat.id !== from.id || from.is_bot)
    return { kind: 'refused', pressed: query, locale: localeOf(language_code) }
  const base: Base = { id, from: addressOf(hearer.bot, chat.id), at: hearer.at, ...spoken(from) }
  if (!data) return { kind: 'events', inbounds: [], pressed: query }
  return { kind: 'events', inbounds: [{ ...base, event: pressOf(data) }], pressed: query }
}

/** Data of no form of ours was made by hand: the books refuse it as they refuse any button that they do not know. */
function pressOf(data: string): Event {
  if (data === 'k') return { kind: 'back' }
  if (data.startsWith('p.')) return { kind: 'tap', token: data.slice(2) }
  return { kind: 'press', button: data.startsWith('b.') ? data.slice(2) : data }
}

function spoken(from: User | undefined): { locale?: Locale } {
  const locale = localeOf(from?.language_code)
  return locale ? { locale } : {}
}

/** Languages that the desk has been reviewed in. */
function localeOf(code: string | undefined): Locale | undefined {
  if (code === undefined) return undefined
  if (/^zh\b/i.test(code)) return 'zh'
  return /^en\b/i.test(code) ? 'en' : undefined
}

const one = (base: Base, event: Event): Heard => ({ kind: 'events', inbounds: [{ ...base, event }] })

/** What Telegram itself writes into a private chat: nobody said it. */
const SERVICE = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'chat_background_set',
  'connected_website',
  'successful_payment',
  'refunded_payment',
  'users_shared',
  'chat_shared',
  'boost_added',
  'proximity_alert_triggered',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
  'passport_data',
  'web_app_data',
] as const satisfies (keyof Message)[]
