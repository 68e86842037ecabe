// What a bot hears of a group.
import type { Stage } from './stage.ts'
import type { ChatRoom, Written } from './world.ts'

/** In a group, a bot that keeps its privacy hears commands and what answers it. */
export function isForBot(stage: Stage, room: ChatRoom, message: Written): boolean {
  if (room.chat.type === 'private') return true
  if (room.bot !== 'member' && room.bot !== 'administrator') return false
  if (!stage.privacy || room.bot === 'administrator') return true
  const to = /^\/\w+@(\w+)/.exec(message.text ?? '')?.[1]
  if (message.text?.startsWith('/')) return to === undefined || to === stage.world.bot.username
  if (message.reply_to_message) return message.reply_to_message.from.id === stage.world.bot.id
  return message.text === undefined && !message.photo && !message.voice && !message.video && !message.document
}
