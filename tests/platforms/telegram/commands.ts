// setMyCommands, getMyCommands, deleteMyCommands: a menu for each scope and language.
import type { BotCommand } from 'grammy/types'
import { inside, isRecord, type Parameters, text } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { roomOf } from './rooms.ts'
import type { ChatRoom, World } from './world.ts'

export type Commands = {
  set(given: Parameters): true
  get(given: Parameters): BotCommand[]
  remove(given: Parameters): true
  /** The menu that a person is shown in a chat. */
  shownIn(room: ChatRoom, person: number, language: string): BotCommand[]
}

export function newCommands(world: World): Commands {
  const menus = new Map<string, BotCommand[]>()
  return {
    set(given) {
      const where = placeOf(given)
      const list = inside(given, 'commands', "can't parse commands JSON object") ?? []
      if (!Array.isArray(list)) throw badRequest('expected an Array of BotCommand')
      if (list.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
      const commands = list.map(commandOf)
      if (commands.length > 0) menus.set(where, commands)
      else menus.delete(where)
      return true
    },
    get: (given) => menus.get(placeOf(given)) ?? [],
    remove(given) {
      menus.delete(placeOf(given))
      return true
    },
    shownIn(room, person, language) {
      const id = room.chat.id
      const scopes =
        room.chat.type === 'private'
          ? [`chat ${id}`, 'all_private_chats', 'default']
          : [`chat_member ${id} ${person}`, `chat ${id}`, 'all_group_chats', 'default']
      // A client's language is `zh-hans` where the bot says `zh`.
      const spoken = language.split('-', 1)[0] ?? ''
      for (const scope of scopes)
        for (const tongue of [spoken, '']) {
          const menu = menus.get(`${scope}/${tongue}`)
          if (menu) return menu
        }
      return []
    },
  }

  function placeOf(given: Parameters): string {
    const language = text(given, 'language_code') ?? ''
    if (!/^(?:[a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified')
    return `${scopeOf(given)}/${language}`
  }

  function scopeOf(given: Parameters): string {
    const scope = inside(given, 'scope', "can't parse BotCommandScope JSON object")
    if (scope === undefined) return 'default'
    if (!isRecord(scope)) throw badRequest("can't parse BotCommandScope: BotCommandScope must be an Object")
    const type = String(scope.type)
    if (['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'].includes(type))
      return type
    if (!['chat', 'chat_administrators', 'chat_member'].includes(type))
      throw badRequest("can't parse BotCommandScope: Unsupported type specified")
    const { id } = roomOf(world, scope).chat
    return type === 'chat_member' ? `${type} ${id} ${text(scope, 'user_id') ?? ''}` : `${type} ${id}`
  }
}

function commandOf(one: unknown): BotCommand {
  if (!isRecord(one)) throw badRequest("can't parse BotCommand: expected an Object")
  const { command, description } = one
  if (typeof command !== 'string' || !/^\/?[a-z0-9_]{1,32}$/.test(command))
    throw badRequest('BOT_COMMAND_INVALID')
  if (typeof description !== 'string' || description.trim() === '' || description.length > 256)
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  return { command: command.replace(/^\//, ''), description }
}
