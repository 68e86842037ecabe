// Somebody with a phone.
import type { ChatMember, User } from 'grammy/types'
import type { Content } from './attachments.ts'
import type { UpdateRecord } from './ledger.ts'
import type { Stage } from './stage.ts'
import { DAY } from './time.ts'
import { newVoice, type Said, type Voice } from './voice.ts'
import type { ChatRoom, Room } from './world.ts'

export type Person = Voice & {
  id: number
  user(): User
  /** Opens the chat with the bot, perhaps by a link. */
  start(payload?: string): Said
  /** Shares a phone: their own, somebody else's, or one whose owner the platform does not know. */
  sharesContact(whose: 'own' | 'other' | 'unknown', phone?: string): Said
  blocks(): UpdateRecord | null
  unblocks(): UpdateRecord | null
  /** The account is deleted. */
  deactivates(): void
  changesLanguage(language: string): void
  /** The same person, in a group. */
  in(group: { room(): ChatRoom }): Voice
}

export function newPerson(stage: Stage, first: User, room: ChatRoom): Person {
  let user = first
  const phone = `+86138${String(first.id).slice(-8).padStart(8, '0')}`
  const ownContact = (number = phone): Content => ({
    contact: { phone_number: number, first_name: user.first_name, user_id: user.id },
  })
  const voice = newVoice(
    stage,
    () => user,
    () => room,
    ownContact,
  )

  return {
    ...voice,
    id: first.id,
    user: () => user,
    start: (payload) => voice.says(payload === undefined ? '/start' : `/start ${payload}`),
    sharesContact(whose, number = whose === 'own' ? phone : '+8613900000000') {
      if (whose === 'own') return voice.sends(ownContact(number))
      const other = whose === 'other' ? { user_id: user.id + 7 } : {}
      return voice.sends({ contact: { phone_number: number, first_name: '村民乙', ...other } })
    },
    blocks() {
      const before = room.bot
      room.bot = 'kicked'
      return before === 'stranger' ? null : botChanged(stage, user, room.chat, before, 'kicked')
    },
    unblocks() {
      room.bot = 'member'
      return botChanged(stage, user, room.chat, 'kicked', 'member')
    },
    deactivates() {
      room.deactivated = true
    },
    changesLanguage(language) {
      user = { ...user, language_code: language }
      room.members.set(user.id, user)
    },
    in: (group) =>
      newVoice(
        stage,
        () => user,
        () => group.room(),
        ownContact,
      ),
  }
}

/** Tells the bot that its own place in a chat is another one now. */
export function botChanged(
  stage: Stage,
  by: User,
  chat: Room,
  before: ChatRoom['bot'],
  after: ChatRoom['bot'],
): UpdateRecord | null {
  const { bot } = stage.world
  return stage.updates.add('my_chat_member', `member ${chat.id}`, DAY, {
    my_chat_member: {
      chat,
      from: by,
      date: stage.time.seconds(),
      old_chat_member: memberAs(before, bot),
      new_chat_member: memberAs(after, bot),
    },
  })
}

function memberAs(status: ChatRoom['bot'], user: User): ChatMember {
  switch (status) {
    case 'kicked':
      return { status, user, until_date: 0 }
    case 'administrator':
      return {
        status,
        user,
        can_be_edited: false,
        is_anonymous: false,
        can_manage_chat: true,
        can_delete_messages: true,
        can_manage_video_chats: false,
        can_restrict_members: false,
        can_promote_members: false,
        can_change_info: false,
        can_invite_users: false,
        can_post_stories: false,
        can_edit_stories: false,
        can_delete_stories: false,
        can_send_welcome_messages: false,
      }
    case 'member':
      return { status, user }
    case 'left':
    case 'stranger':
      return { status: 'left', user }
  }
}
