// Who and what there is on the platform: people, groups, and the messages in their chats with the bot.
import type {
  CallbackQuery,
  Chat,
  ChatMemberUpdated,
  InlineKeyboardMarkup,
  Message,
  ReplyKeyboardMarkup,
  User,
  UserFromGetMe,
} from 'grammy/types'

export type Room = Exclude<Chat, Chat.ChannelChat>
export type Written = Omit<Message, 'chat' | 'from' | 'reply_to_message'> & {
  chat: Room
  from: User
  reply_to_message?: Omit<Written, 'reply_to_message'>
}

/** What an update can bring here; one of them each time. */
export type News = {
  message?: Written
  edited_message?: Written
  callback_query?: Omit<CallbackQuery, 'message'> & {
    message: Written | { chat: Room; message_id: number; date: 0 }
  }
  my_chat_member?: ChatMemberUpdated
}

/** A message in a room. `deleted` ones stay here, for those who press what they still have on their screen. */
export type Shown = {
  message: Written
  byBot: boolean
  deleted: boolean
  /** The reply keyboard that came with it; such a message cannot be edited. */
  keyboard: ReplyKeyboardMarkup | 'removed' | 'forced' | null
}

export type ChatRoom = {
  chat: Room
  /** `stranger`: the person has never written; `kicked`: blocked by the person, or thrown out of the group. */
  bot: 'member' | 'administrator' | 'kicked' | 'left' | 'stranger'
  /** By the number of the message, oldest first. */
  shown: Map<number, Shown>
  members: Map<number, User>
  /** The group became this supergroup. */
  movedTo: number | null
  /** The account is no more. */
  deactivated: boolean
  keyboard: ReplyKeyboardMarkup | null
  /** What callback queries call the chat. */
  instance: string
  newMessageId(): number
}

export type World = {
  bot: UserFromGetMe
  rooms: Map<number, ChatRoom>
  newUser(name: string | undefined, language: string | undefined): { user: User; room: ChatRoom }
  newGroup(title: string | undefined): ChatRoom
  newSupergroup(title: string): ChatRoom
  /** An opaque word that the platform makes up. */
  word(length: number): string
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

export function newWorld(bot: UserFromGetMe, chance: () => number): World {
  const rooms = new Map<number, ChatRoom>()
  // Private chats and basic groups share one count, as they are one account's; each supergroup has its own.
  let messages = Math.floor(chance() * 1000)
  const shared = (): number => ++messages
  let people = 500_000_000 + Math.floor(chance() * 100_000_000)
  let groups = 0

  const world: World = {
    bot,
    rooms,
    newUser(name = '村民甲', language = 'zh-hans') {
      const id = ++people
      const user: User = { id, is_bot: false, first_name: name, language_code: language }
      const room = newRoom({ id, type: 'private', first_name: name }, 'stranger', shared)
      room.members.set(id, user)
      return { user, room }
    },
    newGroup: (title = '值班群') =>
      newRoom({ id: -(4_000_000 + ++groups), type: 'group', title }, 'member', shared),
    newSupergroup(title) {
      let own = 0
      const chat: Room = { id: -(1_001_000_000_000 + ++groups), type: 'supergroup', title }
      return newRoom(chat, 'member', () => ++own)
    },
    word: (length) => Array.from({ length }, () => LETTERS[Math.floor(chance() * LETTERS.length)]).join(''),
  }
  return world

  function newRoom(chat: Room, bot: ChatRoom['bot'], newMessageId: () => number): ChatRoom {
    const room: ChatRoom = {
      chat,
      bot,
      shown: new Map(),
      members: new Map(),
      movedTo: null,
      deactivated: false,
      keyboard: null,
      instance: String(Math.floor(chance() * 2 ** 53)),
      newMessageId,
    }
    rooms.set(chat.id, room)
    return room
  }
}

/** The inline keyboard below a message, row by row. */
export function inlineRows(message: Written): InlineKeyboardMarkup['inline_keyboard'] {
  return message.reply_markup?.inline_keyboard ?? []
}
