// getMe, getChat, getChatMember, sendChatAction.
import type { Parameters } from './parameters.ts'
import { text } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { openRoom, roomOf } from './rooms.ts'
import type { World } from './world.ts'

export type Chats = {
  chat(given: Parameters): Record<string, unknown>
  member(given: Parameters): Record<string, unknown>
  action(given: Parameters): true
}

const ACTIONS =
  /^(?:typing|upload_photo|record_video|upload_video|record_voice|upload_voice|upload_document|choose_sticker|find_location|record_video_note|upload_video_note)$/

export function newChats(world: World): Chats {
  return {
    chat(given) {
      const { chat } = roomOf(world, given)
      return { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} }
    },
    member(given) {
      const room = roomOf(world, given)
      const id = Number(text(given, 'user_id') ?? 0)
      if (id === world.bot.id) return { user: world.bot, status: room.bot === 'stranger' ? 'left' : room.bot }
      const user = room.members.get(id)
      if (user) return { user, status: 'member' }
      const known = world.rooms.get(id)?.members.get(id)
      if (!known) throw badRequest('invalid user_id specified')
      return { user: known, status: 'left' }
    },
    action(given) {
      openRoom(world, given)
      if (!ACTIONS.test(text(given, 'action') ?? '')) throw badRequest('wrong parameter action in request')
      return true
    },
  }
}
