// What is heard in groups: who wants the alerts there, and that the group has become another. Everything else is not for us. Pure.
import type { Message } from 'grammy/types'
import { addressOf } from './address.ts'
import { commandIn } from './command.ts'
import type { Heard, Hearer } from './hear.ts'

export function inGroup(message: Message, id: string, { bot, name, at }: Hearer): Heard {
  const here = addressOf(bot, message.chat.id)
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message
  if (to !== undefined) return { kind: 'moved', from: here, to: addressOf(bot, to) }
  if (from !== undefined) return { kind: 'moved', from: addressOf(bot, from), to: here }
  const alerts = alertsIn(message.text ?? '', name)
  // Anonymous administrators, channels and bots are nobody whose authority could be looked up.
  if (alerts === null || !message.from || message.from.is_bot || message.sender_chat)
    return { kind: 'nothing' }
  const person = addressOf(bot, message.from.id)
  return {
    kind: 'events',
    inbounds: [{ id, from: person, at, event: { kind: 'group', group: here.id, alerts } }],
  }
}

function alertsIn(text: string, name: string | null): boolean | null {
  const command = commandIn(text)
  if (command?.name !== 'alerts') return null
  // A command for another bot of the group. Before our own name is known, any name may be ours.
  if (command.bot && name && command.bot.toLowerCase() !== name.toLowerCase()) return null
  if (/^on$/i.test(command.rest)) return true
  return /^off$/i.test(command.rest) ? false : null
}
