// A group that the bot is in: a basic one first, a supergroup once it has grown.
import type { User } from 'grammy/types'
import type { UpdateRecord } from './ledger.ts'
import { botChanged, type Person } from './person.ts'
import { isForBot } from './privacy.ts'
import type { Stage } from './stage.ts'
import { DAY } from './time.ts'
import { newVoice, type Said, type Voice } from './voice.ts'
import type { ChatRoom, Written } from './world.ts'

export type Group = Pick<Voice, 'sees' | 'newest' | 'reads'> & {
  /** Another one once it is a supergroup. */
  id(): number
  room(): ChatRoom
  adds(person: Person): void
  /** A member says something; the same as `person.in(group).says`. */
  says(person: Person, words: string): Said
  /** Somebody speaks as the group itself: who, the platform does not tell. */
  anonymousSays(words: string): Said
  /** It grows: from now on it has another id, and the old one takes nothing more. */
  becomesSupergroup(): number
  removesBot(): UpdateRecord | null
  addsBot(as?: 'member' | 'administrator'): UpdateRecord | null
}

const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

export function newGroup(stage: Stage, title: string | undefined, members: readonly Person[]): Group {
  let room = stage.world.newGroup(title)
  const founder = members[0]?.user() ?? ANONYMOUS
  const noContact = () => ({})
  const onlooker = newVoice(
    stage,
    () => founder,
    () => room,
    noContact,
  )
  for (const member of members) room.members.set(member.id, member.user())
  botChanged(stage, founder, room.chat, 'left', 'member')
  service(room, { group_chat_created: true })

  return {
    sees: onlooker.sees,
    newest: onlooker.newest,
    reads: onlooker.reads,
    id: () => room.chat.id,
    room: () => room,
    adds(person) {
      room.members.set(person.id, person.user())
      service(room, { new_chat_members: [person.user()] })
    },
    says: (person, words) => person.in({ room: () => room }).says(words),
    anonymousSays(words) {
      const { chat } = room
      return newVoice(
        stage,
        () => ANONYMOUS,
        () => room,
        noContact,
      ).sends({ text: words, sender_chat: chat })
    },
    becomesSupergroup() {
      const before = room
      room = stage.world.newSupergroup(before.chat.title ?? '')
      for (const [id, user] of before.members) room.members.set(id, user)
      room.bot = before.bot
      service(before, { migrate_to_chat_id: room.chat.id })
      before.movedTo = room.chat.id
      service(room, { migrate_from_chat_id: before.chat.id })
      return room.chat.id
    },
    removesBot() {
      const before = room.bot
      room.bot = 'kicked'
      return botChanged(stage, founder, room.chat, before, 'kicked')
    },
    addsBot(as = 'member') {
      const before = room.bot
      room.bot = as
      return botChanged(stage, founder, room.chat, before, as)
    },
  }

  /** What the platform itself says in a group. */
  function service(where: ChatRoom, content: Partial<Written>): void {
    const message: Written = {
      message_id: where.newMessageId(),
      from: founder,
      chat: where.chat,
      date: stage.time.seconds(),
      ...content,
    }
    where.shown.set(message.message_id, { message, byBot: false, deleted: false, keyboard: null })
    if (isForBot(stage, where, message))
      stage.updates.add('message', `chat ${where.chat.id}`, DAY, { message })
  }
}
