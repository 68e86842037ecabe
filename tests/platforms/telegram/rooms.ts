// Which chat a call names, and whether the bot may write there.
import { type Parameters, text } from './parameters.ts'
import { badRequest, Refusal } from './refusal.ts'
import type { ChatRoom, Shown, World } from './world.ts'

export function roomOf(world: World, given: Parameters, name = 'chat_id'): ChatRoom {
  const id = text(given, name) ?? ''
  if (id === '') throw badRequest('chat_id is empty')
  const room = /^-?\d+$/.test(id) ? world.rooms.get(Number(id)) : undefined
  if (!room) throw badRequest('chat not found')
  return room
}

/** A room that takes a message of the bot; throws what the server would say. */
export function openRoom(world: World, given: Parameters): ChatRoom {
  const room = roomOf(world, given)
  if (room.deactivated) throw new Refusal(403, 'Forbidden: user is deactivated')
  if (room.movedTo !== null)
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: room.movedTo,
    })
  if (room.chat.type === 'private') {
    if (room.bot === 'kicked') throw new Refusal(403, 'Forbidden: bot was blocked by the user')
    if (room.bot === 'stranger') {
      if (!isMetInGroup(world, room.chat.id)) throw badRequest('chat not found')
      throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user")
    }
    return room
  }
  if (room.bot === 'kicked')
    throw new Refusal(403, `Forbidden: bot was kicked from the ${room.chat.type} chat`)
  if (room.bot === 'left')
    throw new Refusal(403, `Forbidden: bot is not a member of the ${room.chat.type} chat`)
  return room
}

/** A message in a room; `what` is how the server calls it when there is none. */
export function messageOf(room: ChatRoom, given: Parameters, what: string): Shown {
  const id = Number(text(given, 'message_id') ?? 0)
  if (id === 0) throw badRequest('message identifier is not specified')
  const shown = room.shown.get(id)
  if (!shown || shown.deleted) throw badRequest(`${what} not found`)
  return shown
}

function isMetInGroup(world: World, person: number): boolean {
  return [...world.rooms.values()].some(({ chat, members }) => chat.type !== 'private' && members.has(person))
}
